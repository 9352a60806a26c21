// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViteTest {
    @Test
    void the_plan_equals_the_reference_implementation() throws IOException {
        Plan plan = Vite.DEFAULT.plan(CentreOut.of(8, 0.10));

        for (double[] row : golden()) {
            int step = (int) row[0];
            int trial = (int) row[1];
            double[] found = {
                plan.position(step)[0][trial], plan.position(step)[1][trial],
                plan.velocity(step)[0][trial], plan.velocity(step)[1][trial]
            };
            // the reference divides by |T - P| + 1e-9 m for e: 2e-8 of M, most of it beside the target
            assertThat(found).containsExactly(new double[] {row[2], row[3], row[4], row[5]}, within(2e-8));
        }
    }

    @Test
    void the_go_signal_is_zero_before_the_cue_and_half_grown_at_half_time() {
        assertThat(Vite.DEFAULT.go(-0.1)).isZero();
        assertThat(Vite.DEFAULT.go(0)).isZero();
        assertThat(Vite.DEFAULT.go(0.4)).isCloseTo(6.25, within(1e-12));
    }

    @Test
    void the_plan_stops_on_the_target_without_overshoot() {
        TrialBatch trials = CentreOut.of(8, 0.10);
        Plan plan = Vite.DEFAULT.plan(trials);

        for (int trial = 0; trial < trials.size(); trial++) {
            double furthest = 0;
            for (int step = 0; step < trials.steps(); step++) {
                double x = plan.position(step)[0][trial];
                double y = plan.position(step)[1][trial];
                furthest = Math.max(furthest, StrictMath.hypot(x, y));
            }
            assertThat(furthest).isBetween(0.0999, 0.1000001); // 0.1 mm short after 1.5 s at most
        }
    }

    @Test
    void the_difference_vector_is_ready_before_the_go_cue_while_nothing_moves() {
        Plan plan = Vite.DEFAULT.plan(CentreOut.of(8, 0.10));

        // 500 ms are 25 time constants
        assertThat(plan.difference(69)[0][0]).isCloseTo(0.10, within(1e-12));
        assertThat(plan.velocity(69)[0][0]).isZero();
        assertThat(plan.position(69)[0][0]).isZero();
    }

    @Test
    void a_target_that_has_gone_is_remembered() {
        Trial seen = CentreOut.of(8, 0.10).get(3);
        var gone = new Trial(
                seen.condition(),
                seen.start(),
                seen.target(),
                seen.targetOn(),
                seen.targetOn() + 1,
                seen.goCue(),
                seen.end());

        Plan plan = Vite.DEFAULT.plan(new TrialBatch(0.01, 221, List.of(seen, gone)));

        for (int step = 0; step < 221; step++) {
            assertThat(plan.position(step)[0][1]).isEqualTo(plan.position(step)[0][0]);
            assertThat(plan.position(step)[1][1]).isEqualTo(plan.position(step)[1][0]);
        }
        assertThat(plan.position(220)[1][1]).isGreaterThan(0.05);
    }

    @Test
    void a_deviation_reaches_velocity_and_acceleration_as_forward_differences() {
        Plan clean = Vite.DEFAULT.plan(CentreOut.of(4, 0.10));
        Plan bent = clean.deviated((trial, axis, step) -> 1e-4 * step * step);

        // second difference of c k² is 2 c
        assertThat(bent.position(10)[0][1] - clean.position(10)[0][1]).isCloseTo(1e-2, within(1e-15));
        assertThat(bent.velocity(10)[0][1] - clean.velocity(10)[0][1]).isCloseTo(21e-4 / 0.01, within(1e-12));
        assertThat(bent.acceleration(10)[0][1] - clean.acceleration(10)[0][1]).isCloseTo(2, within(1e-10));
    }

    @Test
    void a_step_longer_than_the_time_constant_is_refused() {
        var trial = new Trial(new Condition(0, "0", 0), new Point(0, 0), new Point(0.1, 0), 1, 2, 10);

        assertThatThrownBy(() -> Vite.DEFAULT.plan(new TrialBatch(0.05, 10, List.of(trial))))
                .hasMessage("dt is 0.05 s, expected 0.0 to 0.02 s");
    }

    private static List<double[]> golden() throws IOException {
        var rows = new ArrayList<double[]>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/inverse/golden_vite_inverse.csv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(",", -1);
                double[] row = new double[6];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Double.parseDouble(cells[i]);
                }
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(8 * 220);
        return rows;
    }
}
