// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Condition;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.PointMass;
import betz.loop.NetworkFactory;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainerTest {
    private static final double DT = 0.01;
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final Cell SMALL = new Leaky(10, 0.05, Activation.TANH, Readout.SIGMOID, -2);
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));

    @Test
    void gradient_of_every_term_of_the_loss_equals_central_differences() {
        for (Loss loss : List.of(
                new Loss(1, 0, 0, 0, 0),
                new Loss(0, 1, 0, 0, 0),
                new Loss(0, 0, 1, 0, 0),
                new Loss(0, 0, 0, 1, 0),
                new Loss(0, 0, 0, 0, 1))) {
            Trainer trainer = trainer(SMALL, NOISY, reaches(12, 20), training(1, loss), true);
            double[] weights = initial(SMALL);
            double[] gradient = new double[weights.length];
            try (var workers = new Workers(1)) {
                trainer.gradient(3, weights, workers, gradient);
                for (int i = 0; i < weights.length; i += 17) {
                    double difference = difference(trainer, workers, weights, i);
                    assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(0.1, Math.abs(difference))));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_number_of_threads_changes_no_bit(int threads) {
        assertThat(train(threads, 6, new Noting()).weights())
                .containsExactly(train(1, 6, new Noting()).weights());
    }

    @Test
    void going_on_from_a_checkpoint_gives_the_bits_of_the_straight_run() {
        var noting = new Noting();
        Checkpoint straight = train(2, 9, noting);
        Checkpoint middle = noting.kept.get(0);

        try (var workers = new Workers(1)) {
            Checkpoint resumed = trainer(SMALL, NOISY, reaches(12, 20), training(9, Loss.DEFAULT), false)
                    .run(middle, workers, new Noting());

            assertThat(middle.iteration()).isEqualTo(4);
            assertThat(resumed.weights()).containsExactly(straight.weights());
            assertThat(resumed.moments()).isDeepEqualTo(straight.moments());
            assertThat(resumed.history()).isEqualTo(straight.history());
        }
    }

    @Test
    void a_loss_that_is_no_number_ends_training_and_keeps_the_last_good_state() {
        Recording target = reaches(12, 20);
        java.util.Arrays.fill(target.signal("hand.velocity").values(), Double.NaN);
        Trainer trainer = trainer(SMALL, NOISY, target, training(5, Loss.DEFAULT), false);
        double[] weights = initial(SMALL);

        try (var workers = new Workers(1)) {
            assertThatThrownBy(() -> trainer.run(Checkpoint.start(weights, Adam.DEFAULT), workers, new Noting()))
                    .isInstanceOfSatisfying(
                            Diverged.class,
                            stop -> assertThat(stop.lastGood().weights()).containsExactly(weights))
                    .hasMessageContaining("iteration 1")
                    .hasMessageContaining("velocity=NaN");
        }
    }

    @Test
    void steps_after_a_trials_end_do_not_count() {
        Recording target = reaches(12, 20);
        List<Trial> shorter = target.trials().trials().stream()
                .map(t -> new Trial(t.condition(), t.start(), t.target(), t.targetOn(), t.goCue(), 15))
                .toList();
        for (int trial = 0; trial < 12; trial++) {
            for (int step = 15; step < 20; step++) {
                target.signal("hand.position").set(trial, step, 0, 1e6);
            }
        }
        var masked = new Recording(new TrialBatch(DT, 20, shorter), List.copyOf(target.signals()));
        double[] weights = initial(SMALL);

        try (var workers = new Workers(1)) {
            LossTerms terms = trainer(SMALL, NOISY, masked, training(1, Loss.DEFAULT), false)
                    .gradient(0, weights, workers, new double[weights.length]);

            assertThat(terms.position()).isLessThan(1000); // 10 cm off are 100
        }
    }

    @Test
    void a_point_mass_learns_to_follow_minimum_jerk_reaches() {
        Cell cell = new Leaky(32, 0.03, Activation.TANH, Readout.SIGMOID, -3);
        var training = new Training(Training.Mode.CLOSED_LOOP, FAST, 150, 16, 32, 150, Loss.DEFAULT);
        Trainer trainer = trainer(cell, Feedback.DEFAULT, reaches(32, 70), training, false);

        try (var workers = new Workers(2)) {
            Checkpoint end = trainer.run(Checkpoint.start(initial(cell), Adam.DEFAULT), workers, new Noting());

            double first = end.history().get(0).loss().position();
            double last = end.history().get(149).loss().position();
            assertThat(first).isGreaterThan(20); // at rest 10 cm away for half the trial
            assertThat(last).isLessThan(first / 10);
        }
    }

    private static final Bptt FAST = new Bptt(new Adam(0.005, 0.9, 0.999, 1e-8), 1.0);

    private static Checkpoint train(int threads, int iterations, Noting noting) {
        try (var workers = new Workers(threads)) {
            return trainer(SMALL, NOISY, reaches(12, 20), training(iterations, Loss.DEFAULT), false)
                    .run(Checkpoint.start(initial(SMALL), Adam.DEFAULT), workers, noting);
        }
    }

    private static Training training(int iterations, Loss loss) {
        return new Training(Training.Mode.CLOSED_LOOP, Bptt.DEFAULT, iterations, 7, 12, 4, loss);
    }

    private static double[] initial(Cell cell) {
        return cell.initial(Observation.rows(BODY.muscles()), BODY.muscles(), 5);
    }

    private static Trainer trainer(Cell cell, Feedback feedback, Recording target, Training training, boolean exact) {
        int inputs = Observation.rows(BODY.muscles());
        int muscles = BODY.muscles();
        NetworkFactory factory = (batch, steps) -> exact
                ? cell.definition(inputs, muscles, batch, steps, DT)
                : cell.kernel(inputs, muscles, batch, steps, DT);
        int weights = cell.layout(inputs, muscles).size();
        return new Trainer(BODY, feedback, factory, cell.units(), weights, target, training, 8);
    }

    private static double difference(Trainer trainer, Workers workers, double[] weights, int place) {
        double step = 1e-5;
        double kept = weights[place];
        double[] unused = new double[weights.length];
        weights[place] = kept + step;
        double above = trainer.gradient(3, weights, workers, unused).total();
        weights[place] = kept - step;
        double below = trainer.gradient(3, weights, workers, unused).total();
        weights[place] = kept;
        return (above - below) / (2 * step);
    }

    /** Minimum-jerk reaches of 10 cm from the origin that last as long as the trial; Flash and Hogan (1985). */
    private static Recording reaches(int count, int steps) {
        List<Trial> trials = new ArrayList<>();
        Signal position = Signal.zeros("hand.position", "m", count, steps, List.of("x", "y"));
        Signal velocity = Signal.zeros("hand.velocity", "m/s", count, steps, List.of("x", "y"));
        for (int trial = 0; trial < count; trial++) {
            double direction = 2 * Math.PI * trial / count;
            double[] way = {0.1 * StrictMath.cos(direction), 0.1 * StrictMath.sin(direction)};
            var target = new Point(way[0], way[1]);
            trials.add(new Trial(new Condition(trial, "to " + trial, direction), new Point(0, 0), target, 0, 0, steps));
            for (int step = 0; step < steps; step++) {
                double t = Math.min(1, step * DT / 0.5);
                double s = t * t * t * (10 - 15 * t + 6 * t * t);
                double v = 30 * t * t * (1 - t) * (1 - t) / 0.5;
                for (int axis = 0; axis < 2; axis++) {
                    position.set(trial, step, axis, way[axis] * s);
                    velocity.set(trial, step, axis, way[axis] * v);
                }
            }
        }
        return new Recording(new TrialBatch(DT, steps, trials), List.of(position, velocity));
    }

    /** Keeps all checkpoints. */
    private static final class Noting implements TrainingProgress {
        private final List<Checkpoint> kept = new ArrayList<>();

        @Override
        public void updated(int iteration, Checkpoint.Update update) {
            assertThat(update.gradientNorm()).isFinite();
        }

        @Override
        public void checkpoint(Checkpoint state) {
            kept.add(state);
        }
    }
}
