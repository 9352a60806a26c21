// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorAlignmentTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10})
    void an_operator_in_other_coordinates_is_at_no_distance_from_itself(int size) {
        for (int seed = 0; seed < 10; seed++) {
            double[][] a = Made.gaussian(seed, size, size);
            double[][] turn = Made.orthogonal(seed + 50, size);
            double[][] b = Matrices.product(Matrices.product(Matrices.transposed(turn), a), turn);

            var found = of(a, b, 0); // the start by eigenvectors alone

            assertThat(found.distance()).isLessThan(1e-6 * size); // where g is flat to rounding, C is to its root
            assertThat(found.angle()).isLessThan(1e-6);
        }
    }

    @Test
    void plane_rotations_are_as_far_apart_as_their_angles_whatever_their_sense() {
        for (double sense : new double[] {-1, 1}) {
            var found = of(rotation(0.3), rotation(sense * 0.75), 3);

            assertThat(found.angle()).isCloseTo(0.45, within(1e-12));
            // √2 |e^{0.3 i} − e^{0.75 i}|
            assertThat(found.distance()).isCloseTo(2 * Math.sqrt(2) * Math.sin(0.225), within(1e-12));
        }
    }

    @Test
    void symmetric_operators_are_as_far_apart_as_their_eigenvalues_in_order() {
        double[][] a = symmetric(1);
        double[][] b = symmetric(2);

        double distance = of(a, b, 5).distance();

        double[] ours = Eigen.symmetric(a).real();
        double[] theirs = Eigen.symmetric(b).real();
        double squares = 0;
        for (int i = 0; i < ours.length; i++) {
            squares += Math.pow(ours[i] - theirs[i], 2);
        }
        assertThat(distance).isCloseTo(Math.sqrt(squares), within(1e-9)); // Hoffman & Wielandt (1953)
    }

    @Test
    void in_a_plane_no_rotation_or_reflection_of_a_fine_grid_is_better() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] a = Made.gaussian(seed, 2, 2);
            double[][] b = Made.gaussian(seed + 100, 2, 2);
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 20_000; i++) {
                double[][] c = rotation(2 * Math.PI * i / 10_000);
                for (int row = 0; row < 2; row++) {
                    c[row][1] *= i < 10_000 ? 1 : -1;
                }
                double[][] turned = Matrices.product(Matrices.product(c, b), Matrices.transposed(c));
                best = Math.min(best, Math.sqrt(Matrices.squares(Matrices.sum(a, -1, turned))));
            }

            // the grid's step of 6e-4 rad leaves its square of a distance of about 2
            assertThat(of(a, b, 10).distance()).isCloseTo(best, within(1e-6));
        }
    }

    @Test
    void angles_are_symmetric_and_hold_to_the_triangle_inequality() {
        for (int seed = 0; seed < 8; seed++) {
            double[][] a = Made.gaussian(3L * seed, 4, 4);
            double[][] b = Made.gaussian(3 * seed + 1, 4, 4);
            double[][] c = Matrices.sum(a, 0.5, Made.gaussian(3 * seed + 2, 4, 4));

            double ab = of(a, b, 25).angle();

            assertThat(ab).isCloseTo(of(b, a, 25).angle(), within(1e-6)).isGreaterThan(0.1);
            assertThat(ab)
                    .isLessThanOrEqualTo(of(a, c, 25).angle() + of(c, b, 25).angle());
        }
    }

    @Test
    void the_rotation_is_orthogonal_and_gives_the_distance_told() {
        double[][] a = Made.gaussian(1, 5, 5);
        double[][] b = Made.gaussian(2, 5, 5);

        var found = of(a, b, 5);

        double[][] c = found.rotation();
        double[][] square = Matrices.product(c, Matrices.transposed(c));
        double[][] turned = Matrices.product(Matrices.product(c, b), Matrices.transposed(c));
        assertThat(Matrices.squares(Matrices.sum(square, -1, Matrices.identity(5))))
                .isLessThan(1e-26);
        assertThat(Matrices.squares(Matrices.sum(a, -1, turned)))
                .isCloseTo(Math.pow(found.distance(), 2), within(1e-12))
                .isLessThan(0.9 * Matrices.squares(Matrices.sum(a, -1, b)));
    }

    @Test
    void a_nudge_of_the_rotation_makes_it_no_better() {
        double[][] a = Made.gaussian(7, 6, 6);
        double[][] b = Made.gaussian(8, 6, 6);
        var found = of(a, b, 5);

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                double[][] nudge = Matrices.identity(6);
                nudge[i][i] = Math.cos(1e-3);
                nudge[j][j] = Math.cos(1e-3);
                nudge[i][j] = Math.sin(1e-3);
                nudge[j][i] = -Math.sin(1e-3);
                double[][] c = Matrices.product(nudge, found.rotation());
                double[][] turned = Matrices.product(Matrices.product(c, b), Matrices.transposed(c));
                assertThat(Math.sqrt(Matrices.squares(Matrices.sum(a, -1, turned))))
                        .isGreaterThan(found.distance());
            }
        }
    }

    private static OperatorAlignment of(double[][] a, double[][] b, int starts) {
        return OperatorAlignment.of(a, b, starts, RandomStream.of(1, "test"));
    }

    private static double[][] rotation(double angle) {
        return new double[][] {
            {Math.cos(angle), -Math.sin(angle)},
            {Math.sin(angle), Math.cos(angle)}
        };
    }

    private static double[][] symmetric(long seed) {
        double[][] a = Made.gaussian(seed, 6, 6);
        return Matrices.sum(a, 1, Matrices.transposed(a));
    }
}
