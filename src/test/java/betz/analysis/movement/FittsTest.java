// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FittsTest {
    private static final double[] DISTANCES = {0.05, 0.10, 0.20};
    private static final Fitts SHARP =
            new Fitts(60, 0.001, 0.0005, FittsLaw.FITTS, Fitts.Widths.GIVEN, 0.01, 200, 0.95);

    /** T = 50 ms + 100 ms per bit, of which 98.4 % lie between onset and offset at a thousandth of the peak. */
    @Test
    void a_planted_law_is_found_in_time_per_bit() {
        var finding = SHARP.of(planted(FittsLaw.FITTS));

        assertThat(value(finding, "slope")).isCloseTo(0.0984, within(0.004)); // two bits, steps of 5 ms
        assertThat(value(finding, "intercept")).isCloseTo(0.0492, within(0.02));
        assertThat(value(finding, "r2")).isGreaterThan(0.99);
        assertThat(value(finding, "r2_of_means")).isGreaterThan(0.99);
        assertThat(finding.list("difficulties").numbers()).hasSize(3);
        assertThat(finding.list("difficulties").numbers()[0]).isCloseTo(Math.log(10) / Math.log(2), within(1e-5));
        double[] bits = finding.list("trial_difficulty").numbers();
        double[] time = finding.list("trial_movement_time").numbers();
        double throughput = 0;
        for (int i = 0; i < bits.length; i++) {
            throughput += bits[i] / time[i] / bits.length;
        }
        assertThat(value(finding, "throughput")).isCloseTo(throughput, within(1e-12));
    }

    @Test
    void shannons_formula_is_used_where_it_is_chosen() {
        var shannon = new Fitts(60, 0.001, 0.0005, FittsLaw.SHANNON, Fitts.Widths.GIVEN, 0.01, 200, 0.95);

        var finding = shannon.of(planted(FittsLaw.SHANNON));

        assertThat(value(finding, "slope")).isCloseTo(0.0984, within(0.004));
        assertThat(finding.conventions()).anySatisfy(told -> assertThat(told).contains("log2(D / W + 1)", "W is 1 cm"));
    }

    /** End points 2 % short of, at and beyond 5 cm scatter by 2 % of the distance: W = 4.133 · .02 D; those of 10 cm by 4 %. */
    @Test
    void the_effective_width_is_what_the_spread_of_end_points_is_worth() {
        var effective = new Fitts(60, 0.001, 0.0005, FittsLaw.FITTS, Fitts.Widths.EFFECTIVE, 0.01, 200, 0.95);
        List<MadeReach> reaches = new ArrayList<>();
        for (double distance : new double[] {0.05, 0.10}) {
            for (double gain : new double[] {0.98, 1, 1.02}) {
                // the longer ones scatter twice as much for their distance
                double off = (gain - 1) * distance / 0.05;
                reaches.add(MadeReach.to(0).far(distance, 0.5).missing(1 + off, 0));
            }
        }

        var finding = effective.of(Subject.of(MadeReach.recording(reaches), 1));

        double[] bits = finding.list("trial_difficulty").numbers();
        assertThat(bits[0]).isCloseTo(Math.log(2 / (4.133 * 0.02)) / Math.log(2), within(1e-4)); // the filter
        assertThat(bits[3]).isCloseTo(Math.log(2 / (4.133 * 0.04)) / Math.log(2), within(1e-4));
    }

    @Test
    void targets_of_one_distance_and_width_have_no_slope() {
        var reaches = MadeReach.recording(List.of(MadeReach.to(0), MadeReach.to(1), MadeReach.to(2)));

        assertThatThrownBy(() -> SHARP.of(Subject.of(reaches, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(
                        "range of difficulties is 0 bit, expected 0.5 bit or more: targets of different");
        var effective = new Fitts(60, 0.001, 0.0005, FittsLaw.FITTS, Fitts.Widths.EFFECTIVE, 0.01, 200, 0.95);
        assertThatThrownBy(() -> effective.of(Subject.of(reaches, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("trials of condition 0° 0.1 is 1, expected 3 or more");
    }

    private static Subject planted(FittsLaw law) {
        List<MadeReach> reaches = new ArrayList<>();
        for (double distance : DISTANCES) {
            for (int octant = 0; octant < 8; octant++) {
                reaches.add(MadeReach.to(octant).far(distance, 0.05 + 0.1 * law.difficulty(distance, 0.01)));
            }
        }
        return Subject.of(MadeReach.recording(reaches), 1);
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
