// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.train.CoveringArray.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoveringArrayTest {
    private static final int[] MIXED = {7, 2, 5, 3, 2, 6, 4};
    private static final Predicate<Pair> ALL = pair -> true;

    /** Level 1 of factor 0 stands with no level of factor 2 but its first, and levels of factors 3 and 5 never add up to 4. */
    private static boolean isAllowed(Pair pair) {
        boolean lonely = pair.factor() == 0 && pair.level() == 1 && pair.otherFactor() == 2 && pair.otherLevel() > 0;
        boolean four = pair.factor() == 3 && pair.otherFactor() == 5 && pair.level() + pair.otherLevel() == 4;
        return !lonely && !four;
    }

    private static Set<Pair> met(List<int[]> rows) {
        Set<Pair> met = new HashSet<>();
        rows.forEach(row -> met.addAll(CoveringArray.pairs(row)));
        return met;
    }

    @Test
    void every_pair_that_is_allowed_meets_and_no_other() {
        for (Predicate<Pair> allowed : List.<Predicate<Pair>>of(ALL, CoveringArrayTest::isAllowed)) {
            Set<Pair> met = met(CoveringArray.of(MIXED, allowed));

            assertThat(met).containsExactlyInAnyOrderElementsOf(CoveringArray.pairs(MIXED, allowed));
        }
    }

    @Test
    void pairs_are_counted_as_by_hand() {
        assertThat(CoveringArray.pairs(new int[] {2, 3, 4}, ALL)).hasSize(2 * 3 + 2 * 4 + 3 * 4);
        assertThat(CoveringArray.pairs(new int[] {0, 1, 0})).hasSize(3);
        assertThat(CoveringArray.pairs(MIXED, CoveringArrayTest::isAllowed))
                .hasSize(CoveringArray.pairs(MIXED, ALL).size() - 4 - 3);
    }

    @Test
    void two_factors_need_all_their_combinations_and_more_need_few_rows_beyond() {
        assertThat(CoveringArray.of(new int[] {7, 5}, ALL)).hasSize(35);
        // 7 times 6 at least; greedy rows are known to stay below twice the least number for so few factors
        assertThat(CoveringArray.of(MIXED, ALL)).hasSizeBetween(42, 84);
    }

    @Test
    void rows_come_out_the_same_every_time() {
        List<int[]> once = CoveringArray.of(MIXED, CoveringArrayTest::isAllowed);
        List<int[]> again = CoveringArray.of(MIXED, CoveringArrayTest::isAllowed);

        assertThat(again.toArray(int[][]::new)).isDeepEqualTo(once.toArray(int[][]::new));
    }

    @Test
    void a_pair_that_the_other_factors_leave_no_room_for_is_told() {
        Predicate<Pair> never =
                pair -> (pair.factor() == 0 && pair.otherFactor() == 1) || pair.level() != pair.otherLevel();

        assertThatThrownBy(() -> CoveringArray.of(new int[] {2, 2, 2}, never))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No row has Pair[factor=0, level=0, otherFactor=1, otherLevel=1], though it is allowed");
    }

    @Test
    void a_row_can_be_had_for_a_pair_that_is_not_allowed_while_all_others_in_it_are() {
        var pair = new Pair(0, 1, 2, 3);

        int[] row = CoveringArray.rowWith(pair, MIXED, CoveringArrayTest::isAllowed);

        List<Pair> forbidden =
                CoveringArray.pairs(row).stream().filter(met -> !isAllowed(met)).toList();
        assertThat(forbidden).containsExactly(pair);
    }
}
