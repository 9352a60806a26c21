// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.PointMass;
import betz.loop.Network;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training does from update to update: draws, shards, clipping, checkpoints, divergence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainerTest {
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final Leaky CELL = new Leaky(6, 0.03, Activation.TANH, Readout.SIGMOID, -2);
    private static final int MUSCLES = BODY.muscles();
    private static final long SEED = 21;
    private static final int SET = 9;
    private static final Loss POSITION = Losses.squares("position", 1);
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13})
    void any_batch_takes_the_same_bits_on_any_number_of_threads(int batch) {
        var alone = run(training(batch, 3, 1, 1.0, Loss.DEFAULT), reaches(), 1, new Kept());

        for (int threads : new int[] {2, 4, 5}) {
            var shared = run(training(batch, 3, 1, 1.0, Loss.DEFAULT), reaches(), threads, new Kept());
            assertThat(shared.weights()).containsExactly(alone.weights());
            assertThat(shared.history()).isEqualTo(alone.history());
        }
    }

    @Test
    void the_gradient_of_a_batch_is_the_mean_over_its_trials_however_it_is_cut() {
        // a batch of 9 draws trials of other places; without noise a trial's part depends on itself alone
        Trainer whole = trainer(training(9, 1, 1, 1.0, POSITION), reaches(), Feedback.DEFAULT);
        double[] gradient = new double[weights().length];
        double[] sum = new double[weights().length];
        double loss;
        double parts = 0;

        try (var workers = new Workers(1)) {
            loss = whole.gradient(4, weights(), workers, gradient).get("position");
            for (int place = 0; place < 9; place++) {
                Recording one = only(reaches(), drawn(4, place));
                double[] part = new double[sum.length];
                Trainer single = trainer(training(1, 1, 1, 1.0, POSITION), one, Feedback.DEFAULT);
                parts += single.gradient(0, weights(), workers, part).get("position") / 9;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i] / 9;
                }
            }
        }

        assertThat(parts).isCloseTo(loss, within(1e-12 * loss));
        for (int i = 0; i < sum.length; i++) {
            // single precision: sums over other numbers of rows
            assertThat(sum[i]).isCloseTo(gradient[i], within(1e-4 * Math.abs(gradient[i]) + 1e-5));
        }
    }

    @Test
    void a_batch_is_drawn_by_seed_iteration_and_place_alone() {
        Trainer one = trainer(training(4, 1, 1, 1.0, Loss.DEFAULT), reaches(), NOISY);
        Trainer other = trainer(training(4, 1, 1, 1.0, Loss.DEFAULT), reaches(), NOISY);
        try (var workers = new Workers(1)) {
            for (int iteration : new int[] {7, 2, 5, 2}) {
                double[] gradient = new double[weights().length];
                double[] again = new double[weights().length];

                LossTerms loss = one.gradient(iteration, weights(), workers, gradient);

                other.gradient(iteration + 1, weights(), workers, again); // other draws in between leave no trace
                assertThat(again).isNotEqualTo(gradient);
                assertThat(other.gradient(iteration, weights(), workers, again)).isEqualTo(loss);
                assertThat(again).containsExactly(gradient);
            }
        }
    }

    @Test
    void the_loss_of_a_batch_is_that_of_the_trials_that_its_key_draws() {
        // nothing moves in the first steps, so a trial's loss is how far its target is off
        Recording target = reaches();
        for (int trial = 0; trial < SET; trial++) {
            for (int step = 0; step < 2; step++) {
                target.signal("hand.position").set(trial, step, 0, 0.01 * trial);
                target.signal("hand.position").set(trial, step, 1, 0);
            }
        }
        var first = new Recording(
                new TrialBatch(
                        MinimumJerk.DT,
                        20,
                        target.trials().trials().stream()
                                .map(t -> new Trial(t.condition(), t.start(), t.target(), 0, 0, 1))
                                .toList()),
                List.copyOf(target.signals()));
        Trainer trainer = trainer(training(5, 1, 1, 1.0, POSITION), first, Feedback.DEFAULT);
        try (var workers = new Workers(1)) {
            for (int iteration = 0; iteration < 20; iteration++) {
                int key = iteration;
                double expected = IntStream.range(0, 5)
                        .map(place -> drawn(key, place))
                        .mapToDouble(trial -> trial * trial)
                        .average()
                        .orElseThrow();

                double loss = trainer.gradient(iteration, weights(), workers, new double[weights().length])
                        .get("position");

                assertThat(loss).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void a_gradient_is_scaled_to_the_clip_only_if_it_is_longer() {
        double[] free = moments(1e9);
        double norm = Math.sqrt(Arrays.stream(free).map(g -> g * g).sum());
        var kept = new Kept();

        double[] atTheNorm = moments(run(training(4, 1, 1, 1e9, Loss.DEFAULT), reaches(), 1, kept)
                .history()
                .get(0)
                .gradientNorm());
        double[] halved = moments(norm / 2);

        assertThat(kept.updates.get(0).gradientNorm()).isCloseTo(norm, within(1e-12 * norm));
        assertThat(atTheNorm).containsExactly(free);
        for (int i = 0; i < free.length; i++) {
            assertThat(halved[i]).isCloseTo(free[i] / 2, within(1e-12 * norm));
        }
    }

    @Test
    void clipped_updates_are_counted() {
        var kept = new Kept();
        Checkpoint all = run(training(4, 3, 1, 1e-6, Loss.DEFAULT), reaches(), 1, kept);
        Checkpoint none = run(training(4, 3, 1, 1e9, Loss.DEFAULT), reaches(), 1, new Kept());

        assertThat(all.clipped()).isEqualTo(3);
        assertThat(none.clipped()).isZero();
        assertThat(kept.updates).extracting(Checkpoint.Update::clipped).containsOnly(true);
        assertThat(kept.updates).isEqualTo(all.history());
    }

    @Test
    void going_on_from_any_iteration_gives_the_bits_of_the_straight_run() {
        var training = training(5, 6, 1, 1.0, Loss.DEFAULT);
        var kept = new Kept();
        Checkpoint straight = run(training, reaches(), 2, kept);

        for (Checkpoint state : kept.states) {
            double[] before = state.weights();
            double[][] momentsBefore = state.moments();
            try (var workers = new Workers(1)) {
                Checkpoint resumed = trainer(training, reaches(), NOISY).run(state, workers, new Kept());

                assertThat(resumed.weights()).containsExactly(straight.weights());
                assertThat(resumed.moments()).isDeepEqualTo(straight.moments());
                assertThat(resumed.history()).isEqualTo(straight.history());
                assertThat(resumed.iteration()).isEqualTo(6);
            }
            assertThat(state.weights()).containsExactly(before); // what is resumed from is left alone
            assertThat(state.moments()).isDeepEqualTo(momentsBefore);
        }
        assertThat(kept.states).hasSize(6);
    }

    @Test
    void checkpoints_come_every_so_many_updates_and_at_the_end() {
        var kept = new Kept();
        run(training(2, 10, 4, 1.0, Loss.DEFAULT), reaches(), 1, kept);

        assertThat(kept.states).extracting(Checkpoint::iteration).containsExactly(4, 8, 10);
        assertThat(kept.states).extracting(state -> state.history().size()).containsExactly(4, 8, 10);
        assertThat(kept.iterations).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void a_checkpoint_does_not_change_when_training_goes_on() {
        var kept = new Kept();
        Checkpoint end = run(training(2, 2, 1, 1.0, Loss.DEFAULT), reaches(), 1, kept);

        assertThat(kept.states.get(0).weights()).isNotEqualTo(end.weights());
        assertThat(kept.states.get(0).moments()[0]).isNotEqualTo(end.moments()[0]);
        double[] copy = end.weights();
        copy[0] += 1;
        assertThat(end.weights()[0]).isNotEqualTo(copy[0]);
    }

    @Test
    void a_training_without_iterations_leaves_the_weights() {
        Checkpoint end = run(training(2, 0, 1, 1.0, Loss.DEFAULT), reaches(), 1, new Kept());

        assertThat(end.weights()).containsExactly(weights());
        assertThat(end.history()).isEmpty();
    }

    @Test
    void a_checkpoint_of_a_longer_training_is_refused() {
        var late = new Checkpoint(7, weights(), new double[2][weights().length], List.of());
        try (var workers = new Workers(1)) {
            Trainer trainer = trainer(training(2, 6, 1, 1.0, Loss.DEFAULT), reaches(), NOISY);

            assertThatThrownBy(() -> trainer.run(late, workers, new Kept()))
                    .hasMessage("iteration of the checkpoint is 7, expected 0 to 6");
        }
    }

    @Test
    void divergence_tells_its_iteration_and_keeps_the_weights_before_it() {
        // the first batch of one that draws trial 3, which has no number as its target
        int bad = 0;
        while (drawn(bad, 0) != 3) {
            bad++;
        }
        int iteration = bad;
        Recording target = reaches();
        target.signal("hand.position").set(3, 10, 1, Double.NaN);
        var kept = new Kept();

        assertThatThrownBy(() -> run(training(1, 40, 1, 1.0, Loss.DEFAULT), target, 1, kept))
                .isInstanceOfSatisfying(Diverged.class, stop -> {
                    assertThat(stop.lastGood().iteration()).isEqualTo(iteration);
                    assertThat(stop.lastGood().history()).hasSize(iteration);
                    assertThat(stop.lastGood().weights())
                            .containsExactly(kept.states.get(iteration - 1).weights());
                    assertThat(stop.lastGood().moments())
                            .isDeepEqualTo(kept.states.get(iteration - 1).moments());
                })
                .hasMessageStartingWith(
                        "Training diverged at iteration " + (iteration + 1) + ": the loss is LossTerms[position=NaN")
                .hasMessageEndingWith("Lower training.rule.optimiser.rate or training.rule.clip.");
        assertThat(iteration).isPositive();
        assertThat(kept.iterations).hasSize(iteration);
    }

    @Test
    void a_point_mass_learns_to_follow_minimum_jerk_reaches() {
        var cell = new Leaky(32, 0.03, Activation.TANH, Readout.SIGMOID, -3);
        var fast = new Bptt(new Adam(0.005, 0.9, 0.999, 1e-8), 1.0);
        var training = new Training(Mode.ClosedLoop.DEFAULT, fast, 150, 16, 32, 150, Loss.DEFAULT);
        var network = Network.of(cell, MUSCLES, MinimumJerk.DT);
        var trainer = new Trainer(BODY, Feedback.DEFAULT, network, MinimumJerk.reaches(BODY, 32, 70), training, SEED);
        double[] weights = cell.initial(Observation.rows(MUSCLES), MUSCLES, 5);

        try (var workers = new Workers(2)) {
            Checkpoint end = trainer.run(Checkpoint.start(weights, Adam.DEFAULT), workers, new Kept());

            double first = end.history().get(0).loss().get("position");
            double last = end.history().get(149).loss().get("position");
            assertThat(first).isGreaterThan(20); // at rest 10 cm away for half the trial
            assertThat(last).isLessThan(first / 10);
        }
    }

    @Test
    void settings_of_a_training_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> training(0, 1, 1, 1, POSITION)).hasMessage("batch is 0, expected 1 to 65536");
        assertThatThrownBy(() -> training(1, -1, 1, 1, POSITION))
                .hasMessage("iterations is -1, expected 0 to 10000000");
        assertThatThrownBy(() -> training(1, 1, 0, 1, POSITION)).hasMessage("checkpoint is 0, expected 1 to 10000000");
        assertThatThrownBy(() -> training(1, 1, 1, 0, POSITION)).hasMessage("clip is 0.0, expected a number above 0");
        assertThatThrownBy(() -> new Adam(0, 0.9, 0.9, 1e-8)).hasMessage("rate is 0.0, expected a number above 0");
        assertThatThrownBy(() -> new Adam(1, 1, 0.9, 1e-8)).hasMessageStartingWith("beta1 is 1.0, expected 0.0 to");
        assertThatThrownBy(() -> new Adam(1, 0.9, 0.9, 0)).hasMessage("epsilon is 0.0, expected a number above 0");
    }

    private static int drawn(int iteration, int place) {
        return RandomStream.of(SEED, "batch", iteration, place).nextInt(SET);
    }

    /** Returns ten times Adam's first moment after one update: the gradient that it was given. */
    private static double[] moments(double clip) {
        double[] moment = run(training(4, 1, 1, clip, Loss.DEFAULT), reaches(), 1, new Kept())
                .moments()[0];
        return Arrays.stream(moment).map(m -> m / (1 - 0.9)).toArray();
    }

    private static Recording reaches() {
        return MinimumJerk.reaches(BODY, SET, 20);
    }

    /** Returns one trial of a recording. */
    private static Recording only(Recording all, int trial) {
        var signals = all.signals().stream()
                .map(signal -> {
                    var one = Signal.zeros(signal.name(), signal.unit(), 1, 20, signal.channels());
                    System.arraycopy(signal.values(), trial * 40, one.values(), 0, 40);
                    return one;
                })
                .toList();
        return new Recording(all.trials().select(trial), signals);
    }

    private static double[] weights() {
        return CELL.initial(Observation.rows(MUSCLES), MUSCLES, 5);
    }

    private static Training training(int batch, int iterations, int checkpoint, double clip, Loss loss) {
        var rule = new Bptt(Adam.DEFAULT, clip);
        return new Training(Mode.ClosedLoop.DEFAULT, rule, iterations, batch, SET, checkpoint, loss);
    }

    private static Trainer trainer(Training training, Recording target, Feedback feedback) {
        return new Trainer(BODY, feedback, Network.of(CELL, MUSCLES, MinimumJerk.DT), target, training, SEED);
    }

    private static Checkpoint run(Training training, Recording target, int threads, Kept kept) {
        try (var workers = new Workers(threads)) {
            return trainer(training, target, NOISY).run(Checkpoint.start(weights(), Adam.DEFAULT), workers, kept);
        }
    }
}
