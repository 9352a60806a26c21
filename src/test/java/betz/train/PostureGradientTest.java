// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.Workers;
import betz.data.Condition;
import betz.data.Feedback;
import betz.data.Push;
import betz.data.Since;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.PointMass;
import betz.loop.Network;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostureGradientTest {
    private static final betz.scenario.MinimumJerk STAYING = betz.scenario.MinimumJerk.DEFAULT;
    private static final int TRIALS = 4;
    private static final int STEPS = 16;

    static Stream<Effector> bodies() {
        return Stream.of(Arm26.DEFAULT, PointMass.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void gradients_are_exact_where_every_trial_of_a_batch_has_a_load_of_its_own(Effector body) {
        Cell cell = new Leaky(3, 0.03, Activation.TANH, Readout.SIGMOID, -1);
        var feedback = new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));
        Loss loss = Losses.squares("position", 100, "velocity", 1, "activity", 0.1, "muscle", 1);
        var training = new Training(Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1, TRIALS, TRIALS, 1, loss);
        double[] weights = cell.initial(Observation.rows(body.muscles()), body.muscles(), 5);
        var network = Network.definition(cell, body.muscles(), MinimumJerk.DT);
        var trainer = new Trainer(body, feedback, network, STAYING.recording(held(body)), training, 8);
        double[] gradient = new double[weights.length];
        try (var alone = new Workers(1)) {
            trainer.gradient(2, weights, alone, gradient);
            // the rule of all gradients here: a relative error below 1e-6 away from kinks
            var check = new GradientCheck(
                    at -> trainer.gradient(2, at, alone, new double[at.length]).total(), weights, 1e-6);
            check.compare("weights", IntStream.range(0, weights.length).toArray(), gradient);

            assertThat(check.compared()).isGreaterThan(1);
            assertThat(check.worst()).as(check.where()).isLessThan(1e-6);
        }
    }

    private static TrialBatch held(Effector body) {
        List<Trial> trials = IntStream.range(0, TRIALS)
                .mapToObj(i -> {
                    var torque = List.of(2 * Math.cos(i), 2 * Math.sin(i));
                    var load = new Push.JointTorque(torque, Since.GO, 0, 1);
                    return Trial.staying(new Condition(i, "", i), body.home(), load, 2 + i, STEPS - i);
                })
                .toList();
        return new TrialBatch(MinimumJerk.DT, STEPS, trials);
    }
}
