// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainSequenceTest {
    private static final MainSequence SHARP =
            new MainSequence(60, 0.001, 0.0005, MainSequence.Distance.ASKED, 200, 0.95);

    /** Of one duration T the peak is 1.875 D/T: a line of 1.875/T through zero, an exponent of 1. */
    @Test
    void peak_speed_of_one_duration_is_proportional_to_distance() {
        var finding = SHARP.of(subject(i -> MadeReach.to(i % 8).far(0.04 + 0.01 * i, 0.5)));

        assertThat(value(finding, "slope")).isCloseTo(1.875 / 0.5, within(0.01)); // the filter takes .2 %
        assertThat(value(finding, "intercept")).isCloseTo(0, within(1e-3));
        assertThat(value(finding, "r2")).isCloseTo(1, within(1e-6));
        assertThat(value(finding, "exponent")).isCloseTo(1, within(1e-3));
        assertThat(value(finding, "time_slope")).isCloseTo(0, within(1e-6));
    }

    /** T = 0.3 s + 2 s/m D: peak = 1.875 D / T, which grows less than in proportion; MT is a line of slope 2 · .984. */
    @Test
    void movements_that_take_longer_when_they_are_longer_have_an_exponent_below_one() {
        var finding = SHARP.of(subject(i -> MadeReach.to(i % 8).far(0.04 + 0.02 * i, 0.3 + 2 * (0.04 + 0.02 * i))));

        assertThat(value(finding, "exponent")).isBetween(0.3, 0.8);
        assertThat(value(finding, "time_slope")).isCloseTo(2 * 0.984, within(0.1)); // a step of 5 ms over 18 cm
        assertThat(value(finding, "time_intercept")).isCloseTo(0.3 * 0.984, within(0.01));
        assertThat(finding.value("slope").low()).isLessThan(value(finding, "slope"));
    }

    @Test
    void the_distance_covered_counts_where_it_is_chosen() {
        var covered = new MainSequence(60, 0.001, 0.0005, MainSequence.Distance.COVERED, 200, 0.95);

        var finding = covered.of(subject(i -> MadeReach.to(i % 8).missing(0.8 + 0.05 * i, 0)));

        assertThat(value(finding, "slope")).isCloseTo(1.875 / 0.5, within(0.01));
        assertThat(finding.list("trial_distance").numbers()[0]).isCloseTo(0.08, within(1e-5));
        assertThat(finding.plots().get(0).curves().get(1).y()[1])
                .isCloseTo(1.875 * 23 / 0.5 * 0.5, within(0.5)); // cm/s
    }

    @Test
    void reaches_of_one_distance_have_no_main_sequence() {
        assertThatThrownBy(() -> SHARP.of(subject(MadeReach::to)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("distances is all the same, expected reaches of different distances");
    }

    private static Subject subject(IntFunction<MadeReach> reach) {
        List<MadeReach> reaches = IntStream.range(0, 8).mapToObj(reach).toList();
        return Subject.of(MadeReach.recording(reaches), 1);
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
