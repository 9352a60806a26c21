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
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubspacesTest {
    private static final double[][] AXES = Populations.orthonormal(RandomStream.of(3, "axes"), 9, 5);

    private static Subspaces asking(int prep, int move) {
        return new Subspaces("unit.rate", prep, move, -0.2, -0.01, 0, 0.19, false, 0, true, 2);
    }

    /** Axes 0 and 1 before the go cue, 2 to 4 after it, and the same rise in all conditions along axis 0. */
    private static Recording planted() {
        return Populations.rates(Populations.batch(8, 8, 40, 20, 0.01), 9, (trial, t, unit) -> {
            double angle = 2 * Math.PI * trial / 8;
            double rise = 40 * t * AXES[unit][0];
            if (t < -1e-9) {
                return rise + 3 * Math.cos(angle) * AXES[unit][0] + 2 * Math.sin(angle) * AXES[unit][1];
            }
            return rise
                    + 4 * Math.cos(angle) * Math.sin(30 * t) * AXES[unit][2]
                    + 3 * Math.sin(angle) * Math.cos(20 * t) * AXES[unit][3]
                    + 2 * Math.cos(2 * angle) * AXES[unit][4];
        });
    }

    private static double overlap(double[][] found, int first, int count) {
        double[][] planted = new double[9][count];
        for (int i = 0; i < 9; i++) {
            System.arraycopy(AXES[i], first, planted[i], 0, count);
        }
        return Matrices.squares(Matrices.product(Matrices.transposed(planted), found));
    }

    @Test
    void planted_orthogonal_spaces_are_found_and_hold_all() {
        Finding found = asking(2, 3).of(Subject.of(planted(), 1));

        assertThat(found.value("value").value())
                .isCloseTo(2, within(1e-12)); // the square of the gradient's norm, and rounding
        assertThat(found.value("gradient_norm").value()).isLessThan(1e-8);
        assertThat(overlap(found.list("prep_axes").rows(), 0, 2)).isCloseTo(2, within(1e-10));
        assertThat(overlap(found.list("move_axes").rows(), 2, 3)).isCloseTo(3, within(1e-10));
        assertThat(found.value("prep_variance_in_prep_space").value()).isCloseTo(1, within(1e-10));
        assertThat(found.value("prep_variance_in_move_space").value()).isCloseTo(0, within(1e-10));
        assertThat(found.value("move_variance_in_prep_space").value()).isCloseTo(0, within(1e-10));
    }

    @Test
    void each_space_is_occupied_in_its_epoch_alone() {
        Plot plot = asking(2, 3).of(Subject.of(planted(), 1)).plots().get(0);

        double[] prep = plot.curves().get(0).y();
        double[] move = plot.curves().get(1).y();
        assertThat(prep[5]).isCloseTo(1, within(1e-9)); // planted constant before the go cue
        assertThat(prep[30]).isCloseTo(0, within(1e-9));
        assertThat(move[5]).isCloseTo(0, within(1e-9));
        assertThat(move[25]).isGreaterThan(0.3);
    }

    @Test
    void spaces_of_recorded_motor_cortex_are_orthogonal_and_hold_more_than_naive_ones() {
        var asked = new Subspaces("unit.rate", 4, 4, -0.05, 0.15, 0.25, 0.45, false, 0, true, 2);

        Finding found = asked.of(Subject.of(Populations.churchland(), 1));

        double[][] inner = Matrices.product(
                Matrices.transposed(found.list("prep_axes").rows()),
                found.list("move_axes").rows());
        assertThat(Matrices.squares(inner)).isLessThan(1e-24); // rounding
        assertThat(found.value("gradient_norm").value()).isLessThan(1e-8);
        double value = found.value("value").value();
        assertThat(value).isGreaterThan(found.value("naive_value").value()).isLessThan(2);
        assertThat(found.value("prep_held").value() + found.value("move_held").value())
                .isCloseTo(value, within(1e-12));
    }

    @Test
    void the_seed_decides_the_bits() {
        double[][] once =
                asking(1, 2).of(Subject.of(planted(), 7)).list("move_axes").rows();

        assertThat(asking(1, 2).of(Subject.of(planted(), 7)).list("move_axes").rows())
                .isDeepEqualTo(once);
    }

    @Test
    void more_dimensions_than_there_are_are_refused() {
        assertThatThrownBy(() -> asking(4, 4).of(Subject.of(planted(), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("prepDimensions + moveDimensions is 8, expected at most 5, the dimensions that the "
                        + "activity of "
                        + "9 units has");
    }

    @Test
    void an_epoch_without_any_activity_of_its_own_is_refused() {
        Recording still = Populations.rates(
                Populations.batch(3, 3, 40, 20, 0.01), 2, (trial, t, unit) -> t < -1e-9 ? 1 : trial * t + unit);

        assertThatThrownBy(() -> asking(1, 1).of(Subject.of(still, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("unit.rate from -200 to -10 ms is the same in all conditions");
    }
}
