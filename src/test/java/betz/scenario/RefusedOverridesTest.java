// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.Refusals.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words of the command line, and settings that do not go together. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedOverridesTest {
    private static final String OVERRIDES = """
            $ dt=5
            > command line: dt is 5 (no unit), expected a time such as 10 ms. Did you mean 5 ms?

            $ dt=
            > command line: dt is empty, expected a time such as 10 ms.

            $ dt
            > command line: "dt" is not understood, expected key=value such as network.units=256.

            $ =5
            > command line: "=5" is not understood, expected key=value such as network.units=256.

            $ .units=5
            > command line: ".units=5" is not understood, expected key=value such as network.units=256.

            $ network..units=5
            > command line: "network..units=5" is not understood, expected key=value such as network.units=256.

            $ --seed
            > command line: "--seed" is not understood, expected key=value such as network.units=256.

            $ network.units=ten
            > command line: network.units is ten, expected a whole number.

            $ netwrok.units=7
            > command line: netwrok is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more. Did you mean network?

            $ network.units.deep=5
            > command line: network.units is a mapping with deep, expected a whole number.

            $ network.cell=transformer
            > command line: network.cell is transformer, expected feed-forward, vanilla, leaky, gru, lstm or stack.

            $ network=transformer
            > command line: network is transformer, expected feed-forward, vanilla, leaky, gru, lstm or stack.

            $ effector.kind=pointmass
            > command line: effector.kind is pointmass, expected point-mass, arm26, via-point-arm, torque-arm or reacher. Did you mean point-mass?

            effector: via-point-arm
            $ effector.anatomy.0.tendon=7 cm
            > command line: effector.anatomy.0.name is missing, expected a text.
            > command line: effector.anatomy.0.maximumForce is missing, expected a force such as 4 N.
            > command line: effector.anatomy.0.fibre is missing, expected a length such as 10 cm.
            > command line: effector.anatomy.0.points is missing, expected a list in brackets, each item the keys on, x and y.

            effector: {posture: {elbow: 80 deg}}
            $ effector.kind=point-mass
            > x.yaml:1:11: effector is point-mass, expected arm26, via-point-arm, torque-arm or reacher, bodies that a tuned cortex learns to move; or another reference.
            > x.yaml:1:12: effector.posture is not a known key, expected kind, mass, maximumForce, anatomy, muscle, integrator, convention, miniSteps, damping, jointLoad or endpointLoad.

            network: gru
            $ network.tau=9 ms
            > command line: network.tau is not a known key, expected cell, units, readout, readoutBias, structure or weights.

            analyses: [tuning]
            $ analyses.1=kinematics
            > command line: analyses.1 is not in the list, expected a place in the list, 0 to 0.

            analyses: [tuning]
            $ analyses.first=kinematics
            > command line: analyses.first is not in the list, expected a place in the list, 0 to 0.

            analyses: []
            $ analyses.0=kinematics
            > command line: analyses.0 is not in the list, expected a whole list in brackets.

            $ analyses.0=tuning
            > command line: analyses is a mapping with 0, expected a list in brackets, each item kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more.

            $ export=npz
            > command line: export is npz, expected a list in brackets, each item npz or csv. Did you mean [npz]?

            $ export=[npz, cvs]
            > command line: export.1 is cvs, expected npz or csv. Did you mean csv?

            $ network={cell: leaky, units: 7, units: 8}
            > command line: network.units is given twice, expected each key once.

            $ about=colon: text
            > command line: about is a mapping with colon, expected a text.

            $ about=# nothing
            > command line: about is empty, expected a value.

            $ name=[a
            > command line: name is not valid YAML (the bracket [ opened on line 1 is not closed), expected a value; a text with special characters in quotes.

            $ dt=*a
            > command line: dt is an alias, expected the value written out.

            $ dt=&a 5 ms
            > command line: dt is marked with an anchor, expected plain values without &.

            $ dt=!x 5 ms
            > command line: dt is marked with a tag, expected plain values without !.

            $ dt=.nan
            > command line: dt is .nan, expected a finite number.

            $ task.delay=600..200 ms
            > command line: task.delay is 600..200 ms, expected a range from low to high. Did you mean 200..600 ms?

            $ task.delay=200-600 ms
            > command line: task.delay is 200-600 ms (unknown unit -600 ms), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?

            $ seed=99999999999999999999
            > command line: seed is 99999999999999999999, expected a whole number up to 9223372036854775807.

            $ feedback.vision.delay=72 ms
            > command line: feedback.vision.delay is 72 ms, expected a multiple of dt, 10 ms. Did you mean 70 ms?

            $ reference.feedback.vision.delay=55 ms
            > command line: reference.feedback.vision.delay is 55 ms, expected a multiple of dt, 10 ms. Did you mean 60 ms?

            $ dt=20 ms
            $ reference=minimum-jerk
            $ network.tau=30 ms
            > x.yaml: feedback.vision.delay is 70 ms (the default), expected a multiple of dt, 20 ms. Did you mean 80 ms?
            > command line: dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the muscles.
            > command line: network.tau is 30 ms, expected at least 40 ms, twice dt.

            dt: 7
            seed: x
            $ dt=5 ms
            > x.yaml:2:7: seed is x, expected a whole number.

            dt: *a
            $ dt=5 ms
            > x.yaml:1:5: dt is an alias, expected the value written out.
            """;

    private static final String TOGETHER = """
            feedback: {vision: {delay: 72 ms}}
            > x.yaml:1:28: feedback.vision.delay is 72 ms, expected a multiple of dt, 10 ms. Did you mean 70 ms?

            feedback: {vision: {delay: 4 ms}}
            > x.yaml:1:28: feedback.vision.delay is 4 ms, expected a multiple of dt, 10 ms. Did you mean 0 ms?

            dt: 5 ms
            network:
              tau: 8 ms
            > x.yaml:3:8: network.tau is 8 ms, expected at least 10 ms, twice dt.

            dt: 13 ms
            reference: minimum-jerk
            > x.yaml: feedback.vision.delay is 70 ms (the default), expected a multiple of dt, 13 ms. Did you mean 65 ms?
            > x.yaml: feedback.proprioception.delay is 20 ms (the default), expected a multiple of dt, 13 ms. Did you mean 26 ms?

            dt: 20 ms
            reference: minimum-jerk
            feedback: {vision: {delay: 80 ms}}
            > x.yaml:1:5: dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the muscles.

            dt: 20 ms
            reference: minimum-jerk
            network: {tau: 30 ms}
            feedback: {vision: {delay: 80 ms}}
            > x.yaml:1:5: dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the muscles.
            > x.yaml:3:16: network.tau is 30 ms, expected at least 40 ms, twice dt.

            reference: minimum-jerk
            task: {hold: 100 ms, delay: 100 ms, reach: 300 ms}
            feedback: {vision: {delay: 500 ms}}
            > x.yaml:3:28: feedback.vision.delay is 500 ms, expected less than the trial, 500 ms.

            reference: {feedback: {vision: {delay: 55 ms}}}
            > x.yaml:1:40: reference.feedback.vision.delay is 55 ms, expected a multiple of dt, 10 ms. Did you mean 60 ms?

            task: {distance: 22 cm}
            > x.yaml:1:18: task.distance is 22 cm, expected targets that the hand can reach: 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at 0 to 155 degrees.

            effector: point-mass
            > x.yaml:1:11: effector is point-mass, expected arm26, via-point-arm, torque-arm or reacher, bodies that a tuned cortex learns to move; or another reference.

            calibration: {distance: 40 cm}
            > x.yaml:1:25: calibration.distance is 40 cm, expected targets that the hand can reach: 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at 0 to 155 degrees.

            calibration: {distance: 40 cm, shortDistance: 39 cm}
            > x.yaml:1:25: calibration.distance is 40 cm, expected targets that the hand can reach: 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at 0 to 155 degrees.
            > x.yaml:1:47: calibration.shortDistance is 39 cm, expected targets that the hand can reach: 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at 0 to 155 degrees.

            reference: recorded
            > x.yaml:1:12: reference.file is 'reaches.csv', which is not a file (the default), expected a CSV file of recorded reaches; make one with: betz import RECORDING --to FILE.csv.

            reference: {kind: recorded, file: src}
            > x.yaml:1:35: reference.file is 'src', which is not a file, expected a CSV file of recorded reaches; make one with: betz import RECORDING --to FILE.csv.

            evaluation: {onset: {cutoff: 50 Hz}}
            > x.yaml:1:30: evaluation.onset.cutoff is 50 Hz, expected less than 50 Hz, half the rate of steps of 10 ms.

            reference: {kind: recorded, file: pom.xml, layout: {lowpass: 60 Hz, onset: {cutoff: 51 Hz}}}
            > x.yaml:1:62: reference.layout.lowpass is 60 Hz, expected less than 50 Hz, half the rate of steps of 10 ms.
            > x.yaml:1:85: reference.layout.onset.cutoff is 51 Hz, expected less than 50 Hz, half the rate of steps of 10 ms.

            dt: 0.1 ms
            task: {reach: 60 s}
            > x.yaml:1:5: dt is 0.1 ms, expected a step of which a trial of 60800 ms has at most 100000.
            """;

    static Stream<Refusal> overrides() {
        return Refusals.table(OVERRIDES);
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void a_wrong_word_on_the_command_line_is_told_as_such(Refusal refusal) {
        refusal.holds();
    }

    static Stream<Refusal> together() {
        return Refusals.table(TOGETHER);
    }

    @ParameterizedTest
    @MethodSource("together")
    void settings_that_do_not_go_together_are_told_at_the_one_to_change(Refusal refusal) {
        refusal.holds();
    }
}
