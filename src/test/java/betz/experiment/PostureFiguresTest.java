// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostureFiguresTest {
    private static final int LOADS = 4;
    private static final int STEPS = 70;
    private static final int TOP = 10; // steps after the load at which the hand is farthest
    private static final Point START = new Point(-0.1, 0.4);
    private static final double ROUNDING = 1e-9; // of mm

    /** Two trials of each load, which comes at step 30 or 35; the hand goes 20 mm to the right and back, a muscle follows a cosine. */
    private static Recording recording(int loads) {
        List<Trial> trials = new ArrayList<>();
        Signal hand = Signal.zeros("hand.position", "m", 2 * loads, STEPS, List.of("x", "y"));
        Signal muscle = Signal.zeros("muscle.activation", "1", 2 * loads, STEPS, List.of("biceps"));
        for (int i = 0; i < 2 * loads; i++) {
            double direction = 2 * Math.PI * (i % loads) / LOADS;
            int comes = i < loads ? 30 : 35;
            var condition = new Condition(i % loads, 90 * (i % loads) + "°", direction);
            trials.add(Trial.staying(condition, START, Perturbation.None.DEFAULT, comes, STEPS - 35 + comes));
            for (int step = 0; step < STEPS; step++) {
                int since = Math.max(0, step - comes);
                hand.set(i, step, 0, START.x() + 0.002 * Math.max(0, since < TOP ? since : 2 * TOP - since));
                hand.set(i, step, 1, START.y());
                muscle.set(i, step, 0, 0.2 + 0.1 * Math.cos(direction - Math.PI / 2));
            }
        }
        return new Recording(new TrialBatch(0.01, STEPS, trials), List.of(hand, muscle));
    }

    private static Figure figure(String id) {
        return new PostureFigures(recording(LOADS))
                .all().stream()
                        .filter(one -> one.caption().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void paths_lead_away_to_the_farthest_place_and_back_from_there() {
        List<Series> series = figure("hand-paths").series();

        assertThat(series).hasSize(2 * LOADS + 1);
        Series away = series.get(0);
        Series back = series.get(1);
        assertThat(away.size()).isEqualTo(TOP + 1);
        assertThat(away.x(TOP)).isCloseTo(2, within(ROUNDING)); // cm
        assertThat(back.x(0)).isEqualTo(away.x(TOP));
        assertThat(back.x(back.size() - 1)).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void displacement_is_aligned_to_the_load_and_has_a_panel_for_each() {
        Panels panels = (Panels) figure("displacement");

        assertThat(panels.parts())
                .extracting(part -> part.caption().title())
                .containsExactly("0°", "90°", "180°", "270°");
        Lines first = (Lines) panels.parts().get(0);
        assertThat(first.x().text()).isEqualTo("Time from load (ms)");
        assertThat(first.marks()).extracting(mark -> mark.name() + mark.at()).containsExactly("Load0.0");
        Series network = first.series().get(0);
        for (int i = 0; i < network.size(); i++) {
            boolean top = network.x(i) == 10.0 * TOP;
            assertThat(network.y(i)).isLessThanOrEqualTo(20 + ROUNDING);
            assertThat(Math.abs(network.y(i) - 20) < ROUNDING).isEqualTo(top);
            assertThat(network.high(i)).isCloseTo(network.low(i), within(ROUNDING)); // both trials, once aligned
        }
    }

    @Test
    void a_muscle_is_shown_under_the_loads_that_excite_it_most_and_least_and_by_all_directions() {
        Lines extremes = (Lines) figure("muscle-activations").parts().get(0);
        Lines tuning = (Lines) figure("muscle-tuning").parts().get(0);

        assertThat(extremes.caption().title()).isEqualTo("Biceps, 90°");
        assertThat(extremes.series().get(0).y(0)).isCloseTo(0.3, within(ROUNDING));
        assertThat(extremes.series().get(1).y(0)).isCloseTo(0.1, within(ROUNDING));
        assertThat(tuning.series().get(0).y(1)).isCloseTo(0.3, within(ROUNDING));
        Series fit = tuning.series().get(1);
        assertThat(fit.role()).isEqualTo(Role.FIT);
        for (int i = 0; i < fit.size(); i++) {
            double expected = 0.2 + 0.1 * Math.sin(Math.toRadians(fit.x(i)));
            assertThat(fit.y(i)).isCloseTo(expected, within(ROUNDING));
        }
    }

    @Test
    void two_loads_have_no_tuning() {
        assertThat(new PostureFigures(recording(2)).all())
                .extracting(figure -> figure.caption().id())
                .containsExactly("hand-paths", "displacement", "muscle-activations");
    }
}
