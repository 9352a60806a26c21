// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Interval;
import betz.common.RandomStream;
import betz.data.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Intervals against closed forms, and the activity that one condition is left out of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JackknifeTest {
    /** The normal quantile of 0.975, from tables. */
    private static final double NORMAL = 1.959963984540054;

    private static final double[] NUMBERS = {3, 1, 4, 1.5, 9, 2.6};

    /** One unit at two times with a number for each condition. */
    private static Activity activity(double... numbers) {
        double[][][] values = new double[numbers.length][][];
        Arrays.setAll(values, c -> new double[][] {{numbers[c]}, {-numbers[c]}});
        return DemixedTest.activity(values);
    }

    private static double[] numbers(Activity activity) {
        return Arrays.stream(activity.values()).mapToDouble(c -> c[0][0]).toArray();
    }

    private static double mean(double... x) {
        return Arrays.stream(x).sum() / x.length;
    }

    /** Sum of squared distances from the mean. */
    private static double squares(double... x) {
        double mean = mean(x);
        return Arrays.stream(x).map(one -> (one - mean) * (one - mean)).sum();
    }

    private static Interval meanOf(double... numbers) {
        return Jackknife.of(activity(numbers), a -> new double[] {mean(numbers(a))})[0];
    }

    @Test
    void the_interval_of_a_mean_is_the_usual_standard_error_to_either_side() {
        Interval found = meanOf(NUMBERS);

        // of a mean the jackknife gives s/sqrt(n) exactly, with n - 1 below s
        double half = NORMAL * Math.sqrt(squares(NUMBERS) / 5 / 6);
        assertThat(found.value()).isCloseTo(mean(NUMBERS), within(1e-14));
        assertThat(found.high() - found.value()).isCloseTo(half, within(1e-13));
        assertThat(found.value() - found.low()).isCloseTo(half, within(1e-13));
    }

    @Test
    void three_conditions_are_enough_and_two_have_no_ends() {
        Interval three = meanOf(1, 2, 6);
        Interval two = meanOf(1, 2);

        // s² is 7, so the standard error is sqrt(7/3)
        assertThat(three.high()).isCloseTo(3 + NORMAL * Math.sqrt(7 / 3.0), within(1e-13));
        assertThat(two.value()).isEqualTo(1.5);
        assertThat(two.low()).isNaN();
        assertThat(two.high()).isNaN();
    }

    @Test
    void with_two_conditions_nothing_is_asked_of_a_single_one() {
        List<Integer> sizes = new ArrayList<>();
        Jackknife.of(activity(1, 2), a -> {
            sizes.add(a.conditions().size());
            return new double[] {0};
        });

        assertThat(sizes).containsExactly(2); // one condition alone could be refused by the figure
    }

    @Test
    void each_condition_is_left_out_once_and_only_once() {
        List<List<Double>> seen = new ArrayList<>();
        Jackknife.of(activity(1, 2, 3, 4), a -> {
            seen.add(Arrays.stream(numbers(a)).boxed().toList());
            return new double[] {0};
        });

        assertThat(seen)
                .containsExactly(
                        List.of(1.0, 2.0, 3.0, 4.0),
                        List.of(2.0, 3.0, 4.0),
                        List.of(1.0, 3.0, 4.0),
                        List.of(1.0, 2.0, 4.0),
                        List.of(1.0, 2.0, 3.0));
    }

    @Test
    void the_value_is_that_of_all_and_not_the_mean_of_those_left() {
        Interval found =
                Jackknife.of(activity(NUMBERS), a -> new double[] {squares(numbers(a)) / numbers(a).length})[0];

        // the variance with n below is biased, so its leave-one-out mean is another number
        assertThat(found.value()).isCloseTo(squares(NUMBERS) / 6, within(1e-12));
        assertThat(found.low() + found.high()).isCloseTo(2 * found.value(), within(1e-12));
    }

    @Test
    void the_interval_of_a_curved_figure_spreads_around_the_mean_of_those_left() {
        Interval found = Jackknife.of(activity(NUMBERS), a -> new double[] {squares(numbers(a))})[0];

        double[] left = new double[6];
        for (int i = 0; i < 6; i++) {
            int out = i;
            // taking x out lowers the sum of squares by n/(n - 1) (x - mean)²
            left[i] = squares(NUMBERS) - 6 / 5.0 * Math.pow(NUMBERS[out] - mean(NUMBERS), 2);
        }
        double half = NORMAL * Math.sqrt(5 / 6.0 * squares(left));
        assertThat(found.high() - found.value()).isCloseTo(half, within(1e-12 * half));
    }

    @Test
    void the_order_of_conditions_changes_nothing() {
        Interval one = meanOf(3, 1, 4, 1.5, 9);
        Interval other = meanOf(9, 1.5, 3, 4, 1);

        assertThat(other.low()).isCloseTo(one.low(), within(1e-13));
        assertThat(other.high()).isCloseTo(one.high(), within(1e-13));
    }

    @Test
    void shifting_moves_the_ends_and_scaling_by_a_negative_number_turns_them() {
        Interval plain = meanOf(3, 1, 4, 1.5, 9);
        Interval moved = meanOf(-6 + 10, -2 + 10, -8 + 10, -3 + 10, -18 + 10);

        double half = plain.high() - plain.value();
        assertThat(moved.value()).isCloseTo(10 - 2 * plain.value(), within(1e-13));
        assertThat(moved.low()).isCloseTo(moved.value() - 2 * half, within(1e-13));
        assertThat(moved.high()).isCloseTo(moved.value() + 2 * half, within(1e-13)); // the high end stays high
    }

    @Test
    void conditions_that_are_all_the_same_leave_no_doubt() {
        Interval found = meanOf(2, 2, 2, 2);

        assertThat(found).isEqualTo(new Interval(2, 2, 2));
    }

    @Test
    void several_figures_have_intervals_of_their_own() {
        Interval[] found =
                Jackknife.of(activity(NUMBERS), a -> new double[] {mean(numbers(a)), 100, -5 * mean(numbers(a)) + 1});

        double half = found[0].high() - found[0].value();
        assertThat(found).hasSize(3);
        assertThat(found[1].low()).isCloseTo(100, within(1e-12)); // rounding of the mean of those left
        assertThat(found[1].high()).isCloseTo(100, within(1e-12));
        assertThat(found[2].value()).isCloseTo(1 - 5 * found[0].value(), within(1e-12));
        assertThat(found[2].high() - found[2].value()).isCloseTo(5 * half, within(1e-12));
    }

    @Test
    void a_figure_that_is_no_number_without_one_condition_has_no_ends() {
        Interval found = Jackknife.of(
                activity(1, 2, 3), a -> new double[] {numbers(a)[0] == 2 ? Double.NaN : mean(numbers(a))})[0];

        assertThat(found.value()).isEqualTo(2);
        assertThat(found.low()).isNaN();
        assertThat(found.high()).isNaN();
    }

    @Test
    void intervals_of_means_cover_the_truth_about_as_often_as_they_say() {
        var random = RandomStream.of(8, "coverage");
        int covered = 0;
        for (int set = 0; set < 1000; set++) {
            Interval found = meanOf(
                    random.doubles(30).map(u -> 7 + random.nextGaussian()).toArray());
            covered += found.low() <= 7 && found.high() >= 7 ? 1 : 0;
        }

        // Student's t with 29 degrees of freedom lies within 1.96 in 94.0 %; 3.5 standard errors of 0.75 %
        assertThat(covered).isBetween(913, 967);
    }

    @Test
    void the_words_tell_what_is_left_out_and_how_wide_intervals_are() {
        assertThat(Jackknife.text()).contains("jackknife over conditions", "1.96 standard errors");
    }

    @Test
    void activity_without_a_condition_keeps_the_others_in_order_with_their_names() {
        Activity all = activity(5, 6, 7, 8);
        Activity left = all.without(1);

        assertThat(left.conditions()).extracting(Condition::label).containsExactly("c0", "c2", "c3");
        assertThat(left.conditions()).extracting(Condition::index).containsExactly(0, 2, 3);
        assertThat(numbers(left)).containsExactly(5, 7, 8);
        assertThat(left.times()).isEqualTo(all.times());
        assertThat(left.dt()).isEqualTo(all.dt());
        assertThat(left.units()).isEqualTo(all.units());
        assertThat(numbers(all)).containsExactly(5, 6, 7, 8); // as it was
        assertThat(all.conditions()).hasSize(4);
    }

    @Test
    void conditions_are_left_out_by_their_place_and_not_by_their_index() {
        Activity left = activity(5, 6, 7, 8).without(0).without(0);

        assertThat(numbers(left)).containsExactly(7, 8);
        assertThat(numbers(activity(5, 6, 7, 8).without(3))).containsExactly(5, 6, 7);
        assertThatThrownBy(() -> left.without(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void the_mean_over_conditions_is_that_of_those_left() {
        double[][] mean = activity(5, 6, 10).without(1).acrossConditions();

        assertThat(mean).isDeepEqualTo(new double[][] {{7.5}, {-7.5}});
    }
}
