// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.Refusals.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts and words that a setting does not take. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedWordsTest {
    private static final String COUNTS = """
            network: {units: 10.7}
            > x.yaml:1:18: network.units is 10.7, expected a whole number. Did you mean 11?

            network: {units: 128.0}
            > x.yaml:1:18: network.units is 128.0, expected a whole number. Did you mean 128?

            network: {units: "128"}
            > x.yaml:1:18: network.units is "128" (a text), expected a whole number. Did you mean 128?

            network: {units: many}
            > x.yaml:1:18: network.units is many, expected a whole number.

            network: {units: 0}
            > x.yaml:1:18: network.units is 0, expected 1 to 4096.

            network: {units: -8}
            > x.yaml:1:18: network.units is -8, expected 1 to 4096. Did you mean 8?

            network: {units: 1000000000}
            > x.yaml:1:18: network.units is 1000000000, expected 1 to 4096.

            network: {units: 9999999999}
            > x.yaml:1:18: network.units is 9999999999, expected a whole number up to 2147483647.

            network: {units: 1_000}
            > x.yaml:1:18: network.units is 1_000, expected a whole number. Did you mean 1000?

            network:
              units: 1,000
            > x.yaml:2:10: network.units is 1,000, expected a whole number. Did you mean 1000?

            network:
              units: 1 000
            > x.yaml:2:10: network.units is 1 000, expected a whole number. Did you mean 1000?

            network: {units: 1e3}
            > x.yaml:1:18: network.units is 1e3, expected a whole number. Did you mean 1000?

            network: {units: 0x10}
            > x.yaml:1:18: network.units is 0x10, expected a whole number.

            network: {units: 128 units}
            > x.yaml:1:18: network.units is 128 units, expected a whole number. Did you mean 128?

            network: {units: 5 %}
            > x.yaml:1:18: network.units is 5 %, expected a whole number. Did you mean 5?

            network: {units: }
            > x.yaml:1:17: network.units is empty, expected a whole number.

            network: {units: [128]}
            > x.yaml:1:18: network.units is a list, expected a whole number.

            network: {units: true}
            > x.yaml:1:18: network.units is true, expected a whole number.

            network: {units: 12-16}
            > x.yaml:1:18: network.units is 12-16, expected a whole number.

            task: {targets: 0}
            > x.yaml:1:17: task.targets is 0, expected 1 to 360.

            task: {targets: 361}
            > x.yaml:1:17: task.targets is 361, expected 1 to 360.

            training: {batch: 0}
            > x.yaml:1:19: training.batch is 0, expected 1 to 65536.

            training: {trials: -1}
            > x.yaml:1:20: training.trials is -1, expected 1 to 1000000. Did you mean 1?

            training: {iterations: 1.5}
            > x.yaml:1:24: training.iterations is 1.5, expected a whole number. Did you mean 2?

            training: {checkpoint: 0}
            > x.yaml:1:24: training.checkpoint is 0, expected 1 to 10000000.

            evaluation: {trials: 0}
            > x.yaml:1:22: evaluation.trials is 0, expected 1 to 100000.

            evaluation: {onset: {order: 9}}
            > x.yaml:1:29: evaluation.onset.order is 9, expected 1 to 8.

            calibration: {directions: 1}
            > x.yaml:1:27: calibration.directions is 1, expected 2 to 360.

            seed: 99999999999999999999
            > x.yaml:1:7: seed is 99999999999999999999, expected a whole number up to 9223372036854775807.

            seed: -9223372036854775809
            > x.yaml:1:7: seed is -9223372036854775809, expected a whole number down to -9223372036854775808.

            seed: 1.5
            > x.yaml:1:7: seed is 1.5, expected a whole number. Did you mean 2?

            seed: one
            > x.yaml:1:7: seed is one, expected a whole number.

            betz: "1"
            > x.yaml:1:7: betz is "1" (a text), expected a whole number. Did you mean 1?
            """;

    private static final String WORDS = """
            task: centre_out
            > x.yaml:1:7: task is centre_out, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table. Did you mean centre-out?

            task: center-out
            > x.yaml:1:7: task is center-out, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table. Did you mean centre-out?

            task: {kind: juggling}
            > x.yaml:1:14: task.kind is juggling, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table.

            task: [centre-out]
            > x.yaml:1:7: task is a list, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table.

            task:
            > x.yaml:1:6: task is empty, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table.

            task: ~
            > x.yaml:1:7: task is empty, expected centre-out, delayed-reach, random-reach, joint-reach, via-points, ellipse, figure-eight, cycling, posture, isometric or table.

            effector: arm27
            > x.yaml:1:11: effector is arm27, expected point-mass, arm26, via-point-arm, torque-arm or reacher. Did you mean arm26?

            effector: {kind: {arm26: 1}}
            > x.yaml:1:18: effector.kind is a mapping with arm26, expected point-mass, arm26, via-point-arm, torque-arm or reacher.

            effector: {kind: }
            > x.yaml:1:17: effector.kind is empty, expected point-mass, arm26, via-point-arm, torque-arm or reacher.

            effector: 26
            > x.yaml:1:11: effector is 26, expected point-mass, arm26, via-point-arm, torque-arm or reacher.

            effector: {muscle: hill}
            > x.yaml:1:20: effector.muscle is hill, expected relu, mujoco-hill, rigid-tendon-hill, thelen or compliant-tendon-hill.

            effector: {muscle: Relu}
            > x.yaml:1:20: effector.muscle is Relu, expected relu, mujoco-hill, rigid-tendon-hill, thelen or compliant-tendon-hill. Did you mean relu?

            effector: {integrator: rk5}
            > x.yaml:1:24: effector.integrator is rk5, expected euler, semi-implicit or rk4. Did you mean rk4?

            effector: {integrator: [rk4]}
            > x.yaml:1:24: effector.integrator is a list, expected euler, semi-implicit or rk4.

            effector: {convention: motornet, integrator: rk4}
            > x.yaml:1:46: effector.integrator is rk4, expected euler, since the convention is motornet.

            effector: {mini-steps: 0, damping: -1 N*m*s/rad, joint-load: [1 N*m], endpoint-load: [1 N, 2]}
            > x.yaml:1:24: effector.miniSteps is 0, expected 1 to 1000.
            > x.yaml:1:36: effector.damping is -1 N*m*s/rad, expected 0 N*m*s/rad or more. Did you mean 1 N*m*s/rad?
            > x.yaml:1:62: effector.jointLoad is 1 number, expected 2 numbers.
            > x.yaml:1:92: effector.endpointLoad.1 is 2 (no unit), expected a force such as 4 N. Did you mean 2 N?

            effector: {endpointLoad: [5 kN, 0 N]}
            > x.yaml:1:26: effector.endpointLoad is [5000, 0] N, expected a load that the muscles can hold where trials start.

            effector: {joint-load: [500 N*m, 0 N*m]}
            > x.yaml:1:24: effector.jointLoad is [500, 0], expected a load that the muscles can hold where trials start.

            effector: {joint-load: [500 N*m, 0 N*m], endpoint-load: [1 N, 0 N]}
            > x.yaml:1:24: effector.jointLoad is [500, 0], expected a load that the muscles can hold where trials start.

            effector: {joint-load: [1 N*m, 0 N*m], endpoint-load: [5 kN, 0 N]}
            > x.yaml:1:55: effector.endpointLoad is [5000, 0] N, expected a load that the muscles can hold where trials start.

            effector: {joint-load: [-25 N*m, -15 N*m], endpoint-load: [80 N, 0 N]}
            > x.yaml:1:24: effector.jointLoad is [-25, -15] beside an endpointLoad of [80, 0] N, expected two loads that the muscles can hold where trials start.

            effector: {kind: torque-arm, joint-load: [50 N*m, 0 N*m]}
            > x.yaml:1:42: effector.jointLoad is [50, 0], expected a load that the motors can hold where trials start.

            {dt: 50 ms, effector: {mini-steps: 2}, feedback: {vision: {delay: 0 s}, proprioception: {delay: 0 s}}, reference: minimum-jerk, network: {tau: 1 s}}
            > x.yaml:1:6: dt is 50 ms, expected at most 30 ms, twice the fastest time constant of the muscles for each mini-step.

            effector: {kind: point-mass, muscle: relu}
            > x.yaml:1:38: effector.muscle is relu, expected the keys activationTime, deactivationTime and minimumActivation of relu.

            reference: {kind: tuned-cortx}
            > x.yaml:1:19: reference.kind is tuned-cortx, expected tuned-cortex, minimum-jerk or recorded. Did you mean tuned-cortex?

            reference: microcircuit
            > x.yaml:1:12: reference is microcircuit, expected tuned-cortex, minimum-jerk or recorded.

            reference: {kind: recorded, file: [a.csv]}
            > x.yaml:1:35: reference.file is a list, expected the name of a file.

            reference: {tuning: {features: fuller}}
            > x.yaml:1:32: reference.tuning.features is fuller, expected full or direction-speed.

            network: transformer
            > x.yaml:1:10: network is transformer, expected feed-forward, vanilla, leaky, gru, lstm or stack.

            network: {cell: leeky}
            > x.yaml:1:17: network.cell is leeky, expected feed-forward, vanilla, leaky, gru, lstm or stack. Did you mean leaky?

            network: units:5
            > x.yaml:1:10: network is units:5, expected feed-forward, vanilla, leaky, gru, lstm or stack. Did you mean units: 5?

            network: {activation: tan}
            > x.yaml:1:23: network.activation is tan, expected tanh, relu, sigmoid, softplus, rectified-tanh or identity. Did you mean tanh?

            training: {mode: imitate}
            > x.yaml:1:18: training.mode is imitate, expected closed-loop or imitation. Did you mean imitation?

            training: {rule: backprop}
            > x.yaml:1:18: training.rule is backprop, expected bptt.

            training: {rule: {optimiser: newton}}
            > x.yaml:1:30: training.rule.optimiser is newton, expected sgd, rmsprop, adam, adamw, two-rate or lbfgs.

            training: bptt
            > x.yaml:1:11: training is bptt, expected the keys mode, rule, iterations, batch, trials, checkpoint, loss and stop.

            training: [bptt]
            > x.yaml:1:11: training is a list, expected the keys mode, rule, iterations, batch, trials, checkpoint, loss and stop.

            feedback: {vision: 70 ms}
            > x.yaml:1:20: feedback.vision is 70 ms, expected true or false.

            feedback: off
            > x.yaml:1:11: feedback is off, expected the keys vision, proprioception, spindle, golgi and commands.

            analyses: kinematics
            > x.yaml:1:11: analyses is kinematics, expected a list in brackets, each item kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more. Did you mean [kinematics]?

            analyses: [kinmatics]
            > x.yaml:1:12: analyses.0 is kinmatics, expected kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more. Did you mean kinematics?

            analyses: {kinematics: true}
            > x.yaml:1:11: analyses is a mapping with kinematics, expected a list in brackets, each item kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more.

            analyses: [kinematics, [tuning]]
            > x.yaml:1:24: analyses.1 is a list, expected kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more.

            export: [npz, parquet]
            > x.yaml:1:15: export.1 is parquet, expected npz or csv.

            export: cvs
            > x.yaml:1:9: export is cvs, expected a list in brackets, each item npz or csv. Did you mean [csv]?

            name:
            > x.yaml:1:6: name is empty, expected a text.

            name: [a]
            > x.yaml:1:7: name is a list, expected a text.

            name: two words
            > x.yaml:1:7: name is two words, expected up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit.

            name: ../up
            > x.yaml:1:7: name is ../up, expected up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit.

            about: {a: b}
            > x.yaml:1:8: about is a mapping with a, expected a text.

            about: [a]
            > x.yaml:1:8: about is a list, expected a text.
            """;

    static Stream<Refusal> counts() {
        return Refusals.table(COUNTS);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void a_wrong_count_is_told_with_the_whole_number_that_was_meant(Refusal refusal) {
        refusal.holds();
    }

    static Stream<Refusal> words() {
        return Refusals.table(WORDS);
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_wrong_word_is_told_with_those_that_can_stand_there(Refusal refusal) {
        refusal.holds();
    }
}
