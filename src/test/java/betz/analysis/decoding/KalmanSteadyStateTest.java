// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One state and one rate, where the filter's gain has a closed form. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KalmanSteadyStateTest {
    @ParameterizedTest
    @CsvSource({"0.9, 0.5, 1, 2", "1, 0.1, 2, 1", "0.5, 1, 0.3, 0.1"})
    void the_gain_settles_where_riccatis_equation_says(double a, double w, double h, double q) {
        var kalman = scalar(a, w, h, q, 0, 5);
        double[][] rates = new double[200][1];
        for (double[] rate : rates) {
            rate[0] = 1;
        }

        double[][] states = kalman.filter(rates);

        // predicted variance P solves h²P² + (q − a²q − wh²)P − wq = 0; gain Ph/(h²P + q); x = a·x·(1 − gain·h) +
        // gain·z
        double b = q - a * a * q - w * h * h;
        double p = (-b + Math.sqrt(b * b + 4 * h * h * w * q)) / (2 * h * h);
        double gain = p * h / (h * h * p + q);
        double settled = gain / (1 - a * (1 - gain * h));
        assertThat(states[199][0]).isCloseTo(settled, within(1e-9));
    }

    @Test
    void a_known_first_state_is_not_corrected() {
        var kalman = scalar(1, 0.5, 1, 1, 3, 0);

        assertThat(kalman.filter(new double[][] {{100}})[0][0]).isCloseTo(3, within(1e-12));
    }

    @Test
    void an_unknown_first_state_is_where_the_first_rate_says() {
        var kalman = scalar(1, 0.5, 2, 1, 3, 1e12);

        assertThat(kalman.filter(new double[][] {{100}})[0][0]).isCloseTo(50, within(1e-6)); // z/h
    }

    @Test
    void the_first_state_is_the_weighted_mean_of_what_was_known_and_what_is_seen() {
        var kalman = scalar(1, 0.5, 1, 3, 2, 1);

        // weights 1/1 of 2 and 1/3 of 6
        assertThat(kalman.filter(new double[][] {{6}})[0][0]).isCloseTo((2 + 6 / 3.0) / (1 + 1 / 3.0), within(1e-12));
    }

    @Test
    void exact_dynamics_are_fitted_exactly() {
        double[][] x = IntStream.range(0, 40)
                .mapToObj(t -> new double[] {Math.cos(0.3 * t), Math.sin(0.3 * t)})
                .toArray(double[][]::new);
        double[][] z = RidgeRegressionTest.normal(1, 40, 3);
        for (int t = 0; t < 40; t++) {
            z[t][0] += x[t][0];
        }

        var fitted = KalmanDecoder.fit(centredPair(x), centredPair(z), 0);

        // a turn by 0.3 rad; the trial and its opposite have mean 0
        assertThat(fitted.transition()[0]).containsExactly(new double[] {Math.cos(0.3), -Math.sin(0.3)}, within(1e-12));
        assertThat(fitted.transition()[1]).containsExactly(new double[] {Math.sin(0.3), Math.cos(0.3)}, within(1e-12));
        assertThat(fitted.transitionNoise()[0][0]).isCloseTo(0, within(1e-20));
    }

    @Test
    void a_floor_lifts_the_noise_by_its_share_of_the_mean_variance() {
        List<double[][]> x = centredPair(RidgeRegressionTest.normal(2, 40, 2));
        List<double[][]> z = centredPair(RidgeRegressionTest.normal(3, 40, 3));

        double[][] plain = KalmanDecoder.fit(x, z, 0).observationNoise();
        double[][] lifted = KalmanDecoder.fit(x, z, 0.5).observationNoise();

        double mean = (plain[0][0] + plain[1][1] + plain[2][2]) / 3;
        assertThat(lifted[1][1] - plain[1][1]).isCloseTo(0.5 * mean, within(1e-12));
        assertThat(lifted[0][1]).isEqualTo(plain[0][1]);
    }

    @Test
    void a_state_that_follows_from_another_is_told() {
        double[][] x = RidgeRegressionTest.normal(4, 30, 2);
        for (double[] row : x) {
            row[1] = 2 * row[0];
        }
        List<double[][]> rates = Collections.singletonList(RidgeRegressionTest.normal(5, 30, 3));

        assertThatThrownBy(() -> KalmanDecoder.fit(Collections.singletonList(x), rates, 0))
                .hasMessageContaining("states of the hand is such that one follows from others");
    }

    /** Returns a trial and its opposite, which together have mean 0. */
    private static List<double[][]> centredPair(double[][] trial) {
        double[][] opposite = new double[trial.length][trial[0].length];
        for (int t = 0; t < trial.length; t++) {
            for (int j = 0; j < trial[t].length; j++) {
                opposite[t][j] = -trial[t][j];
            }
        }
        return List.of(trial, opposite);
    }

    private static KalmanDecoder scalar(double a, double w, double h, double q, double first, double variance) {
        return KalmanDecoder.of(
                new double[][] {{a}},
                new double[][] {{w}},
                new double[][] {{h}},
                new double[][] {{q}},
                new double[] {first},
                new double[][] {{variance}});
    }
}
