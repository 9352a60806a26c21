// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PotentNullTest {
    private static final double[][] AXES = Populations.orthonormal(RandomStream.of(3, "axes"), 10, 4);
    private static final double[][] MIX = Populations.orthonormal(RandomStream.of(4, "muscles"), 5, 2);
    private static final TrialBatch BATCH = Populations.batch(8, 8, 40, 20, 0.01);

    private static PotentNull asking(int components, int muscles, boolean normalise) {
        return new PotentNull(
                "unit.rate", "muscle.activation", components, muscles, -0.2, -0.01, 0, 0.19, normalise, 0, 50);
    }

    /** Four latent courses: 0 and 1 drive muscles; {@code leak} of their size is there during preparation. */
    private static double latent(int which, int trial, double t, double leak) {
        double angle = 2 * Math.PI * trial / 8;
        boolean prep = t < -1e-9;
        return switch (which) {
            case 0 -> (prep ? leak : 1) * 3 * Math.cos(angle) * Math.sin(30 * t + 1);
            case 1 -> (prep ? leak : 1) * 2 * Math.sin(angle) * Math.cos(20 * t);
            case 2 -> 3 * Math.cos(angle) * Math.cos(45 * t);
            default -> 2 * Math.sin(2 * angle) * Math.sin(17 * t + 2);
        };
    }

    private static Recording planted(double leak) {
        Recording rates = Populations.rates(BATCH, 10, (trial, t, unit) -> {
            double sum = 5 + 10 * t;
            for (int i = 0; i < 4; i++) {
                sum += AXES[unit][i] * latent(i, trial, t, leak);
            }
            return sum;
        });
        return rates.with(Populations.signal(
                "muscle.activation",
                "1",
                BATCH,
                5,
                (trial, t, muscle) ->
                        0.3 + MIX[muscle][0] * latent(0, trial, t, leak) + MIX[muscle][1] * latent(1, trial, t, leak)));
    }

    private static double tuning(int first, boolean prep, double leak) {
        double sum = 0;
        for (int trial = 0; trial < 8; trial++) {
            for (int step = prep ? -20 : 0; step < (prep ? 0 : 20); step++) {
                for (int i = first; i < first + 2; i++) {
                    sum += Math.pow(latent(i, trial, step * 0.01, leak), 2);
                }
            }
        }
        return sum;
    }

    @Test
    void a_planted_leak_gives_the_tuning_ratio_that_it_makes() {
        double leak = 0.25;
        Finding found = asking(4, 2, false).of(Subject.of(planted(leak), 1));

        double prep = tuning(2, true, leak) / tuning(0, true, leak);
        double move = tuning(2, false, leak) / tuning(0, false, leak);
        assertThat(found.value("null_to_potent_prep").value()).isCloseTo(prep, within(1e-9 * prep)); // rounding
        assertThat(found.value("null_to_potent_move").value()).isCloseTo(move, within(1e-9 * move));
        assertThat(found.value("tuning_ratio").value()).isCloseTo(prep / move, within(1e-9 * prep / move));
        assertThat(found.value("muscle_r2").value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_small_leak_beats_chance_and_none_is_needed_for_random_spaces() {
        Finding small = asking(4, 2, false).of(Subject.of(planted(0.02), 1));

        assertThat(small.value("tuning_ratio").value()).isGreaterThan(500);
        assertThat(small.value("p").value()).isCloseTo(1.0 / 51, within(1e-12));
        assertThat(small.value("chance").value()).isBetween(0.1, 10.0);
    }

    @Test
    void the_potent_space_is_what_the_readout_sees_and_the_null_space_all_else() {
        var random = RandomStream.of(2, "test");
        double[][] neural = Populations.gaussian(random, 60, 5);
        double[][] readout = Populations.gaussian(random, 5, 2);

        PotentSpace space = PotentSpace.of(neural, Matrices.product(neural, readout));

        double[][] unseen = Matrices.product(Matrices.transposed(space.none()), readout);
        assertThat(Matrices.squares(unseen)).isLessThan(1e-24); // rounding
        assertThat(space.none()[0]).hasSize(3);
        double[][] seen = Matrices.product(Matrices.transposed(space.potent()), readout);
        assertThat(Matrices.squares(seen)).isCloseTo(Matrices.squares(readout), within(1e-12));
        double[][] inner = Matrices.product(Matrices.transposed(space.none()), space.potent());
        assertThat(Matrices.squares(inner)).isLessThan(1e-24);
    }

    @Test
    void even_activity_divides_as_the_dimensions_do() {
        PotentSpace space = PotentSpace.random(6, 2, RandomStream.of(1, "test"));

        assertThat(space.nullToPotent(Matrices.identity(6))).isCloseTo(2, within(1e-12)); // four of six to two
        assertThat(space.tuningRatio(Matrices.identity(6), Matrices.identity(6)))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void noise_in_the_muscles_lowers_the_readouts_share() {
        double[][] neural = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
        double[][] muscles = {{1}, {1}, {-1}, {1}}; // half of it alternates where neural activity does not

        // the best weights are 1 and 0, which explain 2 of the sum of squares 4
        assertThat(PotentSpace.of(neural, muscles).r2()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void tuning_over_time_is_one_on_average_during_movement() {
        Plot plot = asking(4, 2, true).of(Subject.of(planted(0.1), 1)).plots().get(0);

        for (Plot.Curve curve : plot.curves()) {
            double mean = 0;
            for (int t = 20; t < 40; t++) {
                mean += curve.y()[t] / 20;
            }
            assertThat(mean).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void more_muscle_components_than_muscles_span_are_refused() {
        assertThatThrownBy(() -> asking(4, 3, false).of(Subject.of(planted(0.1), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("muscleComponents is 3, expected at most 2, the dimensions that the 5 channels of "
                        + "muscle.activation have during movement");
    }

    @Test
    void as_many_muscle_components_as_components_leave_no_null_space_and_are_refused() {
        assertThatThrownBy(() -> asking(3, 3, false)).hasMessage("muscleComponents is 3, expected 1 to 2");
    }

    @Test
    void a_recording_without_muscles_is_told_what_is_there() {
        Recording rates = Populations.rates(BATCH, 2, (trial, t, unit) -> trial * t + unit * t * t * trial * trial);

        assertThatThrownBy(() -> asking(2, 1, false).of(Subject.of(rates, 1)))
                .hasMessageContainingAll("unit.rate", "muscle.activation");
    }
}
