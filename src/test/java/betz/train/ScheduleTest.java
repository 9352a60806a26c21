// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleTest {
    private static final double ROUNDING = 1e-15;

    static Stream<Schedule> all() {
        return Stream.of(
                Schedule.Constant.DEFAULT,
                Schedule.Exponential.DEFAULT,
                Schedule.Cosine.DEFAULT,
                new Schedule.OnPlateau(0.5, 3, 0.1));
    }

    private static Bptt rule(Schedule schedule, int warmUp) {
        return new Bptt(Adam.DEFAULT, 1, schedule, warmUp);
    }

    private static double[] shares(Pace pace, int updates) {
        return IntStream.range(0, updates).mapToDouble(pace::share).toArray();
    }

    /** Returns the share before every update, whose losses are told one by one. */
    private static double[] shares(Pace pace, double... losses) {
        double[] shares = new double[losses.length + 1];
        for (int done = 0; done < losses.length; done++) {
            shares[done] = pace.share(done);
            pace.heard(losses[done]);
        }
        shares[losses.length] = pace.share(losses.length);
        return shares;
    }

    @Test
    void a_constant_rate_is_the_rate_bit_by_bit() {
        assertThat(shares(Bptt.DEFAULT.pace(5), 5)).containsOnly(1.0);
    }

    @Test
    void an_exponential_rate_is_multiplied_by_the_factor_over_its_updates_and_by_roots_of_it_between() {
        var schedule = new Schedule.Exponential(0.25, 2);

        assertThat(shares(schedule.begin(9), 5))
                .containsExactly(new double[] {1, 0.5, 0.25, 0.125, 0.0625}, within(ROUNDING));
    }

    @Test
    void a_cosine_falls_to_its_floor_at_the_end_of_the_training() {
        var schedule = new Schedule.Cosine(0.2);
        double root = Math.sqrt(0.5);

        assertThat(shares(schedule.begin(4), 5))
                .containsExactly(
                        new double[] {1, 0.2 + 0.4 * (1 + root), 0.6, 0.2 + 0.4 * (1 - root), 0.2}, within(ROUNDING));
    }

    @Test
    void a_plateau_is_a_mean_that_is_no_lower_than_the_lowest_before() {
        var schedule = new Schedule.OnPlateau(0.5, 2, 0.2);

        // means 5, 4, 4 (a plateau), 6 (another), 3, 3 (a third, to the floor)
        assertThat(shares(schedule.begin(99), 4, 6, 5, 3, 4, 4, 6, 6, 3, 3, 3, 3))
                .containsExactly(1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.2);
    }

    @Test
    void warm_up_grows_linearly_and_the_schedule_begins_after_it() {
        assertThat(shares(rule(Schedule.Constant.DEFAULT, 4).pace(6), 6)).containsExactly(0.25, 0.5, 0.75, 1, 1, 1);
        assertThat(shares(rule(new Schedule.Exponential(0.5, 1), 2).pace(5), 5)).containsExactly(0.5, 1, 1, 0.5, 0.25);
    }

    @Test
    void a_cosine_after_warm_up_still_ends_with_the_training() {
        double[] shares = shares(rule(new Schedule.Cosine(0), 2).pace(6), 7);

        assertThat(shares[2]).isEqualTo(1);
        assertThat(shares[4]).isCloseTo(0.5, within(ROUNDING));
        assertThat(shares[6]).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void a_plateau_during_warm_up_is_of_no_account() {
        Pace pace = rule(new Schedule.OnPlateau(0.5, 1, 0.01), 3).pace(9);

        assertThat(shares(pace, 1, 9, 9, 5, 4, 4)).containsExactly(1 / 3.0, 2 / 3.0, 1, 1, 1, 1, 0.5);
    }

    @Test
    void warm_up_may_be_longer_than_the_training() {
        assertThat(shares(rule(Schedule.Cosine.DEFAULT, 10).pace(2), 2)).containsExactly(0.1, 0.2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_pace_that_is_told_the_history_is_where_it_was(Schedule schedule) {
        double[] losses = RandomStream.of(2, "losses").doubles(40, 0, 1).toArray();
        double[] straight = shares(rule(schedule, 5).pace(40), losses);

        for (int stop = 0; stop <= 40; stop++) {
            Pace resumed = rule(schedule, 5).pace(40);
            Arrays.stream(losses, 0, stop).forEach(resumed::heard);
            assertThat(resumed.share(stop)).isEqualTo(straight[stop]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_endless_pace_is_the_same_however_many_updates_are_asked_for(Schedule schedule) {
        double[] losses = RandomStream.of(2, "losses").doubles(10, 0, 1).toArray();

        boolean same = Arrays.equals(shares(schedule.begin(10), losses), shares(schedule.begin(1000), losses));

        assertThat(schedule.isEndless()).isEqualTo(same);
        assertThat(rule(schedule, 3).isEndless()).isEqualTo(same);
    }

    @Test
    void settings_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new Schedule.Exponential(0, 1)).hasMessageStartingWith("factor is 0.0, expected ");
        assertThatThrownBy(() -> new Schedule.Exponential(0.5, 0)).hasMessage("every is 0, expected 1 to 10000000");
        assertThatThrownBy(() -> new Schedule.Cosine(1.5)).hasMessage("floor is 1.5, expected 0.0 to 1.0");
        assertThatThrownBy(() -> new Schedule.OnPlateau(2, 1, 0)).hasMessageStartingWith("factor is 2.0, expected ");
        assertThatThrownBy(() -> new Schedule.OnPlateau(0.5, 0, 0)).hasMessage("patience is 0, expected 1 to 10000000");
        assertThatThrownBy(() -> new Schedule.OnPlateau(0.5, 1, -1)).hasMessage("floor is -1.0, expected 0.0 to 1.0");
        assertThatThrownBy(() -> rule(Schedule.Constant.DEFAULT, -1))
                .hasMessage("warmUp is -1, expected 0 to 10000000");
    }
}
