// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.Refusals.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are none, lack their unit, have another or lie outside their range. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedNumbersTest {
    private static final String NUMBERS = """
            dt: 10
            > x.yaml:1:5: dt is 10 (no unit), expected a time such as 10 ms. Did you mean 10 ms?

            dt: 0.01
            > x.yaml:1:5: dt is 0.01 (no unit), expected a time such as 10 ms. Did you mean 0.01 s?

            dt: 0
            > x.yaml:1:5: dt is 0 (no unit), expected a time such as 10 ms. Did you mean 0 s?

            dt: ten ms
            > x.yaml:1:5: dt is ten ms, expected a time such as 10 ms.

            dt: ms
            > x.yaml:1:5: dt is ms, expected a time such as 10 ms.

            dt: 10 Hz
            > x.yaml:1:5: dt is 10 Hz (a rate), expected a time such as 10 ms.

            dt: 10 msec
            > x.yaml:1:5: dt is 10 msec (unknown unit msec), expected a time such as 10 ms. Did you mean 10 ms?

            dt: 10 milliseconds
            > x.yaml:1:5: dt is 10 milliseconds (unknown unit milliseconds), expected a time such as 10 ms. Did you mean 10 ms?

            dt: 10 MS
            > x.yaml:1:5: dt is 10 MS (a conductance), expected a time such as 10 ms. Did you mean 10 ms?

            dt: 10 ms ms
            > x.yaml:1:5: dt is 10 ms ms (unknown unit ms ms), expected a time such as 10 ms.

            dt: 10 parsecs
            > x.yaml:1:5: dt is 10 parsecs (unknown unit parsecs), expected a time such as 10 ms.

            dt: -10 ms
            > x.yaml:1:5: dt is -10 ms, expected 0.1 to 100 ms. Did you mean 10 ms?

            dt: 0 ms
            > x.yaml:1:5: dt is 0 ms, expected 0.1 to 100 ms.

            dt: 0.01 ms
            > x.yaml:1:5: dt is 0.01 ms, expected 0.1 to 100 ms.

            dt: 1 h
            > x.yaml:1:5: dt is 1 h, expected 0.1 to 100 ms.

            dt: 1.000,5 ms
            > x.yaml:1:5: dt is 1.000,5 ms, expected a time such as 10 ms.

            dt: 1e999 ms
            > x.yaml:1:5: dt is 1e999 ms, expected a number below 1.8e308.

            dt: -.inf
            > x.yaml:1:5: dt is -.inf, expected a finite number.

            dt: {ms: 10}
            > x.yaml:1:5: dt is a mapping with ms, expected a time such as 10 ms.

            dt: true
            > x.yaml:1:5: dt is true, expected a time such as 10 ms.

            task: {distance: 10}
            > x.yaml:1:18: task.distance is 10 (no unit), expected a length such as 10 cm. Did you mean 10 cm?

            task: {distance: 0.1}
            > x.yaml:1:18: task.distance is 0.1 (no unit), expected a length such as 10 cm. Did you mean 0.1 m?

            task: {distance: 10 ms}
            > x.yaml:1:18: task.distance is 10 ms (a time), expected a length such as 10 cm.

            task: {distance: 4 inch}
            > x.yaml:1:18: task.distance is 4 inch (unknown unit inch), expected a length such as 10 cm.

            task: {distance: -10 cm}
            > x.yaml:1:18: task.distance is -10 cm, expected a number above 0 m. Did you mean 10 cm?

            task: {distance: 2 m}
            > x.yaml:1:18: task.distance is 2 m, expected 0 to 1 m.

            effector: {kind: point-mass, mass: 1}
            > x.yaml:1:36: effector.mass is 1 (no unit), expected a mass such as 1 kg. Did you mean 1 kg?

            effector: {kind: point-mass, maximumForce: 5 kg}
            > x.yaml:1:44: effector.maximumForce is 5 kg (a mass), expected a force such as 500 N.

            effector: {posture: {elbow: 90}}
            > x.yaml:1:29: effector.posture.elbow is 90 (no unit), expected an angle such as 90 deg. Did you mean 90 deg?

            effector: {posture: {elbow: 1.5}}
            > x.yaml:1:29: effector.posture.elbow is 1.5 (no unit), expected an angle such as 90 deg. Did you mean 1.5 rad?

            effector: {posture: {shoulder: 170 deg}}
            > x.yaml:1:32: effector.posture.shoulder is 170 deg, expected 0 to 135 deg.

            effector: {skeleton: {damping: 0.1 N*m*s}}
            > x.yaml:1:32: effector.skeleton.damping is 0.1 N*m*s (a damping of rotation), expected a joint damping such as 0.1 N*m*s/rad.

            effector: {skeleton: {upperArm: {inertia: 0.05 kg*m}}}
            > x.yaml:1:43: effector.skeleton.upperArm.inertia is 0.05 kg*m (a quantity in kg*m), expected a moment of inertia such as 0.051 kg*m^2.

            effector: {skeleton: {upperArm: {length: 31 cm, centreOfMass: 40 cm}}}
            > x.yaml:1:63: effector.skeleton.upperArm.centreOfMass is 40 cm, expected 0 to 31 cm.

            effector: {muscle: {activationTime: 0 ms}}
            > x.yaml:1:37: effector.muscle.activationTime is 0 ms, expected a number above 0 s.

            effector: {muscle: {minimumActivation: 2}}
            > x.yaml:1:40: effector.muscle.minimumActivation is 2, expected 0.001 to 0.1.

            reference: {correction: {position: 30}}
            > x.yaml:1:36: reference.correction.position is 30 (no unit), expected a quantity in 1/s^2 such as 30 1/s^2. Did you mean 30 1/s^2?

            reference: {correction: {position: 30 1/s}}
            > x.yaml:1:36: reference.correction.position is 30 1/s (a rate), expected a quantity in 1/s^2 such as 30 1/s^2.

            reference: {vite: {gain: 12}}
            > x.yaml:1:26: reference.vite.gain is 12 (no unit), expected a rate such as 12.5 1/s. Did you mean 12 1/s?

            reference: {tuning: {baseline: {low: 5 Hz, high: 2 Hz}}}
            > x.yaml:1:50: reference.tuning.baseline.high is 2 Hz, expected 5 to 1000 1/s.

            network: {tau: 50}
            > x.yaml:1:16: network.tau is 50 (no unit), expected a time such as 50 ms, or a range. Did you mean 50 ms?

            network: {readoutBias: -3 mV}
            > x.yaml:1:24: network.readoutBias is -3 mV (a voltage), expected a number without a unit. Did you mean -3?

            feedback: {vision: {noise: 1}}
            > x.yaml:1:28: feedback.vision.noise is 1 (no unit), expected a length such as 10 cm. Did you mean 1 m?

            feedback: {vision: {noise: 1 ms}}
            > x.yaml:1:28: feedback.vision.noise is 1 ms (a time), expected a length such as 10 cm.

            feedback: {vision: {delay: -10 ms}}
            > x.yaml:1:28: feedback.vision.delay is -10 ms, expected 0 to 1 s. Did you mean 10 ms?

            feedback: {proprioception: {noise: 1 mm}}
            > x.yaml:1:36: feedback.proprioception.noise is 1 mm (a length), expected a number without a unit. Did you mean 1?

            training: {loss: {position: -1}}
            > x.yaml:1:29: training.loss.position is -1, expected 0 or more. Did you mean 1?

            training: {loss: {position: "1.0"}}
            > x.yaml:1:29: training.loss.position is "1.0" (a text), expected a number without quotes. Did you mean 1.0?

            training: {loss: {position: 1 m}}
            > x.yaml:1:29: training.loss.position is 1 m (a length), expected a number without a unit. Did you mean 1?

            training: {rule: {clip: 0}}
            > x.yaml:1:25: training.rule.clip is 0, expected a number above 0.

            training: {rule: {optimiser: {beta1: 1}}}
            > x.yaml:1:38: training.rule.optimiser.beta1 is 1, expected 0 to 0.999999999999.

            training:
              rule:
                optimiser: {rate: 0,001}
            > x.yaml:3:23: training.rule.optimiser.rate is 0, expected a number above 0.
            > x.yaml:3:25: training.rule.optimiser.001 is not a known key, expected kind, rate, beta1, beta2 or epsilon. Did you mean a point in place of the comma?

            training:
              rule:
                optimiser:
                  rate: 0,001
            > x.yaml:4:13: training.rule.optimiser.rate is 0,001, expected a number without a unit. Did you mean 0.001?

            network: {tau: 0,5 s}
            > x.yaml:1:16: network.tau is 0 (no unit), expected a time such as 50 ms, or a range. Did you mean 0 s?
            > x.yaml:1:18: network.5 s is not a known key, expected cell, units, tau, form, noise, activation, readout, readoutBias, structure or weights. Did you mean a point in place of the comma?

            evaluation: {onset: {slowest: 1}}
            > x.yaml:1:31: evaluation.onset.slowest is 1 (no unit), expected a speed such as 1 cm/s. Did you mean 1 cm/s?

            evaluation: {onset: {cutoff: 8 rad/s}}
            > x.yaml:1:30: evaluation.onset.cutoff is 8 rad/s (an angular speed), expected a rate such as 8 Hz.
            """;

    private static final String RANGES = """
            task: {delay: 200..600}
            > x.yaml:1:15: task.delay is 200..600 (no unit), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            task: {delay: 200}
            > x.yaml:1:15: task.delay is 200 (no unit), expected a time or a range such as 200..600 ms. Did you mean 200 ms?

            task: {delay: 600..200 ms}
            > x.yaml:1:15: task.delay is 600..200 ms, expected a range from low to high. Did you mean 200..600 ms?

            task: {delay: 0.6 s .. 200 ms}
            > x.yaml:1:15: task.delay is 0.6 s .. 200 ms, expected a range from low to high. Did you mean 200..600 ms?

            task: {delay: 200-600 ms}
            > x.yaml:1:15: task.delay is 200-600 ms (unknown unit -600 ms), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            task: {delay: 200 ms - 600 ms}
            > x.yaml:1:15: task.delay is 200 ms - 600 ms (unknown unit ms - 600 ms), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            task: {delay: 200 to 600 ms}
            > x.yaml:1:15: task.delay is 200 to 600 ms (unknown unit to 600 ms), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            task: {delay: 200 ms..600}
            > x.yaml:1:15: task.delay is 200 ms..600 (no unit), expected a time or a range such as 200..600 ms. Did you mean 200 ms..600 ms?

            task: {delay: 200 cm..600 ms}
            > x.yaml:1:15: task.delay is 200 cm..600 ms (a length), expected a time or a range such as 200..600 ms.

            task: {delay: 200..600 cm}
            > x.yaml:1:15: task.delay is 200..600 cm (a length), expected a time or a range such as 200..600 ms.

            task: {delay: 200...600 ms}
            > x.yaml:1:15: task.delay is 200...600 ms, expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            task:
              delay: 0,2..0,6 s
            > x.yaml:2:10: task.delay is 0,2..0,6 s, expected a time or a range such as 200..600 ms. Did you mean 0.2..0.6 s?

            task: {delay: -200..600 ms}
            > x.yaml:1:15: task.delay is -200..600 ms, expected 0 to 60 s.

            task: {delay: 1..90 s}
            > x.yaml:1:15: task.delay is 1..90 s, expected 0 to 60 s.

            task: {delay: [200 ms, 600 ms]}
            > x.yaml:1:15: task.delay is a list, expected a time or a range such as 200..600 ms.

            task: {delay: soon}
            > x.yaml:1:15: task.delay is soon, expected a time or a range such as 200..600 ms.

            task: {delay: ..600 ms}
            > x.yaml:1:15: task.delay is ..600 ms, expected a time or a range such as 200..600 ms.

            task: {delay: 200 ms..}
            > x.yaml:1:15: task.delay is 200 ms.. (unknown unit ms..), expected a time or a range such as 200..600 ms.

            effector: {skeleton: {elbow: 155..0 deg}}
            > x.yaml:1:30: effector.skeleton.elbow is 155..0 deg, expected a range from low to high. Did you mean 0..155 deg?

            effector: {skeleton: {elbow: 0..155}}
            > x.yaml:1:30: effector.skeleton.elbow is 0..155 (no unit), expected an angle or a range such as 0..155 deg. Did you mean 0..155 deg?

            effector: {skeleton: {elbow: -5..80 deg}, posture: {elbow: 70 deg}}
            > x.yaml:1:30: effector.skeleton.elbow is -5..80 deg, expected 0 to 180 deg.

            effector: {skeleton: {elbow: 0..80 deg}}
            > x.yaml:1:11: effector.posture.elbow is 90 deg (the default), expected 0 to 80 deg.
            """;

    static Stream<Refusal> numbers() {
        return Refusals.table(NUMBERS);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_wrong_number_is_told_with_its_unit_and_what_was_meant(Refusal refusal) {
        refusal.holds();
    }

    static Stream<Refusal> ranges() {
        return Refusals.table(RANGES);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void a_wrong_range_is_told_as_a_whole(Refusal refusal) {
        refusal.holds();
    }
}
