// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Recordings that have less than an analysis would like, and what is told of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EdgesTest {
    private static final TrialBatch BATCH = Populations.batch(8, 8, 60, 30, 0.01);
    private static final double[][] AXES = Populations.orthonormal(RandomStream.of(3, "axes"), 8, 6);
    private static final ConditionInvariant PLAIN = new ConditionInvariant("unit.rate", 0, 0.5, false, 0, 0);

    /** Two latent courses before the go cue, other four after it, which is of fewer dimensions first. */
    private static Recording narrow() {
        return Populations.rates(BATCH, 8, (trial, t, unit) -> {
            double angle = 2 * Math.PI * trial / 8;
            boolean early = t < -1e-9;
            double sum = 0;
            for (int i = early ? 0 : 2; i < (early ? 2 : 6); i++) {
                sum += AXES[unit][i] * Math.cos(angle * (1 + i / 2) + i % 2 * 1.5) * Math.sin(20 * t * (1 + i) + i);
            }
            return sum;
        });
    }

    private static Alignment alignment(int dimensions) {
        return new Alignment("unit.rate", dimensions, -0.3, -0.01, 0, 0.29, false, 0, true, 5);
    }

    @Test
    void axes_that_an_epoch_does_not_have_are_not_made_up() {
        assertThat(alignment(2).of(Subject.of(narrow(), 1)).value("alignment").value())
                .isCloseTo(0, within(1e-12));

        // the third axis of the first epoch would be rounding's choice
        assertThatThrownBy(() -> alignment(3).of(Subject.of(narrow(), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("dimensions is 3, expected at most 2");
        assertThatThrownBy(() -> alignment(3).value(Activity.of(narrow(), "unit.rate")))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("dimensions is 3, expected at most 2");
    }

    @Test
    void a_muscle_that_never_moves_is_told_as_one_of_its_signal() {
        Recording recording = narrow().with(Populations.signal(
                "muscle.activation",
                "1",
                BATCH,
                3,
                (trial, t, muscle) -> muscle == 1 ? 0.2 : Math.sin(9 * t + trial * (1 + muscle))));
        var asked = new PotentNull("unit.rate", "muscle.activation", 4, 1, -0.3, -0.01, 0, 0.29, true, 5, 5);

        assertThatThrownBy(() -> asked.of(Subject.of(recording, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("u1")
                .hasMessageContaining("muscle.activation");
    }

    private static double ramp(double t, double from, double duration) {
        return Math.min(1, Math.max(0, (t - from) / duration));
    }

    /** Signals rise at {@code 0.2 + 0.03 k} s in the k-th trial of the first condition, later in others, hands 50 ms later where they do. */
    private static Recording moving(TrialBatch batch, int rising, int reaching) {
        int conditions = batch.conditions().size();
        Recording rates = Populations.rates(
                batch,
                3,
                (trial, t, unit) -> 3
                        + (trial < rising ? 4 * ramp(t, rise(trial, conditions), 0.1) * (unit + 1) : 0)
                        + 0.5 * Math.cos(2 * Math.PI * (trial % conditions) / conditions + unit));
        return rates.with(Populations.signal("hand.position", "m", batch, 2, (trial, t, channel) -> {
            double s = trial < reaching ? ramp(t, rise(trial, conditions) + 0.05, 0.5) : 0;
            double direction = 2 * Math.PI * (trial % conditions) / conditions;
            double gone = 0.1 * s * s * s * (10 - 15 * s + 6 * s * s);
            return gone * (channel == 0 ? Math.cos(direction) : Math.sin(direction));
        }));
    }

    private static double rise(int trial, int conditions) {
        return 0.2 + 0.03 * Math.floorDiv(trial, conditions) + 0.012 * (trial % conditions);
    }

    @Test
    void three_trials_that_rise_and_move_make_a_correlation_and_two_do_not() {
        TrialBatch batch = Populations.batch(8, 4, 141, 20, 0.01);
        Finding three = PLAIN.of(Subject.of(moving(batch, 8, 3), 1));
        Finding two = PLAIN.of(Subject.of(moving(batch, 8, 2), 1));

        assertThat(three.value("reaction_time_correlation").value()).isGreaterThan(0.5);
        assertThat(three.value("onset_trials").value()).isEqualTo(3);
        assertThat(three.list("onsets_s").numbers()).hasSize(3);
        assertThat(three.plots()).hasSize(2);
        assertThat(two.measures()).extracting(Finding.Measure::name).doesNotContain("reaction_time_correlation");
        assertThat(two.value("onset_trials").value()).isEqualTo(8); // all that rise, whether they move or not
        assertThat(two.conventions())
                .anyMatch(text -> text.contains("only 2 trials have an onset of both the signal and the movement"));
        assertThat(two.plots()).hasSize(1);
    }

    @Test
    void trials_that_do_not_rise_are_left_out_of_onsets_and_correlation() {
        TrialBatch batch = Populations.batch(12, 4, 141, 20, 0.01);
        Finding found = PLAIN.of(Subject.of(moving(batch, 7, 12), 1));

        double[] onsets = found.list("onsets_s").numbers();
        double[] reactions = found.list("reaction_times_s").numbers();
        assertThat(onsets).hasSize(7);
        assertThat(reactions).hasSize(7);
        assertThat(found.value("reaction_time_correlation").value())
                .isCloseTo(Samples.correlation(onsets, reactions), within(1e-12));
        assertThat(found.value("onset_median").value()).isEqualTo(Samples.median(onsets));
        assertThat(found.conventions()).anyMatch(text -> text.contains("over 7 trials that have both"));
    }

    @Test
    void onsets_and_reaction_times_are_drawn_in_milliseconds_against_each_other() {
        TrialBatch batch = Populations.batch(12, 4, 141, 20, 0.01);
        Finding found = PLAIN.of(Subject.of(moving(batch, 12, 12), 1));

        var plot = found.plots().get(1);
        double[] onsets = found.list("onsets_s").numbers();
        double[] reactions = found.list("reaction_times_s").numbers();
        for (int trial = 0; trial < 12; trial++) {
            assertThat(plot.curves().get(0).x()[trial]).isCloseTo(1000 * onsets[trial], within(1e-9));
            assertThat(plot.curves().get(0).y()[trial]).isCloseTo(1000 * reactions[trial], within(1e-9));
            // hands follow the signal, whose onset is 50 ms after its ramp begins, as theirs does
            assertThat(reactions[trial]).isBetween(onsets[trial], onsets[trial] + 0.2);
        }
        assertThat(plot.y().unit()).isEqualTo("ms");
    }

    @Test
    void onsets_follow_the_go_cue_of_each_trial() {
        TrialBatch early = Populations.batch(12, 4, 141, 20, 0.01);
        TrialBatch late = Populations.batch(12, 4, 161, 40, 0.01);

        double[] one =
                PLAIN.of(Subject.of(moving(early, 12, 12), 1)).list("onsets_s").numbers();
        double[] other =
                PLAIN.of(Subject.of(moving(late, 12, 12), 1)).list("onsets_s").numbers();

        assertThat(other).containsExactly(one, within(1e-9));
    }

    @Test
    void the_seed_draws_the_interval_of_the_correlation_alone() {
        Recording recording = moving(Populations.batch(24, 4, 141, 20, 0.01), 24, 24);
        var one = PLAIN.of(Subject.of(recording, 1)).value("reaction_time_correlation");
        var again = PLAIN.of(Subject.of(recording, 1)).value("reaction_time_correlation");
        var other = PLAIN.of(Subject.of(recording, 2)).value("reaction_time_correlation");

        assertThat(again).isEqualTo(one);
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.low()).isNotEqualTo(one.low());
    }

    @Test
    void curves_of_the_signal_are_projections_of_each_condition_on_the_axis() {
        Recording recording = moving(Populations.batch(8, 4, 141, 20, 0.01), 8, 8);
        Finding found = PLAIN.of(Subject.of(recording, 1));

        Activity all = Activity.of(recording, "unit.rate");
        double[] axis = found.list("axis").numbers();
        for (int c = 0; c < 4; c++) {
            double[] course = found.plots().get(0).curves().get(c).y();
            for (int t = 0; t < course.length; t++) {
                double sum = 0;
                for (int unit = 0; unit < 3; unit++) {
                    sum += axis[unit] * all.condition(c)[t][unit];
                }
                assertThat(course[t]).isCloseTo(sum, within(1e-9));
            }
        }
        // units rise by 1 : 2 : 3
        double length = Math.sqrt(14);
        assertThat(axis).containsExactly(new double[] {1 / length, 2 / length, 3 / length}, within(1e-9));
    }

    @Test
    void the_axis_turns_with_its_units() {
        Recording recording = moving(Populations.batch(8, 4, 141, 20, 0.01), 8, 8);
        Recording falling = Populations.rates(
                recording.trials(),
                3,
                (trial, t, unit) -> -recording.signal("unit.rate").get(trial, 20 + (int) Math.round(100 * t), unit));

        double[] up = PLAIN.of(Subject.of(recording, 1)).list("axis").numbers();
        double[] down = PLAIN.of(Subject.of(falling, 1)).list("axis").numbers();

        // the signal rises along its axis, so units that fall have negative weights
        assertThat(Arrays.stream(down).map(w -> -w).toArray()).containsExactly(up, within(1e-9));
    }

    @Test
    void a_potent_space_does_not_depend_on_how_muscles_are_mixed_and_turns_with_neural_axes() {
        var random = RandomStream.of(5, "mix");
        double[][] neural = Populations.gaussian(random, 80, 5);
        double[][] muscles = Matrices.sum(
                Matrices.product(neural, Populations.gaussian(random, 5, 2)), 0.5, Populations.gaussian(random, 80, 2));
        double[][] mixed = Matrices.product(muscles, new double[][] {{3, 1}, {-2, 0.5}});
        double[][] turn = Populations.orthonormal(random, 5, 5);

        double[][] plain = projector(PotentSpace.of(neural, muscles));
        double[][] other = projector(PotentSpace.of(neural, mixed));
        double[][] turned = projector(PotentSpace.of(Matrices.product(neural, turn), muscles));

        assertThat(Populations.distance(plain, other)).isLessThan(1e-20);
        double[][] back = Matrices.product(Matrices.product(turn, turned), Matrices.transposed(turn));
        assertThat(Populations.distance(plain, back)).isLessThan(1e-20);
    }

    private static double[][] projector(PotentSpace space) {
        return Matrices.product(space.potent(), Matrices.transposed(space.potent()));
    }

    @Test
    void preparation_and_movement_exchanged_invert_the_tuning_ratio() {
        PotentSpace space = PotentSpace.random(5, 2, RandomStream.of(2, "space"));
        double[][] prep = Populations.gaussian(RandomStream.of(3, "prep"), 30, 5);
        double[][] move = Populations.gaussian(RandomStream.of(4, "move"), 30, 5);

        double ratio = space.tuningRatio(prep, move);
        assertThat(space.tuningRatio(move, prep)).isCloseTo(1 / ratio, within(1e-12 / ratio));
        assertThat(space.tuningRatio(Matrices.sum(prep, 4, prep), move)).isCloseTo(ratio, within(1e-12 * ratio));
    }
}
