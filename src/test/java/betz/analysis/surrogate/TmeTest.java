// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Recorded;
import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TmeTest {
    private static final List<Margin> ALL = List.of(Margin.values());

    @ParameterizedTest
    @EnumSource(Margin.class)
    void the_distribution_has_the_recorded_covariances(Margin margin) {
        Activity activity = Courses.turning(6, 15, 4, 0.3, 0.2, RandomStream.of(1, "activity"));

        missesLittle(new Tme(activity, ALL).covariance(margin), margin.covariance(rest(activity)));
    }

    @ParameterizedTest
    @EnumSource(Margin.class)
    void it_has_those_of_monkey_motor_cortex_too(Margin margin) {
        double[][] table = Recorded.table(Recorded.data("churchland2012_TME/tensor.csv"), 1);
        double[][][] values = new double[10][61][];
        int[] times = new int[10];
        for (double[] row : table) {
            int condition = (int) row[0];
            values[condition][times[condition]++] = Arrays.copyOfRange(row, 2, row.length);
        }
        Activity activity = Courses.of(values);

        missesLittle(new Tme(activity, ALL).covariance(margin), margin.covariance(rest(activity)));
    }

    @Test
    void covariances_of_surrogates_scatter_around_the_recorded_ones() {
        Activity activity = Courses.turning(4, 6, 2, 0.4, 0.3, RandomStream.of(2, "activity"));
        var tme = new Tme(activity, ALL);
        int draws = 2000;
        for (Margin margin : Margin.values()) {
            double[][] recorded = margin.covariance(rest(activity));
            double[][] sum = new double[recorded.length][recorded.length];
            double[][] squares = new double[recorded.length][recorded.length];
            for (int draw = 0; draw < draws; draw++) {
                Activity drawn = tme.draw(RandomStream.of(3, "draw", draw));
                double[][] one = margin.covariance(less(drawn, Tme.mean(activity.values())));
                sum = Matrices.sum(sum, 1.0 / draws, one);
                for (int i = 0; i < one.length; i++) {
                    for (int j = 0; j < one.length; j++) {
                        squares[i][j] += one[i][j] * one[i][j] / draws;
                    }
                }
            }
            for (int i = 0; i < recorded.length; i++) {
                for (int j = 0; j < recorded.length; j++) {
                    double error = Math.sqrt((squares[i][j] - sum[i][j] * sum[i][j]) / draws);
                    // 4.5 standard errors: one of the 68 entries lies beyond in one of 2,000 runs
                    assertThat(sum[i][j]).isCloseTo(recorded[i][j], within(4.5 * error));
                }
            }
        }
    }

    @Test
    void the_mean_of_surrogates_is_what_condition_time_and_unit_add_alone() {
        Activity activity = Courses.turning(4, 6, 2, 0.4, 0.3, RandomStream.of(2, "activity"));
        var tme = new Tme(activity, ALL);
        double[][][] mean = Tme.mean(activity.values());
        double sum = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            sum += tme.draw(RandomStream.of(4, "draw", draw)).values()[2][3][1] / draws;
        }

        // cells have a variance near 0.5: 5 standard errors
        assertThat(sum).isCloseTo(mean[2][3][1], within(5 * Math.sqrt(0.5 / draws)));
        assertThat(additive(mean)).isTrue();
    }

    @Test
    void a_margin_that_is_not_kept_is_flat() {
        Activity activity = Courses.turning(5, 8, 3, 0.3, 0.2, RandomStream.of(5, "activity"));

        var tme = new Tme(activity, List.of(Margin.TIME, Margin.UNIT));

        double[][] flat = tme.covariance(Margin.CONDITION);
        double each = Matrices.trace(Margin.TIME.covariance(rest(activity))) / 5;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat(flat[i][j]).isCloseTo(i == j ? each : 0, within(1e-9 * each));
            }
        }
        missesLittle(tme.covariance(Margin.UNIT), Margin.UNIT.covariance(rest(activity)));
    }

    @Test
    void units_that_do_the_same_do_the_same_in_every_surrogate() {
        Activity activity = Courses.turning(5, 8, 3, 0.3, 0.2, RandomStream.of(6, "activity"));
        for (double[][] condition : activity.values()) {
            for (double[] row : condition) {
                row[4] = row[1];
            }
        }
        var tme = new Tme(activity, ALL);

        for (double[][] condition : tme.draw(RandomStream.of(7, "draw")).values()) {
            for (double[] row : condition) {
                assertThat(row[4]).isCloseTo(row[1], within(1e-12)); // no variance where they would differ
            }
        }
        missesLittle(tme.covariance(Margin.UNIT), Margin.UNIT.covariance(rest(activity)));
    }

    @Test
    void a_unit_that_never_changes_leaves_the_covariances_met() {
        Activity activity = Courses.turning(5, 8, 3, 0.3, 0.2, RandomStream.of(8, "activity"));
        for (double[][] condition : activity.values()) {
            for (double[] row : condition) {
                row[0] = 3;
            }
        }

        missesLittle(new Tme(activity, ALL).covariance(Margin.UNIT), Margin.UNIT.covariance(rest(activity)));
    }

    @Test
    void activity_that_is_a_sum_of_its_sides_is_told() {
        double[][][] values = new double[3][4][5];
        for (int c = 0; c < 3; c++) {
            for (int t = 0; t < 4; t++) {
                int place = c;
                int time = t;
                Arrays.setAll(values[c][t], unit -> place + 0.1 * time * time + 3.0 * unit);
            }
        }

        assertThatThrownBy(() -> new Tme(Courses.of(values), ALL))
                .hasMessage("activity is a sum of what time, unit and condition add alone, expected units that differ"
                        + " in how conditions move them");
        assertThatThrownBy(() -> new Tme(Courses.of(values), List.of()))
                .hasMessage("margins is none, expected at least one");
    }

    @Test
    void a_margin_unfolds_to_a_row_for_each_place_and_folds_back() {
        double[][][] x = Courses.alone(3, 4, 5, RandomStream.of(9, "activity")).values();

        for (Margin margin : Margin.values()) {
            double[][] rows = margin.unfolded(x);
            assertThat(margin.turned(x, Matrices.identity(rows.length))).isDeepEqualTo(x);
        }
        assertThat(Margin.TIME.unfolded(x)[3]).contains(x[2][3]).hasSize(15);
        assertThat(Margin.UNIT.unfolded(x)[4][2]).isEqualTo(x[0][2][4]);
        assertThat(Margin.CONDITION.unfolded(x)[1]).startsWith(x[1][0]);
    }

    private static void missesLittle(double[][] found, double[][] recorded) {
        double missed = Math.sqrt(Matrices.squares(Matrices.sum(found, -1, recorded)) / Matrices.squares(recorded));
        // eigenvalues are met to 1e-7, those below 1e-10 of all variance are left out
        assertThat(missed).isLessThan(1e-6);
        for (int i = 0; i < found.length; i++) {
            double least = 1e-9 * Matrices.trace(recorded);
            assertThat(found[i][i]).isCloseTo(recorded[i][i], within(1e-6 * recorded[i][i] + least));
        }
    }

    private static double[][][] rest(Activity activity) {
        return less(activity, Tme.mean(activity.values()));
    }

    private static double[][][] less(Activity activity, double[][][] mean) {
        double[][][] rest = new double[mean.length][][];
        Arrays.setAll(rest, c -> Matrices.sum(activity.condition(c), -1, mean[c]));
        return rest;
    }

    /** Tells whether differences between two places of a side are the same wherever on the other sides. */
    private static boolean additive(double[][][] x) {
        double unit = x[0][0][1] - x[0][0][0] - (x[3][5][1] - x[3][5][0]);
        double time = x[0][2][0] - x[0][0][0] - (x[2][2][3] - x[2][0][3]);
        double condition = x[3][0][0] - x[0][0][0] - (x[3][4][2] - x[0][4][2]);
        return Math.abs(unit) + Math.abs(time) + Math.abs(condition) < 1e-12;
    }
}
