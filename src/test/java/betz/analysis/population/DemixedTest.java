// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Samples;
import betz.analysis.population.Demixed.Part;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemixedTest {
    private static final int CONDITIONS = 6;
    private static final int TIMES = 20;
    private static final int UNITS = 9;

    @Test
    void variances_of_the_parts_add_up_to_all_variance_in_every_pair_of_units() {
        var parts = Marginals.of(random(1));

        double[][] whole = gram(parts.all());
        double[][] sum = Matrices.sum(gram(parts.time()), 1, gram(parts.condition()));

        for (int i = 0; i < UNITS; i++) {
            assertThat(sum[i]).containsExactly(whole[i], within(1e-11)); // rounding of sums of 120 squares near 1
        }
        assertThat(Matrices.sum(parts.time(), 1, parts.condition())[7]).containsExactly(parts.all()[7], within(1e-14));
    }

    @Test
    void orthogonal_planted_axes_are_recovered_with_decoders_along_them() {
        double[] time = axis(0);
        double[] condition = axis(1);

        var found = Demixed.of(planted(time, condition), 3, 0);

        assertThat(found.size()).isEqualTo(2);
        assertThat(along(found.encoders(), found, Part.TIME, time)).isCloseTo(1, within(1e-12)); // no noise: rounding
        assertThat(along(found.encoders(), found, Part.CONDITION, condition)).isCloseTo(1, within(1e-12));
        assertThat(along(found.decoders(), found, Part.TIME, time)).isCloseTo(1, within(1e-12));
        assertThat(along(found.decoders(), found, Part.TIME, condition)).isCloseTo(0, within(1e-12));
    }

    @Test
    void decoders_of_oblique_planted_axes_see_their_own_part_alone() {
        double[] time = axis(0);
        double[] condition = new double[UNITS];
        Arrays.setAll(condition, i -> 0.6 * axis(0)[i] + 0.8 * axis(1)[i]);

        var found = Demixed.of(planted(time, condition), 3, 0);

        assertThat(along(found.encoders(), found, Part.TIME, time)).isCloseTo(1, within(1e-12));
        assertThat(along(found.encoders(), found, Part.CONDITION, condition)).isCloseTo(1, within(1e-12));
        assertThat(along(found.decoders(), found, Part.TIME, time)).isCloseTo(1, within(1e-12));
        assertThat(along(found.decoders(), found, Part.TIME, condition)).isCloseTo(0, within(1e-12));
        assertThat(along(found.decoders(), found, Part.CONDITION, time)).isCloseTo(0, within(1e-12));
        assertThat(last(found.together())).isCloseTo(1, within(1e-12));
    }

    @Test
    void the_component_of_time_is_the_planted_signal_that_all_conditions_share() {
        var activity = planted(axis(0), axis(1));
        var noise = RandomStream.of(3, "noise");
        double[][] rows = activity.rows();
        for (double[] row : rows) {
            Arrays.setAll(row, i -> row[i] + 0.05 * noise.nextGaussian());
        }

        var found = Demixed.of(activity.with(rows), 2, 1e-3);
        double[] course = found.course(found.parts().indexOf(Part.TIME));

        double[] shared = new double[course.length];
        Arrays.setAll(shared, row -> shared(row % TIMES));
        // noise of 0.05 on a signal of variance near 0.5 costs less than 0.01 of the correlation
        assertThat(Math.abs(Samples.correlation(course, shared))).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03, 3})
    void no_change_of_encoders_or_decoders_lowers_the_loss(double lambda) {
        var parts = Marginals.of(random(4));
        double ridge = lambda * lambda * Matrices.squares(parts.all());
        var fit = ReducedRank.of(Svd.of(parts.all()), parts.condition(), 3, ridge);
        double least = loss(parts, fit.encoders(), fit.decoders(), ridge);
        var random = RandomStream.of(5, "changes");

        for (int change = 0; change < 200; change++) {
            double size = StrictMath.pow(10, -4 * random.nextDouble());
            double[][] encoders = changed(fit.encoders(), size, random);
            double[][] decoders = changed(fit.decoders(), size, random);
            assertThat(loss(parts, encoders, fit.decoders(), ridge)).isGreaterThan(least);
            assertThat(loss(parts, fit.encoders(), decoders, ridge)).isGreaterThan(least);
            assertThat(loss(parts, encoders, decoders, ridge)).isGreaterThan(least);
        }
    }

    @Test
    void the_slope_of_the_loss_is_zero_at_the_fit() {
        var parts = Marginals.of(random(6));
        double ridge = 0.01 * Matrices.squares(parts.all());
        var fit = ReducedRank.of(Svd.of(parts.all()), parts.time(), 2, ridge);
        double h = 1e-4;

        for (double[][] varied : new double[][][] {fit.encoders(), fit.decoders()}) {
            for (double[] row : varied) {
                for (int i = 0; i < row.length; i++) {
                    double kept = row[i];
                    row[i] = kept + h;
                    double above = loss(parts, fit.encoders(), fit.decoders(), ridge);
                    row[i] = kept - h;
                    double below = loss(parts, fit.encoders(), fit.decoders(), ridge);
                    row[i] = kept;
                    // the loss is near 50 and quadratic in each: rounding of 50/h
                    assertThat((above - below) / (2 * h)).isCloseTo(0, within(1e-8));
                }
            }
        }
    }

    @Test
    void a_strong_ridge_shrinks_decoders_and_leaves_encoders_of_length_one() {
        var activity = random(7);
        double before = Double.POSITIVE_INFINITY;
        for (double lambda : new double[] {0, 0.01, 0.1, 1, 10, 1000}) {
            var found = Demixed.of(activity, 2, lambda);
            double size = Math.sqrt(Matrices.squares(found.decoders()));
            assertThat(size).isLessThan(before);
            assertThat(Matrices.squares(found.encoders())).isCloseTo(found.size(), within(1e-12));
            before = size;
        }
        assertThat(before).isLessThan(1e-5); // D is near XᵀX_p F/(λ|X|)², at most 1/λ²
    }

    @Test
    void without_a_ridge_and_a_limit_the_components_explain_everything() {
        var found = Demixed.of(random(8), UNITS, 0);

        assertThat(last(found.together())).isCloseTo(1, within(1e-12));
        assertThat(found.share(Part.TIME) + found.share(Part.CONDITION)).isCloseTo(1, within(1e-13));
    }

    @Test
    void what_a_component_explains_is_the_sum_over_the_parts_and_never_more_than_principal_components_do() {
        var found = Demixed.of(random(9), 4, 0.02);

        double[] time = found.explained(Part.TIME);
        double[] condition = found.explained(Part.CONDITION);
        double[] together = found.together();
        double[] principal = found.principal();
        for (int i = 0; i < found.size(); i++) {
            assertThat(time[i] + condition[i]).isCloseTo(found.explained()[i], within(1e-12));
            assertThat(together[i]).isLessThan(principal[i] + 1e-12);
        }
        assertThat(found.explained()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(together[0]).isCloseTo(found.explained()[0], within(1e-12));
    }

    private static double shared(int t) {
        return Math.sin(0.3 * t);
    }

    private static double own(int c, int t) {
        return (c - 2.5) * Math.cos(0.1 * t);
    }

    private static Activity planted(double[] time, double[] condition) {
        double[][][] values = new double[CONDITIONS][TIMES][UNITS];
        for (int c = 0; c < CONDITIONS; c++) {
            for (int t = 0; t < TIMES; t++) {
                for (int i = 0; i < UNITS; i++) {
                    values[c][t][i] = 4 + shared(t) * time[i] + own(c, t) * condition[i];
                }
            }
        }
        return activity(values);
    }

    private static Activity random(long seed) {
        var random = RandomStream.of(seed, "activity");
        double[][][] values = new double[CONDITIONS][TIMES][UNITS];
        for (double[][] condition : values) {
            for (int t = 0; t < TIMES; t++) {
                for (int i = 0; i < UNITS; i++) {
                    condition[t][i] = random.nextGaussian() + 0.3 * i * shared(t);
                }
            }
        }
        return activity(values);
    }

    static Activity activity(double[][][] values) {
        return new Activity(
                0.01,
                IntStream.range(0, values[0].length).mapToDouble(t -> 0.01 * t).toArray(),
                IntStream.range(0, values.length)
                        .mapToObj(c -> new Condition(c, "c" + c, c))
                        .toList(),
                IntStream.range(0, values[0][0].length).mapToObj(i -> "u" + i).toList(),
                values);
    }

    /** Two orthogonal axes of length 1. */
    private static double[] axis(int which) {
        double[] axis = new double[UNITS];
        Arrays.setAll(axis, i -> Math.cos(Math.PI * (i + 0.5) * (which + 1) / UNITS) * Math.sqrt(2.0 / UNITS));
        return axis;
    }

    private static double along(double[][] columns, Demixed found, Part part, double[] axis) {
        double[] column = Matrices.column(columns, found.parts().indexOf(part));
        return Math.abs(IntStream.range(0, axis.length)
                .mapToDouble(i -> column[i] * axis[i])
                .sum());
    }

    private static double loss(Marginals parts, double[][] encoders, double[][] decoders, double ridge) {
        double[][] map = Matrices.product(decoders, Matrices.transposed(encoders));
        var y = encoders[0].length == 2 ? parts.time() : parts.condition();
        double[][] left = Matrices.sum(y, -1, Matrices.product(parts.all(), map));
        return Matrices.squares(left) + ridge * Matrices.squares(map);
    }

    private static double[][] changed(double[][] a, double size, RandomStream random) {
        double[][] changed = Matrices.copy(a);
        for (double[] row : changed) {
            Arrays.setAll(row, i -> row[i] + size * random.nextGaussian());
        }
        return changed;
    }

    private static double[][] gram(double[][] rows) {
        return Matrices.product(Matrices.transposed(rows), rows);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
