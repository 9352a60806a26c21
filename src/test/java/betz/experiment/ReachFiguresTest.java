// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Cursor;
import betz.data.Curve;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Push;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TargetJump;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Turn;
import betz.report.Axis;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachFiguresTest {
    private static final Recording CORTEX = SyntheticReaches.whole(1);
    private static final Recording NETWORK = activated(SyntheticReaches.whole(0.9));

    /** The second trial of each condition activates the deltoid by 0.3, the first by 0.1; joints stand at one radian. */
    private static Recording activated(Recording recording) {
        var muscles = recording.signal("muscle.activation");
        var raised = Signal.zeros("muscle.activation", "1", muscles.trials(), muscles.steps(), muscles.channels());
        var joints =
                Signal.zeros("joint.angle", "rad", muscles.trials(), muscles.steps(), List.of("shoulder", "elbow"));
        for (int trial = 0; trial < muscles.trials(); trial++) {
            for (int step = 0; step < muscles.steps(); step++) {
                raised.set(trial, step, 1, trial < 8 ? 0.1 : 0.3);
                joints.set(trial, step, 0, 1);
            }
        }
        return new Recording(
                recording.trials(),
                List.of(recording.signal("hand.position"), recording.signal("hand.velocity"), raised, joints));
    }

    private static Figure figure(String id) {
        return figure("Cortex", id, CORTEX, NETWORK);
    }

    private static Figure figure(String reference, String id, Recording target, Recording predicted) {
        return new ReachFigures(reference, target, predicted)
                .all().stream()
                        .filter(one -> one.caption().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static Series of(Figure figure, Role role) {
        return figure.series().stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void speed_peaks_at_fifteen_eighths_of_the_mean_speed_of_a_minimum_jerk_reach() {
        var speed = figure("speed");

        // 10 cm in 0.6 s; a step of 10 ms is on the peak
        assertThat(of(speed, Role.TARGET).peak()).isCloseTo(15.0 / 8 * 10 / 0.6, within(1e-9));
        assertThat(of(speed, Role.PREDICTED).peak()).isCloseTo(0.9 * 15.0 / 8 * 10 / 0.6, within(1e-9));
    }

    @Test
    void speed_has_bands_and_a_cue_at_zero_and_is_measured_in_centimetres_per_second() {
        var speed = (Lines) figure("speed");

        assertThat(speed.series()).allMatch(Series::hasInterval);
        assertThat(speed.marks()).extracting(mark -> mark.name() + mark.at()).containsExactly("Go cue0.0");
        assertThat(speed.y()).isEqualTo(Axis.fromZero("Speed", "cm/s"));
        assertThat(speed.x().text()).isEqualTo("Time from go cue (ms)");
    }

    @Test
    void a_band_holds_every_trial_and_its_mean() {
        var deltoid = of(figure("muscle-activations").parts().get(1), Role.PREDICTED);

        for (int i = 0; i < deltoid.size(); i++) {
            assertThat(deltoid.low(i)).isCloseTo(0.1, within(1e-12));
            assertThat(deltoid.y(i)).isCloseTo(0.2, within(1e-12)); // of 0.1 and 0.3
            assertThat(deltoid.high(i)).isCloseTo(0.3, within(1e-12));
        }
    }

    @Test
    void each_muscle_has_a_panel_by_its_name_and_all_share_an_axis_from_zero() {
        var muscles = (Panels) figure("muscle-activations");

        assertThat(muscles.parts())
                .extracting(part -> part.caption().title())
                .containsExactly(
                        "Pectoralis",
                        "Deltoid",
                        "Brachioradialis",
                        "Triceps, lateral head",
                        "Biceps",
                        "Triceps, long head");
        assertThat(muscles.shared()).isTrue();
        assertThat(muscles.parts()).allMatch(part -> ((Lines) part).y().scale() == Axis.Scale.FROM_ZERO);
    }

    @Test
    void joint_angles_are_shown_in_degrees_with_bands() {
        var shoulder = figure("joint-angles").parts().get(0);
        var network = of(shoulder, Role.PREDICTED);

        assertThat(shoulder.caption().title()).isEqualTo("Shoulder");
        assertThat(((Lines) shoulder).y().unit()).isEqualTo("deg");
        assertThat(network.y(0)).isCloseTo(Math.toDegrees(1), within(1e-9));
        assertThat(network.hasInterval()).isTrue();
    }

    @Test
    void panels_without_a_common_scale_say_so() {
        assertThat(figure("joint-angles").caption().text()).endsWith("The panels differ in scale.");
        assertThat(figure("muscle-activations").caption().text()).doesNotContain("differ in scale");
    }

    @Test
    void captions_tell_target_and_number_of_trials() {
        // the second condition of eight, 45 degrees apart from -180; two trials of each
        assertThat(figure("joint-angles").caption().text())
                .startsWith("Reaches to -135°. Lines are means over 2 held-out trials, bands the range over trials.");
        assertThat(figure("speed").caption().text()).contains("16 held-out trials");
    }

    @Test
    void a_model_shows_one_path_per_target_and_a_recording_every_one() {
        var model = figure("hand-paths");
        var recorded = figure("Recorded", "hand-paths", CORTEX, NETWORK);

        assertThat(model.series().stream().filter(one -> one.role() == Role.TARGET))
                .hasSize(8);
        assertThat(recorded.series().stream().filter(one -> one.role() == Role.TARGET))
                .hasSize(16);
        assertThat(model.caption().text()).contains("Cortex: one trial per target.");
        assertThat(recorded.caption().text()).contains("Recorded: every trial.");
    }

    @Test
    void goals_lie_on_a_circle_of_the_distance_around_the_start() {
        assertThat(figure("hand-paths").series().stream().filter(one -> one.role() == Role.GOAL))
                .allSatisfy(goal -> assertThat(StrictMath.hypot(goal.x(0), goal.y(0)))
                        .isCloseTo(100 * SyntheticReaches.DISTANCE, within(1e-9)));
    }

    @Test
    void a_path_ends_with_its_trial() {
        var network = of(figure("hand-paths"), Role.PREDICTED);

        assertThat(network.size()).isEqualTo(SyntheticReaches.STEPS - 1);
    }

    @Test
    void every_series_of_a_figure_over_time_has_the_same_times() {
        for (var id : List.of("speed", "joint-angles", "muscle-activations")) {
            for (var part : figure(id).parts()) {
                var times = part.series().stream()
                        .map(one ->
                                IntStream.range(0, one.size()).mapToObj(one::x).toList())
                        .distinct();
                assertThat(times).hasSize(1);
            }
        }
    }

    private static Recording under(Perturbation perturbation) {
        return new Recording(NETWORK.trials().with(perturbation), List.copyOf(NETWORK.signals()));
    }

    private static String perturbed(Recording target, Perturbation perturbation) {
        return new ReachFigures("Cortex", target, NETWORK)
                .perturbed("id", "Title", under(perturbation))
                .caption()
                .text();
    }

    @Test
    void a_caption_tells_what_circles_and_paths_are_under_a_perturbation() {
        String reached =
                "One held-out trial per target, relative to its start, with and without the perturbation. Cortex is"
                        + " perturbed too where it can be. Circles mark the centres of the targets, not their size.";

        assertThat(perturbed(CORTEX, Push.Pulse.DEFAULT)).isEqualTo(reached);
        assertThat(perturbed(CORTEX, TargetJump.DEFAULT)).isEqualTo(reached + " Where the target jumps there are two.");
        assertThat(perturbed(CORTEX, Cursor.DEFAULT))
                .isEqualTo(reached + " Paths are those of the hand, not of the cursor.");
    }

    @Test
    void no_caption_says_that_a_target_stands_still_which_moves() {
        var circle = new Curve(new Point(0, 0.4), new Point(0.1, 0), new Point(0, 0.1), 1, 0, new Turn(6, 1, 0.1));
        var moving = new TrialBatch(
                SyntheticReaches.DT,
                SyntheticReaches.STEPS,
                CORTEX.trials().trials().stream()
                        .map(trial -> Trial.following(trial.condition(), circle, trial.goCue(), trial.end()))
                        .toList());
        var target = new Recording(moving, List.copyOf(CORTEX.signals()));

        assertThat(perturbed(target, Push.Pulse.DEFAULT))
                .startsWith("One held-out trial per condition,")
                .endsWith(" Circles mark where the target comes to rest.");
        assertThat(figure("Cortex", "hand-paths", target, NETWORK).caption().text())
                .contains("one trial per condition.")
                .endsWith(" Circles mark where the target comes to rest.");
    }
}
