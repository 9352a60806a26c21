// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.common.BadSetting;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Parity with scikit-learn. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrincipalComponentsTest {
    private static final double TOLERANCE = 1e-9;

    private static final double[][] ROWS = table("X");
    private static final PrincipalComponents FOUND = PrincipalComponents.of(ROWS);

    private static double[][] table(String name) {
        return Golden.lines("pca/" + name + ".csv").stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double extra(String name) {
        String text = Golden.text("pca/extra.json");
        String after = text.substring(text.indexOf(name) + name.length() + 2);
        return Double.parseDouble(after.split("[,}]", 2)[0].strip());
    }

    @Test
    void mean_variances_shares_and_singular_values_are_those_of_scikit_learn() {
        assertThat(FOUND.mean()).containsExactly(table("mean")[0], within(TOLERANCE));
        assertThat(FOUND.variances()).containsExactly(table("explained_variance")[0], within(TOLERANCE));
        assertThat(FOUND.shares()).containsExactly(table("explained_variance_ratio")[0], within(TOLERANCE));
        assertThat(FOUND.singular()).containsExactly(table("singular_values")[0], within(TOLERANCE));
    }

    @Test
    void components_and_scores_are_those_of_scikit_learn_but_for_signs() {
        double[][] axes = Matrices.transposed(FOUND.axes());
        double[][] scores = Matrices.transposed(FOUND.scores(ROWS, axes.length));
        double[][] theirAxes = table("components");
        double[][] theirScores = Matrices.transposed(table("scores"));

        for (int i = 0; i < axes.length; i++) {
            double sign = sign(axes[i], theirAxes[i]);
            assertThat(scaled(axes[i], sign)).containsExactly(theirAxes[i], within(TOLERANCE));
            assertThat(scaled(scores[i], sign)).containsExactly(theirScores[i], within(TOLERANCE));
        }
    }

    @Test
    void whitened_scores_are_those_of_scikit_learn_but_for_signs() {
        double[][] whitened = Matrices.transposed(new ProbabilisticComponents(FOUND, 3).whitened(ROWS));
        double[][] theirs = Matrices.transposed(table("scores_whiten3"));

        assertThat(whitened).hasNumberOfRows(3);
        for (int i = 0; i < 3; i++) {
            double sign = sign(whitened[i], theirs[i]);
            assertThat(scaled(whitened[i], sign)).containsExactly(theirs[i], within(TOLERANCE));
        }
    }

    @Test
    void the_noise_of_the_probabilistic_model_is_that_of_scikit_learn() {
        assertThat(new ProbabilisticComponents(FOUND, 3).noiseVariance())
                .isCloseTo(extra("noise_variance_3comp"), within(TOLERANCE));
    }

    @Test
    void the_likelihood_is_that_of_a_gaussian_with_the_model_s_covariance() {
        var model = new ProbabilisticComponents(FOUND, 3);

        double expected = logDensity(excess(1), model.noiseVariance());

        assertThat(model.logLikelihood(ROWS)).isCloseTo(expected, within(TOLERANCE));
    }

    @Test
    void scikit_learn_s_own_figure_counts_the_variances_twice_since_it_whitens() {
        // its components, asked to whiten, are scaled by the roots of their variances before the covariance is made of
        // them
        double noise = new ProbabilisticComponents(FOUND, 3).noiseVariance();

        assertThat(logDensity(excess(2), noise)).isCloseTo(extra("loglik_mean_3comp"), within(TOLERANCE));
    }

    /** Returns what the first three components have more than noise, times a power of their variances less one. */
    private static double[] excess(int power) {
        double noise = new ProbabilisticComponents(FOUND, 3).noiseVariance();
        return Arrays.stream(FOUND.variances(), 0, 3)
                .map(v -> StrictMath.pow(v, power - 1) * (v - noise))
                .toArray();
    }

    /** Returns the mean log density of the rows under a full covariance, by its eigenvalues. */
    private static double logDensity(double[] excess, double noise) {
        double[][] axes = FOUND.axes(3);
        double[][] covariance = Matrices.identity(axes.length);
        for (int i = 0; i < axes.length; i++) {
            for (int j = 0; j < axes.length; j++) {
                covariance[i][j] *= noise;
                for (int k = 0; k < 3; k++) {
                    covariance[i][j] += axes[i][k] * excess[k] * axes[j][k];
                }
            }
        }
        Eigen values = Eigen.symmetric(covariance);
        double[][] along = Matrices.product(Matrices.centred(ROWS, FOUND.mean()), values.vectors());
        double sum = axes.length * StrictMath.log(2 * Math.PI);
        for (int i = 0; i < axes.length; i++) {
            double value = values.real()[i];
            double squares =
                    Arrays.stream(Matrices.column(along, i)).map(v -> v * v).sum();
            sum += StrictMath.log(value) + squares / value / ROWS.length;
        }
        return -sum / 2;
    }

    @Test
    void a_model_without_noise_is_refused() {
        double[][] flat = {{1, 2, 0}, {2, 1, 0}, {4, 4, 0}, {0, 1, 0}};
        var components = PrincipalComponents.of(flat);

        assertThatThrownBy(() -> new ProbabilisticComponents(components, 3)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new ProbabilisticComponents(components, 2))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("noise is 0");
    }

    @Test
    void equal_variances_have_as_many_dimensions_as_there_are_components() {
        // four corners of a square: both variances are 4/3
        var square = PrincipalComponents.of(new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});

        assertThat(square.participationRatio()).isCloseTo(2, within(1e-12));
        assertThat(square.variances()).containsExactly(new double[] {4 / 3.0, 4 / 3.0}, within(1e-12));
        assertThat(square.dimensions(0.4)).isEqualTo(1);
        assertThat(square.dimensions(0.9)).isEqualTo(2);
    }

    private static double sign(double[] ours, double[] theirs) {
        double along = 0;
        for (int i = 0; i < ours.length; i++) {
            along += ours[i] * theirs[i];
        }
        return Math.signum(along);
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> factor * v).toArray();
    }
}
