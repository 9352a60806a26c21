// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnStepTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void without_damping_a_small_turn_is_undone_to_second_order(int size) {
        double[][] m = Made.gaussian(1, size, size);
        double[][] turn = OperatorAlignment.closest(small(2, size, 1e-4));
        double[][] a = Matrices.product(Matrices.product(turn, m), Matrices.transposed(turn));

        double[][] found = new TurnStep(a, m).turn(1e-12);

        // the turn is of size 1e-4, so what is left out is about 1e-8
        assertThat(Matrices.squares(Matrices.sum(found, -1, turn))).isLessThan(1e-13);
        assertThat(Matrices.squares(Matrices.sum(turn, -1, Matrices.identity(size))))
                .isGreaterThan(1e-9);
    }

    @Test
    void what_it_solves_is_least_among_small_turns() {
        double[][] m = Made.gaussian(3, 4, 4);
        double[][] a = Made.gaussian(4, 4, 4);
        double[][] best = Matrices.sum(new TurnStep(a, m).turn(1e-12), -1, Matrices.identity(4));

        double least = linear(a, m, best);
        for (int seed = 0; seed < 50; seed++) {
            double[][] nearby = Matrices.sum(best, 1, Matrices.sum(small(seed, 4, 0.01), -1, Matrices.identity(4)));
            assertThat(linear(a, m, nearby)).isGreaterThan(least);
        }
    }

    @Test
    void its_matrix_is_one_plus_an_antisymmetric_one() {
        double[][] found = new TurnStep(Made.gaussian(5, 5, 5), Made.gaussian(6, 5, 5)).turn(0.1);

        double[][] even = Matrices.sum(found, 1, Matrices.transposed(found));
        assertThat(even).isDeepEqualTo(Made.moved(Matrices.identity(5), 2, 0));
    }

    @Test
    void damping_shortens_the_step_in_proportion_once_it_is_strong() {
        var step = new TurnStep(Made.gaussian(5, 5, 5), Made.gaussian(6, 5, 5));

        double some = length(step.turn(1e6));
        double more = length(step.turn(1e8));

        assertThat(more / some).isCloseTo(0.01, within(1e-6)); // eigenvalues are below 1e2 mean squares
        assertThat(length(step.turn(0.1))).isGreaterThan(some);
    }

    @Test
    void an_operator_that_no_turn_changes_is_left_as_it_is() {
        double[][] same = Made.moved(Matrices.identity(3), 2, 0);

        double[][] found = new TurnStep(Made.gaussian(1, 3, 3), same).turn(1e-3);

        assertThat(found).isDeepEqualTo(Matrices.identity(3));
    }

    private static double length(double[][] turn) {
        return Math.sqrt(Matrices.squares(Matrices.sum(turn, -1, Matrices.identity(turn.length))));
    }

    /** Returns |A − M − (S M − M S)|². */
    private static double linear(double[][] a, double[][] m, double[][] s) {
        double[][] moved = Matrices.sum(Matrices.product(s, m), -1, Matrices.product(m, s));
        return Matrices.squares(Matrices.sum(Matrices.sum(a, -1, m), -1, moved));
    }

    /** Returns I + S with an antisymmetric S of normal numbers of a size. */
    private static double[][] small(long seed, int dimensions, double size) {
        double[][] some = Made.gaussian(seed, dimensions, dimensions);
        double[][] odd = Matrices.sum(some, -1, Matrices.transposed(some));
        return Matrices.sum(Matrices.identity(dimensions), size, odd);
    }
}
