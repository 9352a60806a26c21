// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Golden;
import betz.analysis.Subject;
import betz.data.Recording;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicNumbersTest {
    /** Both are computed from definitions by other code; conditions are below 1e3. */
    private static final double EXACT = 1e-9;

    private static final double[][] X = Made.golden("cca/X.csv");
    private static final double[][] Y = Made.golden("cca/Y.csv");
    private static final Subject WHOLE = Made.two(X, Y);
    private static final Subject PARTS = Subject.of(parts(X), parts(Y), 1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kernels_align_as_matrices_of_all_pairs_do(boolean debiased) {
        var cka = new Cka(debiased, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        assertThat(measure(cka, WHOLE, "cka")).isCloseTo(expected(debiased ? "cka_debiased" : "cka"), within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.25", "0.5", "1"})
    void shapes_are_as_far_apart_as_matrix_square_roots_make_them(String alpha) {
        var metric =
                new ShapeMetric(Double.parseDouble(alpha), 10, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        assertThat(measure(metric, WHOLE, "angle")).isCloseTo(expected("shape_angle_" + alpha), within(EXACT));
    }

    @ParameterizedTest
    @EnumSource
    void conditions_are_as_alike_as_scipy_has_them(Dissimilarity one) {
        String name = one.name().toLowerCase(Locale.ROOT);
        var whole = new Rsa(one, false, 1, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);
        var mean = new Rsa(one, true, 1, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        assertThat(measure(whole, PARTS, "spearman")).isCloseTo(expected("rsa_" + name), within(EXACT));
        assertThat(measure(mean, PARTS, "spearman")).isCloseTo(expected("rsa_mean_" + name), within(EXACT));
    }

    @Test
    void linear_models_of_delayed_samples_are_those_of_numpy() {
        Finding found = dsa(0).of(PARTS);

        double[][] operator = found.list("operator").rows();
        double[][] other = found.list("other_operator").rows();
        double[][] values = found.list("eigenvalues").rows();
        // coordinates have arbitrary signs, so what signs do not change is compared
        assertThat(found.value("step_r2").value()).isCloseTo(expected("step_r2"), within(EXACT));
        assertThat(found.value("other_step_r2").value()).isCloseTo(expected("other_step_r2"), within(EXACT));
        assertThat(Matrices.trace(operator)).isCloseTo(expected("trace"), within(EXACT));
        assertThat(Math.sqrt(Matrices.squares(operator))).isCloseTo(expected("operator_norm"), within(EXACT));
        assertThat(Math.sqrt(Matrices.squares(other))).isCloseTo(expected("other_operator_norm"), within(EXACT));
        assertThat(Math.hypot(values[0][0], values[0][1])).isCloseTo(expected("largest_modulus"), within(EXACT));
        assertThat(values).hasNumberOfRows(7).isDeepEqualTo(eigenvalues(operator));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_default_number_of_starts_finds_the_best_rotation_of_two_dozen_other_searches(long seed) {
        Subject subject = Subject.of(parts(X), parts(Y), seed);

        double distance = measure(dsa(Dsa.DEFAULT.starts()), subject, "distance");

        assertThat(distance).isCloseTo(expected("distance"), within(1e-6));
    }

    private static Dsa dsa(int starts) {
        return new Dsa(3, 2, 7, starts, 10, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);
    }

    private static double[][] eigenvalues(double[][] operator) {
        Eigen values = Eigen.general(operator);
        return Matrices.transposed(new double[][] {values.real(), values.imaginary()});
    }

    private static double measure(Analysis analysis, Subject subject, String name) {
        return analysis.of(subject).value(name).value();
    }

    /** Returns ten conditions of twenty samples each. */
    private static Recording parts(double[][] table) {
        return Made.recording(
                Made.DT,
                0,
                IntStream.range(0, 10)
                        .mapToObj(c -> Arrays.copyOfRange(table, 20 * c, 20 * c + 20))
                        .toArray(double[][][]::new));
    }

    private static double expected(String name) {
        String text = Golden.text("similarity/expected.json");
        return Double.parseDouble(text.replaceAll("(?s).*\"" + name + "\": ([0-9.e-]+).*", "$1"));
    }
}
