// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Recorded;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Perturbation;
import betz.data.Recording;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoRateFitTest {
    private static final double TURN = Math.toRadians(30);
    private static final TwoRateModel PLANTED = new TwoRateModel(0.06, 0.3, 0.998, 0.7);
    private static final TwoRateFit FEW = with(List.of(), List.of());

    private static TwoRateFit with(List<Integer> blocks, List<Double> rotations) {
        return new TwoRateFit(8, 0.10, 0.35, true, blocks, rotations, 20, 0.95);
    }

    @Test
    void planted_rates_are_found_in_the_directions_of_hands_under_a_turned_cursor() {
        var finding = FEW.of(Subject.of(recording(schedule(), 0, 0.05, true), 1));

        // directions are exact: chord to the peak of a straight reach; the baseline of 0.05 rad is taken off
        assertThat(value(finding, "slow_learning")).isCloseTo(0.06, within(1e-3));
        assertThat(value(finding, "fast_learning")).isCloseTo(0.3, within(1e-3));
        assertThat(value(finding, "slow_retention")).isCloseTo(0.998, within(1e-3));
        assertThat(value(finding, "fast_retention")).isCloseTo(0.7, within(1e-3));
        assertThat(value(finding, "r2")).isGreaterThan(0.9999);
        assertThat(value(finding, "mean_square")).isLessThan(1e-8);
        // a cursor turned counter-clockwise is made up for clockwise
        assertThat(finding.list("hand").numbers()[59]).isLessThan(-0.8 * TURN);
        assertThat(finding.list("wanted").numbers()[20]).isEqualTo(-TURN);
        assertThat(finding.list("wanted").numbers()[72]).isNaN(); // a clamp
    }

    @Test
    void intervals_hold_the_planted_rates_where_directions_are_noisy() {
        var finding = FEW.of(Subject.of(recording(schedule(), 0.02, 0, true), 4));

        for (String name : List.of("slow_learning", "fast_learning", "slow_retention", "fast_retention")) {
            var interval = finding.value(name);
            assertThat(interval.low()).as(name).isLessThan(interval.high());
        }
        assertThat(finding.value("fast_learning").low()).isLessThan(0.3);
        assertThat(finding.value("fast_learning").high()).isGreaterThan(0.3);
        assertThat(value(finding, "mean_square")).isCloseTo(4e-4, within(1.5e-4)); // .02² of 92 trials, 15 % of its sd
    }

    @Test
    void blocks_tell_the_rotations_that_a_recording_does_not_hold() {
        var blocks = with(List.of(10, 50, 8, 24), List.of(0.0, TURN, -TURN, Double.NaN));

        var told = blocks.of(Subject.of(recording(schedule(), 0, 0, false), 1));
        var known = FEW.of(Subject.of(recording(schedule(), 0, 0, true), 1));

        assertThat(told.measures()).isEqualTo(known.measures());
    }

    /** 32 trials as usual, 100 turned by 30 degrees, 12 the other way, 20 clamped: the median of 17 people (thartbm/Reach). */
    @Test
    void hands_that_do_as_the_median_person_have_the_published_rates() {
        double[] median = Matrices.column(Recorded.table(Recorded.vector("tworate/data_and_fit.csv"), 1), 3);
        List<MadeReach> reaches = new ArrayList<>();
        for (int trial = 0; trial < median.length; trial++) {
            reaches.add(MadeReach.to(trial % 8).missing(1, Math.toRadians(median[trial])));
        }
        // hands turn counter-clockwise, so the cursor is turned clockwise first
        var person = new TwoRateFit(
                8, 0.10, 0.35, false, List.of(32, 100, 12, 20), List.of(0.0, -TURN, TURN, Double.NaN), 20, 0.95);

        var finding = person.of(Subject.of(MadeReach.recording(reaches), 1));

        // the public fit stopped at 5.298 deg², a little above the least
        assertThat(value(finding, "mean_square") * Math.pow(180 / Math.PI, 2)).isCloseTo(5.2849, within(1e-3));
        assertThat(value(finding, "slow_learning")).isCloseTo(0.0721, within(0.01));
        assertThat(value(finding, "fast_learning")).isCloseTo(0.4387, within(0.01));
        assertThat(value(finding, "slow_retention")).isCloseTo(0.99984, within(0.01));
        assertThat(value(finding, "fast_retention")).isCloseTo(0.7103, within(0.01));
        double[] hand = finding.list("hand").numbers();
        double late = Arrays.stream(hand, 122, 132).average().orElseThrow();
        assertThat(Math.toDegrees(late)).isCloseTo(28.2, within(0.05)); // 94 % of 30
    }

    @Test
    void blocks_that_do_not_add_up_and_other_perturbations_are_told() {
        var blocks = with(List.of(10, 50), List.of(0.0, TURN));
        assertThatThrownBy(() -> blocks.of(Subject.of(recording(schedule(), 0, 0, false), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("blocks is 60 trials together, expected 92 as recorded");
        var field = MadeReach.recording(List.of(MadeReach.to(0).under(Field.CurlField.DEFAULT)));
        assertThatThrownBy(() -> FEW.of(Subject.of(field, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("perturbation is CurlField, expected a turned cursor, an error clamp or none");
        assertThatThrownBy(() -> with(List.of(10), List.of())).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> FEW.of(Subject.of(MadeReach.recording(List.of(MadeReach.to(0))), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("trials is 1, expected more than the four parameters");
    }

    @Test
    void the_plot_shows_hands_and_both_processes_in_degrees() {
        var plot =
                FEW.of(Subject.of(recording(schedule(), 0, 0, true), 1)).plots().get(0);

        assertThat(plot.curves()).hasSize(4);
        assertThat(plot.y().unit()).isEqualTo("deg");
        double[] both = plot.curves().get(1).y();
        double[] slow = plot.curves().get(2).y();
        double[] fast = plot.curves().get(3).y();
        assertThat(both[59]).isCloseTo(slow[59] + fast[59], within(1e-9)).isBetween(-30.0, -24.0);
    }

    /** 10 trials as usual, 50 turned, 8 turned the other way, 24 clamped. */
    private static List<Perturbation> schedule() {
        List<Perturbation> schedule = new ArrayList<>();
        for (int trial = 0; trial < 92; trial++) {
            schedule.add(
                    trial < 10
                            ? Perturbation.None.DEFAULT
                            : new Cursor(trial < 60 ? TURN : trial < 68 ? -TURN : 0, 1, trial >= 68));
        }
        return schedule;
    }

    private static Recording recording(List<Perturbation> schedule, double noise, double bias, boolean told) {
        double[] wanted = schedule.stream()
                .mapToDouble(
                        one -> one instanceof Cursor cursor ? cursor.clamped() ? Double.NaN : -cursor.rotation() : 0)
                .toArray();
        double[] total = PLANTED.run(wanted).total();
        var random = RandomStream.of(11, "noise");
        List<MadeReach> reaches = new ArrayList<>();
        for (int trial = 0; trial < total.length; trial++) {
            double turn = total[trial] + bias + noise * random.nextGaussian();
            var reach = MadeReach.to(trial % 8).missing(1, turn);
            reaches.add(told ? reach.under(schedule.get(trial)) : reach);
        }
        return MadeReach.recording(reaches);
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
