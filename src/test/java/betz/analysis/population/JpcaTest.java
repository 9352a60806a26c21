// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot.Form;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JpcaTest {
    private static final double DT = 0.010;
    private static final int BEFORE = 10;

    private static Jpca plain(int components) {
        return new Jpca("unit.rate", -0.050, 0.150, components, false, 0, true);
    }

    private static Finding of(Jpca settings, double[][][] values) {
        return settings.of(Subject.of(ConditionTensors.recording(values, BEFORE, DT), 1));
    }

    /** Units that see two turning planes, the second at a third of the speed and half the size; [condition][time][unit]. */
    private static double[][][] turning(int conditions, int units, double hertz, double noise) {
        var random = RandomStream.of(7, "planted");
        double[][] see = new double[units][4];
        for (double[] row : see) {
            java.util.Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][][] values = new double[conditions][40][units];
        for (int c = 0; c < conditions; c++) {
            double start = 2 * Math.PI * random.nextDouble();
            double size = 1 + random.nextDouble();
            for (int t = 0; t < 40; t++) {
                double fast = start + 2 * Math.PI * hertz * t * DT;
                double slow = 3 * start + 2 * Math.PI * hertz / 3 * t * DT;
                double[] state = {
                    size * StrictMath.cos(fast),
                    size * StrictMath.sin(fast),
                    0.5 * StrictMath.cos(slow),
                    0.5 * StrictMath.sin(slow)
                };
                for (int unit = 0; unit < units; unit++) {
                    values[c][t][unit] = 20 + noise * random.nextGaussian() + 5 * StrictMath.sin(0.2 * t);
                    for (int i = 0; i < 4; i++) {
                        values[c][t][unit] += see[unit][i] * state[i];
                    }
                }
            }
        }
        return values;
    }

    /** Units that see one turning plane at right angles, undistorted. */
    private static double[][][] circle(double hertz) {
        double[][][] values = new double[6][40][4];
        for (int c = 0; c < 6; c++) {
            for (int t = 0; t < 40; t++) {
                double angle = 2 * Math.PI * (hertz * t * DT + c / 6.0);
                double[] row = {StrictMath.cos(angle), StrictMath.sin(angle)};
                values[c][t] = new double[] {3 * row[0], 3 * row[1], 4 * row[0], 4 * row[1]};
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 3.5})
    void a_pure_rotation_is_recovered_with_its_frequency(double hertz) {
        Finding found = of(plain(2), circle(hertz));

        // the forward difference of a rotation by a is (cos a - 1) x + sin a x_turned: its skew part is sin a
        double angle = 2 * Math.PI * hertz * DT;
        double seen = StrictMath.sin(angle) / (2 * Math.PI * DT);
        assertThat(found.value("frequency_plane1").value()).isCloseTo(seen, within(1e-9));
        assertThat(seen).isCloseTo(hertz, within(0.01 * hertz)); // (2 pi 3.5 Hz 10 ms)^2 / 6 is 0.8 %
        // of the squares 2 - 2 cos a of a change, all but (1 - cos a)^2 are explained
        double left = (1 - StrictMath.cos(angle)) / 2;
        assertThat(found.value("r2_skew").value()).isCloseTo(1 - left, within(1e-9));
        assertThat(found.value("r2_best").value()).isCloseTo(1, within(1e-9));
        assertThat(found.value("variance_plane1").value()).isCloseTo(1, within(1e-9));
        assertThat(found.value("phase_angle").value()).isCloseTo(Math.PI / 2, within(angle / 2));
    }

    @Test
    void two_planted_planes_come_in_the_order_of_their_speed_though_axes_are_oblique_and_noisy() {
        Finding found = of(plain(4), turning(12, 40, 2.4, 0.02));

        double[] hertz = found.list("frequencies_hz").numbers();
        assertThat(hertz).hasSize(2);
        // skewed planes, noise and sin(a) below a: 12 conditions of 21 samples recover both within a tenth
        assertThat(hertz[0]).isCloseTo(2.4, within(0.24));
        assertThat(hertz[1]).isCloseTo(0.8, within(0.12));
        assertThat(found.value("r2_skew_plane1").value()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"-0.05, 0.15, 2", "0, 0.04, 4", "-0.1, 0.29, 6", "0.1, 0.2, 8", "-0.033, 0.077, 12"})
    void any_window_and_any_even_number_of_components_hold_the_invariants(double from, double to, int components) {
        Finding found = of(new Jpca("unit.rate", from, to, components, true, 5, true), turning(9, 30, 2, 0.5));

        double skew = found.value("r2_skew").value();
        double best = found.value("r2_best").value();
        assertThat(skew).isBetween(0.0, best);
        assertThat(best).isLessThanOrEqualTo(1);
        double[][] m = found.list("m_skew").rows();
        for (int i = 0; i < components; i++) {
            for (int j = 0; j < components; j++) {
                assertThat(m[i][j]).isEqualTo(-m[j][i]);
            }
        }
        assertThat(found.list("frequencies_hz").numbers()).hasSize(components / 2);
        double[] times = found.list("times_s").numbers();
        assertThat(times[0]).isGreaterThanOrEqualTo(from - 1e-12);
        assertThat(times[times.length - 1]).isLessThanOrEqualTo(to + 1e-12);
        assertThat(found.list("projections").rows()).hasDimensions(9 * times.length, components);
    }

    @Test
    void first_states_spread_along_the_first_axis_and_the_second_reaches_up() {
        Finding found = of(plain(4), turning(8, 30, 2, 0.1));

        double[][] projections = found.list("projections").rows();
        int times = found.list("times_s").numbers().length;
        for (int x = 0; x < 4; x += 2) {
            double along = 0;
            double across = 0;
            double both = 0;
            double up = 0;
            double down = 0;
            for (int row = 0; row < projections.length; row++) {
                up = Math.max(up, projections[row][x + 1]);
                down = Math.max(down, -projections[row][x + 1]);
                if (row % times == 0) { // their mean is zero, since the mean over conditions is taken away
                    along += projections[row][x] * projections[row][x];
                    across += projections[row][x + 1] * projections[row][x + 1];
                    both += projections[row][x] * projections[row][x + 1];
                }
            }
            assertThat(along).isGreaterThan(across);
            assertThat(both).isCloseTo(0, within(1e-9 * along));
            assertThat(up).isGreaterThan(down);
        }
    }

    @Test
    void the_path_of_each_condition_and_the_angles_are_drawn() {
        Finding found = of(plain(2), circle(2));

        var paths = found.plots().get(0);
        assertThat(paths.form()).isEqualTo(Form.PATHS);
        assertThat(paths.curves())
                .hasSize(6)
                .allSatisfy(curve -> assertThat(curve.x()).hasSize(21));
        double[] counts = found.plots().get(1).curves().get(0).y();
        assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(6 * 21);
    }

    @Test
    void as_a_statistic_it_gives_the_share_that_the_finding_gives() {
        double[][][] values = turning(6, 20, 2, 0.3);
        var activity = Activity.of(ConditionTensors.recording(values, BEFORE, DT), "unit.rate");

        double value = Jpca.DEFAULT.value(activity);

        assertThat(value)
                .isEqualTo(
                        of(Jpca.DEFAULT, values).value(Jpca.DEFAULT.statistic()).value());
    }

    @Test
    void what_changes_a_number_is_told_with_the_settings_that_were_used() {
        Finding found = of(Jpca.DEFAULT, turning(6, 20, 2, 0.3));

        assertThat(String.join(" ", found.conventions()))
                .contains("plus 5", "Mean over conditions taken away", "-50 ms to 150 ms", "6 principal components")
                .contains("forward differences", "|eigenvalue|");
    }

    @Test
    void a_constant_that_outweighs_the_ranges_is_told() {
        double[][][] small = circle(2);
        for (double[][] course : small) {
            for (double[] row : course) {
                java.util.Arrays.setAll(row, i -> 0.01 * row[i]);
            }
        }

        Finding found = of(new Jpca("unit.rate", 0, 0.1, 2, true, 5, true), small);

        assertThat(String.join(" ", found.conventions())).contains("hardly normalised");
    }

    @Test
    void an_odd_number_of_components_is_refused() {
        assertThatThrownBy(() -> plain(5)).isInstanceOf(BadSetting.class).hasMessageContaining("components is 5");
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> new Jpca("unit.rate", 0.1, 0.1, 6, true, 5, true))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("to is 0.1 s, expected more than from, 0.1 s");
    }

    @Test
    void one_condition_has_nothing_of_its_own() {
        assertThatThrownBy(() -> of(plain(2), turning(1, 10, 2, 0)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1, expected 2 or more");
    }

    @Test
    void one_condition_can_be_analysed_where_its_mean_is_kept() {
        Jpca kept = new Jpca("unit.rate", -0.05, 0.15, 2, false, 0, false);

        assertThat(of(kept, turning(1, 10, 2, 0)).value("r2_best").value()).isBetween(0.5, 1.0);
    }

    @Test
    void more_components_than_dimensions_are_refused_with_the_number_of_dimensions() {
        assertThatThrownBy(() -> of(plain(6), circle(2)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("components is 6, expected at most 2, since the activity spans");
    }

    @Test
    void a_unit_that_never_varies_cannot_be_divided_by_its_range() {
        double[][][] values = circle(2);
        for (double[][] course : values) {
            for (double[] row : course) {
                row[3] = 1;
            }
        }

        assertThatThrownBy(() -> of(new Jpca("unit.rate", 0, 0.1, 2, true, 0, true), values))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("unit u3");
        assertThat(of(plain(2), values).value("r2_best").value()).isGreaterThan(0.9);
    }

    @Test
    void activity_that_is_the_same_everywhere_is_refused() {
        assertThatThrownBy(() -> of(plain(2), new double[3][40][4]))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("activity is the same in all conditions at all times");
    }

    @Test
    void activity_that_stands_still_is_refused() {
        double[][][] still = new double[5][40][4];
        var random = RandomStream.of(1, "still");
        for (double[][] course : still) {
            double[] place = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0};
            java.util.Arrays.setAll(course, t -> place.clone());
        }

        assertThatThrownBy(() -> of(plain(2), still))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("activity is the same at all times");
    }

    @Test
    void a_window_outside_the_recorded_times_is_refused() {
        assertThatThrownBy(() -> of(new Jpca("unit.rate", 0.1, 0.9, 2, false, 0, true), circle(2)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("window is 100 ms to 900 ms");
    }
}
