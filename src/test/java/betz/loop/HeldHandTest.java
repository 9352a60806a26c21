// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Controller;
import betz.data.Cursor;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Handle;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Push;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Since;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Hands that hold a stiff handle, and see a cursor in their place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldHandTest {
    private static final double DT = 0.01;
    private static final int STEPS = 14;
    private static final int LONG = 301; // 3 s, in which all has settled
    private static final Handle HANDLE = new Handle(2500, 50, 25);
    private static final Perturbation NONE = Perturbation.None.DEFAULT;
    private static final Cell CELL = new Leaky(5, 0.03, Activation.TANH, Readout.SIGMOID, -1);
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.03, 0.002), new Feedback.Proprioception(0.01, 0.01));

    /** Excitations of the six muscles, each trial's own. */
    private static final double[][] PULLS = {
        {0.05, 0.02, 0.01, 0.03, 0.02, 0.01},
        {0.01, 0.06, 0.02, 0.01, 0.01, 0.04},
        {0.02, 0.01, 0.05, 0.02, 0.03, 0.01},
    };

    /** In rest the muscles' torques are J'F, with the moment arms and lengths of the arm as its papers give them. */
    @Test
    void the_force_on_the_handle_is_what_the_torques_of_the_muscles_make_of_it_in_rest() {
        Recording recording = pull(Arm26.DEFAULT, held(Arm26.DEFAULT, LONG));

        int end = LONG - 1;
        Signal joint = recording.signal("joint.angle");
        Signal muscle = recording.signal("muscle.force");
        for (int trial = 0; trial < PULLS.length; trial++) {
            double q0 = joint.get(trial, end, 0);
            double q1 = joint.get(trial, end, 1);
            Point force = force(recording, trial, end);
            double[] shoulder = {-0.03, 0.03, 0, 0, -0.03, 0.03};
            double[] elbow = {0, 0, -0.014, 0.025, -0.016, 0.03};
            double[] elbowSlope = {0, 0, -0.004, -0.0022, -0.0057, -0.0032};
            double torque0 = 0;
            double torque1 = 0;
            for (int m = 0; m < shoulder.length; m++) {
                torque0 -= muscle.get(trial, end, m) * shoulder[m];
                torque1 -= muscle.get(trial, end, m) * (elbow[m] + 2 * elbowSlope[m] * q1);
            }
            double upperX = 0.309 * Math.cos(q0);
            double upperY = 0.309 * Math.sin(q0);
            double foreX = 0.333 * Math.cos(q0 + q1);
            double foreY = 0.333 * Math.sin(q0 + q1);
            // decays by exp(-3 s * 10 per s) at least
            assertThat(torque0).isCloseTo(-(upperY + foreY) * force.x() + (upperX + foreX) * force.y(), within(1e-9));
            assertThat(torque1).isCloseTo(-foreY * force.x() + foreX * force.y(), within(1e-9));
            assertThat(force.distance(new Point(0, 0))).isGreaterThan(1); // N: something is pushed
        }
    }

    @Test
    void the_hand_itself_goes_no_farther_than_force_over_stiffness_and_the_cursor_gain_times_as_far() {
        TrialBatch trials = held(Arm26.DEFAULT, LONG);
        Recording recording = pull(Arm26.DEFAULT, trials);

        Signal joint = recording.signal("joint.angle");
        Signal cursor = recording.signal("hand.position");
        for (int trial = 0; trial < PULLS.length; trial++) {
            Point start = trials.get(trial).start();
            double strongest = 0;
            for (int step = 0; step < LONG; step++) {
                Point hand = Arm26.DEFAULT.hand(joint.get(trial, step, 0), joint.get(trial, step, 1));
                // of the damper's lag: K x + B v = F passes no more than the greatest F; the arm's curvature is 1e-4 of
                // it
                assertThat(hand.distance(start)).isLessThanOrEqualTo(1.01 * strongest / HANDLE.stiffness() + 1e-9);
                assertThat(cursor.get(trial, step, 0) - start.x())
                        .isCloseTo(25 * (hand.x() - start.x()), within(1e-12));
                assertThat(cursor.get(trial, step, 1) - start.y())
                        .isCloseTo(25 * (hand.y() - start.y()), within(1e-12));
                strongest = Math.max(strongest, force(recording, trial, step).distance(new Point(0, 0)));
            }
        }
    }

    @Test
    void a_push_on_a_held_mass_moves_it_by_force_over_stiffness() {
        var push = new Push.Step(4, 0, Since.START, 0);
        TrialBatch trials = held(PointMass.DEFAULT, LONG).with(push);

        Recording recording = new Rollout(PointMass.DEFAULT, FEEDBACK).run(new Pulling(new double[3][4]), trials, 1);

        // 4 N over 2500 N/m, times 25: 4 cm along the way of the first trial, to the right
        double x = recording.signal("hand.position").get(0, LONG - 1, 0);
        assertThat(x - trials.get(0).start().x()).isCloseTo(0.04, within(1e-12)); // exp(-25 per s * 3 s), rounding
    }

    @Test
    void a_handle_changes_its_own_trial_and_no_other() {
        TrialBatch free = Reaches.trials(3, STEPS, Arm26.DEFAULT.home());
        TrialBatch mixed = each(free, i -> i == 1 ? free.get(i).holding(HANDLE) : free.get(i));

        Recording before = pull(Arm26.DEFAULT, free);
        Recording after = pull(Arm26.DEFAULT, mixed);

        for (int trial = 0; trial < 3; trial++) {
            double[] hand = after.signal("hand.velocity").trace(trial, 0);
            if (trial == 1) {
                assertThat(hand).isNotEqualTo(before.signal("hand.velocity").trace(trial, 0));
            } else {
                assertThat(hand).containsExactly(before.signal("hand.velocity").trace(trial, 0));
            }
        }
    }

    @Test
    void the_gradient_through_handle_and_screen_equals_central_differences() {
        var turned = new Cursor(0.3, 1.5, true);
        var push = new Push.Pulse(4, 1, Since.GO, 0.02, 0.03);
        for (Effector effector : List.of(
                PointMass.DEFAULT.with(Integrator.RK4, Convention.BETZ),
                Arm26.DEFAULT,
                Arm26.DEFAULT.with(Integrator.SEMI_IMPLICIT, Convention.BETZ).withMiniSteps(2))) {
            TrialBatch free = Reaches.trials(4, STEPS, effector.home());
            TrialBatch trials = each(
                    free,
                    i -> i == 0
                            ? free.get(i)
                            : free.get(i)
                                    .with(List.of(NONE, NONE, turned, push).get(i))
                                    .holding(HANDLE));
            var loop = new Weighted(effector, trials);
            double[] weights = CELL.initial(Observation.rows(effector.muscles()), effector.muscles(), 2);
            double[] gradient = new double[weights.length];

            loop.loss(weights);
            loop.loop.backward(gradient);

            double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < weights.length; i += 7) {
                double kept = weights[i];
                weights[i] = kept + 1e-5;
                double above = loop.loss(weights);
                weights[i] = kept - 1e-5;
                double below = loop.loss(weights);
                weights[i] = kept;
                assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-6 * greatest));
            }
        }
    }

    private static TrialBatch held(Effector effector, int steps) {
        TrialBatch free = Reaches.trials(PULLS.length, steps, effector.home());
        return each(free, i -> free.get(i).holding(HANDLE));
    }

    private static TrialBatch each(TrialBatch trials, java.util.function.IntFunction<Trial> change) {
        return new TrialBatch(
                trials.dt(),
                trials.steps(),
                IntStream.range(0, trials.size()).mapToObj(change).toList());
    }

    private static Recording pull(Effector effector, TrialBatch trials) {
        return new Rollout(effector, FEEDBACK).run(new Pulling(PULLS), trials, 1);
    }

    private static Point force(Recording recording, int trial, int step) {
        Point start = recording.trials().get(trial).start();
        Signal place = recording.signal("hand.position");
        Signal speed = recording.signal("hand.velocity");
        return new Point(
                HANDLE.force(place.get(trial, step, 0) - start.x(), speed.get(trial, step, 0)),
                HANDLE.force(place.get(trial, step, 1) - start.y(), speed.get(trial, step, 1)));
    }

    /** Commands the same at every step. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pulling(double[][] excitation) implements Controller {

        @Override
        public int units() {
            return 0;
        }

        @Override
        public String rateUnit() {
            return "1";
        }

        @Override
        public List<String> groups() {
            return List.of();
        }

        @Override
        public Run begin(TrialBatch trials, Draws draws) {
            return new Run() {
                @Override
                public void step(int step, double[][] input, double[][] afferent, double[][] command) {
                    for (int m = 0; m < command.length; m++) {
                        for (int trial = 0; trial < command[m].length; trial++) {
                            command[m][trial] = excitation[trial][m];
                        }
                    }
                }

                @Override
                public void rates(double[][] rate) {}
            };
        }
    }

    /** A random weighting of place and velocity of the cursor at every step. */
    private static final class Weighted {
        private final Effector effector;
        private final TrialBatch trials;
        private final ClosedLoop loop;

        Weighted(Effector effector, TrialBatch trials) {
            this.effector = effector;
            this.trials = trials;
            var network = Network.definition(CELL, effector.muscles(), DT);
            loop = new ClosedLoop(effector, FEEDBACK, network.factory(), trials.size(), STEPS, DT);
        }

        double loss(double[] weights) {
            loop.forward(weights, trials, Starts.of(effector, trials), new Draws(7, 1, 0));
            loop.clearGradients();
            var random = RandomStream.of(3, "weighting");
            double sum = 0;
            for (int step = 0; step < STEPS; step++) {
                for (int row = 0; row < Sight.ROWS; row++) {
                    for (int trial = 0; trial < trials.size(); trial++) {
                        double weight = random.nextGaussian();
                        sum += weight * loop.hand(step)[row][trial];
                        loop.handGradient(step)[row][trial] += weight;
                    }
                }
            }
            return sum;
        }
    }
}
