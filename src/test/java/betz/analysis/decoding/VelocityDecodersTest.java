// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VelocityDecodersTest {
    private static final double[][] A = {{0.95, 0.1}, {-0.1, 0.9}};
    private static final double[][] W = {{0.04, 0.01}, {0.01, 0.09}};
    private static final double[][] H = {{1, 0.5}, {-0.3, 1}, {0.7, -0.7}};
    private static final double[][] Q = {{0.5, 0.1, 0}, {0.1, 0.4, 0}, {0, 0, 0.3}};
    private static final double[] FIRST = {1, -0.5};
    private static final double[][] FIRST_COVARIANCE = {{0.2, 0}, {0, 0.1}};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_filter_is_the_mean_of_the_state_given_all_rates_so_far(long seed) {
        var kalman = KalmanDecoder.of(A, W, H, Q, FIRST, FIRST_COVARIANCE);
        double[][] rates = RidgeRegressionTest.normal(seed, 6, 3);

        double[][] filtered = kalman.filter(rates);

        for (int t = 0; t < rates.length; t++) {
            double[] direct = posteriorMean(rates, t + 1);
            assertThat(filtered[t]).containsExactly(direct, within(1e-10)); // rounding
        }
    }

    /** Conditions the joint Gaussian of all states and rates, without recursion. */
    private static double[] posteriorMean(double[][] rates, int times) {
        double[][] prior = new double[2 * times][2 * times];
        double[][] mean = new double[2 * times][1];
        double[][] seen = new double[3 * times][2 * times];
        double[][] noise = new double[3 * times][3 * times];
        double[][] off = new double[3 * times][1];
        double[][] x = {{FIRST[0]}, {FIRST[1]}};
        double[][] v = FIRST_COVARIANCE;
        for (int t = 0; t < times; t++) {
            double[][] later = v; // covariance of x(s) with x(t), s ≥ t, is A^(s − t)·V(t)
            for (int s = t; s < times; s++) {
                put(prior, 2 * s, 2 * t, later);
                put(prior, 2 * t, 2 * s, Matrices.transposed(later));
                later = Matrices.product(A, later);
            }
            put(mean, 2 * t, 0, x);
            put(seen, 3 * t, 2 * t, H);
            put(noise, 3 * t, 3 * t, Q);
            put(off, 3 * t, 0, Matrices.transposed(new double[][] {rates[t]}));
            x = Matrices.product(A, x);
            v = Matrices.sum(Matrices.product(Matrices.product(A, v), Matrices.transposed(A)), 1, W);
        }
        double[][] cross = Matrices.product(prior, Matrices.transposed(seen));
        double[][] spread = Matrices.sum(Matrices.product(seen, cross), 1, noise);
        double[][] surprise = Matrices.sum(off, -1, Matrices.product(seen, mean));
        double[][] change = Matrices.product(cross, Svd.of(spread).solve(surprise));
        double[] all = Matrices.column(Matrices.sum(mean, 1, change), 0);
        return Arrays.copyOfRange(all, 2 * times - 2, 2 * times);
    }

    private static void put(double[][] into, int row, int column, double[][] part) {
        for (int i = 0; i < part.length; i++) {
            System.arraycopy(part[i], 0, into[row + i], column, part[i].length);
        }
    }

    @Test
    void a_linear_gaussian_system_is_recovered_from_what_it_does() {
        List<double[][]> states = new ArrayList<>();
        List<double[][]> rates = new ArrayList<>();
        simulate(400, 50, states, rates);

        var fitted = KalmanDecoder.fit(states, rates, 0);

        // 20,000 samples: standard errors of about √(W/V/n) = 0.004 for A and √(Q/V/n) = 0.006 for H; four of them
        close(fitted.transition(), A, 0.016);
        close(fitted.transitionNoise(), W, 0.004);
        close(fitted.observation(), H, 0.03);
        close(fitted.observationNoise(), Q, 0.02);
    }

    @Test
    void filtering_by_a_fitted_system_beats_taking_each_time_by_itself() {
        List<double[][]> states = new ArrayList<>();
        List<double[][]> rates = new ArrayList<>();
        simulate(100, 50, states, rates);
        var fitted = KalmanDecoder.fit(states.subList(0, 80), rates.subList(0, 80), 0);
        var alone = WienerFilter.fit(rates.subList(0, 80), states.subList(0, 80), 1, 0);

        double filtered = 0;
        double direct = 0;
        for (int trial = 80; trial < 100; trial++) {
            double[][] x = states.get(trial);
            filtered += Matrices.squares(Matrices.sum(fitted.filter(rates.get(trial)), -1, x));
            direct += Matrices.squares(Matrices.sum(alone.predict(rates.get(trial)), -1, x));
        }

        assertThat(filtered).isLessThan(0.8 * direct);
    }

    @Test
    void means_of_states_and_rates_are_given_back() {
        List<double[][]> states = new ArrayList<>();
        List<double[][]> rates = new ArrayList<>();
        simulate(20, 30, states, rates);
        var plain = KalmanDecoder.fit(states, rates, 0);
        double[] up = {-100, -200};
        double[] more = {-5, -6, -7};
        var moved = KalmanDecoder.fit(
                states.stream().map(s -> Matrices.centred(s, up)).toList(),
                rates.stream().map(r -> Matrices.centred(r, more)).toList(),
                0);

        double[][] expected = Matrices.centred(plain.filter(rates.get(3)), up);

        close(moved.filter(Matrices.centred(rates.get(3), more)), expected, 1e-9);
    }

    @Test
    void fewer_samples_than_units_need_a_floor() {
        List<double[][]> states = Collections.singletonList(RidgeRegressionTest.normal(1, 6, 2));
        List<double[][]> rates = Collections.singletonList(RidgeRegressionTest.normal(2, 6, 10));

        assertThatThrownBy(() -> KalmanDecoder.fit(states, rates, 0))
                .hasMessageContaining("not invertible with 6 samples of 10 units");
        assertThat(KalmanDecoder.fit(states, rates, 0.01).filter(rates.get(0))[5][1])
                .isFinite();
    }

    @Test
    void a_filter_over_the_past_is_recovered() {
        double[][] z = RidgeRegressionTest.normal(8, 200, 3);
        double[][] y = new double[200][1];
        for (int t = 2; t < 200; t++) {
            y[t][0] = 4 + 2 * z[t][0] - z[t - 1][1] + 0.5 * z[t - 2][2];
        }

        double[][] predicted = WienerFilter.fit(Collections.singletonList(z), Collections.singletonList(y), 3, 0)
                .predict(z);

        assertThat(predicted).hasNumberOfRows(198);
        for (int t = 0; t < predicted.length; t++) {
            assertThat(predicted[t][0]).isCloseTo(y[t + 2][0], within(1e-11));
        }
    }

    @Test
    void history_puts_the_present_first() {
        double[][] rows = WienerFilter.history(new double[][] {{1, 2}, {3, 4}, {5, 6}}, 2);

        assertThat(rows).isDeepEqualTo(new double[][] {{3, 4, 1, 2}, {5, 6, 3, 4}});
        assertThatThrownBy(() -> WienerFilter.history(new double[][] {{1}, {2}}, 3))
                .hasMessageContaining("bins is 3, expected 1 to 2");
    }

    @Test
    void a_cubic_after_the_filter_is_recovered_and_goes_on_straight() {
        double[][] linear = new double[41][1];
        double[][] wanted = new double[41][1];
        for (int i = 0; i < 41; i++) {
            double z = 0.1 * (i - 20);
            linear[i][0] = z;
            wanted[i][0] = 1 - z + 0.5 * z * z * z;
        }

        var cascade = WienerCascade.fit(linear, wanted, 3);

        assertThat(cascade.apply(new double[][] {{1.23}})[0][0])
                .isCloseTo(1 - 1.23 + 0.5 * 1.23 * 1.23 * 1.23, within(1e-11));
        // slope at the last sample, 2: −1 + 1.5·4
        assertThat(cascade.apply(new double[][] {{12}})[0][0]).isCloseTo(wanted[40][0] + 10 * 5, within(1e-9));
        assertThat(cascade.apply(new double[][] {{-3}})[0][0]).isCloseTo(wanted[0][0] - 5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_cascade_fits_its_samples_no_worse_than_the_filter(long seed) {
        double[][] linear = RidgeRegressionTest.normal(seed, 60, 2);
        double[][] wanted = Matrices.sum(linear, 0.7, RidgeRegressionTest.normal(seed + 9, 60, 2));

        double[][] bent = WienerCascade.fit(linear, wanted, 3).apply(linear);

        assertThat(Matrices.squares(Matrices.sum(bent, -1, wanted)))
                .isLessThan(Matrices.squares(Matrices.sum(linear, -1, wanted)));
    }

    private static void simulate(int trials, int times, List<double[][]> states, List<double[][]> rates) {
        var random = RandomStream.of(11, "linear Gaussian system");
        for (int trial = 0; trial < trials; trial++) {
            double[][] x = new double[times][];
            double[][] z = new double[times][];
            double[] now = {FIRST[0] + random.nextGaussian(), FIRST[1] + random.nextGaussian()};
            for (int t = 0; t < times; t++) {
                x[t] = now;
                z[t] = next(H, now, Q, random);
                now = next(A, now, W, random);
            }
            states.add(x);
            rates.add(z);
        }
    }

    /** Returns {@code m·x} and noise of a covariance whose first two rows and columns alone are correlated. */
    private static double[] next(double[][] m, double[] x, double[][] covariance, RandomStream random) {
        double[] y = new double[m.length];
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        double sd = Math.sqrt(covariance[0][0]);
        double slope = covariance[1][0] / sd;
        for (int i = 0; i < y.length; i++) {
            double own = i > 1 ? Math.sqrt(covariance[i][i]) * random.nextGaussian() : 0;
            y[i] = m[i][0] * x[0] + m[i][1] * x[1] + own;
        }
        y[0] += sd * a;
        y[1] += slope * a + Math.sqrt(covariance[1][1] - slope * slope) * b;
        return y;
    }

    private static void close(double[][] found, double[][] expected, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(tolerance));
        }
    }
}
