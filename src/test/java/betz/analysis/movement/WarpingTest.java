// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Recording;
import betz.data.TrialBatch;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarpingTest {
    @Test
    void a_recording_is_at_no_distance_from_itself() {
        var finding = compare(reaches(r -> r), reaches(r -> r));

        assertThat(value(finding, "warped_distance")).isZero();
        assertThat(value(finding, "unwarped_rms")).isZero();
        assertThat(value(finding, "median_delay")).isZero();
        assertThat(value(finding, "conditions")).isEqualTo(8);
    }

    @Test
    void the_same_path_made_slower_is_far_in_time_but_hardly_in_space() {
        var finding = compare(reaches(r -> r.far(0.1, 0.3)), reaches(r -> r.far(0.1, 0.5)));

        assertThat(value(finding, "unwarped_rms")).isGreaterThan(0.01);
        // samples of the quick reach lie up to 3 mm apart, so at most half of that is left
        assertThat(value(finding, "warped_rms")).isLessThan(0.0016);
        assertThat(value(finding, "median_delay")).isGreaterThan(0.02); // the second is later
    }

    @Test
    void paths_as_they_lie_tell_a_shift_that_paths_from_their_beginning_do_not() {
        Recording here = reaches(r -> r);
        Recording there = reaches(r -> r);
        double[] values = there.signal("hand.position").values();
        for (int i = 0; i < values.length; i += 2) {
            values[i] += 0.03;
        }
        var lying = new Warping(0, 0.8, 1, 0, false);

        assertThat(value(compare(here, there), "warped_rms")).isCloseTo(0, within(1e-12));
        // equal times only, so 3 cm at each of 161 samples
        var shifted = lying.of(Subject.of(here, there, 1));
        assertThat(value(shifted, "warped_distance")).isCloseTo(0.03 * Math.sqrt(161), within(1e-9));
        assertThat(value(shifted, "unwarped_rms")).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void conditions_are_matched_by_name_whatever_their_order() {
        Recording forwards = reaches(r -> r);
        Recording backwards = MadeReach.recording(
                IntStream.range(0, 6).mapToObj(i -> MadeReach.to(7 - i)).toList());

        var finding = compare(forwards, backwards);

        assertThat(value(finding, "conditions")).isEqualTo(6);
        assertThat(value(finding, "warped_distance")).isZero();
        assertThat(finding.plots().get(0).curves()).hasSize(12);
    }

    @Test
    void recordings_that_do_not_compare_are_told() {
        Recording reaches = reaches(r -> r);
        TrialBatch batch = reaches.trials();
        var slower = new Recording(new TrialBatch(0.01, batch.steps(), batch.trials()), List.copyOf(reaches.signals()));
        assertTold(reaches, slower, "step of the second recording is 0.01 s, expected 0.005 s as in the first");
        assertTold(
                reaches,
                reaches(r -> r.far(0.2, 0.5)),
                "conditions is of no common name in the two recordings, expected some of the same name");
        assertThatThrownBy(() -> Warping.DEFAULT.of(Subject.of(reaches, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("second recording is missing, expected one to compare the data with");
        assertThatThrownBy(() -> new Warping(1, 0.5, 0, 0, true))
                .isInstanceOf(BadSetting.class)
                .hasMessage("to is 0.5 s, expected a time after 1.0 s");
    }

    private static void assertTold(Recording one, Recording other, String sentence) {
        assertThatThrownBy(() -> compare(one, other))
                .isInstanceOf(BadSetting.class)
                .hasMessage(sentence);
    }

    private static Finding compare(Recording one, Recording other) {
        return Warping.DEFAULT.of(Subject.of(one, other, 1));
    }

    private static Recording reaches(UnaryOperator<MadeReach> change) {
        return MadeReach.recording(
                IntStream.range(0, 8).mapToObj(MadeReach::to).map(change).toList());
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
