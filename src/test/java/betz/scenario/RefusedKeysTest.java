// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.Refusals.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that no setting has, at every depth of a scenario. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedKeysTest {
    private static final String KEYS = """
            nme: reaches
            > x.yaml:1:1: nme is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more. Did you mean name?

            Seed: 3
            > x.yaml:1:1: Seed is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more. Did you mean seed?

            networks: {units: 5}
            > x.yaml:1:1: networks is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more. Did you mean network?

            task: {distanse: 5 cm}
            > x.yaml:1:8: task.distanse is not a known key, expected kind, targets, distance, hold, delay, reach, cue or noGo. Did you mean distance?

            task:
              kind: centre-out
              tagets: 4
            > x.yaml:3:3: task.tagets is not a known key, expected kind, targets, distance, hold, reach or noGo. Did you mean targets?

            task: {kind: centre-out, delay: 200 ms}
            > x.yaml:1:26: task.delay is not a known key, expected kind, targets, distance, hold, reach or noGo.

            effector: {kind: point-mass, posture: {elbow: 80 deg}}
            > x.yaml:1:11: effector is point-mass, expected arm26, via-point-arm, torque-arm or reacher, bodies that a tuned cortex learns to move; or another reference.
            > x.yaml:1:30: effector.posture is not a known key, expected kind, mass, maximumForce, anatomy, muscle, integrator, convention, miniSteps, damping, jointLoad or endpointLoad.

            effector: {kind: point-mass, muscle: {kind: relu}}
            > x.yaml:1:11: effector is point-mass, expected arm26, via-point-arm, torque-arm or reacher, bodies that a tuned cortex learns to move; or another reference.
            > x.yaml:1:39: effector.muscle.kind is not a known key, expected activationTime, deactivationTime or minimumActivation.

            effector: {skeleton: {upperArm: {lenght: 31 cm}}}
            > x.yaml:1:34: effector.skeleton.upperArm.lenght is not a known key, expected length, mass, centreOfMass or inertia. Did you mean length?

            effector: {skeleton: {forearm: {mas: 1 kg}}}
            > x.yaml:1:33: effector.skeleton.forearm.mas is not a known key, expected length, mass, centreOfMass or inertia. Did you mean mass?

            reference: {kind: minimum-jerk, units: 3}
            > x.yaml:1:33: reference.units is not a known key, expected kind, reaction or duration.

            reference: {tuning: {baseline: {medain: 3 Hz}}}
            > x.yaml:1:33: reference.tuning.baseline.medain is not a known key, expected median, sigma, low or high. Did you mean median?

            reference: {vite: {half-time: 300 ms}}
            > x.yaml:1:20: reference.vite.half-time is not a known key, expected tau, exponent, halfTime or gain. Did you mean halfTime?

            reference: {feedback: {vison: {delay: 50 ms}}}
            > x.yaml:1:24: reference.feedback.vison is not a known key, expected vision, proprioception, spindle, golgi or commands. Did you mean vision?

            network: {cell: gru, tau: 50 ms}
            > x.yaml:1:22: network.tau is not a known key, expected cell, units, readout, readoutBias, structure or weights.

            network: {kind: gru}
            > x.yaml:1:11: network.kind is not a known key, expected cell, units, tau, form, noise, activation, readout, readoutBias, structure or weights. Did you mean cell?

            feedback: {vision: {delays: 70 ms}}
            > x.yaml:1:21: feedback.vision.delays is not a known key, expected delay, noise, velocity, gain, signalNoise or enabled. Did you mean delay?

            training: {rule: {optimiser: {rte: 0.1}}}
            > x.yaml:1:31: training.rule.optimiser.rte is not a known key, expected kind, rate, beta1, beta2 or epsilon. Did you mean rate?

            training: {rule: {optimizer: {rate: 0.1}}}
            > x.yaml:1:19: training.rule.optimizer is not a known key, expected kind, optimiser, clip, schedule, warmUp or extent. Did you mean optimiser?

            training: {iteration: 10}
            > x.yaml:1:12: training.iteration is not a known key, expected mode, rule, iterations, batch, trials, checkpoint, loss or stop. Did you mean iterations?

            training: {learning: 3}
            > x.yaml:1:12: training.learning is not a known key, expected mode, rule, iterations, batch, trials, checkpoint, loss or stop.

            evaluation: {onset: {slowst: 1 cm/s}}
            > x.yaml:1:22: evaluation.onset.slowst is not a known key, expected cutoff, order, fraction, dip or slowest. Did you mean slowest?

            calibration: {short_distance: 6 cm}
            > x.yaml:1:15: calibration.short_distance is not a known key, expected penalty, directions, distance, shortDistance, nullTrials, deviatedCopies or deviation. Did you mean shortDistance?

            network.units: 64
            > x.yaml:1:1: network.units is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more. Did you mean network: {units: 64}?

            network: {"": 3}
            > x.yaml:1:11: network."" is not a known key, expected cell, units, tau, form, noise, activation, readout, readoutBias, structure or weights.

            "": 5
            > x.yaml:1:1: "" is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more.

            null: 5
            > x.yaml:1:1: null is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more.

            7: 5
            > x.yaml:1:1: 7 is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more.

            effector: {miniSteps: 2, integrator: euler, mini-steps: 3}
            > x.yaml:1:45: effector.mini-steps is given twice, expected each key once, as miniSteps or mini-steps.

            effector: {kind: point-mass-5}
            > x.yaml:1:18: effector.kind is point-mass-5, expected point-mass, arm26, via-point-arm, torque-arm or reacher. Did you mean point-mass?

            task: {type: centre-out}
            > x.yaml:1:8: task.type is not a known key, expected kind, targets, distance, hold, delay, reach, cue or noGo. Did you mean kind?
            """;

    static Stream<Refusal> keys() {
        return Refusals.table(KEYS);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void an_unknown_key_is_told_with_the_known_ones_and_the_nearest(Refusal refusal) {
        refusal.holds();
    }
}
