// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LdsTest {
    /** A state of three that decays and turns, with values 0.98 exp(±0.2i) and 0.9. */
    private static final double[][] STEP = {
        {0.98 * StrictMath.cos(0.2), -0.98 * StrictMath.sin(0.2), 0},
        {0.98 * StrictMath.sin(0.2), 0.98 * StrictMath.cos(0.2), 0},
        {0, 0, 0.9}
    };

    private static Lds settings(int dimension, Integer... dimensions) {
        return new Lds("unit.rate", 0, 0.3, dimension, List.of(dimensions), false, 0, false);
    }

    /** States around zero of conditions that come in pairs of opposite sign, so that no mean is to be taken away. */
    private static double[][][] linear(double noise) {
        var random = RandomStream.of(3, "linear");
        double[][] see = new double[3][12];
        for (double[] row : see) {
            java.util.Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][][] values = new double[8][31][];
        for (int c = 0; c < 8; c += 2) {
            double[][] state = {{random.nextGaussian(), random.nextGaussian(), random.nextGaussian()}};
            for (int t = 0; t <= 30; t++) {
                double[] row = Matrices.product(state, see)[0];
                values[c][t] = row;
                values[c + 1][t] = java.util.Arrays.stream(row).map(v -> -v).toArray();
                state = Matrices.product(state, Matrices.transposed(STEP));
                java.util.Arrays.setAll(row, i -> row[i] + noise * random.nextGaussian());
            }
        }
        return values;
    }

    private static Finding of(Lds settings, double[][][] values) {
        return settings.of(Subject.of(ConditionTensors.recording(values, 0, 0.01), 1));
    }

    @Test
    void on_recorded_motor_cortex_the_figures_are_those_of_the_authors_code() {
        Finding found = Lds.DEFAULT.of(Subject.of(ConditionTensors.churchland(), 1));

        // published with three digits
        double half = 5.1e-4;
        assertThat(found.list("r2_linear_by_dimensions").numbers())
                .containsExactly(new double[] {.084, .272, .382, .456, .504, .533}, within(half));
        assertThat(found.list("r2_linear_held_out_by_dimensions").numbers())
                .containsExactly(new double[] {.045, .177, .197, .197, .146, .077}, within(half));
        assertThat(found.value("r2_linear").value()).isCloseTo(.504, within(half));
        assertThat(found.value("r2_linear_held_out").value()).isCloseTo(.146, within(half));
    }

    @Test
    void dynamics_that_are_linear_are_explained_in_all_conditions_and_in_those_not_seen() {
        Finding found = of(settings(3, 3), linear(0));

        assertThat(found.value("r2_linear").value()).isCloseTo(1, within(1e-9));
        assertThat(found.value("r2_linear_held_out").value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void planted_eigenvalues_are_recovered() {
        double[][] values = of(settings(3, 3), linear(0)).list("eigenvalues").rows();

        assertThat(values[0]).containsExactly(new double[] {STEP[0][0], STEP[1][0]}, within(1e-9));
        assertThat(values[1]).containsExactly(new double[] {STEP[0][0], -STEP[1][0]}, within(1e-9));
        assertThat(values[2]).containsExactly(new double[] {0.9, 0}, within(1e-9));
    }

    @Test
    void conditions_that_the_map_has_not_seen_are_explained_less_than_those_it_has() {
        Finding found = of(settings(3, 3, 6, 9, 12), linear(0.3));

        double[] seen = found.list("r2_linear_by_dimensions").numbers();
        double[] heldOut = found.list("r2_linear_held_out_by_dimensions").numbers();
        for (int i = 0; i < seen.length; i++) {
            assertThat(heldOut[i]).isLessThan(seen[i]);
        }
        assertThat(found.plots().get(0).curves().get(1).y()).containsExactly(heldOut);
    }

    @Test
    void as_a_statistic_it_gives_the_share_that_the_finding_gives() {
        double[][][] values = linear(0.3);
        Lds settings = settings(6, 3);

        double value = settings.value(ConditionTensors.activity(values, 0.01));

        assertThat(value)
                .isEqualTo(of(settings, values).value(settings.statistic()).value());
    }

    @Test
    void what_changes_a_number_is_told() {
        Finding found = of(settings(3, 3), linear(0));

        assertThat(String.join(" ", found.conventions()))
                .contains("Units not normalised", "0 ms to 300 ms", "without an intercept")
                .contains("components are those of all");
    }

    @Test
    void more_components_than_dimensions_are_refused_by_the_name_of_their_setting() {
        assertThatThrownBy(() -> of(settings(2, 2, 4), linear(0)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("dimensions is 4, expected at most 3");
        assertThatThrownBy(() -> of(settings(5, 2), linear(0)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("dimension is 5, expected at most 3");
    }

    @Test
    void one_condition_cannot_be_held_out() {
        assertThatThrownBy(() -> of(settings(1, 1), new double[][][] {linear(0)[0]}))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1");
    }

    @Test
    void at_least_one_number_of_components_is_charted() {
        assertThatThrownBy(() -> settings(1)).isInstanceOf(BadSetting.class).hasMessageContaining("dimensions");
        assertThatThrownBy(() -> settings(1, 0)).isInstanceOf(BadSetting.class).hasMessageContaining("dimensions is 0");
    }
}
