// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Feedback;
import betz.data.Recording;
import betz.effector.PointMass;
import betz.loop.Network;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Holds trainings that end before their last iteration, and the looks at trials set aside, to what they promise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingTest {
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final int MUSCLES = BODY.muscles();
    private static final Leaky CELL = new Leaky(6, 0.03, Activation.TANH, Readout.SIGMOID, -2);
    private static final int SET = 9;
    private static final int ITERATIONS = 12;
    private static final long SEED = 21;
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));

    /** Looks at three of nine trials every other update. */
    private static final Stop LOOKING = new Stop(0, 0.3, 2, 2);

    /** Makes everything worse. */
    private static final Bptt WILD = new Bptt(new Sgd(0.5, 0.9, false), 1.0);

    private static Trainer trainer(Bptt rule, Stop stop, Recording target) {
        var training = new Training(Mode.ClosedLoop.DEFAULT, rule, ITERATIONS, 4, SET, 1, Loss.DEFAULT, stop);
        return new Trainer(BODY, NOISY, Network.of(CELL, MUSCLES, MinimumJerk.DT), target, training, SEED);
    }

    private static Recording reaches() {
        return MinimumJerk.reaches(BODY, SET, 20);
    }

    private static Checkpoint start(Bptt rule) {
        return Checkpoint.start(CELL.initial(Observation.rows(MUSCLES), MUSCLES, 5), rule.optimiser());
    }

    private static Checkpoint run(Bptt rule, Stop stop, Checkpoint from, int threads, Kept kept) {
        try (var workers = new Workers(threads)) {
            return trainer(rule, stop, reaches()).run(from, workers, kept);
        }
    }

    private static void same(Checkpoint one, Checkpoint other) {
        assertThat(one.weights()).containsExactly(other.weights());
        assertThat(one.moments()).isDeepEqualTo(other.moments());
        assertThat(one.history()).isEqualTo(other.history());
        assertThat(one.checks().losses()).containsExactly(other.checks().losses());
        assertThat(one.checks().best()).containsExactly(other.checks().best());
    }

    @Test
    void a_training_ends_with_the_first_update_whose_loss_is_below_the_limit() {
        Checkpoint whole = run(Bptt.DEFAULT, Stop.DEFAULT, start(Bptt.DEFAULT), 1, new Kept());
        double[] losses =
                whole.history().stream().mapToDouble(u -> u.loss().total()).toArray();
        double limit = Arrays.stream(losses).sorted().skip(2).findFirst().orElseThrow();
        int first = 0;
        while (losses[first] >= limit) {
            first++;
        }
        var kept = new Kept();

        Checkpoint end = run(Bptt.DEFAULT, new Stop(limit, 0, 1, 0), start(Bptt.DEFAULT), 1, kept);

        assertThat(end.history()).isEqualTo(whole.history().subList(0, first + 1));
        assertThat(kept.states.get(kept.states.size() - 1).iteration()).isEqualTo(first + 1);
    }

    @Test
    void a_training_that_gets_no_better_ends_and_leaves_the_weights_of_its_best_look() {
        var kept = new Kept();

        Checkpoint end = run(WILD, LOOKING, start(WILD), 1, kept);

        int best = end.checks().countToBest();
        assertThat(end.iteration()).isEqualTo(2 * (best + 2)).isLessThan(ITERATIONS);
        assertThat(end.checks().count()).isEqualTo(best + 2);
        assertThat(end.result())
                .containsExactly(kept.states.get(2 * best - 1).weights())
                .isNotEqualTo(end.weights());
    }

    @Test
    void going_on_from_any_update_gives_the_bits_of_the_straight_run_even_where_a_look_was_left_out() {
        var kept = new Kept();
        Checkpoint straight = run(WILD, LOOKING, start(WILD), 1, kept);

        same(run(WILD, LOOKING, start(WILD), 3, new Kept()), straight);
        for (Checkpoint state : kept.states) {
            same(run(WILD, LOOKING, state, 2, new Kept()), straight);
            if (state.iteration() % 2 == 0) {
                var again = new Kept();
                Checkpoint before = state.iteration() == 2 ? start(WILD) : kept.states.get(state.iteration() - 3);
                var cut = new Checkpoint(
                        state.iteration(), state.weights(), state.moments(), state.history(), before.checks());
                same(run(WILD, LOOKING, cut, 2, again), straight);
                same(again.states.get(0), state);
            }
        }
    }

    @Test
    void no_batch_has_a_trial_that_was_set_aside() {
        Recording target = reaches();
        for (int trial : LOOKING.setAside(SET, SEED)) {
            target.signal("hand.position").set(trial, 10, 1, Double.NaN);
        }
        try (var workers = new Workers(1)) {
            Checkpoint end =
                    trainer(Bptt.DEFAULT, new Stop(0, 0.3, 2, 0), target).run(start(Bptt.DEFAULT), workers, new Kept());

            assertThat(end.iteration()).isEqualTo(ITERATIONS); // a batch with one of them would have diverged
            assertThat(end.checks().losses()).hasSize(ITERATIONS / 2).containsOnly(Double.NaN);
            assertThat(end.result()).containsExactly(end.weights());
        }
    }

    @Test
    void a_look_is_the_mean_over_the_trials_set_aside_without_the_norm_of_the_weights() {
        var heavy = Losses.squares("position", 1, "weights", 1e3);
        double[] errors = new double[2];
        Stop[] stops = {new Stop(0, 0.3, 1, 0), new Stop(0, 0.6, 1, 0)};
        for (int i = 0; i < 2; i++) {
            Recording target = reaches();
            int[] aside = stops[i].setAside(SET, SEED);
            for (int trial : aside) {
                for (int step = 0; step < 20; step++) {
                    target.signal("hand.position").set(trial, step, 0, 1e3);
                    target.signal("hand.position").set(trial, step, 1, 0);
                }
            }
            var training = new Training(Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1, 4, SET, 1, heavy, stops[i]);
            var trainer = new Trainer(
                    BODY, Feedback.DEFAULT, Network.of(CELL, MUSCLES, MinimumJerk.DT), target, training, SEED);
            try (var workers = new Workers(2)) {
                errors[i] = trainer.run(start(Bptt.DEFAULT), workers, new Kept())
                        .checks()
                        .losses()[0];
            }
        }

        // every hand stays within 1 m of the start: 1 km is 1e5 cm, off by at most a thousandth
        assertThat(errors[0]).isCloseTo(1e10, within(1e10 * 0.003));
        assertThat(errors[1]).isCloseTo(errors[0], within(1e10 * 0.003));
    }

    @Test
    void looks_change_no_bit_of_a_training_that_has_the_trials_left_alone() {
        Stop rare = new Stop(0, 0.3, 1000, 0);
        Stop often = new Stop(0, 0.3, 1, 0);

        Checkpoint one = run(Bptt.DEFAULT, rare, start(Bptt.DEFAULT), 2, new Kept());
        Checkpoint other = run(Bptt.DEFAULT, often, start(Bptt.DEFAULT), 2, new Kept());

        assertThat(other.weights()).containsExactly(one.weights());
        assertThat(other.history()).isEqualTo(one.history());
        assertThat(other.checks().count()).isEqualTo(ITERATIONS);
        assertThat(one.checks().count()).isZero();
    }

    @Test
    void a_search_sees_all_trials_but_those_set_aside() {
        var rule = new Bptt(new Lbfgs(3, 1e-4, 0.9, 8), 1.0);

        Checkpoint end = run(rule, LOOKING, start(rule), 2, new Kept());

        assertThat(end.checks().count()).isPositive();
        assertThat(end.history())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.loss().total(), a.loss().total()));
    }
}
