// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescentTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void q_never_rises_and_is_half_the_squared_step(long seed) {
        var network = network(seed, 12);
        double[] start = new double[12];
        var random = RandomStream.of(seed, "start");
        Arrays.setAll(start, i -> random.nextGaussian());
        double last = Double.POSITIVE_INFINITY;

        for (int steps = 1; steps < 40; steps++) {
            var descent = Descent.of(network, start, 1e-20, 1e-6, steps);
            double[] next = new double[12];
            network.step(descent.x(), next);
            double squares = 0;
            for (int i = 0; i < 12; i++) {
                squares += (next[i] - descent.x()[i]) * (next[i] - descent.x()[i]);
            }
            assertThat(descent.q()).isEqualTo(squares / 2).isLessThanOrEqualTo(last);
            last = descent.q();
        }
    }

    @Test
    void at_the_end_nothing_nearby_is_slower() {
        var network = network(3, 6);
        double[] start = {0.9, -0.9, 0.9, -0.9, 0.9, -0.9};
        var end = Descent.of(network, start, 1e-20, 1e300, 5000);
        var random = RandomStream.of(1, "nearby");

        assertThat(end.isSettled()).isTrue();
        for (int i = 0; i < 100; i++) {
            double[] near = end.x().clone();
            Arrays.setAll(near, j -> end.x()[j] + 1e-4 * random.nextGaussian());
            double[] next = new double[6];
            network.step(near, next);
            double squares = 0;
            for (int j = 0; j < 6; j++) {
                squares += (next[j] - near[j]) * (next[j] - near[j]);
            }
            assertThat(squares / 2).isGreaterThanOrEqualTo(end.q());
        }
    }

    @Test
    void a_start_that_rests_already_stays_and_its_array_is_not_touched() {
        var network = TanhNetwork.of(new double[][] {{0.5, 1}, {-1, 0.5}}, 1);
        double[] origin = {0, 0};
        double[] away = {0.5, 0.5};

        assertThat(Descent.of(network, origin, 1e-20, 1e-6, 5).x()).containsExactly(0, 0);
        assertThat(Descent.of(network, origin, 1e-20, 1e-6, 5).isSettled()).isTrue();
        assertThat(Descent.of(network, away, 1e-20, 1e-6, 100).q()).isLessThan(1e-20);
        assertThat(away).containsExactly(0.5, 0.5);
    }

    @Test
    void a_way_that_is_cut_short_is_not_settled() {
        var network = TanhNetwork.of(new double[][] {{0.5, 1}, {-1, 0.5}}, 1);

        assertThat(Descent.of(network, new double[] {0.5, 0.5}, 1e-20, 1e-6, 1).isSettled())
                .isFalse();
    }

    private static TanhNetwork network(long seed, int units) {
        var random = RandomStream.of(seed, "network");
        double[][] w = new double[units][units];
        for (double[] row : w) {
            Arrays.setAll(row, j -> 1.5 / Math.sqrt(units) * random.nextGaussian());
        }
        return TanhNetwork.of(w, 1);
    }
}
