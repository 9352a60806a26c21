// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrincipalAnglesTest {
    /** As told with the vectors, the smallest first. */
    private static final double[] SCIPY = {0.3400135020441791, 0.45711766489428746, 0.8121862177502931};

    @Test
    void spans_of_columns_have_the_angles_of_scipy() {
        var spans = new PrincipalAngles(
                PrincipalAngles.Space.SAMPLES, 10, false, 20, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        Finding found =
                spans.of(Made.two(Made.golden("procrustes/subspaceA.csv"), Made.golden("procrustes/subspaceB.csv")));

        assertThat(found.list("angles_rad").numbers()).containsExactly(SCIPY, within(1e-10));
        assertThat(found.value("largest_angle").value()).isEqualTo(SCIPY[2], within(1e-10));
    }

    @Test
    void centred_spans_of_columns_have_canonical_correlations_as_cosines() {
        double[][] x = Made.golden("cca/X.csv");
        double[][] y = Made.golden("cca/Y.csv");
        var spans = new PrincipalAngles(
                PrincipalAngles.Space.SAMPLES, 10, true, 20, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        double[] angles = spans.of(Made.two(x, y)).list("angles_rad").numbers();

        double[] cosines = Arrays.stream(angles).map(Math::cos).toArray();
        assertThat(cosines).containsExactly(CanonicalCorrelations.of(x, y).correlations(), within(1e-12));
    }

    @Test
    void tiny_angles_are_as_exact_as_large_ones() {
        double[][] a = {{1, 0}, {0, 1}, {0, 0}, {0, 0}};
        double[][] b = {{Math.cos(1e-9), 0}, {0, Math.cos(1.2)}, {Math.sin(1e-9), 0}, {0, Math.sin(1.2)}};

        double[] angles = SubspaceAngles.between(a, b);

        assertThat(angles).containsExactly(new double[] {1e-9, 1.2}, within(1e-15));
        assertThat(SubspaceAngles.between(b, Matrices.columns(a, 1)))
                .containsExactly(new double[] {1e-9}, within(1e-15));
    }

    @Test
    void units_that_work_together_as_before_leave_no_angle_whatever_they_do() {
        double[][] axes = Made.gaussian(3, 2, 20);
        Subject subject = Subject.of(
                Made.one(Matrices.product(Made.gaussian(1, 40, 2), axes)),
                Made.recording(0.05, 3, Matrices.product(Made.gaussian(2, 25, 2), axes)),
                1);

        Finding found = PrincipalAngles.DEFAULT.of(subject);

        assertThat(found.list("angles_rad").numbers()).containsExactly(new double[2], within(1e-7));
        assertThat(found.value("smallest_angle_p").value()).isEqualTo(1.0 / 501);
    }

    @Test
    void two_random_directions_of_a_plane_have_an_angle_of_45_degrees_in_the_middle() {
        var one = new PrincipalAngles(
                PrincipalAngles.Space.UNITS, 1, true, 4000, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        Finding found = one.of(Made.two(Made.gaussian(1, 40, 2), Made.gaussian(2, 40, 2)));

        // uniform from 0 to 90 degrees: the median of 4000 has a standard error of 45/√4000 = 0.7 degrees
        assertThat(Math.toDegrees(found.list("chance_angles_rad").numbers()[0])).isCloseTo(45, within(3.0));
        assertThat(Math.toDegrees(found.list("chance_low_angles_rad").numbers()[0]))
                .isCloseTo(4.5, within(1.5));
    }

    @Test
    void random_columns_are_orthonormal() {
        double[][] random = SubspaceAngles.random(RandomStream.of(1, "test"), 30, 6);

        double[][] square = Matrices.product(Matrices.transposed(random), random);
        assertThat(Matrices.squares(Matrices.sum(square, -1, Matrices.identity(6))))
                .isLessThan(1e-26);
    }

    @Test
    void what_can_tell_nothing_is_refused() {
        Subject crowded = Made.two(Made.gaussian(1, 40, 10), Made.gaussian(2, 40, 10));
        Subject others = Made.two(Made.gaussian(1, 40, 10), Made.gaussian(2, 40, 11));

        assertThatThrownBy(() -> PrincipalAngles.DEFAULT.of(crowded))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("components is 10 and 10, expected 10 or fewer together");
        assertThatThrownBy(() -> PrincipalAngles.DEFAULT.of(others))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("units is 10 in the data and 11 in the other");
    }
}
