// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KinematicsTest {
    /** Leaves a minimum-jerk reach of 0.5 s almost as it is, so that closed forms hold; from nearly rest to nearly rest. */
    private static final Kinematics SHARP = new Kinematics(60, 2, 0.001, 0.0005, 0.001, 200, 0.95);

    @Test
    void minimum_jerk_reaches_have_the_figures_of_their_formula() {
        var finding = SHARP.of(subject(IntStream.range(0, 8).mapToObj(MadeReach::to)));

        // .80 % of the movement at either end lies below a thousandth of the peak: 30 s²(1 - s)² = 1.875e-3
        assertThat(value(finding, "reaction_time")).isCloseTo(MadeReach.LATENCY + 0.004, within(0.005)); // a step
        assertThat(value(finding, "movement_time")).isCloseTo(0.984 * 0.5, within(0.01));
        assertThat(value(finding, "peak_speed")).isCloseTo(1.875 * 0.10 / 0.5, within(1e-3));
        assertThat(value(finding, "peak_time")).isCloseTo(0.5, within(0.011)); // a step of 98
        assertThat(value(finding, "peak_to_mean_speed")).isCloseTo(1.875 * 0.984, within(0.03)); // two steps of 98
        assertThat(value(finding, "path_ratio")).isCloseTo(1, within(1e-9));
        assertThat(value(finding, "linearity")).isCloseTo(0, within(1e-9));
        assertThat(value(finding, "direction_error")).isCloseTo(0, within(1e-9));
        assertThat(value(finding, "direction_error_sd")).isCloseTo(0, within(1e-9));
        assertThat(value(finding, "minimum_jerk_correlation")).isGreaterThan(0.999);
        assertThat(value(finding, "minimum_jerk_r2")).isBetween(0.998, 1.0);
        assertThat(value(finding, "smoothness")).isCloseTo(-1.4058, within(0.05)); // of 1 s; .5 s has a wider spectrum
        assertThat(value(finding, "log_dimensionless_jerk")).isCloseTo(-Math.log(204.8), within(0.1));
        assertThat(value(finding, "offset_error")).isLessThan(1e-5); // 10 cm · 10 (.008)³
        assertThat(value(finding, "trials_moved")).isEqualTo(8);
    }

    @Test
    void quartiles_and_trials_are_told_beside_each_median() {
        var finding = SHARP.of(subject(IntStream.range(0, 5)
                .mapToObj(i -> MadeReach.to(0).far(0.10, 0.4 + 0.1 * i))));

        double[] trials = finding.list("trial_movement_time").numbers();
        double[] quartiles = finding.list("movement_time_quartiles").numbers();

        assertThat(trials).hasSize(5).isSorted();
        assertThat(quartiles).containsExactly(trials[1], trials[2], trials[3]); // of five, the second to the fourth
        assertThat(finding.value("movement_time").value()).isEqualTo(trials[2]);
        assertThat(finding.value("movement_time").low()).isLessThan(trials[2]);
    }

    /** Gains scatter by sd 10 % of 10 cm, turns by sd 2 degrees, whose arc is 3.5 mm: the ratio is 2.87. */
    @Test
    void a_planted_scatter_of_end_points_is_found_along_and_across_the_movement() {
        List<MadeReach> reaches = new ArrayList<>();
        double[] z = {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}; // sample variance 1.5
        for (int octant = 0; octant < 8; octant++) {
            for (double a : z) {
                for (double b : z) {
                    reaches.add(MadeReach.to(octant).missing(1 + 0.1 * a, Math.toRadians(2) * b));
                }
            }
        }

        var finding = SHARP.of(Subject.of(MadeReach.recording(reaches), 3));

        // nine values of variance 1 by n, 9/8 by n - 1
        double sd = Math.sqrt(9 / 8.0);
        assertThat(value(finding, "end_sd_along")).isCloseTo(0.01 * sd, within(1e-4)); // cos of 2 degrees
        assertThat(value(finding, "end_sd_across")).isCloseTo(0.10 * Math.toRadians(2) * sd, within(1e-4));
        assertThat(value(finding, "end_ellipse_ratio")).isCloseTo(0.1 / Math.toRadians(2), within(0.05));
        assertThat(value(finding, "end_ellipse_angle")).isCloseTo(0, within(1e-6));
        assertThat(value(finding, "direction_error_sd"))
                .isCloseTo(Math.toRadians(2) * Math.sqrt(72 / 71.0), within(1e-6));
        double[][] covariance = finding.list("end_covariance").rows();
        // directions all round: along and across share both axes
        double half = (1e-4 + Math.pow(0.1 * Math.toRadians(2), 2)) / 2 * 72 / 71;
        assertThat(covariance[0][0]).isCloseTo(half, within(1e-6));
        assertThat(covariance[1][1]).isCloseTo(half, within(1e-6));
        assertThat(covariance[0][1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_turned_movement_has_its_angle_as_direction_error() {
        var finding = SHARP.of(subject(
                IntStream.range(0, 8).mapToObj(i -> MadeReach.to(i).missing(1, Math.toRadians(-7)))));

        assertThat(value(finding, "direction_error")).isCloseTo(Math.toRadians(-7), within(1e-9));
        assertThat(value(finding, "offset_error")).isCloseTo(2 * 0.1 * Math.sin(Math.toRadians(3.5)), within(1e-5));
    }

    @Test
    void the_same_seed_gives_the_same_finding_and_the_rule_is_told() {
        var reaches = MadeReach.recording(IntStream.range(0, 6)
                .mapToObj(i -> MadeReach.to(i).far(0.1, 0.4 + 0.05 * i))
                .toList());

        List<Measure> once = Kinematics.DEFAULT.of(Subject.of(reaches, 5)).measures();

        assertThat(Kinematics.DEFAULT.of(Subject.of(reaches, 5)).measures()).isEqualTo(once);
        assertThat(Kinematics.DEFAULT.of(Subject.of(reaches, 5)).conventions())
                .anySatisfy(told -> assertThat(told).contains("order 2 at 8 Hz", "below 35 %"));
    }

    @Test
    void plots_are_in_the_units_that_people_read() {
        var finding = SHARP.of(subject(IntStream.range(0, 3).mapToObj(MadeReach::to)));

        Plot speed = finding.plots().get(0);
        assertThat(speed.x().unit()).isEqualTo("ms");
        double[] hand = speed.curves().get(0).y();
        assertThat(java.util.Arrays.stream(hand).max().orElseThrow()).isCloseTo(37.5, within(0.1)); // cm/s
        assertThat(speed.curves().get(1).kind()).isEqualTo(Plot.Kind.FIT);
        assertThat(finding.plots().get(1).id()).isEqualTo("kinematics-ends");
    }

    @Test
    void what_is_missing_is_told_in_a_sentence() {
        Recording still = MadeReach.recording(List.of(MadeReach.to(0).missing(0, 0), MadeReach.to(1)));
        Recording reaches = MadeReach.recording(List.of(MadeReach.to(0), MadeReach.to(1)));
        TrialBatch trials = reaches.trials();
        Signal hand = reaches.signal("hand.position");
        var inches = new Signal("hand.position", "in", 2, hand.steps(), hand.channels(), hand.values());
        var rates = Signal.zeros("unit.rate", "1/s", 2, hand.steps(), List.of("a"));

        assertTold(still, "trials in which the hand moves is 1 of 2, expected 2 or more");
        assertTold(new Recording(trials, List.of(inches)), "unit of hand.position is in, expected m");
        assertTold(
                new Recording(trials, List.of(rates)),
                "hand.position is missing among [unit.rate], expected where the hand is: x and y in m");
        hand.set(1, 20, 0, Double.NaN);
        assertTold(reaches, "hand.position is no number at step 20 of trial 2, expected a number at every step");
        assertThatThrownBy(() -> new Kinematics(-1, 2, 0.1, 0.35, 0.01, 100, 0.95))
                .isInstanceOf(BadSetting.class);
    }

    private static void assertTold(Recording recording, String sentence) {
        assertThatThrownBy(() -> SHARP.of(Subject.of(recording, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage(sentence);
    }

    private static Subject subject(java.util.stream.Stream<MadeReach> reaches) {
        return Subject.of(MadeReach.recording(reaches.toList()), 1);
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
