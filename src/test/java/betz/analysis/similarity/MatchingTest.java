// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Recording;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingTest {
    private static final double[][] A = Made.gaussian(1, 30, 3);
    private static final double[][] B = Made.gaussian(2, 30, 3);
    private static final Matching ALL = matching("unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    @Test
    void conditions_of_the_same_label_meet_whatever_their_order() {
        Recording other = Made.recording(Made.DT, 0, new int[] {1, 0}, "reach ", B, A);

        Pair pair = ALL.pair(Subject.of(Made.recording(Made.DT, 0, A, B), other, 1));

        assertThat(pair.otherRows()).isDeepEqualTo(pair.rows());
        assertThat(pair.text()).contains("matched by label");
    }

    @Test
    void conditions_without_a_label_in_common_meet_by_index() {
        Recording other = Made.recording(Made.DT, 0, new int[] {1, 0}, "target ", B, A);

        Pair pair = ALL.pair(Subject.of(Made.recording(Made.DT, 0, A, B), other, 1));

        assertThat(pair.otherRows()).isDeepEqualTo(pair.rows());
        assertThat(pair.text()).contains("matched by index");
    }

    @Test
    void samples_are_those_that_both_have_and_that_are_asked_for() {
        Recording late = Made.recording(Made.DT, 10, A); // -100 to 190 ms
        Recording early = Made.recording(Made.DT, 25, B); // -250 to 40 ms
        Matching window = matching("unit.rate", -0.05, 10, Scaling.NONE, false);

        Pair all = ALL.pair(Subject.of(late, early, 1));
        Pair part = window.pair(Subject.of(late, early, 1));

        assertThat(all.data().times()).hasSize(15).startsWith(-0.1);
        assertThat(all.other().times()).containsExactly(all.data().times(), within(1e-12));
        assertThat(all.rows()[0]).isEqualTo(A[0]);
        assertThat(all.otherRows()[0]).isEqualTo(B[15]);
        assertThat(part.rows()[0]).isEqualTo(A[5]);
        assertThat(part.otherRows()).hasNumberOfRows(10);
    }

    @Test
    void what_differs_is_named() {
        refused(Made.recording(0.02, 0, A, B), "dt is 10 ms in the data and 20 ms in the other");
        refused(Made.recording(Made.DT, 0, A), "conditions is reach 0, reach 1 in the data and reach 0 in the other");
        refused(
                Made.recording(Made.DT, 0, new int[] {1, 2}, "reach ", A, B),
                "conditions is reach 0, reach 1 in the data and reach 1, reach 2 in the other");
        refused(
                Made.recording(Made.DT, 30, A, B),
                "times is 0 ms to 290 ms in the data and -300 ms to -10 ms in the other");
    }

    private static void refused(Recording other, String message) {
        Subject subject = Subject.of(Made.recording(Made.DT, 0, A, B), other, 1);
        assertThatThrownBy(() -> ALL.pair(subject))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_recording_is_not_compared_with_itself() {
        Subject alone = Subject.of(Made.one(A), 1);

        assertThatThrownBy(() -> ALL.pair(alone))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("otherSignal is unit.rate of the same recording");
    }

    @Test
    void two_signals_of_one_recording_are_compared() {
        Recording both = Made.one(A).with(Made.signal("muscle.activation", "1", B));
        Matching muscles = matching("muscle.activation", -1, 1, Scaling.NONE, false);

        Pair pair = muscles.pair(Subject.of(both, 1));

        assertThat(pair.rows()).isDeepEqualTo(A);
        assertThat(pair.otherRows()).isDeepEqualTo(B);
    }

    @Test
    void a_signal_that_is_not_there_is_told_with_those_that_are() {
        Subject subject = Subject.of(Made.one(A), 1);
        Matching muscles = matching("muscle.force", -1, 1, Scaling.NONE, false);

        assertThatThrownBy(() -> muscles.pair(subject))
                .isInstanceOf(BadSetting.class)
                .hasMessage("signal is muscle.force, expected one of unit.rate");
    }

    @Test
    void ranges_become_one_and_with_softening_less() {
        Subject subject = Made.two(A, B);

        double[] hard = matching("unit.rate", -1, 1, Scaling.RANGE, false)
                .pair(subject)
                .data()
                .ranges();
        double[] soft = matching("unit.rate", -1, 1, Scaling.SOFT_RANGE, false)
                .pair(subject)
                .data()
                .ranges();

        double range = ALL.pair(subject).data().ranges()[0];
        assertThat(hard).containsExactly(new double[] {1, 1, 1}, within(1e-15));
        assertThat(soft[0]).isCloseTo(range / (range + 5), within(1e-15));
    }

    @Test
    void the_mean_over_conditions_is_taken_away_where_there_are_two() {
        Subject two = Subject.of(Made.recording(Made.DT, 0, A, B), Made.recording(Made.DT, 0, B, A), 1);
        Matching own = matching("unit.rate", -1, 1, Scaling.NONE, true);

        double[][] rows = own.pair(two).rows();

        assertThat(rows[3][1]).isCloseTo((A[3][1] - B[3][1]) / 2, within(1e-15));
        assertThatThrownBy(() -> own.pair(Made.two(A, B)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1, expected 2 or more");
    }

    private static Matching matching(String other, double from, double to, Scaling scaling, boolean mean) {
        return new Matching("unit.rate", other, from, to, scaling, mean);
    }
}
