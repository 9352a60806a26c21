// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Feedback;
import betz.effector.PointMass;
import betz.loop.Network;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds trainings with every optimiser and schedule to one behaviour. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesTrainTest {
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final int MUSCLES = BODY.muscles();
    private static final Leaky CELL = new Leaky(6, 0.03, Activation.TANH, Readout.SIGMOID, -2);
    private static final int SET = 9;
    private static final int UPDATES = 6;
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));

    static Stream<Bptt> rules() {
        return Stream.of(
                new Bptt(new Sgd(1e-3, 0.9, true), 1.0),
                new Bptt(Rmsprop.DEFAULT, 1.0),
                new Bptt(Adamw.DEFAULT, 1.0, new Schedule.Exponential(0.5, 2), 2),
                new Bptt(Adam.DEFAULT, 1.0, Schedule.Cosine.DEFAULT, 0),
                new Bptt(Adam.DEFAULT, 1.0, new Schedule.OnPlateau(0.5, 1, 0.01), 1),
                new Bptt(Adam.DEFAULT, 1.0, Schedule.Constant.DEFAULT, 0, new Extent.Truncated(0.1, 0.04)),
                new Bptt(new Lbfgs(3, 1e-4, 0.9, 8), 1.0));
    }

    private static Trainer trainer(Bptt rule) {
        var training = new Training(Mode.ClosedLoop.DEFAULT, rule, UPDATES, SET, SET, 1, Loss.DEFAULT);
        var network = Network.of(CELL, MUSCLES, MinimumJerk.DT);
        return new Trainer(BODY, NOISY, network, MinimumJerk.reaches(BODY, SET, 20), training, 21);
    }

    private static Checkpoint start(Bptt rule) {
        return Checkpoint.start(CELL.initial(Observation.rows(MUSCLES), MUSCLES, 5), rule.optimiser());
    }

    private static Checkpoint run(Bptt rule, Checkpoint from, int threads, Kept kept) {
        try (var workers = new Workers(threads)) {
            return trainer(rule).run(from, workers, kept);
        }
    }

    private static void same(Checkpoint one, Checkpoint other) {
        assertThat(one.weights()).containsExactly(other.weights());
        assertThat(one.moments()).isDeepEqualTo(other.moments());
        assertThat(one.history()).isEqualTo(other.history());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void going_on_from_any_update_on_any_number_of_threads_gives_the_bits_of_the_straight_run(Bptt rule) {
        var kept = new Kept();
        Checkpoint straight = run(rule, start(rule), 1, kept);

        same(run(rule, start(rule), 3, new Kept()), straight);
        assertThat(kept.states).hasSize(UPDATES);
        for (Checkpoint state : kept.states) {
            same(run(rule, state, 2, new Kept()), straight);
        }
        assertThat(straight.weights()).isNotEqualTo(start(rule).weights());
    }

    @Test
    void a_schedule_scales_the_step_of_every_update() {
        var plain = new Kept();
        var slow = new Kept();
        var sgd = new Sgd(1e-3, 0, false);
        run(new Bptt(sgd, 1e9), start(Bptt.DEFAULT), 1, plain);

        run(new Bptt(sgd, 1e9, Schedule.Constant.DEFAULT, 4), start(Bptt.DEFAULT), 1, slow);

        double[] start = start(Bptt.DEFAULT).weights();
        double[] whole = plain.states.get(0).weights();
        double[] quarter = slow.states.get(0).weights();
        for (int i = 0; i < start.length; i++) {
            assertThat(quarter[i] - start[i]).isCloseTo((whole[i] - start[i]) / 4, within(1e-15)); // of weights near 1
        }
    }

    @Test
    void a_search_sees_all_trials_with_the_same_noise_in_every_update_so_that_the_loss_never_rises() {
        var rule = new Bptt(Lbfgs.DEFAULT, 1.0);
        var kept = new Kept();
        run(rule, start(rule), 1, kept);

        double before = Double.POSITIVE_INFINITY;
        for (Checkpoint.Update update : kept.updates) {
            assertThat(update.loss().total()).isLessThan(before);
            assertThat(update.clipped()).isFalse();
            before = update.loss().total();
        }
        double first = kept.updates.get(0).loss().total();
        assertThat(before).isLessThan(0.9 * first);
    }

    @Test
    void the_loss_of_a_search_is_the_mean_over_all_trials() {
        var trainer = trainer(new Bptt(Lbfgs.DEFAULT, 1.0));
        double[] weights = start(Bptt.DEFAULT).weights();
        try (var workers = new Workers(1)) {
            LossTerms early = trainer.gradient(0, weights, workers, new double[weights.length]);
            LossTerms late = trainer.gradient(5, weights, workers, new double[weights.length]);

            assertThat(late).isEqualTo(early);
            assertThat(new Batches(training(Lbfgs.DEFAULT), new int[] {4, 7, 8}, 1).choose(3))
                    .containsExactly(4, 7, 8);
            assertThat(new Batches(training(Adam.DEFAULT), new int[] {4, 7, 8}, 1).choose(3))
                    .hasSize(SET)
                    .containsOnly(4, 7, 8);
        }
    }

    private static Training training(Optimiser optimiser) {
        return new Training(Mode.ClosedLoop.DEFAULT, new Bptt(optimiser, 1), UPDATES, SET, SET, 1, Loss.DEFAULT);
    }
}
