// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import betz.data.Signal;
import betz.report.Figure;
import betz.report.ReportContent.KeyNumber;
import betz.report.Role;
import betz.report.Series;
import betz.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reaches to eight targets whose repeats are shifted to the right by known amounts. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class VariabilitiesTest {
    private static final Recording STILL = shifted(0, 0, 0);
    private static final Recording NETWORK = shifted(0.003, 0, -0.003);
    private static final Judgement JUDGEMENT = SyntheticReaches.judgement(STILL, NETWORK);

    /** Every target once per shift, m. */
    private static Recording shifted(double... shifts) {
        Recording eight = SyntheticReaches.hands(1);
        int[] places = IntStream.range(0, 8 * shifts.length).map(i -> i % 8).toArray();
        Signal from = eight.signal("hand.position");
        Signal moved = Signal.zeros("hand.position", "m", places.length, from.steps(), from.channels());
        Signal velocity = Signal.zeros("hand.velocity", "m/s", places.length, from.steps(), from.channels());
        for (int i = 0; i < places.length; i++) {
            for (int step = 0; step < from.steps(); step++) {
                moved.set(i, step, 0, from.get(places[i], step, 0) + shifts[i / 8]);
                moved.set(i, step, 1, from.get(places[i], step, 1));
            }
        }
        return new Recording(eight.trials().select(places), List.of(moved, velocity));
    }

    private static Variabilities measure(Judgement judgement) {
        return Variabilities.of(Scenario.DEFAULT, judgement);
    }

    private static Figure figure() {
        List<Figure> figures = VariabilityFigures.of("Cortex", measure(JUDGEMENT));
        assertThat(figures).hasSize(1);
        return figures.get(0);
    }

    @Test
    void both_columns_of_the_key_numbers_tell_a_spread_in_millimetres() {
        var tunings = Tunings.of(Scenario.DEFAULT, JUDGEMENT);

        var rows = KeyNumbers.of(Scenario.DEFAULT, JUDGEMENT, tunings, measure(JUDGEMENT)).stream()
                .filter(row -> row.name().startsWith("Spread"))
                .toList();

        assertThat(rows)
                .extracting(KeyNumber::name)
                .containsExactly(
                        "Spread of end points", "Spread along the reach", "Spread across the reach", "Spread of paths");
        assertThat(rows)
                .allMatch(row -> row.cortex().equals("0.0") && row.unit().equals("mm"));
        assertThat(rows.get(0).network()).isEqualTo("3.0"); // of -3, 0 and 3 mm, with n - 1
        // averaged over eight directions, half of the variance to the right lies along the reach
        assertThat(rows.get(1).network()).isEqualTo("2.1");
        assertThat(rows.get(2).network()).isEqualTo("2.1");
        assertThat(rows.get(0).interval()).matches("[12]\\.\\d to 3\\.\\d");
    }

    @Test
    void a_panel_per_target_shows_every_end_point_relative_to_it_and_the_ellipse_around_them() {
        Figure first = figure().parts().get(0); // the target on the left

        assertThat(figure().parts()).hasSize(8);
        Series ends = first.series().get(0);
        Series ellipse = first.series().get(1);
        assertThat(first.series())
                .extracting(Series::name)
                .containsExactly("Network", "Network, 95 % ellipse", "Cortex", "Cortex, 95 % ellipse", "Target");
        assertThat(IntStream.range(0, 3).mapToDouble(ends::x).toArray())
                .containsExactly(new double[] {3, 0, -3}, within(1e-9));
        assertThat(ends.isScattered()).isTrue();
        assertThat(ellipse.isScattered()).isFalse();
        double reach =
                IntStream.range(0, ellipse.size()).mapToDouble(ellipse::x).max().orElseThrow();
        assertThat(reach).isCloseTo(3 * Math.sqrt(5.991464547107979), within(1e-6)); // mm, along the shift
        Series goal = first.series().get(4);
        assertThat(goal.role()).isEqualTo(Role.GOAL);
        assertThat(goal.x(0)).isZero();
        assertThat(goal.y(0)).isZero();
    }

    @Test
    void fewer_than_three_trials_of_a_target_leave_it_out_and_say_so() {
        Recording two = shifted(0, 0.003);

        var left = measure(SyntheticReaches.judgement(two, two));

        assertThat(left.found()).isEmpty();
        assertThat(left.why())
                .contains("Left out: a condition has fewer than 3 held-out trials; raise evaluation.trials.");
        assertThat(VariabilityFigures.of("Cortex", left)).isEmpty();
    }

    @Test
    void where_nothing_varies_it_is_left_out_with_the_reason() {
        assertThat(measure(SyntheticReaches.judgement(STILL, STILL)).why())
                .contains(
                        "Left out: neither reference nor network varies from trial to trial, since neither has noise.");
        assertThat(measure(SyntheticReaches.judgement(NETWORK, STILL)).found()).isPresent();
    }
}
