// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of dimensions, demixing regressions and what they depend on, against plain pseudo-inverses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrossValidationTest {
    private static final int TIMES = 12;
    private static final int UNITS = 5;

    private static Activity activity(int conditions, int units) {
        var random = RandomStream.of(3, "held out");
        double[][][] values = new double[conditions][TIMES][units];
        for (int c = 0; c < conditions; c++) {
            for (int t = 0; t < TIMES; t++) {
                double a = 3 * Math.sin(0.4 * t + c);
                double b = 2 * Math.cos(0.7 * t - 2 * c);
                for (int u = 0; u < units; u++) {
                    values[c][t][u] = 8 + a * Math.cos(u) + b * Math.sin(1.7 * u) + 0.3 * random.nextGaussian();
                }
            }
        }
        return DemixedTest.activity(values);
    }

    /** Owen and Perry's B D⁺ C, each unit and each block of rows held out alone. */
    private static double[] plain(double[][] rows, int... block) {
        int units = rows[0].length;
        double[] errors = new double[units];
        for (int held = 0; held <= Arrays.stream(block).max().orElseThrow(); held++) {
            for (int unit = 0; unit < units; unit++) {
                int out = held;
                double[][] seen = chosen(rows, row -> block[row] != out);
                double[][] unseen = chosen(rows, row -> block[row] == out);
                double[] mean = Matrices.means(seen);
                double[][] d = without(Matrices.centred(seen, mean), unit);
                double[][] b = without(Matrices.centred(unseen, mean), unit);
                double[] c = Matrices.column(Matrices.centred(seen, mean), unit);
                double[] a = Matrices.column(Matrices.centred(unseen, mean), unit);
                Svd svd = Svd.of(d);
                for (int k = 0; k < units; k++) {
                    double[] told = new double[a.length];
                    for (int i = 0; i < k; i++) {
                        double weight = dot(Matrices.column(svd.u(), i), c) / svd.s()[i];
                        for (int row = 0; row < told.length; row++) {
                            told[row] += dot(b[row], Matrices.column(svd.v(), i)) * weight;
                        }
                    }
                    for (int row = 0; row < told.length; row++) {
                        errors[k] += Math.pow(a[row] - told[row], 2);
                    }
                }
            }
        }
        double none = errors[0];
        return Arrays.stream(errors).map(error -> error / none).toArray();
    }

    private static double[][] chosen(double[][] rows, java.util.function.IntPredicate which) {
        return java.util.stream.IntStream.range(0, rows.length)
                .filter(which)
                .mapToObj(row -> rows[row])
                .toArray(double[][]::new);
    }

    private static double[][] without(double[][] rows, int unit) {
        double[][] others = new double[rows.length][rows[0].length - 1];
        for (int row = 0; row < rows.length; row++) {
            for (int u = 0; u < others[row].length; u++) {
                others[row][u] = rows[row][u < unit ? u : u + 1];
            }
        }
        return others;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void with_each_condition_and_unit_held_out_alone_errors_are_those_of_pseudo_inverses() {
        Activity activity = activity(6, UNITS);
        int[] block = new int[6 * TIMES];
        Arrays.setAll(block, row -> row / TIMES);

        double[] expected = plain(activity.rows(), block);

        double[] found = BiCrossValidation.of(activity, 1000, 1).errors();
        assertThat(found).hasSize(UNITS); // none to four, as one unit is always held out
        for (int k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-9)); // rounding
        }
        // nothing is drawn where every unit is a group of its own
        double[] other = BiCrossValidation.of(activity, 1000, 2).errors();
        for (int k = 0; k < found.length; k++) {
            assertThat(other[k]).isCloseTo(found[k], within(1e-12));
        }
    }

    @Test
    void of_a_single_condition_every_time_is_held_out_by_itself_where_groups_are_many() {
        Activity single = activity(1, UNITS);
        int[] block = new int[TIMES];
        Arrays.setAll(block, row -> row);

        double[] expected = plain(single.rows(), block);

        double[] found = BiCrossValidation.of(single, 1000, 1).errors();
        for (int k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-9));
        }
    }

    @Test
    void conditions_are_dealt_to_groups_in_turn_and_stay_whole() {
        Activity activity = activity(6, UNITS);
        int[] block = new int[6 * TIMES];
        Arrays.setAll(block, row -> row / TIMES % 5);

        double[] expected = plain(activity.rows(), block);

        double[] found = BiCrossValidation.of(activity, 5, 1).errors(); // five groups of units too
        for (int k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-9));
        }
    }

    @Test
    void the_number_of_dimensions_is_the_first_of_least_error() {
        BiCrossValidation found = BiCrossValidation.of(activity(6, UNITS), 1000, 1);

        double least = Arrays.stream(found.errors()).min().orElseThrow();
        assertThat(found.errors()[found.dimensions()]).isEqualTo(least);
        assertThat(found.dimensions()).isEqualTo(2); // as planted
    }

    @Test
    void a_higher_level_of_parallel_analysis_asks_for_more() {
        double[][] rows = activity(4, 8).rows();
        double[] variances = PrincipalComponents.of(rows).variances();

        double[] low = ParallelAnalysis.of(rows, variances, 50, 0, 1).thresholds();
        double[] middle = ParallelAnalysis.of(rows, variances, 50, 0.5, 1).thresholds();
        double[] high = ParallelAnalysis.of(rows, variances, 50, 1, 1).thresholds();
        for (int i = 0; i < variances.length; i++) {
            assertThat(middle[i]).isBetween(low[i], high[i]);
            assertThat(high[i]).isGreaterThan(low[i]);
        }
        // all permutations have the same trace, and the first component at least its mean
        assertThat(low[0]).isGreaterThan(Arrays.stream(variances).average().orElseThrow());
    }

    @Test
    void two_units_permuted_have_a_threshold_of_one_and_their_correlation() {
        // of unit variance, the first component has 1 + |r|; over permutations of n samples r has variance 1/(n - 1)
        int n = 200;
        double[][] rows = new double[n][2];
        var random = RandomStream.of(4, "pair");
        for (double[] row : rows) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
        }
        for (int u = 0; u < 2; u++) {
            double mean = Matrices.means(rows)[u];
            double sd = Math.sqrt(Covariance.of(rows).matrix()[u][u]);
            for (double[] row : rows) {
                row[u] = (row[u] - mean) / sd;
            }
        }
        double[] found =
                ParallelAnalysis.of(rows, new double[] {1, 1}, 4000, 0.95, 1).thresholds();

        // 95 % of |r| lie below 1.96/sqrt(n - 1); 4 standard errors of that quantile are 4 %
        assertThat(found[0]).isCloseTo(1 + 1.96 / Math.sqrt(n - 1), within(0.006));
        assertThat(found[1]).isLessThan(1);
    }

    @Test
    void counting_stops_at_the_first_component_that_chance_could_give() {
        double[][] rows = activity(4, 6).rows();

        assertThat(ParallelAnalysis.of(rows, new double[] {1e9, 1e-9, 1e9, 1e9, 0, 0}, 20, 0.95, 1)
                        .dimensions())
                .isEqualTo(1);
        assertThat(ParallelAnalysis.of(rows, new double[] {0, 1e9, 1e9, 1e9, 1e9, 1e9}, 20, 0.95, 1)
                        .dimensions())
                .isZero();
    }

    @Test
    void planted_variances_have_the_closed_form_of_the_participation_ratio() {
        // orthogonal courses of squares 9, 4 and 1 over all samples of one condition
        double[][][] values = new double[1][40][3];
        for (int t = 0; t < 40; t++) {
            for (int u = 0; u < 3; u++) {
                values[0][t][u] = 5 + (3 - u) * Math.sqrt(2) * Math.sin(2 * Math.PI * (u + 1) * t / 40);
            }
        }
        Finding found = new Pca("unit.rate", -1, 1, false, 0, false, 20, 0.95, 3)
                .of(Subject.of(ConditionTensors.recording(values, 0, 0.01), 1));

        assertThat(found.value("participation_ratio").value()).isCloseTo(14 * 14 / 98.0, within(1e-12));
        assertThat(found.value("share_of_first").value()).isCloseTo(9 / 14.0, within(1e-12));
        assertThat(found.value("dimensions_80").value()).isEqualTo(2); // 13/14 is 0.929
        assertThat(found.value("dimensions_90").value()).isEqualTo(2);
        double[] variances = found.list("variances").numbers();
        assertThat(variances[1]).isCloseTo(4 * 40 / 39.0, within(1e-12)); // n - 1 below
        assertThat(found.list("variances_by_chance").numbers()).hasSize(3);
        double[] chart = found.plots().get(0).curves().get(0).y();
        assertThat(chart[2]).isCloseTo(100 / 14.0, within(1e-11)); // percent
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 30})
    void without_a_limit_a_reduced_rank_fit_is_ridge_regression(double ridge) {
        var random = RandomStream.of(5, "ridge");
        double[][] x = Populations.gaussian(random, 30, 4);
        double[][] y = Populations.gaussian(random, 30, 4);

        ReducedRank fit = ReducedRank.of(Svd.of(x), y, 4, ridge);

        double[][] map = Matrices.product(fit.decoders(), Matrices.transposed(fit.encoders()));
        // normal equations: X'(Y - X B) = ridge B
        double[][] left = Matrices.product(Matrices.transposed(x), Matrices.sum(y, -1, Matrices.product(x, map)));
        assertThat(Matrices.squares(Matrices.sum(left, -ridge, map))).isLessThan(1e-20); // rounding
    }

    @Test
    void fewer_components_are_the_first_of_more() {
        var random = RandomStream.of(5, "ridge");
        Svd x = Svd.of(Populations.gaussian(random, 30, 4));
        double[][] y = Populations.gaussian(random, 30, 4);
        ReducedRank all = ReducedRank.of(x, y, 4, 2);
        ReducedRank two = ReducedRank.of(x, y, 2, 2);

        assertThat(two.encoders()).isDeepEqualTo(Matrices.columns(all.encoders(), 2));
        assertThat(Populations.distance(two.decoders(), Matrices.columns(all.decoders(), 2)))
                .isLessThan(1e-24);
        assertThat(ReducedRank.of(x, y, 99, 2).encoders()[0]).hasSize(4);
    }

    @Test
    void the_first_component_is_that_of_which_most_is_told() {
        var random = RandomStream.of(6, "order");
        double[][] x = Populations.gaussian(random, 200, 3);
        double[][] y = new double[200][3];
        for (int row = 0; row < 200; row++) {
            // the second output is large but noise, the third is told from the first input
            y[row] = new double[] {0.1 * x[row][1], 3 * random.nextGaussian(), 2 * x[row][0]};
        }

        double[] first = Matrices.column(ReducedRank.of(Svd.of(x), y, 1, 0).encoders(), 0);

        assertThat(Math.abs(first[2])).isGreaterThan(0.95);
    }

    @Test
    void held_out_groups_are_drawn_with_the_subjects_seed() {
        Activity activity = activity(6, 8);
        var recording = ConditionTensors.recording(activity.values(), 0, 0.01);
        var pca = new Pca("unit.rate", -1, 1, false, 0, false, 20, 0.95, 2);
        double[] one = pca.of(Subject.of(recording, 1)).list("held_out_errors").numbers();

        assertThat(pca.of(Subject.of(recording, 1)).list("held_out_errors").numbers())
                .containsExactly(one);
        assertThat(pca.of(Subject.of(recording, 2)).list("held_out_errors").numbers())
                .isNotEqualTo(one);
        assertThat(one).containsExactly(BiCrossValidation.of(activity, 2, 1).errors(), within(1e-12));
        assertThat(Samples.quantile(one, 1)).isEqualTo(1);
    }
}
