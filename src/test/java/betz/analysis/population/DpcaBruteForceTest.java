// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Demixed components of a whole recording against their definitions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DpcaBruteForceTest {
    private static final int TIMES = 31;
    private static final double[][][] X = x();
    private static final Finding FOUND = new Dpca("unit.rate", -0.05, 0.15, true, 2, 2, 0.05)
            .of(Subject.of(ConditionTensors.recording(X, 10, 0.01), 1));

    private static double[][][] x() {
        var random = RandomStream.of(4, "dpca");
        double[][][] x = new double[5][TIMES][6];
        for (int c = 0; c < 5; c++) {
            for (int t = 0; t < TIMES; t++) {
                for (int u = 0; u < 6; u++) {
                    x[c][t][u] = 9
                            + 5 * Math.tanh(0.3 * t - 4) * Math.cos(u)
                            + 3 * Math.sin(c + 0.2 * t + u)
                            + random.nextGaussian();
                }
            }
        }
        return x;
    }

    /** The window from step 5 to 25, units over their range of all times plus 2, less their mean, [sample][unit]. */
    private static double[][] centred() {
        double[][] rows = new double[5 * 21][6];
        for (int u = 0; u < 6; u++) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int i = 0; i < 5 * TIMES; i++) {
                low = Math.min(low, X[i / TIMES][i % TIMES][u]);
                high = Math.max(high, X[i / TIMES][i % TIMES][u]);
            }
            for (int i = 0; i < rows.length; i++) {
                rows[i][u] = X[i / 21][5 + i % 21][u] / (high - low + 2);
            }
        }
        return Matrices.centred(rows, Matrices.means(rows));
    }

    /** The mean over conditions, for each condition anew. */
    private static double[][] shared(double[][] rows) {
        double[][] shared = new double[rows.length][6];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < 5; c++) {
                for (int u = 0; u < 6; u++) {
                    shared[i][u] += rows[c * 21 + i % 21][u] / 5;
                }
            }
        }
        return shared;
    }

    private static double[][] map(int... components) {
        double[][] map = new double[6][6];
        double[][] decoders = FOUND.list("decoders").rows();
        double[][] encoders = FOUND.list("encoders").rows();
        for (int i : components) {
            for (int from = 0; from < 6; from++) {
                for (int to = 0; to < 6; to++) {
                    map[from][to] += decoders[from][i] * encoders[to][i];
                }
            }
        }
        return map;
    }

    private static double explained(double[][] y, double[][] x, int... components) {
        double left = Matrices.squares(Matrices.sum(y, -1, Matrices.product(y, map(components))));
        return (Matrices.squares(y) - left) / Matrices.squares(x);
    }

    @Test
    void shares_of_components_and_parts_follow_their_definitions() {
        double[][] x = centred();
        double[][] time = shared(x);
        double[][] condition = Matrices.sum(x, -1, time);

        assertThat(FOUND.value("time_share").value())
                .isCloseTo(Matrices.squares(time) / Matrices.squares(x), within(1e-10));
        assertThat(FOUND.value("condition_share").value())
                .isCloseTo(Matrices.squares(condition) / Matrices.squares(x), within(1e-10));
        for (int i = 0; i < 4; i++) {
            assertThat(FOUND.list("explained_shares").numbers()[i]).isCloseTo(explained(x, x, i), within(1e-10));
            assertThat(FOUND.list("part_shares").rows()[0][i]).isCloseTo(explained(time, x, i), within(1e-10));
            assertThat(FOUND.list("part_shares").rows()[1][i]).isCloseTo(explained(condition, x, i), within(1e-10));
        }
        assertThat(FOUND.value("explained").value()).isCloseTo(explained(x, x, 0, 1, 2, 3), within(1e-10));
        assertThat(FOUND.list("explained_together").numbers()[1]).isCloseTo(explained(x, x, 0, 1), within(1e-10));
    }

    @Test
    void decoders_solve_the_ridge_equations_for_their_encoders() {
        double[][] x = centred();
        double[][] time = shared(x);
        double[][] condition = Matrices.sum(x, -1, time);
        double ridge = 0.05 * 0.05 * Matrices.squares(x);
        double[][] encoders = FOUND.list("encoders").rows();
        double[][] decoders = FOUND.list("decoders").rows();
        double[] parts = FOUND.list("component_parts").numbers();

        for (int i = 0; i < 4; i++) {
            double[][] f = column(encoders, i);
            double[][] d = column(decoders, i);
            double[][] target = Matrices.product(parts[i] == 0 ? time : condition, f);
            // X'(Y f - X d) = (lambda |X|)² d
            double[][] left =
                    Matrices.product(Matrices.transposed(x), Matrices.sum(target, -1, Matrices.product(x, d)));
            assertThat(Matrices.squares(Matrices.sum(left, -ridge, d))).isLessThan(1e-20);
        }
        assertThat(parts).containsOnly(0, 1);
    }

    private static double[][] column(double[][] rows, int i) {
        return Matrices.transposed(new double[][] {Matrices.column(rows, i)});
    }

    @Test
    void charts_show_the_first_component_of_each_part_and_percent() {
        double[][] x = centred();
        double[] parts = FOUND.list("component_parts").numbers();
        for (int part = 0; part < 2; part++) {
            int first = parts[0] == part ? 0 : parts[1] == part ? 1 : 2;
            double[][] course =
                    Matrices.product(x, column(FOUND.list("decoders").rows(), first));
            for (int i = 0; i < x.length; i++) {
                assertThat(FOUND.plots().get(part).curves().get(i / 21).y()[i % 21])
                        .isCloseTo(course[i][0], within(1e-10));
            }
        }
        double[] together = FOUND.list("explained_together").numbers();
        assertThat(FOUND.plots().get(2).curves().get(0).y()[3]).isCloseTo(100 * together[3], within(1e-9));
        assertThat(FOUND.plots().get(0).curves().get(0).x()[0]).isCloseTo(-50, within(1e-9));
    }
}
