// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CkaTest {
    private static final double[][] X = Made.golden("cca/X.csv");
    private static final double[][] Y = Made.golden("cca/Y.csv");

    @Test
    void it_is_the_correlation_of_similarities_between_all_samples() {
        double expected = product(centredGram(X), centredGram(Y))
                / Math.sqrt(product(centredGram(X), centredGram(X)) * product(centredGram(Y), centredGram(Y)));

        double found = Cka.DEFAULT.of(Made.two(X, Y)).value("cka").value();

        assertThat(found).isCloseTo(expected, within(1e-12)).isBetween(0.05, 0.95);
    }

    @Test
    void debiased_it_is_that_of_similarities_between_different_samples() {
        double[][] x = Made.gaussian(1, 12, 4);
        double[][] y = Matrices.sum(Matrices.columns(x, 4), 0.7, Made.gaussian(2, 12, 4));

        double found = KernelAlignment.of(x, y, true);

        assertThat(found).isCloseTo(unbiased(x, y) / Math.sqrt(unbiased(x, x) * unbiased(y, y)), within(1e-12));
        assertThat(Math.abs(found - KernelAlignment.of(x, y, false))).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shift_scale_and_rotation_leave_it_and_another_linear_map_does_not(boolean debiased) {
        double before = KernelAlignment.of(X, Y, debiased);
        double[][] turned = Made.moved(Matrices.product(Y, Made.orthogonal(5, 5)), -3, 8);
        double[][] stretched = Matrices.product(Y, Made.gaussian(6, 5, 5));

        assertThat(KernelAlignment.of(X, turned, debiased)).isCloseTo(before, within(1e-12));
        assertThat(KernelAlignment.of(turned, X, debiased)).isCloseTo(before, within(1e-12));
        assertThat(KernelAlignment.of(X, X, debiased)).isCloseTo(1, within(1e-12));
        assertThat(Math.abs(KernelAlignment.of(X, stretched, debiased) - before))
                .isGreaterThan(1e-3);
    }

    @Test
    void many_independent_units_look_alike_unless_debiased() {
        double[][] x = Made.gaussian(1, 40, 200);
        double[][] y = Made.gaussian(2, 40, 200);

        // with far more units than samples all similarities but those of a sample with itself vanish
        assertThat(KernelAlignment.of(x, y, false)).isGreaterThan(0.7);
        assertThat(KernelAlignment.of(x, y, true)).isCloseTo(0, within(0.15));
    }

    @Test
    void one_column_each_has_the_square_of_pearsons_correlation() {
        double[][] x = Matrices.columns(X, 1);
        double[][] y = Matrices.columns(Y, 1);

        double pearson = Samples.correlation(Matrices.column(x, 0), Matrices.column(y, 0));
        assertThat(KernelAlignment.of(x, y, false)).isCloseTo(pearson * pearson, within(1e-14));
    }

    @Test
    void conditions_that_do_not_vary_are_left_out_of_the_chart_alone() {
        double[][] still = Made.moved(new double[9][2], 1, 0.1);
        var some = Made.recording(Made.DT, 0, Made.gaussian(1, 9, 2), still, Made.gaussian(2, 9, 2));

        var found = Cka.DEFAULT.of(Subject.of(some, some, 1));

        assertThat(found.value("cka").value()).isCloseTo(1, within(1e-14));
        assertThat(found.plots().get(0).curves().get(0).x()).containsExactly(1, 3);
    }

    @Test
    void too_few_samples_and_still_activity_are_told() {
        assertThatThrownBy(() -> KernelAlignment.of(Made.gaussian(1, 3, 2), Made.gaussian(2, 3, 2), true))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("samples is 3, expected 4");
        assertThatThrownBy(() -> KernelAlignment.of(new double[9][2], Made.gaussian(2, 9, 2), false))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("activity is the same");
    }

    private static double[][] centredGram(double[][] x) {
        double[][] centred = Matrices.centred(x, Matrices.means(x));
        return Matrices.product(centred, Matrices.transposed(centred));
    }

    private static double product(double[][] a, double[][] b) {
        return Matrices.trace(Matrices.product(a, b));
    }

    /** The unbiased estimate of Song et al. (2012), on kernels of all samples. */
    private static double unbiased(double[][] x, double[][] y) {
        double[][] k = hollow(Matrices.product(x, Matrices.transposed(x)));
        double[][] l = hollow(Matrices.product(y, Matrices.transposed(y)));
        double n = x.length;
        double sums = sum(k) * sum(l) / ((n - 1) * (n - 2));
        return (product(k, l) + sums - 2 / (n - 2) * sum(Matrices.product(k, l))) / (n * (n - 3));
    }

    private static double[][] hollow(double[][] kernel) {
        for (int i = 0; i < kernel.length; i++) {
            kernel[i][i] = 0;
        }
        return kernel;
    }

    private static double sum(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
