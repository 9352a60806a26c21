// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Recorded;
import betz.analysis.Subject;
import betz.data.Recording;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two halves of the units of a monkey's motor cortex, 10 conditions of 61 times; numbers are numpy's and scipy's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedSimilarityTest {
    private static final int CONDITIONS = 10;
    private static final int TIMES = 61;

    @Test
    void two_halves_share_their_leading_dimensions_as_numpy_has_it() {
        Finding found = halves(Cca.DEFAULT);

        double[] correlations = found.list("canonical_correlations").numbers();
        assertThat(correlations).hasSize(10);
        assertThat(correlations[0]).isCloseTo(0.94220516, within(1e-7)); // as many digits as are written here
        assertThat(correlations[9]).isCloseTo(0.05441431, within(1e-7));
        assertThat(found.value("mean_correlation").value()).isCloseTo(0.6102409284731244, within(1e-8));
    }

    @Test
    void what_a_rotation_leaves_between_them_is_scipys_disparity() {
        assertThat(halves(Procrustes.DEFAULT).value("disparity").value()).isCloseTo(0.5535957096361186, within(1e-9));
    }

    @Test
    void kernels_and_dissimilarities_agree_with_numpy_and_scipy() {
        var rsa = new Rsa(Dissimilarity.EUCLIDEAN, false, 999, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        assertThat(halves(Cka.DEFAULT).value("cka").value()).isCloseTo(0.5657859675523393, within(1e-9));
        assertThat(halves(rsa).value("spearman").value()).isCloseTo(0.7264822134387352, within(1e-9));
        assertThat(halves(rsa).value("p").value()).isLessThan(0.01); // halves of one cortex are alike
    }

    @Test
    void the_same_units_work_together_alike_in_other_conditions() {
        double[][][] all = cut(2, 52);
        var five = new PrincipalAngles(
                PrincipalAngles.Space.UNITS, 5, true, 200, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        Finding found = five.of(Subject.of(
                Made.recording(0.01, 5, Arrays.copyOf(all, 5)),
                Made.recording(0.01, 5, Arrays.copyOfRange(all, 5, 10)),
                1));

        assertThat(Math.toDegrees(found.value("smallest_angle").value())).isCloseTo(23.32012308, within(1e-6));
        assertThat(Math.toDegrees(found.value("largest_angle").value())).isCloseTo(77.20503799, within(1e-6));
        assertThat(found.value("smallest_angle_p").value()).isEqualTo(1.0 / 201);
    }

    @Test
    void dynamics_of_both_halves_are_closer_than_those_of_one_whose_times_are_in_another_order() {
        double[][][] one = cut(2, 27);
        double[][][] shuffled = IntStream.range(0, CONDITIONS)
                .mapToObj(c -> IntStream.range(0, TIMES)
                        .mapToObj(t -> one[c][(t * 17 + 5) % TIMES])
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        Subject scrambled = Subject.of(recording(one), recording(shuffled), 1);

        double halves = halves(Dsa.DEFAULT).value("angle").value();

        assertThat(halves)
                .isLessThan(0.5 * Dsa.DEFAULT.of(scrambled).value("angle").value());
        assertThat(halves(Dsa.DEFAULT).value("step_r2").value()).isGreaterThan(0.9); // rates are smooth
    }

    private static Finding halves(Analysis analysis) {
        return analysis.of(Subject.of(recording(cut(2, 27)), recording(cut(27, 52)), 1));
    }

    private static Recording recording(double[][][] conditions) {
        return Made.recording(0.01, 5, conditions);
    }

    /** Returns some columns, [condition][time][unit]. */
    private static double[][][] cut(int from, int to) {
        double[][] table = Recorded.table(Recorded.data("churchland2012_TME/tensor.csv"), 1);
        return IntStream.range(0, CONDITIONS)
                .mapToObj(c -> Arrays.stream(table, c * TIMES, (c + 1) * TIMES)
                        .map(row -> Arrays.copyOfRange(row, from, to))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
