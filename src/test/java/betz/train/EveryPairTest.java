// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.BadSetting;
import betz.common.Workers;
import betz.network.WeightLayout;
import betz.train.CoveringArray.Pair;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient of a training with any two of its options: cell, structure, loss, body, noise, mode and extent.
 *
 * <p>Options are the levels of {@link Factor}, which come from the records themselves; {@link Ban} tells which two never meet, and why.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPairTest {
    private static final Workers ALONE = new Workers(1);
    private static final List<Row> ROWS = Row.all();

    /** What is not part of a gradient, or is set by other tests. */
    private static final Set<Class<?>> NO_MATTER = Set.of(Optimiser.class, Schedule.class, Stop.class);

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    static List<Row> rows() {
        return ROWS;
    }

    static Stream<Ban> refusals() {
        return Ban.ALL.stream().filter(Ban::isRefused);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_gradient_equals_central_differences(Row row) {
        var training = new SmallTraining(row, ALONE);
        double[] gradient = training.gradient();

        GradientCheck check = check(training, gradient);

        assertThat(Arrays.stream(gradient).anyMatch(slope -> slope != 0))
                .isEqualTo(!row.terms().stream().allMatch(row::isStill));
        assertThat(row.terms()).allMatch(name -> training.terms().get(name) > 0 || row.isStill(name));
        assertThat(check.worst()).as(check.where()).isLessThanOrEqualTo(training.tolerance());
        // kinks are rare, but one of a unit lies close to all directions that move it
        assertThat(check.leftOut()).isLessThanOrEqualTo(check.compared() / 5);
        assertThat(parameters(training, i -> !training.learns(i)).allMatch(i -> gradient[i] == 0))
                .isTrue();
    }

    private static GradientCheck check(SmallTraining training, double[] gradient) {
        var check = new GradientCheck(training::loss, training.parameters(), training.tolerance());
        for (WeightLayout.Block block : training.blocks()) {
            int end = block.offset() + block.size();
            IntPredicate inside = i -> i >= block.offset() && i < end && training.learns(i);
            check.compare(block.name(), parameters(training, inside).toArray(), gradient);
        }
        return check;
    }

    private static IntStream parameters(SmallTraining training, IntPredicate which) {
        return IntStream.range(0, training.parameters().length).filter(which);
    }

    @Test
    void a_gradient_that_is_wrong_by_a_hundred_thousandth_in_one_block_is_noticed() {
        var training = new SmallTraining(ROWS.get(0), ALONE);
        for (WeightLayout.Block block : training.blocks()) {
            double[] wrong = training.gradient();
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                wrong[i] *= 1 + 1e-5;
            }
            boolean matters = !Arrays.equals(wrong, training.gradient());

            assertThat(check(training, wrong).worst() > 5e-6).as(block.name()).isEqualTo(matters);
        }
    }

    @Test
    void every_two_options_that_may_meet_meet() {
        Set<Pair> met = new HashSet<>();
        ROWS.forEach(row -> met.addAll(row.pairs()));

        assertThat(met).containsExactlyInAnyOrderElementsOf(CoveringArray.pairs(Factor.sizes(), Ban::allows));
    }

    @Test
    void every_kind_and_word_that_a_scenario_may_have_in_these_places_is_in_some_row() {
        Set<Object> possible = new HashSet<>();
        Set<Object> actual = new HashSet<>();
        for (Class<?> type : SmallTraining.PARTS) {
            possible.addAll(Family.possible(type, NO_MATTER));
        }
        for (Row row : ROWS) {
            new SmallTraining(row, ALONE).parts().forEach(part -> Family.addActual(part, actual));
        }

        assertThat(actual).containsAll(possible);
        assertThat(ROWS.stream().flatMap(row -> row.terms().stream())).containsAll(Loss.names());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_is_left_out_because_the_program_refuses_it_is_refused(Ban ban) {
        List<Pair> banned = CoveringArray.pairs(Factor.sizes(), ban::covers);
        assertThat(banned).isNotEmpty();
        for (Pair pair : banned) {
            int[] levels = CoveringArray.rowWith(pair, Factor.sizes(), other -> Ban.allowsBut(ban.reason(), other));

            assertThatThrownBy(() -> new SmallTraining(new Row(levels), ALONE)).isInstanceOf(BadSetting.class);
        }
    }

    @Test
    void every_ban_leaves_something_out() {
        assertThat(Ban.ALL)
                .allMatch(
                        ban -> !CoveringArray.pairs(Factor.sizes(), ban::covers).isEmpty());
    }
}
