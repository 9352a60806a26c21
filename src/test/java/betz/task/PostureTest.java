// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import betz.data.LoadRows;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Push;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Workspace;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostureTest {
    private static final Point HOME = new Point(-0.1, 0.4);
    private static final Workspace BODY = new Plane(HOME);
    private static final double DT = 0.01;
    private static final Posture TASK = new Posture(8, 2, new Range(0.3, 0.5), new Range(0.6, 0.9));

    private static TrialBatch balanced(int trials) {
        return TASK.balanced(trials, DT, BODY, RandomStream.of(1, "trials"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0°, 1, 0",
        "1, 45°, 0.5, 0.5",
        "2, 90°, 0, 1",
        "3, 135°, -0.5, 0.5",
        "4, 180°, -1, 0",
        "6, 270°, 0, -1"
    })
    void a_condition_is_a_direction_in_the_plane_of_both_torques(
            int load, String label, double shoulder, double elbow) {
        Trial trial = balanced(8).get(load);

        assertThat(trial.condition().label()).isEqualTo(label);
        double[] rows = ((Push) trial.perturbation()).load(trial);
        // signed squares of 2 N·m in parts; rounding of cosines
        assertThat(rows[LoadRows.TORQUE])
                .isCloseTo(2 * Math.signum(shoulder) * Math.sqrt(Math.abs(shoulder)), within(1e-15));
        assertThat(rows[LoadRows.TORQUE + 1])
                .isCloseTo(2 * Math.signum(elbow) * Math.sqrt(Math.abs(elbow)), within(1e-15));
        assertThat(rows[LoadRows.FORCE]).isZero();
        assertThat(rows[LoadRows.FORCE + 1]).isZero();
    }

    @Test
    void the_load_comes_after_the_hold_and_lasts_to_the_end() {
        List<Trial> trials =
                TASK.sample(2000, DT, BODY, RandomStream.of(2, "trials")).trials();

        // 2000 draws leave out one of so few values with a chance below 1e-9
        assertThat(trials.stream().mapToInt(Trial::goCue).distinct().sorted())
                .hasSize(21)
                .startsWith(30)
                .endsWith(50);
        assertThat(trials.stream()
                        .mapToInt(trial -> trial.end() - trial.goCue())
                        .distinct()
                        .sorted())
                .hasSize(31)
                .startsWith(60)
                .endsWith(90);
        assertThat(trials).allSatisfy(trial -> {
            assertThat(trial.perturbation().from(trial, DT)).isEqualTo(trial.goCue());
            assertThat(trial.perturbation().until(trial, DT)).isGreaterThanOrEqualTo(trial.end());
            assertThat(trial.end()).isLessThan(TASK.steps(DT));
        });
    }

    @Test
    void the_hand_is_to_stay_where_it_is_with_the_target_there_in_view() {
        assertThat(balanced(8).stays()).isTrue();
        assertThat(balanced(8).cue()).isEqualTo("load");
        assertThat(balanced(16).trials()).allSatisfy(trial -> {
            assertThat(trial.start()).isEqualTo(HOME);
            for (int step = 0; step < trial.end(); step++) {
                assertThat(trial.goal(step, DT)).isEqualTo(HOME);
                assertThat(trial.shows(step)).isTrue();
            }
        });
    }

    @Test
    void no_input_of_a_network_tells_when_the_load_comes_or_which() {
        TrialBatch batch = balanced(8);
        double[][] input = new double[TrialBatch.INPUTS][batch.size()];

        for (int step = 0; step < batch.steps(); step++) {
            batch.input(step, input);
            assertThat(input[0]).containsOnly(0);
            assertThat(input[1]).containsOnly(0);
            assertThat(input[2]).containsOnly(0);
            assertThat(input[3]).containsOnly(1);
        }
    }

    @Test
    void every_load_comes_as_often_and_in_all_its_trials_alike() {
        TrialBatch batch = balanced(64);

        assertThat(batch.conditions()).hasSize(8);
        for (var condition : batch.conditions()) {
            assertThat(batch.trials())
                    .filteredOn(trial -> trial.condition().equals(condition))
                    .hasSize(8)
                    .extracting(Trial::perturbation)
                    .containsOnly(batch.get(condition.index()).perturbation());
        }
    }

    @Test
    void the_seed_alone_tells_the_trials() {
        assertThat(balanced(64)).isEqualTo(balanced(64));
        assertThat(TASK.balanced(64, DT, BODY, RandomStream.of(2, "trials"))).isNotEqualTo(balanced(64));
    }

    @Test
    void settings_out_of_their_range_are_refused_by_name() {
        Range half = Range.of(0.5);
        assertThatThrownBy(() -> new Posture(0, 1, half, half)).hasMessage("loads is 0, expected 1 to 360");
        assertThatThrownBy(() -> new Posture(8, 0, half, half))
                .hasMessage("torque is 0.0 N*m, expected a number above 0 N*m");
        assertThatThrownBy(() -> new Posture(8, 101, half, half))
                .hasMessage("torque is 101.0 N*m, expected 0.0 to 100.0 N*m");
        assertThatThrownBy(() -> new Posture(8, 1, new Range(-0.1, 1), half))
                .hasMessage("hold is -0.1 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new Posture(8, 1, half, Range.of(0)))
                .hasMessage("load is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new Posture(8, 1, half, Range.of(61)))
                .hasMessage("load is 61.0 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> TASK.trial(8, DT, BODY, RandomStream.of(1, "")))
                .hasMessage("load is 8, expected 0 to 7");
    }
}
