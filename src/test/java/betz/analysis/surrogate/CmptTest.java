// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CmptTest {
    private static final Activity ACTIVITY = Courses.turning(8, 10, 5, 0.2, 0.1, RandomStream.of(1, "activity"));

    @Test
    void every_unit_keeps_each_of_its_courses_once() {
        Activity drawn = new Cmpt(ACTIVITY, 0.9).draw(RandomStream.of(2, "draw"));

        for (int unit = 0; unit < 10; unit++) {
            assertThat(courses(drawn, unit)).hasSize(8).isEqualTo(courses(ACTIVITY, unit));
        }
    }

    @Test
    void covariances_come_far_closer_to_the_recorded_ones_than_a_shuffle_leaves_them() {
        var matched = new Cmpt(ACTIVITY, 0.8);
        var shuffled = new ConditionShuffle(ACTIVITY);
        for (int draw = 0; draw < 10; draw++) {
            double after = matched.similarity(matched.draw(RandomStream.of(3, "draw", draw)));
            double before = matched.similarity(shuffled.draw(RandomStream.of(3, "draw", draw)));
            assertThat(before).isLessThan(0.3);
            assertThat(after).isBetween(0.7, 1.0); // 0.8 is asked for, or no swap may help before
        }
    }

    @Test
    void it_stops_after_the_sweep_that_is_similar_enough() {
        double little = mean(new Cmpt(ACTIVITY, 0.1));
        double much = mean(new Cmpt(ACTIVITY, 1));

        assertThat(little).isBetween(0.1, much - 1e-9);
    }

    @Test
    void no_swap_of_two_conditions_of_a_unit_would_help_in_the_end() {
        var cmpt = new Cmpt(ACTIVITY, 1);
        Activity drawn = cmpt.draw(RandomStream.of(4, "draw"));
        double reached = cmpt.similarity(drawn);

        for (int unit = 0; unit < 10; unit++) {
            for (int a = 0; a < 8; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(cmpt.similarity(swapped(drawn, unit, a, b))).isLessThan(reached + 1e-9);
                }
            }
        }
    }

    @Test
    void renaming_conditions_for_all_units_alike_leaves_a_similarity_of_one() {
        int[][] order = new int[10][];
        Arrays.fill(order, new int[] {3, 2, 1, 0, 7, 6, 5, 4});

        double renamed = new Cmpt(ACTIVITY, 1).similarity(ConditionShuffle.dealt(ACTIVITY, order));

        assertThat(renamed).isCloseTo(1, within(1e-12));
    }

    @Test
    void similarity_is_zero_where_all_covariance_between_units_is_missed() {
        double[][][] values = {{{1, 1}, {-1, -1}}, {{1, 1}, {-1, -1}}};
        double[][][] apart = {{{1, 1}, {-1, 1}}, {{1, -1}, {-1, -1}}};
        double[][][] opposed = {{{1, -1}, {-1, 1}}, {{1, -1}, {-1, 1}}};
        var cmpt = new Cmpt(Courses.of(values), 1);

        assertThat(cmpt.similarity(Courses.of(apart))).isCloseTo(0, within(1e-12));
        assertThat(cmpt.similarity(Courses.of(opposed))).isCloseTo(-3, within(1e-12)); // missed twice, squared
    }

    @Test
    void the_random_numbers_fix_the_surrogate() {
        var cmpt = new Cmpt(ACTIVITY, 0.9);

        double[][][] once = cmpt.draw(RandomStream.of(2, "draw")).values();

        assertThat(cmpt.draw(RandomStream.of(2, "draw")).values()).isDeepEqualTo(once);
        assertThat(Arrays.deepEquals(cmpt.draw(RandomStream.of(5, "draw")).values(), once))
                .isFalse();
    }

    @Test
    void without_room_for_products_of_courses_the_same_is_found() {
        double[][][] kept =
                new Cmpt(ACTIVITY, 1).draw(RandomStream.of(2, "draw")).values();
        double[][][] summed =
                new Cmpt(ACTIVITY, 1, 6399).draw(RandomStream.of(2, "draw")).values(); // one less than 80 squared

        assertThat(summed).isDeepEqualTo(kept);
    }

    @Test
    void units_that_never_vary_together_are_told() {
        double[][][] values = {{{1, 0}, {-1, 0}}, {{0, 1}, {0, -1}}};

        assertThatThrownBy(() -> new Cmpt(Courses.of(values), 0.9))
                .hasMessage("covariances between units is 0, expected units that vary together");
        assertThatThrownBy(() -> new Cmpt(ACTIVITY, 1.1)).hasMessageStartingWith("similarity is 1.1");
    }

    private static double mean(Cmpt cmpt) {
        double sum = 0;
        for (int draw = 0; draw < 10; draw++) {
            sum += cmpt.similarity(cmpt.draw(RandomStream.of(6, "draw", draw))) / 10;
        }
        return sum;
    }

    private static Activity swapped(Activity activity, int unit, int a, int b) {
        int[][] order = new int[activity.units().size()][activity.conditions().size()];
        for (int[] own : order) {
            Arrays.setAll(own, c -> c);
        }
        order[unit][a] = b;
        order[unit][b] = a;
        return ConditionShuffle.dealt(activity, order);
    }

    private static Set<List<Double>> courses(Activity activity, int unit) {
        Set<List<Double>> courses = new HashSet<>();
        for (double[][] condition : activity.values()) {
            courses.add(Arrays.stream(condition).map(row -> row[unit]).toList());
        }
        return courses;
    }
}
