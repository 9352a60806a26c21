// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Interval;
import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.score.Score.Verdict;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorecardTest {
    private static final double NONE = Double.NaN;
    private static final ScoreRow SPEED = ScoreRow.measured("speed", "Speed", "cm/s", 2, 6, "3", "somebody", "so.");
    private static final ScoreRow EXACT = ScoreRow.measured("exact", "Exact", "", 5, 5, "3", "somebody", "so.");
    private static final ScoreRow TOLD = ScoreRow.reported("told", "Told", "", 1, 2, "3", "somebody", "so.");

    private static final Finding FOUND = Scorecard.DEFAULT.finding(List.of(
            Score.of(SPEED, new Interval(3, 2, 5)),
            Score.of(SPEED, new Interval(100, NONE, NONE)),
            Score.of(SPEED, new Interval(-100, -200, -50)),
            Score.of(EXACT, new Interval(7, NONE, NONE)),
            Score.of(TOLD, new Interval(9, NONE, NONE)),
            Score.without(SPEED, "no hand was recorded")));

    @Test
    void verdicts_are_counted_and_figures_keep_the_unit_of_their_row() {
        assertThat(FOUND.value("inside").value()).isEqualTo(1);
        assertThat(FOUND.value("outside").value()).isEqualTo(3);
        assertThat(FOUND.value("unverified_range").value()).isEqualTo(1);
        assertThat(FOUND.value("not_applicable").value()).isEqualTo(1);
        assertThat(FOUND.measures()).hasSize(Verdict.values().length + 5);
        assertThat(FOUND.measures().get(Verdict.values().length).unit()).isEqualTo("cm/s");
        assertThat(FOUND.list("distances").numbers()).containsExactly(0, 94, 102, 2, 7, NONE);
    }

    @Test
    void the_chart_has_judged_figures_on_a_scale_of_their_range_and_ends_at_its_edges() {
        Plot plot = FOUND.plots().get(0);
        Curve ours = plot.curves().get(0);

        // (3 - 2) / (6 - 2); an exact figure has no scale, an unverified one is no judge
        assertThat(ours.y()).containsExactly(new double[] {0.25, 3, -2}, within(1e-12));
        assertThat(ours.low()).containsExactly(new double[] {0, 3, -2}, within(1e-12));
        assertThat(ours.high()).containsExactly(new double[] {0.75, 3, -2}, within(1e-12));
        assertThat(ours.x()).containsExactly(1, 2, 3);
    }

    @Test
    void drawn_spikes_are_told_where_they_are_drawn() {
        var drawn = new Scorecard(Scorecard.DEFAULT.onset(), true).finding(List.of());

        assertThat(drawn.conventions()).hasSize(FOUND.conventions().size() + 1);
        assertThat(drawn.conventions().get(drawn.conventions().size() - 1)).startsWith("Tuning and decoders: ");
    }
}
