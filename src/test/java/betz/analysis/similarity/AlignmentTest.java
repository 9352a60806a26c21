// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlignmentTest {
    private static final double[][] A = Made.gaussian(1, 40, 3);

    @Test
    void a_turn_of_the_plane_is_found() {
        double[][] turn = {{Math.cos(0.4), -Math.sin(0.4)}, {Math.sin(0.4), Math.cos(0.4)}};
        double[][] a = Made.gaussian(2, 30, 2);

        double[][] found = Alignment.of(a, Matrices.product(a, turn)).rotation();

        for (int i = 0; i < 2; i++) {
            assertThat(found[i]).containsExactly(turn[i], within(1e-14));
        }
    }

    @Test
    void a_mirror_image_is_as_close_as_the_image() {
        double[][] mirrored = Matrices.product(A, new double[][] {{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

        assertThat(Alignment.of(A, mirrored).angle()).isLessThan(1e-7);
    }

    @Test
    void no_other_rotation_is_closer() {
        double[][] b = Made.gaussian(3, 40, 3);
        var found = Alignment.of(A, b);

        double least = Matrices.squares(Matrices.sum(Matrices.product(A, found.rotation()), -1, b));
        for (int seed = 0; seed < 200; seed++) {
            double[][] turned = Matrices.product(A, Made.orthogonal(seed, 3));
            assertThat(Matrices.squares(Matrices.sum(turned, -1, b))).isGreaterThanOrEqualTo(least);
        }
        // |a R − b|² = |a|² + |b|² − 2 Σs
        double told = Matrices.squares(A) + Matrices.squares(b) - 2 * found.nuclear();
        assertThat(least).isCloseTo(told, within(1e-11));
    }

    @Test
    void small_angles_are_told_to_more_digits_than_their_cosine_has() {
        double[][] a = {{1, 0}, {0, 1}, {0, 0}};
        double[][] b = {{1, 0}, {0, 1}, {1e-9, 0}};

        // tan θ = 1e-9 / √2, whose cosine is 1 to all digits
        assertThat(Alignment.of(a, b).angle()).isCloseTo(1e-9 / Math.sqrt(2), within(1e-15));
        assertThat(Alignment.of(a, b).cosine()).isEqualTo(1, within(1e-15));
    }

    @Test
    void the_narrower_side_gets_columns_of_zeros() {
        double[][] narrow = Matrices.columns(A, 1);

        var found = Alignment.of(A, narrow);

        assertThat(found.rotation()).hasDimensions(3, 3);
        assertThat(found.turned()).hasDimensions(40, 3);
        assertThat(Matrices.squares(found.turned())).isCloseTo(Matrices.squares(narrow), within(1e-12));
        // one direction alone correlates: the singular value is that of the vector Aᵀ narrow
        double[][] cross = Matrices.product(Matrices.transposed(A), narrow);
        assertThat(found.nuclear()).isCloseTo(Math.sqrt(Matrices.squares(cross)), within(1e-12));
    }

    @Test
    void sides_of_other_lengths_and_without_activity_are_refused() {
        assertThatThrownBy(() -> Alignment.of(A, Made.gaussian(1, 39, 3)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("samples of the other is 39 values, expected 40 values");
        assertThatThrownBy(() -> Alignment.of(A, new double[40][3]))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("activity that varies");
    }
}
