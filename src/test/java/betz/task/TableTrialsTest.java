// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTrialsTest {
    private static final double DT = 0.01;
    private static final Point HOME = new Point(-0.1, 0.4);
    private static final Workspace ANYWHERE = new Plane(HOME);
    private static final Point ORIGIN = new Point(0, 0);
    private static final double EVER = Double.POSITIVE_INFINITY;

    private static final TableTrials TABLE = TableTrials.of(
            "t.csv",
            List.of(
                    new TableRow(2, "right", ORIGIN, new Point(0.1, 0), 0.2, EVER, 0.6, 1.5),
                    new TableRow(3, "left", new Point(0.05, 0), new Point(-0.05, 0), 0.1, 0.3, 0.645, 2.0),
                    new TableRow(4, "forward", ORIGIN, new Point(0, 0.1), 0, EVER, 0, 1)));

    /** Reaches the half plane to the right of x = -3 cm from home, but for a strip. */
    private record Right() implements Workspace {
        @Override
        public Point home() {
            return HOME;
        }

        @Override
        public Point anywhere(RandomGenerator random) {
            return home();
        }

        @Override
        public boolean reaches(Point hand) {
            double x = hand.x() - HOME.x();
            return x >= -0.03 && !(x > 0.06 && x < 0.08);
        }

        @Override
        public String workspace() {
            return "to the right";
        }
    }

    private static RandomStream random(long seed) {
        return RandomStream.of(seed, "trials");
    }

    @Test
    void places_are_relative_to_home_and_times_are_rounded_halves_up() {
        Trial trial = TABLE.trial(1, DT, ANYWHERE, random(1));

        assertThat(trial.start().distance(new Point(-0.05, 0.4))).isLessThan(1e-15); // rounding only
        assertThat(trial.target().distance(new Point(-0.15, 0.4))).isLessThan(1e-15);
        assertThat(trial.targetOn()).isEqualTo(10);
        assertThat(trial.targetOff()).isEqualTo(30);
        assertThat(trial.goCue()).isEqualTo(65); // 64.5 steps
        assertThat(trial.end()).isEqualTo(200);
        assertThat(trial.condition().label()).isEqualTo("left");
        assertThat(trial.condition().direction()).isCloseTo(Math.PI, within(1e-15));
    }

    @Test
    void a_start_that_is_not_given_is_exactly_home() {
        assertThat(TABLE.trial(0, DT, ANYWHERE, random(1)).start()).isEqualTo(HOME);
    }

    @Test
    void a_target_without_an_end_stays_in_view_also_in_the_padding() {
        Trial trial = TABLE.trial(0, DT, ANYWHERE, random(1));

        assertThat(trial.shows(19)).isFalse();
        assertThat(trial.shows(20)).isTrue();
        assertThat(trial.shows(TABLE.steps(DT) - 1)).isTrue();
    }

    @Test
    void held_out_trials_go_through_the_rows_again_and_again_and_draw_nothing() {
        var untouched = random(7);

        var batch = TABLE.balanced(7, DT, ANYWHERE, untouched);

        assertThat(batch.trials())
                .extracting(trial -> trial.condition().label())
                .containsExactly("right", "left", "forward", "right", "left", "forward", "right");
        assertThat(batch.steps()).isEqualTo(201);
        assertThat(untouched.nextLong()).isEqualTo(random(7).nextLong());
        assertThat(batch.conditionsRepeat()).isTrue();
    }

    @Test
    void rows_are_drawn_evenly_for_training() {
        long[] met = new long[3];
        TABLE.sample(3000, DT, ANYWHERE, random(1))
                .trials()
                .forEach(trial -> met[trial.condition().index()]++);

        // even draws fall below this one time in ten thousand
        assertThat(new ChiSquareTest().chiSquareTest(new double[] {1000, 1000, 1000}, met))
                .isGreaterThan(1e-4);
    }

    @Test
    void the_table_tells_how_long_its_trials_are_and_how_far_off_they_start() {
        assertThat(TABLE.kinds()).isEqualTo(3);
        assertThat(TABLE.longest()).isEqualTo(2.0);
        assertThat(TABLE.startsWithin()).isEqualTo(0.05);
    }

    @Test
    void rows_that_a_body_cannot_reach_are_told_with_line_place_and_range() {
        String range = " expected places that the hand can reach: to the right; (0, 0) cm of the table is (-10, 40) cm";

        assertThat(TABLE.misfits(new Right()))
                .extracting(BadSetting::getMessage)
                .containsExactly(
                        "file is t.csv with the straight way from (0, 0) cm to (10, 0) cm in line 2," + range,
                        "file is t.csv with the target at (-5, 0) cm in line 3," + range);
        assertThat(TABLE.misfits(ANYWHERE)).isEmpty();
    }

    @Test
    void a_row_that_is_not_there_and_a_table_without_rows_are_refused() {
        assertThatThrownBy(() -> TABLE.trial(3, DT, ANYWHERE, random(1))).hasMessage("row is 3, expected 0 to 2");
        assertThatThrownBy(() -> TableTrials.of("t.csv", List.of())).hasMessage("rows is 0, expected 1 to 2147483647");
    }
}
