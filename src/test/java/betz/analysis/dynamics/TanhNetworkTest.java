// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TanhNetworkTest {
    @Test
    void a_step_is_the_equation_written_out() {
        var network = TanhNetwork.of(
                new double[][] {{0.5, -1}, {2, 0}},
                new double[][] {{1}, {-3}},
                new double[] {0.2},
                new double[] {0.1, 0.4},
                0.01);
        double[] next = new double[2];

        network.step(new double[] {0.3, -0.6}, next);

        assertThat(next[0]).isCloseTo(Math.tanh(0.5 * 0.3 + 0.6 + 0.2 + 0.1), within(1e-15));
        assertThat(next[1]).isCloseTo(Math.tanh(2 * 0.3 - 0.6 + 0.4), within(1e-15));
        network.leaky(0.25).step(new double[] {0.3, -0.6}, next);
        assertThat(next[0]).isCloseTo(0.75 * 0.3 + 0.25 * Math.tanh(1.05), within(1e-15));
        assertThat(network.size()).isEqualTo(2);
        assertThat(network.dt()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 0.3", "3, 1.0", "4, 0.05"})
    void the_derivative_agrees_with_central_differences(long seed, double leak) {
        var random = RandomStream.of(seed, "weights");
        int units = 7;
        double[][] w = new double[units][units];
        double[] x = new double[units];
        for (int i = 0; i < units; i++) {
            x[i] = random.nextGaussian();
            for (int j = 0; j < units; j++) {
                w[i][j] = random.nextGaussian();
            }
        }
        var network = TanhNetwork.of(w, 1).leaky(leak);
        double[][] jacobian = network.jacobian(x);
        double h = 1e-5;

        for (int j = 0; j < units; j++) {
            double[] up = x.clone();
            double[] down = x.clone();
            double[] above = new double[units];
            double[] below = new double[units];
            up[j] += h;
            down[j] -= h;
            network.step(up, above);
            network.step(down, below);
            for (int i = 0; i < units; i++) {
                // the third derivative leaves about h² = 1e-10
                assertThat(jacobian[i][j]).isCloseTo((above[i] - below[i]) / (2 * h), within(1e-8));
            }
        }
    }

    @Test
    void weights_that_do_not_fit_or_are_no_numbers_are_told() {
        double[][] w = {{1, 0}, {0, 1}};

        assertThatThrownBy(() -> TanhNetwork.of(new double[][] {{1, 2}}, 1))
                .hasMessage("a row of the recurrent weights is 2 values, expected 1 values");
        assertThatThrownBy(() -> TanhNetwork.of(new double[][] {{Double.NaN}}, 1))
                .hasMessage("a recurrent weight is NaN, expected a finite number");
        assertThatThrownBy(() -> TanhNetwork.of(w, new double[][] {{1}}, new double[1], new double[2], 1))
                .hasMessage("rows of the input weights is 1 values, expected 2 values");
        assertThatThrownBy(() -> TanhNetwork.of(w, new double[2][1], new double[3], new double[2], 1))
                .hasMessage("a row of the input weights is 1 values, expected 3 values");
        assertThatThrownBy(() -> TanhNetwork.of(w, new double[2][0], new double[0], new double[] {1, 1.0 / 0}, 1))
                .hasMessageStartingWith("bias and weighted input is Infinity");
        assertThatThrownBy(() -> TanhNetwork.of(w, 0)).hasMessageStartingWith("dt is 0.0 s");
        assertThatThrownBy(() -> TanhNetwork.of(w, 1).leaky(0)).hasMessageStartingWith("leak is 0.0");
    }

    @Test
    void changing_the_arrays_afterwards_does_not_change_the_network() {
        double[][] w = {{1}};
        var network = TanhNetwork.of(w, 1);
        w[0][0] = 5;

        assertThat(network.jacobian(new double[1])[0][0]).isEqualTo(1);
    }
}
