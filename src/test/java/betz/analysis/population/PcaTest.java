// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Plot.Form;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PcaTest {
    private static Pca settings(double from, double to, boolean normalise, boolean meanSubtract) {
        return new Pca("unit.rate", from, to, normalise, 0, meanSubtract, 20, 0.95, 4);
    }

    private static Finding of(Pca settings, double[][][] values) {
        return settings.of(Subject.of(ConditionTensors.recording(values, 10, 0.01), 1));
    }

    /** Noise of units, of which each is as large as its number, and a course that all conditions share; time 0 is step 10. */
    private static double[][][] noise(int conditions, int times, int units) {
        return noise(conditions, times, units, 50);
    }

    private static double[][][] noise(int conditions, int times, int units, double size) {
        var random = RandomStream.of(4, "noise");
        double[][][] values = new double[conditions][times][units];
        for (double[][] condition : values) {
            for (int t = 0; t < times; t++) {
                double shared = size * StrictMath.sin(0.3 * t);
                java.util.Arrays.setAll(condition[t], unit -> shared + (unit + 1) * random.nextGaussian());
            }
        }
        return values;
    }

    @Test
    void recorded_motor_cortex_has_the_published_participation_ratio() {
        Finding found = Pca.DEFAULT.of(Subject.of(ConditionTensors.churchland(), 1));

        assertThat(found.value("participation_ratio").value()).isCloseTo(10.5, within(0.05)); // told with three digits
        double eighty = found.value("dimensions_80").value();
        assertThat(eighty).isBetween(7.0, found.value("dimensions_90").value());
        assertThat(found.value("dimensions_held_out").value()).isBetween(2.0, 50.0);
        assertThat(found.value("dimensions_parallel").value()).isBetween(2.0, 50.0);
    }

    @Test
    void by_default_all_recorded_times_count() {
        Finding found = of(Pca.DEFAULT, noise(4, 30, 6));

        double[] times = found.list("times_s").numbers();
        assertThat(times).hasSize(30);
        assertThat(times[0]).isCloseTo(-0.1, within(1e-12));
        assertThat(String.join(" ", found.conventions())).contains("-100 ms to 190 ms");
    }

    @Test
    void a_window_cuts_out_its_part_and_is_cut_down_to_what_is_recorded() {
        double[] times = of(settings(0.05, 9, false, false), noise(4, 30, 6))
                .list("times_s")
                .numbers();

        assertThat(times[0]).isCloseTo(0.05, within(1e-12));
        assertThat(times[times.length - 1]).isCloseTo(0.19, within(1e-12));
    }

    @Test
    void the_mean_over_conditions_counts_unless_it_is_taken_away() {
        double[][][] values = noise(5, 40, 6);

        double kept = of(settings(-1, 1, false, false), values)
                .value("share_of_first")
                .value();
        double taken =
                of(settings(-1, 1, false, true), values).value("share_of_first").value();

        assertThat(kept).isGreaterThan(0.9); // the course that conditions share outweighs the noise
        assertThat(taken).isCloseTo(36 / 91.0, within(0.08)); // variances are 1, 4 ... 36
    }

    @Test
    void normalised_units_count_alike() {
        double[][][] values = noise(5, 40, 6, 0);

        double raw = of(settings(-1, 1, false, false), values)
                .value("participation_ratio")
                .value();
        double normalised = of(settings(-1, 1, true, false), values)
                .value("participation_ratio")
                .value();

        // independent units with variances 1, 4 ... 36: (sum)^2 / sum of squares is 91^2/2275 = 3.64; equal ones have 6
        assertThat(raw).isCloseTo(3.64, within(0.4)); // 200 samples
        assertThat(normalised).isBetween(5.0, 6.0);
    }

    @Test
    void scores_have_the_variances_of_their_components_with_one_less_than_all_samples_below_them() {
        Finding found = of(settings(-1, 1, false, false), noise(4, 30, 6));

        double[][] scores = found.list("scores").rows();
        double[] variances = found.list("variances").numbers();
        for (int i = 0; i < variances.length; i++) {
            double squares = 0;
            for (double[] row : scores) {
                squares += row[i] * row[i];
            }
            assertThat(squares / (scores.length - 1)).isCloseTo(variances[i], within(1e-9 * variances[0]));
        }
        assertThat(scores).hasDimensions(4 * 30, 6);
    }

    @Test
    void planted_dimensions_are_told() {
        double[][][] values = DimensionsTest.planted(3, 10, 20, 24, 2).values();

        Finding found = of(settings(-1, 1, false, false), values);

        assertThat(found.value("dimensions_parallel").value()).isEqualTo(3);
        assertThat(found.value("dimensions_held_out").value()).isEqualTo(3);
        assertThat(found.list("held_out_errors").numbers()[0]).isEqualTo(1);
    }

    @Test
    void variance_prediction_courses_and_paths_are_drawn() {
        Finding found = of(settings(-1, 1, false, false), noise(4, 30, 6));

        assertThat(found.plots().stream().map(Plot::id))
                .containsExactly(
                        "pca-variance", "pca-held-out", "pca-score-1", "pca-score-2", "pca-score-3", "pca-plane");
        assertThat(found.plots().get(5).form()).isEqualTo(Form.PATHS);
        assertThat(found.plots().get(2).curves()).hasSize(4);
        assertThat(found.plots().get(2).curves().get(0).x()[10]).isCloseTo(0, within(1e-9));
        double[] shares = found.plots().get(0).curves().get(0).y();
        assertThat(java.util.Arrays.stream(shares).sum()).isCloseTo(100, within(1e-9));
    }

    @Test
    void fewer_samples_than_units_are_enough() {
        Finding found = of(settings(0, 0.04, false, false), noise(3, 20, 40));

        assertThat(found.list("pcs").rows()).hasDimensions(40, 14); // 15 samples less their mean
        assertThat(found.value("participation_ratio").value()).isBetween(1.0, 14.0);
    }

    @Test
    void one_condition_is_enough_where_its_mean_is_kept() {
        assertThat(of(settings(-1, 1, false, false), noise(1, 40, 6))
                        .value("participation_ratio")
                        .value())
                .isBetween(1.0, 6.0);
        assertThatThrownBy(() -> of(settings(-1, 1, false, true), noise(1, 40, 6)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1");
    }

    @Test
    void as_a_statistic_it_gives_the_participation_ratio() {
        double[][][] values = noise(4, 30, 6);

        double value = Pca.DEFAULT.value(Activity.of(ConditionTensors.recording(values, 10, 0.01), "unit.rate"));

        assertThat(value)
                .isEqualTo(
                        of(Pca.DEFAULT, values).value(Pca.DEFAULT.statistic()).value());
    }

    @Test
    void activity_that_never_varies_a_lone_unit_and_a_window_elsewhere_are_refused() {
        assertThatThrownBy(() -> of(settings(-1, 1, false, false), new double[3][20][4]))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("activity is the same in all conditions");
        assertThatThrownBy(() -> of(settings(-1, 1, false, false), noise(3, 20, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("units is 1, expected 2 or more");
        assertThatThrownBy(() -> of(settings(5, 6, false, false), noise(3, 20, 4)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("window is 5000 ms to 6000 ms, expected two or more of the recorded");
    }

    @Test
    void a_sample_that_is_no_number_is_told_with_its_place() {
        double[][][] values = noise(3, 20, 4);
        values[1][12][2] = Double.NaN;

        assertThatThrownBy(() -> of(Pca.DEFAULT, values))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("u2 is not a number 20 ms after the go cue of condition c1");
    }

    @Test
    void settings_out_of_their_range_are_refused() {
        assertThatThrownBy(() -> new Pca("unit.rate", 0, 1, false, 5, false, 10, 0.95, 5))
                .hasMessageContaining("permutations is 10");
        assertThatThrownBy(() -> new Pca("unit.rate", 0, 1, false, -5, false, 100, 0.95, 5))
                .hasMessageContaining("soften is -5.0");
        assertThatThrownBy(() -> new Pca("unit.rate", 0, 1, false, 5, false, 100, 0.95, 1))
                .hasMessageContaining("groups is 1");
    }
}
