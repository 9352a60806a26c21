// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.common.BadSetting;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcrustesTest {
    private static final double[][] A = Made.golden("procrustes/A.csv");
    private static final double[][] B = Made.golden("procrustes/B.csv");

    @Test
    void disparity_scale_and_rotation_are_those_of_scipy() {
        var found = Procrustes.DEFAULT.of(Made.two(A, B));

        assertThat(found.value("disparity").value()).isCloseTo(expected("disparity"), within(1e-10));
        assertThat(found.value("orthogonal_procrustes_scale").value())
                .isCloseTo(expected("orthogonal_procrustes_scale"), within(1e-10 * 386));
        double[][] rotation = found.list("rotation").rows();
        double[][] golden = Made.golden("procrustes/R_centered.csv");
        for (int i = 0; i < golden.length; i++) {
            assertThat(rotation[i]).containsExactly(golden[i], within(1e-10));
        }
    }

    @Test
    void the_turned_samples_are_those_of_scipy() {
        double[][] a = Matrices.centred(A, Matrices.means(A));
        double[][] b = Matrices.centred(B, Matrices.means(B));
        var found = Alignment.of(a, b);

        // scipy sets both sums of squares to 1 and then scales the second by the cosine
        double scale = found.cosine() / Math.sqrt(Matrices.squares(b));
        double[][] golden = Made.golden("procrustes/mtx2.csv");
        for (int i = 0; i < golden.length; i++) {
            for (int j = 0; j < golden[i].length; j++) {
                assertThat(scale * found.turned()[i][j]).isCloseTo(golden[i][j], within(1e-10));
            }
        }
    }

    @Test
    void populations_that_differ_by_shift_scale_and_rotation_have_no_disparity() {
        double[][] turned = Made.moved(Matrices.product(A, Made.orthogonal(3, 4)), 2.5, -4);

        var found = Procrustes.DEFAULT.of(Made.two(A, turned));

        assertThat(found.value("disparity").value()).isCloseTo(0, within(1e-13)); // rounding of 1 − 1
        assertThat(found.value("scale_factor").value()).isCloseTo(1 / 2.5, within(1e-12));
    }

    @Test
    void units_that_are_silent_change_nothing() {
        double[][] wider = Matrices.columns(B, 7);

        var found = Procrustes.DEFAULT.of(Made.two(A, wider));

        assertThat(found.value("disparity").value()).isCloseTo(expected("disparity"), within(1e-12));
        assertThat(found.list("rotation").rows()).hasDimensions(4, 7);
    }

    @Test
    void orthogonal_samples_have_the_greatest_disparity() {
        double[][] data = {{1, 0}, {-1, 0}, {0, 0}, {0, 0}};
        double[][] other = {{0, 0}, {0, 0}, {0, 1}, {0, -1}};

        var found = Procrustes.DEFAULT.of(Made.two(data, other));

        assertThat(found.value("disparity").value()).isEqualTo(1);
    }

    @Test
    void a_rotation_is_orthogonal_even_where_samples_leave_some_of_it_open() {
        double[][] wide = Matrices.columns(A, 6); // two columns of zeros

        double[][] rotation = Alignment.of(wide, B).rotation();

        double[][] square = Matrices.product(rotation, Matrices.transposed(rotation));
        assertThat(Matrices.squares(Matrices.sum(square, -1, Matrices.identity(6))))
                .isLessThan(1e-26);
    }

    @Test
    void a_single_unit_is_drawn_too() {
        var found = Procrustes.DEFAULT.of(Made.two(Matrices.columns(A, 1), B));

        assertThat(found.plots().get(0).curves()).hasSize(2);
        assertThat(found.plots().get(0).curves().get(0).y()).containsOnly(0);
    }

    @Test
    void fewer_than_one_component_is_refused() {
        assertThatThrownBy(() -> new Procrustes(0, "a", "b", 0, 1, Scaling.NONE, false))
                .isInstanceOf(BadSetting.class)
                .hasMessage("components is 0, expected 1 to 1000");
        assertThatThrownBy(() -> new Procrustes(1, "a", "b", 1, 1, Scaling.NONE, false))
                .isInstanceOf(BadSetting.class)
                .hasMessage("to is 1.0 s, expected a time after from, 1.0 s");
    }

    private static double expected(String name) {
        String text = Golden.text("procrustes/expected.json");
        return Double.parseDouble(text.replaceAll("(?s).*\"" + name + "\": ([0-9.e-]+).*", "$1"));
    }
}
