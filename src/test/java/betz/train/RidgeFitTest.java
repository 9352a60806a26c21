// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RidgeFitTest {
    @Test
    void one_predictor_shrinks_as_the_closed_form_says() {
        var fit = new RidgeFit(1, 1);
        fit.add(new double[] {1}, new double[] {2}, 1);
        fit.add(new double[] {2}, new double[] {3}, 5);

        // (1*2 + 5*2*3) / (1 + 5*4 + penalty)
        assertThat(fit.solve(new double[] {11})).containsExactly(new double[] {1}, within(1e-15));
    }

    @Test
    void without_much_penalty_the_weights_that_made_the_data_return() {
        var random = RandomStream.of(1, "ridge test");
        double[] truth = new double[2 * 7];
        java.util.Arrays.setAll(truth, i -> i - 5.5);
        var fit = new RidgeFit(7, 2);
        for (int sample = 0; sample < 50; sample++) { // not a multiple of the block
            double[] x = random.doubles(7).toArray();
            double[] y = new double[2];
            for (int i = 0; i < 14; i++) {
                y[i / 7] += truth[i] * x[i % 7];
            }
            fit.add(x, y, 1);
        }

        double[] penalty = new double[7];
        java.util.Arrays.fill(penalty, 1e-12);

        assertThat(fit.solve(penalty)).containsExactly(truth, within(1e-9));
    }

    @Test
    void a_predictor_that_says_nothing_and_costs_nothing_is_refused() {
        var fit = new RidgeFit(1, 1);
        fit.add(new double[] {0}, new double[] {1}, 1);

        assertThatThrownBy(() -> fit.solve(new double[1])).hasMessageStartingWith("pivot of predictor 0 is 0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 63})
    void weights_are_those_of_another_solver_for_the_normal_equations(int samples) {
        var random = RandomStream.of(samples, "other solver");
        double[] penalty = {0.5, 2, 0.1, 1, 3};
        RealMatrix x = new Array2DRowRealMatrix(samples, 5);
        RealMatrix y = new Array2DRowRealMatrix(samples, 2);
        var fit = new RidgeFit(5, 2);
        for (int sample = 0; sample < samples; sample++) {
            double[] row = random.doubles(5).toArray();
            double[] outcome = {random.nextGaussian(), random.nextGaussian()};
            x.setRow(sample, row);
            y.setRow(sample, outcome);
            fit.add(row, outcome, 1);
        }

        double[] found = fit.solve(penalty);

        RealMatrix normal = x.transpose().multiply(x).add(MatrixUtils.createRealDiagonalMatrix(penalty));
        RealMatrix expected =
                new LUDecomposition(normal).getSolver().solve(x.transpose().multiply(y));
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < 5; i++) {
                // the condition of the normal equations is some hundreds
                assertThat(found[k * 5 + i]).isCloseTo(expected.getEntry(i, k), within(1e-12));
            }
        }
    }

    @Test
    void a_sample_that_counts_three_times_is_three_samples() {
        var weighted = new RidgeFit(2, 1);
        var repeated = new RidgeFit(2, 1);
        double[][] x = {{1, 2}, {-1, 0.5}, {0.3, 4}};
        for (double[] row : x) {
            weighted.add(row, new double[] {row[0] - row[1]}, row == x[1] ? 3 : 1);
            for (int i = 0; i < (row == x[1] ? 3 : 1); i++) {
                repeated.add(row, new double[] {row[0] - row[1]}, 1);
            }
        }

        double[] once = weighted.solve(new double[] {1, 1});

        assertThat(once).containsExactly(repeated.solve(new double[] {1, 1}), within(1e-14));
    }

    @Test
    void more_penalty_means_smaller_weights_and_much_of_it_the_moments_over_it() {
        double[] before = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (double penalty : new double[] {1e-3, 1, 10, 1e9}) {
            var fit = new RidgeFit(2, 1);
            fit.add(new double[] {1, 0.5}, new double[] {2}, 1);
            fit.add(new double[] {-0.2, 1}, new double[] {1}, 1);

            double[] d = fit.solve(new double[] {penalty, penalty});

            assertThat(Math.hypot(d[0], d[1])).isLessThan(Math.hypot(before[0], before[1]));
            before = d;
        }
        // X'y = (2 - 0.2, 1 + 1)
        assertThat(before[0] * 1e9).isCloseTo(1.8, within(1e-8));
        assertThat(before[1] * 1e9).isCloseTo(2.0, within(1e-8));
    }

    @Test
    void solving_twice_gives_the_same_and_more_samples_may_follow() {
        var fit = new RidgeFit(1, 1);
        fit.add(new double[] {1}, new double[] {4}, 1);

        double[] once = fit.solve(new double[] {1});
        double[] again = fit.solve(new double[] {1});
        fit.add(new double[] {2}, new double[] {1}, 1);
        double[] more = fit.solve(new double[] {1});

        assertThat(once[0]).isCloseTo(2, within(1e-15)); // 4 / (1 + 1), through the root of 2
        assertThat(again).containsExactly(once);
        assertThat(more[0]).isCloseTo(1, within(1e-15)); // (4 + 2) / (1 + 4 + 1)
        assertThat(fit.solve(new double[] {7})[0]).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void a_penalty_for_another_number_of_predictors_is_refused() {
        assertThatThrownBy(() -> new RidgeFit(2, 1).solve(new double[3]))
                .hasMessage("penalty is 3 values, expected 2 values");
    }
}
