// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Samples;
import betz.analysis.Values;
import betz.common.BadSetting;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShapeMetricTest {
    private static final double[][] X = Made.golden("cca/X.csv");
    private static final double[][] Y = Made.golden("cca/Y.csv");

    @Test
    void without_whitening_its_sine_squared_is_the_procrustes_disparity() {
        double angle = ShapeMetric.DEFAULT.of(Made.two(X, Y)).value("angle").value();
        double disparity =
                Procrustes.DEFAULT.of(Made.two(X, Y)).value("disparity").value();

        assertThat(Math.pow(Math.sin(angle), 2)).isCloseTo(disparity, within(1e-12));
    }

    @Test
    void wholly_whitened_its_cosine_is_the_sum_of_canonical_correlations_over_the_root_of_both_dimensions() {
        var whole = new ShapeMetric(0, 10, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        Values parts = whole.of(Made.two(X, Y)).list("similarity_parts");
        double cosine = whole.of(Made.two(X, Y)).value("similarity").value();

        double[] canonical = CanonicalCorrelations.of(X, Y).correlations();
        assertThat(cosine).isCloseTo(Arrays.stream(canonical).sum() / Math.sqrt(6 * 5), within(1e-12));
        assertThat(Arrays.stream(parts.numbers()).sum()).isCloseTo(cosine, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void shift_scale_and_rotation_leave_no_angle(double alpha) {
        double[][] turned = Made.moved(Matrices.product(Y, Made.orthogonal(2, 5)), 0.02, 3);

        assertThat(Shape.between(Y, turned, alpha).angle()).isLessThan(1e-7); // root of rounding at worst
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void it_is_symmetric_and_holds_to_the_triangle_inequality(double alpha) {
        int tight = 0;
        for (int seed = 1; seed < 60; seed++) {
            double[][] a = Made.gaussian(3L * seed, 20, 2 + seed % 3);
            double[][] b = Made.gaussian(3 * seed + 1, 20, 2 + seed % 4);
            double[][] between = Shape.between(a, b, alpha).turned();
            double[][] c = Matrices.sum(
                    Matrices.columns(Shape.of(a, alpha), between[0].length), seed / 60.0, between); // near the geodesic

            double ab = Shape.between(a, b, alpha).angle();
            double ac = Shape.between(a, c, alpha).angle();
            double cb = Shape.between(c, b, alpha).angle();

            assertThat(ab).isCloseTo(Shape.between(b, a, alpha).angle(), within(1e-12));
            assertThat(ab).isLessThan(ac + cb + 1e-12); // both sides agree where c is a
            tight += ab > 0.8 * (ac + cb) ? 1 : 0;
        }
        assertThat(tight).isPositive(); // so a wrong metric could have failed
    }

    @Test
    void two_columns_have_the_angle_of_their_correlation() {
        double[][] x = Matrices.columns(X, 1);
        double[][] y = Matrices.columns(Y, 1);

        double angle = Shape.between(x, y, 1).angle();

        double correlation = Samples.correlation(Matrices.column(x, 0), Matrices.column(y, 0));
        assertThat(Math.cos(angle)).isCloseTo(Math.abs(correlation), within(1e-12));
    }

    @Test
    void whitening_beyond_whole_is_refused() {
        assertThatThrownBy(() -> new ShapeMetric(1.5, 10, "a", "b", 0, 1, Scaling.NONE, false))
                .isInstanceOf(BadSetting.class)
                .hasMessage("alpha is 1.5, expected 0.0 to 1.0");
    }
}
