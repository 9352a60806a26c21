// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.HandleForce;
import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Condition;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Workspace;
import betz.task.CentreOut;
import betz.task.Ellipse;
import betz.task.Isometric;
import betz.task.Posture;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MinimumJerkTest {
    private static final double DT = 0.001;
    private static final Point START = new Point(-0.05, 0.35);
    private static final Workspace BODY = new Plane(START);
    private static final int GO = 200;
    private static final MinimumJerk REACH = new MinimumJerk(0.2, 0.5);

    @Test
    void a_hand_that_is_to_stay_stays_whatever_loads_it() {
        TrialBatch held = Posture.DEFAULT.balanced(8, 0.01, BODY, RandomStream.of(1, "trials"));

        Recording stays = REACH.recording(held);

        assertThat(stays.trials()).isEqualTo(held);
        for (int trial = 0; trial < held.size(); trial++) {
            assertThat(stays.signal("hand.position").trace(trial, 0)).containsOnly(START.x());
            assertThat(stays.signal("hand.position").trace(trial, 1)).containsOnly(START.y());
            assertThat(stays.signal("hand.velocity").trace(trial, 0)).containsOnly(0);
            assertThat(stays.signal("hand.velocity").trace(trial, 1)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 6})
    void velocity_is_the_derivative_of_position(int trial) {
        Signal position = recording().signal("hand.position");
        Signal velocity = recording().signal("hand.velocity");

        for (int step = 1; step < position.steps() - 1; step++) {
            for (int axis = 0; axis < 2; axis++) {
                double slope = (position.get(trial, step + 1, axis) - position.get(trial, step - 1, axis)) / (2 * DT);
                // dt²/6 times the greatest third derivative, 60·D/T³ = 48 m/s³
                assertThat(slope).isCloseTo(velocity.get(trial, step, axis), within(1e-5));
            }
        }
    }

    @Test
    void the_greatest_speed_is_fifteen_eighths_of_the_mean_and_comes_halfway() {
        Signal velocity = recording().signal("hand.velocity");

        int halfway = GO + 200 + 250;

        assertThat(velocity.get(0, halfway, 0)).isCloseTo(1.875 * 0.10 / 0.5, within(1e-12));
        for (int step = 0; step < velocity.steps(); step++) {
            assertThat(velocity.get(0, step, 0)).isBetween(0.0, velocity.get(0, halfway, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.103515625", "0.5, 0.5", "1, 1"})
    void the_force_of_a_handles_spring_rises_smoothly_to_that_of_the_target(double share, double part) {
        var task = new Isometric(8, 8, 0.10, 2500, 0, Range.of(0.2), Range.of(1), 0); // no damper
        Recording pushed = REACH.recording(task.balanced(8, DT, BODY, RandomStream.of(1, "forces")));

        Signal force = HandleForce.of(pushed);

        int step = GO + 200 + (int) Math.round(share * 500);
        assertThat(force.get(0, step, 0)).isCloseTo(8 * part, within(1e-12)); // rounding, 10 s³ - 15 s⁴ + 6 s⁵ of 8 N
        assertThat(force.get(2, step, 1)).isCloseTo(8 * part, within(1e-12));
        assertThat(force.get(0, GO, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.103515625", "0.5, 0.5", "0.75, 0.896484375"})
    void the_way_is_that_of_flash_and_hogan(double share, double way) {
        Signal position = recording().signal("hand.position");

        double gone = position.get(0, GO + 200 + (int) Math.round(500 * share), 0) - START.x();

        assertThat(gone).isCloseTo(0.10 * way, within(1e-13));
    }

    @Test
    void the_hand_rests_at_the_start_until_the_reaction_and_at_the_target_after_the_movement() {
        Recording recording = recording();
        Signal position = recording.signal("hand.position");
        Signal velocity = recording.signal("hand.velocity");

        for (int trial = 0; trial < 8; trial++) {
            Point target = recording.trials().get(trial).target();
            assertThat(position.get(trial, GO + 200, 0)).isEqualTo(START.x());
            assertThat(position.get(trial, GO + 200, 1)).isEqualTo(START.y());
            assertThat(velocity.get(trial, 0, 0)).isZero();
            assertThat(position.get(trial, GO + 701, 0)).isCloseTo(target.x(), within(1e-16));
            assertThat(position.get(trial, GO + 701, 1)).isCloseTo(target.y(), within(1e-16));
            assertThat(Math.abs(velocity.get(trial, GO + 701, 1))).isZero();
        }
    }

    @Test
    void the_path_is_straight() {
        Signal velocity = recording().signal("hand.velocity");

        for (int step = 0; step < velocity.steps(); step++) {
            assertThat(velocity.get(1, step, 0)).isCloseTo(velocity.get(1, step, 1), within(1e-15)); // 45°
        }
    }

    @Test
    void a_movement_without_duration_or_before_its_cue_is_refused() {
        assertThatThrownBy(() -> new MinimumJerk(-0.1, 0.5)).hasMessage("reaction is -0.1 s, expected 0 s or more");
        assertThatThrownBy(() -> new MinimumJerk(0.2, 0)).hasMessage("duration is 0.0 s, expected a number above 0 s");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_moving_target_is_followed_exactly_later_by_the_reaction(int kind) {
        TrialBatch batch = Ellipse.DEFAULT.balanced(2, DT, BODY, RandomStream.of(1, "trials"));
        Trial trial = batch.get(kind);

        Recording recording = REACH.recording(batch);

        Signal position = recording.signal("hand.position");
        Signal velocity = recording.signal("hand.velocity");
        for (int step = 0; step < batch.steps() - 200; step++) {
            Point seen = trial.target(step, DT);
            // (step + 200 - go) dt less 200 ms and (step - go) dt differ by rounding
            assertThat(position.get(kind, step + 200, 0)).isCloseTo(seen.x(), within(1e-14));
            assertThat(position.get(kind, step + 200, 1)).isCloseTo(seen.y(), within(1e-14));
        }
        for (int step = 1; step < position.steps() - 1; step++) {
            double slope = (position.get(kind, step + 1, 0) - position.get(kind, step - 1, 0)) / (2 * DT);
            // dt²/6 times a third derivative below 8 cm (3 rate)³ in the ramps, 170 m/s³
            assertThat(slope).isCloseTo(velocity.get(kind, step, 0), within(3e-5));
        }
    }

    @Test
    void the_hand_stays_where_the_go_cue_does_not_come() {
        var stays = new Trial(new Condition(0, "right", 0), START, START.plus(0.1, 0), 10, 500, 500);

        Recording recording = REACH.recording(new TrialBatch(DT, 1500, List.of(stays)));

        for (int step = 0; step < 1500; step++) {
            assertThat(recording.signal("hand.position").get(0, step, 0)).isEqualTo(START.x());
            assertThat(recording.signal("hand.velocity").get(0, step, 0)).isZero();
        }
    }

    private static Recording recording() {
        return REACH.recording(CentreOut.DEFAULT.balanced(8, DT, BODY, RandomStream.of(1, "trials")));
    }
}
