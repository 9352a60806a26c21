// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionShuffleTest {
    private static final Activity ACTIVITY = Courses.alone(4, 5, 6, RandomStream.of(1, "activity"));

    @Test
    void every_unit_keeps_each_of_its_courses_once() {
        Activity drawn = new ConditionShuffle(ACTIVITY).draw(RandomStream.of(2, "draw"));

        for (int unit = 0; unit < 6; unit++) {
            assertThat(courses(drawn, unit)).hasSize(4).isEqualTo(courses(ACTIVITY, unit));
        }
        assertThat(drawn.conditions()).isEqualTo(ACTIVITY.conditions());
        assertThat(drawn.units()).isEqualTo(ACTIVITY.units());
        assertThat(drawn.times()).isEqualTo(ACTIVITY.times());
    }

    @Test
    void the_mean_over_conditions_stays() {
        Activity drawn = new ConditionShuffle(ACTIVITY).draw(RandomStream.of(2, "draw"));

        double[][] mean = drawn.acrossConditions();
        for (int t = 0; t < mean.length; t++) {
            // another order of a sum
            assertThat(mean[t]).containsExactly(ACTIVITY.acrossConditions()[t], within(1e-15));
        }
    }

    @Test
    void units_are_dealt_by_permutations_of_their_own() {
        Activity drawn = new ConditionShuffle(ACTIVITY).draw(RandomStream.of(2, "draw"));

        Set<List<Integer>> orders = new HashSet<>();
        for (int unit = 0; unit < 6; unit++) {
            int own = unit;
            orders.add(IntStream.range(0, 4)
                    .mapToObj(c -> courseOf(drawn.values()[c][0][own], own))
                    .toList());
        }
        assertThat(orders).hasSizeGreaterThan(3); // six of 24 orders
    }

    @Test
    void all_orders_have_the_same_chance() {
        Map<String, Integer> seen = new HashMap<>();
        var random = RandomStream.of(3, "orders");
        for (int i = 0; i < 6000; i++) {
            seen.merge(Arrays.toString(ConditionShuffle.permutation(3, random)), 1, Integer::sum);
        }

        double chi2 = seen.values().stream()
                .mapToDouble(count -> (count - 1000) * (count - 1000) / 1000.0)
                .sum();
        assertThat(seen).hasSize(6);
        assertThat(chi2).isLessThan(20.5); // 99.9 % of χ² with 5 degrees of freedom
    }

    @Test
    void the_random_numbers_fix_the_surrogate_and_the_recording_is_not_changed() {
        double first = ACTIVITY.values()[0][0][0];
        var shuffle = new ConditionShuffle(ACTIVITY);

        double[][][] once = shuffle.draw(RandomStream.of(2, "draw")).values();

        assertThat(shuffle.draw(RandomStream.of(2, "draw")).values()).isDeepEqualTo(once);
        assertThat(Arrays.deepEquals(shuffle.draw(RandomStream.of(5, "draw")).values(), once))
                .isFalse();
        assertThat(ACTIVITY.values()[0][0][0]).isEqualTo(first);
    }

    @Test
    void one_condition_cannot_be_dealt() {
        assertThatThrownBy(() -> new ConditionShuffle(Courses.alone(1, 5, 6, RandomStream.of(1, "activity"))))
                .hasMessageStartingWith("conditions is 1, expected 2 or more");
    }

    private static Set<List<Double>> courses(Activity activity, int unit) {
        Set<List<Double>> courses = new HashSet<>();
        for (double[][] condition : activity.values()) {
            courses.add(Arrays.stream(condition).map(row -> row[unit]).toList());
        }
        return courses;
    }

    private static int courseOf(double first, int unit) {
        for (int c = 0; c < 4; c++) {
            if (ACTIVITY.values()[c][0][unit] == first) {
                return c;
            }
        }
        throw new AssertionError("No condition begins with " + first);
    }
}
