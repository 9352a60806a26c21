// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RidgeRegressionTest {
    /** Samples that scikit-learn was fitted to. */
    private static final int TRAINED = 100;

    @ParameterizedTest
    @CsvSource({"0.0, 1e-5", "0.1, 1e-8", "1, 1e-8", "10, 1e-8", "100, 1e-8"})
    void coefficients_and_r2_are_those_of_scikit_learn(String alpha, double tolerance) {
        var fit = RidgeRegression.fit(train("X"), train("Y"), Double.parseDouble(alpha));

        double[][] expected = table("coef_alpha" + alpha);
        for (int output = 0; output < 2; output++) {
            assertThat(fit.intercept()[output]).isCloseTo(expected[output][0], within(tolerance));
            assertThat(fit.coefficients()[output])
                    .containsExactly(Arrays.copyOfRange(expected[output], 1, 21), within(tolerance));
        }
        double[][] y = test("Y");
        double[][] predicted = fit.predict(test("X"));
        double[] r2 = {r2(y, predicted, 0), r2(y, predicted, 1)};
        double[][] centred = Matrices.centred(y, Matrices.means(y));
        double weighted = 1 - Matrices.squares(Matrices.sum(y, -1, predicted)) / Matrices.squares(centred);
        assertThat((r2[0] + r2[1]) / 2).isCloseTo(expected("r2_test_uniform_alpha" + alpha), within(tolerance));
        assertThat(weighted).isCloseTo(expected("r2_test_varweighted_alpha" + alpha), within(tolerance));
    }

    @Test
    void errors_of_samples_left_out_and_the_penalty_chosen_by_them_are_those_of_scikit_learn() {
        double[][] x = train("X");
        double[][] y = first(train("Y"));
        double[][] golden = table("ridgecv_loo_mse_y0");

        for (double[] row : golden) {
            double[][] off = Matrices.sum(RidgeRegression.leaveOneOut(x, y, row[0]), -1, y);
            assertThat(Matrices.squares(off) / y.length).isCloseTo(row[1], within(1e-8));
        }

        double chosen = RidgeRegression.chooseAlpha(x, y, Matrices.column(golden, 0));
        assertThat(chosen).isEqualTo(expected("ridgecv_loo_alpha_y0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leaving_one_out_in_closed_form_is_fitting_anew_without_it(long seed) {
        double[][] x = normal(seed, 12, 30);
        double[][] y = normal(seed + 100, 12, 2);

        double[][] closed = RidgeRegression.leaveOneOut(x, y, 3);

        for (int out = 0; out < x.length; out++) {
            double[] anew =
                    RidgeRegression.fit(without(x, out), without(y, out), 3).predict(x[out]);
            assertThat(closed[out]).containsExactly(anew, within(1e-10)); // rounding of 30 sums
        }
    }

    @Test
    void moments_less_a_part_are_those_of_the_rest() {
        double[][] x = normal(5, 40, 6);
        double[][] y = normal(6, 40, 1);
        var all = RidgeRegression.moments(x, y);
        var part = new Moments(Matrices.means(x), Matrices.means(y));
        for (int i = 0; i < 10; i++) {
            part.add(x[i], y[i]);
        }

        var rest = RidgeRegression.of(all.with(-1, part), 0.5);

        var direct = RidgeRegression.fit(Arrays.copyOfRange(x, 10, 40), Arrays.copyOfRange(y, 10, 40), 0.5);
        assertThat(rest.coefficients()[0]).containsExactly(direct.coefficients()[0], within(1e-12));
        assertThat(rest.intercept()[0]).isCloseTo(direct.intercept()[0], within(1e-12));
    }

    @Test
    void fewer_samples_than_features_need_a_penalty() {
        double[][] x = normal(7, 5, 8);
        double[][] y = normal(8, 5, 1);

        assertThat(RidgeRegression.fit(x, y, 0.1).predict(x)[0]).hasSize(1);
        assertThatThrownBy(() -> RidgeRegression.fit(x, y, 0))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("alpha is 0.0 with 5 samples of 8 features");
    }

    @Test
    void a_constant_added_to_the_outputs_goes_into_the_intercept_alone() {
        double[][] x = normal(9, 20, 4);
        double[][] y = normal(10, 20, 1);
        double[][] raised = Matrices.centred(y, new double[] {-1000});

        var low = RidgeRegression.fit(x, y, 50);
        var high = RidgeRegression.fit(x, raised, 50);

        assertThat(high.intercept()[0] - low.intercept()[0]).isCloseTo(1000, within(1e-10));
        assertThat(high.coefficients()[0]).containsExactly(low.coefficients()[0], within(1e-11));
    }

    static double[][] normal(long seed, int rows, int columns) {
        var random = RandomStream.of(seed, "normal rows");
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return values;
    }

    static double[][] without(double[][] rows, int out) {
        double[][] rest = new double[rows.length - 1][];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = rows[i < out ? i : i + 1];
        }
        return rest;
    }

    private static double r2(double[][] y, double[][] predicted, int output) {
        double[] actual = Matrices.column(y, output);
        double mean = Arrays.stream(actual).average().orElseThrow();
        double error = 0;
        double spread = 0;
        for (int i = 0; i < actual.length; i++) {
            error += (actual[i] - predicted[i][output]) * (actual[i] - predicted[i][output]);
            spread += (actual[i] - mean) * (actual[i] - mean);
        }
        return 1 - error / spread;
    }

    private static double[][] first(double[][] rows) {
        return Matrices.columns(rows, 1);
    }

    private static double[][] train(String name) {
        return Arrays.copyOf(table(name), TRAINED);
    }

    private static double[][] test(String name) {
        return Arrays.copyOfRange(table(name), TRAINED, 150);
    }

    private static double[][] table(String name) {
        return Golden.lines("ridge/" + name + ".csv").stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double expected(String name) {
        return Golden.lines("ridge/expected.json").stream()
                .filter(line -> line.contains("\"" + name + "\""))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*: |,", "")))
                .findFirst()
                .orElseThrow();
    }
}
