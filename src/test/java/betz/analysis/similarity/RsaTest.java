// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.math.Matrices;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RsaTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    @Test
    void dissimilarities_are_those_computed_by_hand() {
        double[][] patterns = {{1, 0, -1}, {0, 3, -3}, {0, 4, 0}};

        assertThat(Dissimilarity.COSINE.matrix(patterns, NAMES)[1][0]).isCloseTo(0.5, within(1e-15)); // 3 / (√2 √18)
        assertThat(Dissimilarity.COSINE.matrix(patterns, NAMES)[0][2]).isEqualTo(1);
        assertThat(Dissimilarity.CORRELATION.matrix(patterns, NAMES)[0][1]).isCloseTo(0.5, within(1e-15));
        assertThat(Dissimilarity.EUCLIDEAN.matrix(patterns, NAMES)[2][1]).isCloseTo(Math.sqrt(10), within(1e-15));
        assertThat(Dissimilarity.EUCLIDEAN.matrix(patterns, NAMES)[1][1]).isZero();
    }

    @Test
    void equal_values_share_the_mean_of_their_ranks() {
        double[] ranks = RankCorrelation.ranks(new double[] {3, 1, 3, 3, 0});

        assertThat(ranks).containsExactly(4, 2, 4, 4, 1);
    }

    @Test
    void spearmans_correlation_is_that_of_a_worked_example() {
        double[] a = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
        double[] b = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};

        // no ties: 1 − 6 Σd²/(n (n² − 1)) with Σd² = 194
        assertThat(RankCorrelation.spearman(a, b)).isCloseTo(1 - 6.0 * 194 / 990, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void populations_that_differ_by_a_rotation_of_units_are_alike_and_by_chance_they_are_not(Dissimilarity one) {
        double[][] turn = Made.orthogonal(9, 6);
        var rsa = new Rsa(one, false, 199, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);
        // a rotation keeps sums only if it keeps the vector of ones, which correlation alone needs
        UnaryOperator<double[][]> turned =
                course -> one == Dissimilarity.CORRELATION ? Made.moved(course, 3, 1) : Matrices.product(course, turn);

        Finding found = rsa.of(Subject.of(reaches(8, course -> course), reaches(8, turned), 1));

        assertThat(found.value("spearman").value()).isCloseTo(1, within(1e-12));
        assertThat(found.value("p").value()).isLessThan(0.02); // 1/200, or a few where some orders are as good
    }

    @Test
    void unrelated_populations_are_not_more_alike_than_chance_most_often() {
        int significant = 0;
        for (int seed = 0; seed < 100; seed++) {
            double[][] a = distances(2L * seed);
            double[][] b = distances(2 * seed + 1);
            significant += RankCorrelation.chance(a, b, 99, RandomStream.of(seed, "orders")) <= 0.1 ? 1 : 0;
        }

        // binomial of 100 with a chance of 0.1: 10 ± 3, four of these standard deviations allowed
        assertThat(significant).isBetween(1, 22);
    }

    @Test
    void averages_over_time_forget_when_units_were_active() {
        Recording early = reaches(5, course -> course);
        Recording late = reaches(
                5,
                course -> IntStream.range(0, course.length)
                        .mapToObj(t -> course[course.length - 1 - t])
                        .toArray(double[][]::new));
        var average = new Rsa(Dissimilarity.EUCLIDEAN, true, 9, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);

        Finding found = average.of(Subject.of(early, late, 1));

        double[][] ours = found.list("dissimilarities").rows();
        assertThat(found.list("other_dissimilarities").rows()[1]).containsExactly(ours[1], within(1e-12));
        assertThat(found.value("spearman").value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void what_conditions_lack_is_told() {
        Recording three = reaches(3, course -> course);
        Recording four = reaches(4, course -> course);
        Recording flat = reaches(4, course -> Made.moved(new double[20][6], 1, 0.1));

        refused(Rsa.DEFAULT, three, three, "conditions is 3, expected 4 or more");
        refused(Rsa.DEFAULT, four, flat, "pattern is without variation in reach 1 or reach 0");
        var euclidean =
                new Rsa(Dissimilarity.EUCLIDEAN, false, 9, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);
        refused(euclidean, four, flat, "dissimilarities is the same for all pairs of conditions");
    }

    private static void refused(Rsa rsa, Recording data, Recording other, String message) {
        Subject subject = Subject.of(data, other, 1);
        assertThatThrownBy(() -> rsa.of(subject)).isInstanceOf(BadSetting.class).hasMessageContaining(message);
    }

    private static double[][] distances(long seed) {
        return Dissimilarity.EUCLIDEAN.matrix(Made.gaussian(seed, 6, 4), List.of("1", "2", "3", "4", "5", "6"));
    }

    /** Makes courses that differ from condition to condition, each changed in the same way. */
    private static Recording reaches(int conditions, UnaryOperator<double[][]> change) {
        return Made.recording(
                Made.DT,
                0,
                IntStream.range(0, conditions)
                        .mapToObj(c -> change.apply(Made.gaussian(100 + c, 20, 6)))
                        .toArray(double[][][]::new));
    }
}
