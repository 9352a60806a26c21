// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.math.Matrices;
import betz.math.Svd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SkewSymmetricTest {
    private static final double ROUNDING = 1e-11;

    private static Activity walk(int seed, int size) {
        var random = RandomStream.of(seed, "walk");
        double[][][] values = new double[4][15][size];
        for (double[][] course : values) {
            for (int t = 0; t < course.length; t++) {
                for (int i = 0; i < size; i++) {
                    course[t][i] = random.nextGaussian() + (t == 0 ? 0 : course[t - 1][i]);
                }
            }
        }
        return ConditionTensors.activity(values, 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void the_closed_form_is_the_least_squares_over_the_free_entries(int size) {
        Increments increments = Increments.of(walk(size, size));
        double[][] states = increments.states();
        // one column for each free entry m_ij: it adds x_j to change i and takes x_i from change j
        int free = size * (size - 1) / 2;
        double[][] design = new double[states.length * size][free];
        double[][] changes = new double[design.length][1];
        int entry = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++, entry++) {
                for (int row = 0; row < states.length; row++) {
                    design[row * size + i][entry] = states[row][j];
                    design[row * size + j][entry] = -states[row][i];
                }
            }
        }
        for (int row = 0; row < changes.length; row++) {
            changes[row][0] = increments.changes()[row / size][row % size];
        }
        double[][] solved = Svd.of(design).solve(changes);

        double[][] map = SkewSymmetric.of(increments).map();

        entry = 0;
        for (int i = 0; i < size; i++) {
            assertThat(map[i][i]).isZero();
            for (int j = 0; j < i; j++, entry++) {
                assertThat(map[i][j]).isCloseTo(solved[entry][0], within(ROUNDING));
                assertThat(map[j][i]).isEqualTo(-map[i][j]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 12})
    void in_the_axes_of_its_planes_a_map_only_turns_from_each_first_axis_to_the_second(int size) {
        double[][] random = new double[size][size];
        var stream = RandomStream.of(size, "map");
        for (double[] row : random) {
            java.util.Arrays.setAll(row, i -> stream.nextGaussian());
        }

        assertTurns(SkewSymmetric.of(random));
    }

    @Test
    void planes_that_turn_equally_fast_or_not_at_all_are_still_planes() {
        double[][] map = new double[8][8];
        map[1][0] = 3;
        map[3][2] = -3;
        map[5][4] = 3;

        SkewSymmetric found = SkewSymmetric.of(map);

        assertThat(found.speeds()).containsExactly(new double[] {3, 3, 3, 0}, within(ROUNDING));
        assertTurns(found);
    }

    private static void assertTurns(SkewSymmetric found) {
        double[][] axes = found.axes();
        double[][] turned = Matrices.product(Matrices.transposed(axes), Matrices.product(found.map(), axes));
        double[][] orthonormal = Matrices.product(Matrices.transposed(axes), axes);
        for (int i = 0; i < axes.length; i++) {
            for (int j = 0; j < axes.length; j++) {
                double speed = i / 2 == j / 2 && i != j ? found.speeds()[i / 2] * (i - j) : 0;
                assertThat(turned[i][j]).isCloseTo(speed, within(ROUNDING));
                assertThat(orthonormal[i][j]).isCloseTo(i == j ? 1 : 0, within(ROUNDING));
            }
        }
        assertThat(found.speeds()).isSortedAccordingTo((a, b) -> Math.abs(a - b) < ROUNDING ? 0 : Double.compare(b, a));
    }
}
