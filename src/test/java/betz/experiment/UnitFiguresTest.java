// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import betz.data.Signal;
import betz.report.Axis;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Role;
import betz.report.Series;
import betz.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mean courses, tuning curves and preferred directions. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitFiguresTest {
    private static final Recording CORTEX = SyntheticReaches.whole(1);
    private static final Judgement JUDGEMENT = SyntheticReaches.judgement(CORTEX, networkOf(3));

    /** A network of a few units without a unit of measurement, whose activity is negative half of the time. */
    private static Recording networkOf(int units) {
        var names = IntStream.range(0, units).mapToObj(u -> "unit " + u).toList();
        var trials = SyntheticReaches.asked();
        var rates = Signal.zeros("unit.rate", "1", trials.size(), SyntheticReaches.STEPS, names);
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int step = 0; step < SyntheticReaches.STEPS; step++) {
                for (int unit = 0; unit < units; unit++) {
                    double direction = trials.get(trial).condition().direction();
                    rates.set(trial, step, unit, 0.1 * (unit + 1) * StrictMath.cos(direction));
                }
            }
        }
        return SyntheticReaches.hands(1).with(rates);
    }

    private static Figure psth(String id) {
        return new UnitFigures(JUDGEMENT)
                .all().stream()
                        .filter(one -> one.caption().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Figure> tuning() {
        return new TuningFigures(JUDGEMENT, Tunings.of(Scenario.DEFAULT, JUDGEMENT)).all();
    }

    @Test
    void courses_go_to_two_opposite_targets_in_two_looks() {
        var courses = psth("psth-cortex").parts().get(0).series();

        // conditions run from -180 to 135 degrees: the first and the fifth are half a circle apart
        assertThat(courses).extracting(Series::name).containsExactly("To -180°", "To 0°");
        assertThat(courses).extracting(Series::role).containsExactly(Role.EXTRA, Role.PERTURBED);
    }

    @Test
    void the_most_modulated_units_come_first() {
        assertThat(psth("psth-cortex").parts())
                .extracting(part -> part.caption().title())
                .containsExactly("Unit 9", "Unit 8", "Unit 7", "Unit 6", "Unit 5", "Unit 4");
    }

    @Test
    void a_course_is_the_rate_of_its_unit_in_reaches_to_its_target() {
        var courses = psth("psth-cortex").parts().get(1).series();

        for (int i = 0; i < courses.get(0).size(); i++) {
            // the synthetic rates do not change in time
            assertThat(courses.get(0).y(i)).isCloseTo(SyntheticReaches.rate(8, -Math.PI), within(1e-9));
            assertThat(courses.get(1).y(i)).isCloseTo(SyntheticReaches.rate(8, 0), within(1e-9));
        }
    }

    @Test
    void rates_of_a_cortex_are_shown_from_zero_and_the_activity_of_a_network_on_both_sides_of_it() {
        var cortex = (Lines) psth("psth-cortex").parts().get(0);
        var network = (Lines) psth("psth-network").parts().get(0);

        assertThat(cortex.y()).isEqualTo(Axis.fromZero("Rate", "spikes/s"));
        assertThat(network.y()).isEqualTo(Axis.of("Activity", ""));
    }

    @Test
    void a_small_network_is_shown_whole() {
        assertThat(psth("psth-network").parts()).hasSize(3);
        assertThat(psth("psth-network").caption().text()).startsWith("Mean rates of the 3 most modulated of 3 units");
    }

    @Test
    void a_tuning_curve_has_a_dot_per_target_and_a_fit_around_the_whole_circle() {
        var curves = tuning().get(0).parts();

        for (var part : curves) {
            var dots = part.series().get(0);
            var fit = part.series().get(1);
            assertThat(dots.size()).isEqualTo(8);
            assertThat(dots.role()).isEqualTo(Role.DATA);
            assertThat(fit.role()).isEqualTo(Role.FIT);
            assertThat(fit.x(0)).isZero();
            assertThat(fit.x(fit.size() - 1)).isEqualTo(360);
            assertThat(fit.y(0)).isCloseTo(fit.y(fit.size() - 1), within(1e-9));
        }
    }

    @Test
    void a_tuning_curve_may_go_below_zero_as_its_fit_does() {
        assertThat(tuning().get(0).parts()).allMatch(part -> ((Lines) part).y().scale() == Axis.Scale.LINEAR);
    }

    @Test
    void units_that_all_prefer_the_right_fill_its_sector_alone() {
        var network = tuning().get(2).parts().get(1).series().get(0);

        assertThat(network.x(0)).isZero();
        assertThat(network.y(0)).isCloseTo(100, within(1e-9));
        for (int sector = 1; sector < network.size(); sector++) {
            assertThat(network.y(sector)).isZero();
        }
    }

    @Test
    void a_caption_tells_how_many_units_are_tuned() {
        assertThat(tuning().get(2).caption().text())
                .contains("Cortex: 10 of 10 units tuned.")
                .contains("Network: 3 of 3 units tuned.");
    }

    @Test
    void sectors_are_told_by_their_middle_all_around() {
        var cortex = tuning().get(2).parts().get(0).series().get(0);

        for (int i = 0; i < cortex.size(); i++) {
            assertThat(cortex.x(i)).isEqualTo(22.5 * i);
        }
    }
}
