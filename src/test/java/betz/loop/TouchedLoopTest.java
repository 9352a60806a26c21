// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Since;
import betz.data.Touch;
import betz.data.TrialBatch;
import betz.data.UnitChoice;
import betz.effector.PointMass;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Readout;
import betz.network.Stack;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that are touched while they move a body. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchedLoopTest {
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final int STEPS = 14;
    private static final UnitChoice HALF = UnitChoice.DEFAULT.withShare(0.5);
    private static final List<Perturbation> TOUCHES = List.of(
            new Passing.Silence(HALF, Since.GO, 0.02, 0.04),
            new Passing.Clamp(HALF, 0.3, Since.GO, 0, 0.05),
            new Passing.Stimulate(HALF, 0.8, Since.GO, 0, 0.05),
            new Touch.Lesion(HALF),
            new Passing.Cool(HALF, 0.4, Since.START, 0, 0.1),
            Perturbation.None.DEFAULT);

    static List<Cell> cells() {
        return List.of(
                new Leaky(6, 0.03, Activation.TANH, Readout.SIGMOID, -1),
                new Gru(6, Readout.SIGMOID, -1),
                new Stack(List.of(
                        new Leaky(4, 0.03, Activation.SOFTPLUS, Readout.LINEAR, 0),
                        new FeedForward(5, Activation.TANH, Readout.SIGMOID, -1))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_gradient_of_the_whole_loop_is_exact_whatever_is_done_to_units(Cell cell) {
        var loop = new Loop(cell);
        double[] weights = cell.initial(Observation.rows(BODY.muscles()), BODY.muscles(), 2);
        double[] gradient = new double[weights.length];

        loop.run(weights);
        loop.closed.backward(gradient);

        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(greatest).isPositive();
        for (int i = 0; i < weights.length; i += 3) {
            double kept = weights[i];
            weights[i] = kept + 1e-5;
            double above = loop.run(weights);
            weights[i] = kept - 1e-5;
            double below = loop.run(weights);
            weights[i] = kept;
            assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-6 * greatest));
        }
    }

    @Test
    void a_silenced_network_commands_what_the_bias_of_its_read_out_says_and_is_recorded_as_silent() {
        Cell cell = new Gru(9, Readout.SIGMOID, -1);
        var silence = new Passing.Silence(UnitChoice.DEFAULT, Since.GO, 0.02, 0.05); // steps 5 to 9

        Recording recording = record(cell, trials().with(silence));

        Signal rate = recording.signal("unit.rate");
        Signal excitation = recording.signal("muscle.excitation");
        for (int step = 0; step < STEPS - 1; step++) {
            boolean silent = step >= 5 && step < 10;
            assertThat(rate.get(2, step, 4) == 0).isEqualTo(silent);
            if (silent) {
                // 1/(1 + e) in single precision
                assertThat(excitation.get(2, step, 1)).isCloseTo(1 / (1 + Math.E), within(1e-7));
            } else {
                assertThat(excitation.get(2, step, 1)).isNotCloseTo(1 / (1 + Math.E), within(1e-7));
            }
        }
    }

    @Test
    void the_hand_takes_its_old_way_until_the_touch_and_another_then() {
        Cell cell = new Gru(9, Readout.SIGMOID, -1);
        var silence = new Passing.Silence(UnitChoice.DEFAULT, Since.GO, 0.02, 0.05);

        Signal plain = record(cell, trials()).signal("hand.position");
        Signal touched = record(cell, trials().with(silence)).signal("hand.position");

        for (int step = 0; step < STEPS; step++) {
            // the command of step 5 drives the activation of step 6, the velocity of 7 and the place of 8
            assertThat(touched.get(1, step, 1) == plain.get(1, step, 1)).isEqualTo(step < 8);
        }
    }

    @Test
    void touched_trials_come_out_the_same_alone_in_parts_and_with_any_number_of_threads() {
        Cell cell = new Gru(9, Readout.SIGMOID, -1);
        TrialBatch many = Reaches.trials(70, STEPS).with(i -> TOUCHES.get(i % TOUCHES.size()));
        List<String> names = List.of("hand.position", "muscle.excitation");
        var rollout = new Rollout(BODY, Feedback.DEFAULT);
        Recording whole = record(cell, many);

        for (int threads : new int[] {1, 3}) {
            try (var workers = new Workers(threads)) {
                Recording parts = rollout.keep(names, controller(cell, many), many, Draws.judged(1), workers);
                for (String name : names) {
                    assertSame(parts.signal(name), whole.signal(name));
                }
            }
        }
    }

    private static void assertSame(Signal found, Signal expected) {
        for (int trial = 0; trial < expected.trials(); trial++) {
            for (int step = 0; step < STEPS; step++) {
                assertThat(found.get(trial, step, 1)).isEqualTo(expected.get(trial, step, 1));
            }
        }
    }

    private static TrialBatch trials() {
        return Reaches.trials(TOUCHES.size(), STEPS);
    }

    private static Recording record(Cell cell, TrialBatch trials) {
        return new Rollout(BODY, Feedback.DEFAULT).run(controller(cell, trials), trials, 1);
    }

    private static NetworkController controller(Cell cell, TrialBatch trials) {
        Network network = Network.of(cell, BODY.muscles(), trials.dt());
        double[] weights = cell.initial(Observation.rows(BODY.muscles()), BODY.muscles(), 4);
        return new NetworkController(network, weights);
    }

    /** A loop whose loss is where the hand ends up, and half the squared activity. */
    private static final class Loop {
        private static final double ACTIVITY = 0.2;
        private final TrialBatch trials = trials().with(TOUCHES::get);
        private final ClosedLoop closed;

        Loop(Cell cell) {
            Network network = Network.definition(cell, BODY.muscles(), trials.dt());
            closed = new ClosedLoop(BODY, Feedback.DEFAULT, network.factory(), trials.size(), STEPS, trials.dt());
        }

        double run(double[] weights) {
            closed.forward(weights, trials, Starts.of(BODY, trials), new Draws(7, 1, 0));
            closed.clearGradients();
            double sum = 0;
            for (int trial = 0; trial < trials.size(); trial++) {
                sum += 1000 * closed.hand(STEPS - 1)[0][trial] + 500 * closed.hand(STEPS - 1)[1][trial];
                closed.handGradient(STEPS - 1)[0][trial] += 1000;
                closed.handGradient(STEPS - 1)[1][trial] += 500;
            }
            for (int step = 0; step < STEPS - 1; step++) {
                Arrays.fill(closed.activityWeight(step), ACTIVITY);
                sum += closed.activity(step);
            }
            return sum;
        }
    }
}
