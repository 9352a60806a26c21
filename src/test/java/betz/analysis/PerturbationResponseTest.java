// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Since;
import betz.data.TargetJump;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PerturbationResponseTest {
    private static final Bootstrap FEW = new Bootstrap(50, 0.95);
    private static final double DT = 0.01;
    private static final int STEPS = 101;
    private static final int GO = 20;
    private static final double ROUNDING = 1e-15; // of places below 1 m

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 135, -90})
    void a_bump_to_the_left_is_a_deviation_of_its_height_at_its_time(double degrees) {
        Recording straight = recording(degrees, 0, 0, 0.1);
        Recording bumped = recording(degrees, 0.02, 0.005, 0.1);

        var response =
                PerturbationResponse.of(straight, bumped, FEW, 1).trials().get(0);

        assertThat(response.deviation()).isCloseTo(0.02, within(ROUNDING));
        assertThat(response.deviationTime()).isEqualTo(0.3);
        assertThat(response.displacement()).isCloseTo(Math.hypot(0.02, 0.005), within(ROUNDING));
        assertThat(response.endError()).isCloseTo(0, within(ROUNDING));
        assertThat(response.overshoot()).isCloseTo(0, within(ROUNDING)); // it ends on the target
    }

    @Test
    void a_bump_to_the_right_is_negative_and_what_happens_before_the_go_cue_is_no_deviation() {
        var bumped = recording(0, -0.02, 0, 0.1);
        bumped.signal("hand.position").set(0, GO - 5, 1, 0.8); // 0.5 m to the left

        var response = PerturbationResponse.of(recording(0, 0, 0, 0.1), bumped, FEW, 1);

        assertThat(response.trials().get(0).deviation()).isCloseTo(-0.02, within(ROUNDING));
        assertThat(response.trials().get(0).displacement()).isCloseTo(0.5, within(ROUNDING));
        assertThat(response.finding().value("deviation").value()).isCloseTo(-0.02, within(ROUNDING));
        assertThat(response.finding().value("displacement").value()).isCloseTo(0.5, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 135, -90})
    void what_goes_beyond_the_target_along_the_way_overshoots_by_it(double degrees) {
        Recording beyond = recording(degrees, 0.02, 0.08, 0.1); // 8 cm beyond halfway

        var response = PerturbationResponse.of(recording(degrees, 0, 0, 0.1), beyond, FEW, 1);

        assertThat(response.finding().value("overshoot").value()).isCloseTo(0.03, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 180})
    void where_the_target_jumps_along_the_way_a_hand_that_stays_on_the_first_one_is_short_or_beyond(double degrees) {
        Recording usual = recording(30, 0, 0, 0.1);
        var jump = new TargetJump(0.03, Math.toRadians(degrees), Since.GO, 0.1);
        var jumped = new Recording(usual.trials().with(trial -> jump), List.copyOf(usual.signals()));

        double overshoot =
                PerturbationResponse.of(usual, jumped, FEW, 1).trials().get(0).overshoot();

        assertThat(overshoot).isCloseTo(degrees == 0 ? -0.03 : 0.03, within(ROUNDING));
    }

    @Test
    void a_trial_that_asks_for_no_way_has_no_sideways() {
        var held = recording(0, 0.02, 0, 0);

        var response = PerturbationResponse.of(recording(0, 0, 0, 0), held, FEW, 1);

        assertThat(response.finding().value("deviation").value()).isNaN();
        assertThat(response.finding().value("overshoot").value()).isNaN();
        assertThat(response.trials().get(0).deviationTime()).isNaN();
        assertThat(response.finding().value("displacement").value()).isCloseTo(0.02, within(ROUNDING));
    }

    @Test
    void other_trials_cannot_be_compared() {
        assertThatThrownBy(() -> PerturbationResponse.of(recording(0, 0, 0, 0.1), twice(), FEW, 1))
                .hasMessageContaining("perturbed trials");
    }

    /** A jump halfway to the target, but for one step that is moved across and along the way. */
    private static Recording recording(double degrees, double across, double along, double distance) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        var start = new Point(0.1, 0.3);
        var trials = new TrialBatch(DT, STEPS, List.of(trial(start, start.plus(distance * c, distance * s))));
        Signal hand = Signal.zeros("hand.position", "m", 1, STEPS, List.of("x", "y"));
        for (int step = 0; step < STEPS; step++) {
            double a = step == GO + 30 ? across : 0;
            double way = (step < GO ? 0 : step < 90 ? 0.5 : 1) * distance + (step == GO + 30 ? along : 0);
            hand.set(0, step, 0, start.x() + way * c - a * s);
            hand.set(0, step, 1, start.y() + way * s + a * c);
        }
        return new Recording(trials, List.of(hand));
    }

    private static Trial trial(Point start, Point target) {
        return new Trial(new Condition(0, "ahead", 0), start, target, 0, GO, STEPS);
    }

    private static Recording twice() {
        var trial = trial(new Point(0, 0), new Point(0.1, 0));
        var trials = new TrialBatch(DT, STEPS, Collections.nCopies(2, trial));
        return new Recording(trials, List.of(Signal.zeros("hand.position", "m", 2, STEPS, List.of("x", "y"))));
    }
}
