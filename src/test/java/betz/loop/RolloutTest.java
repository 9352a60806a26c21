// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.effector.PointMass;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Readout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutTest {
    private static final int STEPS = 30;
    private static final PointMass BODY = PointMass.DEFAULT;

    @Test
    void senses_deliver_exactly_what_was_so_many_steps_ago_and_the_first_state_before_that() {
        var felt = new Feeling();

        Recording recording = new Rollout(BODY, Feedback.DEFAULT).run(felt, Reaches.trials(3, STEPS), 1);

        Signal hand = recording.signal("hand.position");
        assertThat(hand.get(1, STEPS - 1, 0)).isNotEqualTo(hand.get(1, 0, 0));
        for (int step = 0; step < STEPS - 1; step++) {
            // 70 ms are 7 steps
            assertThat(felt.handX.get(step)).isEqualTo(hand.get(1, Math.max(0, step - 7), 0));
        }
    }

    @Test
    void both_ways_of_running_a_network_take_the_same_path() {
        Cell cell = new Gru(9, Readout.SIGMOID, -1);
        TrialBatch trials = Reaches.trials(3, STEPS);
        Network network = Network.of(cell, BODY.muscles(), trials.dt());
        double[] weights = cell.initial(Observation.rows(BODY.muscles()), BODY.muscles(), 4);
        var loop = new ClosedLoop(BODY, Feedback.DEFAULT, network.factory(), 3, STEPS, trials.dt());

        loop.forward(weights, trials, Starts.of(BODY, trials), new Draws(1, 0, 0));
        Recording recording =
                new Rollout(BODY, Feedback.DEFAULT).run(new NetworkController(network, weights), trials, 1);

        double[][] rate = new double[9][3];
        loop.rates(STEPS - 2, rate);
        assertThat(recording.signal("unit.rate").get(2, STEPS - 2, 5)).isEqualTo(rate[5][2]);
        for (int step = 0; step < STEPS; step++) {
            assertThat(recording.signal("hand.velocity").get(2, step, 1)).isEqualTo(loop.hand(step)[3][2]);
        }
    }

    @Test
    void noise_has_the_stated_spread_and_another_seed_gives_other_noise() {
        var noisy = new Feedback(new Feedback.Vision(0, 0.01), Feedback.Proprioception.DEFAULT);
        var felt = new Feeling();
        var other = new Feeling();

        Recording recording = new Rollout(BODY, noisy).run(felt, Reaches.trials(3, 2001), 1);
        new Rollout(BODY, noisy).run(other, Reaches.trials(3, 2001), 2);

        double sum = 0;
        for (int step = 0; step < 2000; step++) {
            double error =
                    felt.handX.get(step) - recording.signal("hand.position").get(1, step, 0);
            sum += error * error;
        }
        // the standard error of a spread from 2000 draws is 1.6 %
        assertThat(Math.sqrt(sum / 2000)).isCloseTo(0.01, within(0.0006));
        assertThat(other.handX).isNotEqualTo(felt.handX);
    }

    @Test
    void a_delay_between_two_steps_is_refused() {
        var feedback = new Feedback(new Feedback.Vision(0.015, 0), Feedback.Proprioception.DEFAULT);

        assertThatThrownBy(() -> new Rollout(BODY, feedback).run(new Feeling(), Reaches.trials(1, STEPS), 1))
                .hasMessage("vision.delay is 0.015 s, expected a multiple of dt, 0.01 s");
    }

    @Test
    void excitation_is_that_which_leads_to_the_next_step_and_the_last_is_repeated() {
        Recording recording = new Rollout(BODY, Feedback.DEFAULT).run(new Feeling(), Reaches.trials(2, STEPS), 1);

        Signal excitation = recording.signal("muscle.excitation");
        assertThat(excitation.get(0, 4, 0)).isEqualTo(0.04);
        assertThat(excitation.get(0, STEPS - 1, 0)).isEqualTo(excitation.get(0, STEPS - 2, 0));
    }

    /** Pulls with the first muscle, 0.01 more at each step up to 0.3, and keeps what it saw of the second trial. */
    private static final class Feeling implements Controller {
        private final List<Double> handX = new ArrayList<>();

        @Override
        public int units() {
            return 1;
        }

        @Override
        public String rateUnit() {
            return "1";
        }

        @Override
        public List<String> groups() {
            return List.of("none");
        }

        @Override
        public Run begin(TrialBatch trials, Draws draws) {
            return new Run() {
                @Override
                public void step(int step, double[][] input, double[][] afferent, double[][] command) {
                    handX.add(afferent[0][afferent[0].length - 1 == 0 ? 0 : 1]);
                    java.util.Arrays.fill(command[0], Math.min(step, 30) / 100.0);
                }

                @Override
                public void rates(double[][] rate) {
                    java.util.Arrays.fill(rate[0], 0);
                }
            };
        }
    }
}
