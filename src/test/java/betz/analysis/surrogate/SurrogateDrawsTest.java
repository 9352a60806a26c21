// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.population.Activity;
import betz.analysis.population.Statistic;
import betz.common.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SurrogateDrawsTest {
    private static final Activity ACTIVITY = Courses.alone(4, 5, 6, RandomStream.of(1, "activity"));
    /** Data sets in which nothing is to be found. */
    private static final int SETS = 200;

    /** If each set has a chance of 5 %, fewer than 2 or more than 20 of 200 have one of 0.0016. */
    private static final int FEWEST = 2;

    private static final int MOST = 20;

    private record Number(ToDoubleFunction<Activity> number) implements Statistic {
        @Override
        public String statistic() {
            return "number";
        }

        @Override
        public double value(Activity activity) {
            return number.applyAsDouble(activity);
        }
    }

    /** Surrogates whose single number is that of their stream's first draw, from 0 to 9. */
    private record Digits() implements Surrogates {
        @Override
        public Activity draw(RandomStream random) {
            return Courses.of(new double[][][] {{{random.nextInt(10)}}});
        }

        @Override
        public String text() {
            return "Digits.";
        }
    }

    @Test
    void p_counts_the_recorded_activity_among_its_surrogates() {
        var seven = Courses.of(new double[][][] {{{7}}});

        var draws = SurrogateDraws.of(new Number(a -> a.values()[0][0][0]), seven, new Digits(), 99, 3);

        long above = IntStream.range(0, 99)
                .filter(i -> RandomStream.of(3, "surrogate", i).nextInt(10) >= 7)
                .count();
        long below = IntStream.range(0, 99)
                .filter(i -> RandomStream.of(3, "surrogate", i).nextInt(10) <= 7)
                .count();
        assertThat(draws.p()).isEqualTo((1 + above) / 100.0);
        assertThat(draws.pLower()).isEqualTo((1 + below) / 100.0);
        assertThat(draws.value()).isEqualTo(7);
        assertThat(draws.drawn()).hasSize(99).contains(0, 9);
        assertThat(draws.quantile(1)).isEqualTo(9);
        assertThat(draws.mean())
                .isCloseTo(
                        IntStream.range(0, 99)
                                .mapToDouble(i -> draws.drawn()[i])
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void a_draw_is_fixed_by_the_seed_and_its_number_alone() {
        var number = new Number(a -> a.values()[0][0][0]);

        double[] few = SurrogateDraws.of(number, ACTIVITY, new ConditionShuffle(ACTIVITY), 5, 9)
                .drawn();
        double[] many = SurrogateDraws.of(number, ACTIVITY, new ConditionShuffle(ACTIVITY), 20, 9)
                .drawn();

        assertThat(many).startsWith(few);
        assertThat(SurrogateDraws.of(number, ACTIVITY, new ConditionShuffle(ACTIVITY), 20, 10)
                        .drawn())
                .isNotEqualTo(many);
    }

    @Test
    void what_surrogates_share_with_the_recording_is_never_beyond_them() {
        // the mean over everything, which no shuffle changes but for rounding
        var number = new Number(
                a -> Arrays.stream(a.rows()).flatMapToDouble(Arrays::stream).sum());

        var draws = SurrogateDraws.of(number, ACTIVITY, new ConditionShuffle(ACTIVITY), 99, 1);

        assertThat(draws.p()).isEqualTo(1);
        assertThat(draws.pLower()).isEqualTo(1);
    }

    @Test
    void a_number_that_is_not_finite_is_told() {
        assertThatThrownBy(() ->
                        SurrogateDraws.of(new Number(a -> Double.NaN), ACTIVITY, new ConditionShuffle(ACTIVITY), 9, 1))
                .hasMessage("number is NaN for the recorded activity, expected a finite number");
        assertThatThrownBy(() -> SurrogateDraws.of(
                        new Number(a -> a == ACTIVITY ? 1 : 1 / 0.0), ACTIVITY, new ConditionShuffle(ACTIVITY), 9, 1))
                .hasMessage("number is Infinity for surrogate 0, expected a finite number");
    }

    @Test
    void a_shuffle_finds_something_in_5_of_100_sets_of_units_that_know_nothing_of_each_other() {
        int found = found(SurrogateDrawsTest::alone, ConditionShuffle::new);

        assertThat(found).isBetween(FEWEST, MOST);
    }

    @Test
    void matched_permutations_find_something_in_5_of_100_such_sets() {
        int found = found(SurrogateDrawsTest::alone, activity -> new Cmpt(activity, 0.9));

        assertThat(found).isBetween(FEWEST, MOST);
    }

    @Test
    void greatest_entropy_finds_something_in_5_of_100_draws_from_the_same_distribution() {
        var model = new Tme(alone(-1), List.of(Margin.values()));

        int found = found(set -> SurrogateDraws.draw(model, 77, set), activity -> model);

        assertThat(found).isBetween(FEWEST, MOST);
    }

    @Test
    void greatest_entropy_finds_something_at_most_as_often_if_it_takes_covariances_from_each_draw() {
        var model = new Tme(alone(-1), List.of(Margin.values()));

        int found = found(
                set -> SurrogateDraws.draw(model, 77, set), activity -> new Tme(activity, List.of(Margin.values())));

        // covariances of one set are not those behind it: surrogates scatter more, and the test errs to the safe side
        assertThat(found).isLessThanOrEqualTo(MOST);
    }

    private static Activity alone(int set) {
        return Courses.alone(6, 8, 5, RandomStream.of(5, "sets", set));
    }

    /** Returns in how many of the sets p is at most 0.05. */
    private static int found(IntFunction<Activity> sets, Function<Activity, Surrogates> surrogates) {
        return (int) IntStream.range(0, SETS)
                .filter(set -> {
                    Activity activity = sets.apply(set);
                    Surrogates made = surrogates.apply(activity);
                    return SurrogateDraws.of(TestedStatistic.LAGGED_ASYMMETRY, activity, made, 99, set)
                                    .p()
                            <= 0.05;
                })
                .count();
    }
}
