// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import betz.report.Figure;
import betz.report.ReportContent.KeyNumber;
import betz.report.Role;
import betz.report.Series;
import betz.scenario.MinimumJerk;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import betz.train.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
    private static final Recording CORTEX = SyntheticReaches.whole(1);
    private static final Recording NETWORK = SyntheticReaches.whole(0.9);
    private static final Judgement JUDGEMENT = SyntheticReaches.judgement(CORTEX, NETWORK);

    private static List<Figure> all(String reference, Judgement judgement) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new ReachFigures(reference, judgement.lessons().heldOut(), judgement.predicted()).all());
        figures.addAll(new ComparisonFigures(reference, judgement.comparison()).all());
        figures.addAll(TrainingFigures.of(judgement.state(), Stop.DEFAULT, List.of()));
        figures.addAll(new UnitFigures(judgement).all());
        figures.addAll(new TuningFigures(judgement, Tunings.of(Scenario.DEFAULT, judgement)).all());
        return figures;
    }

    private static Figure figure(String reference, Judgement judgement, String id) {
        return all(reference, judgement).stream()
                .filter(figure -> figure.caption().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Series series(Figure figure, String name) {
        return figure.series().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_cortex_is_shown_in_eleven_figures_with_a_panel_per_muscle_and_shown_unit() {
        assertThat(all("Cortex", JUDGEMENT))
                .extracting(one -> one.caption().id() + " " + one.parts().size())
                .containsExactly(
                        "hand-paths 1",
                        "speed 1",
                        "joint-angles 2",
                        "muscle-activations 6",
                        "endpoint-error 1",
                        "training 2",
                        "psth-cortex 6",
                        "psth-network 6",
                        "tuning-cortex 6",
                        "tuning-network 6",
                        "preferred-directions 2");
    }

    @Test
    void ids_of_all_parts_differ() {
        assertThat(all("Cortex", JUDGEMENT).stream().flatMap(one -> one.parts().stream()))
                .extracting(one -> one.caption().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_recording_without_units_is_shown_with_every_path_and_one_rose() {
        var judgement = SyntheticReaches.judgement(SyntheticReaches.hands(1), NETWORK);
        var paths = figure("Recorded", judgement, "hand-paths");

        assertThat(paths.series().stream().filter(one -> one.role() == Role.TARGET))
                .hasSize(16)
                .allMatch(one -> one.name().equals("Recorded"));
        assertThat(figure("Recorded", judgement, "preferred-directions").parts())
                .hasSize(1);
        assertThat(all("Recorded", judgement))
                .extracting(one -> one.caption().id())
                .doesNotContain("psth-cortex", "tuning-cortex", "joint-angles");
    }

    @Test
    void paths_begin_at_zero_and_end_where_the_hand_does() {
        var paths = figure("Cortex", JUDGEMENT, "hand-paths");
        var network = series(paths, "Network");
        int last = network.size() - 1;

        assertThat(network.x(0)).isZero();
        // the first trial goes 0.9 of 10 cm to the left; rounding of positions in m
        assertThat(network.x(last)).isCloseTo(-9, within(1e-12));
        assertThat(network.y(last)).isCloseTo(0, within(1e-12));
        assertThat(paths.series().stream().filter(one -> one.role() == Role.GOAL))
                .hasSize(8);
    }

    @Test
    void errors_stand_at_directions_from_0_to_360_degrees_in_millimetres() {
        var errors = series(figure("Cortex", JUDGEMENT, "endpoint-error"), "Network");

        assertThat(IntStream.range(0, 8).mapToDouble(errors::x))
                .containsExactlyInAnyOrder(0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0);
        // a tenth of the way is missing: 10 mm, but for the filter of the hand's position
        assertThat(IntStream.range(0, 8).mapToDouble(errors::y))
                .allSatisfy(y -> assertThat(y).isCloseTo(10, within(0.01)));
    }

    @Test
    void tuning_curves_show_the_deepest_units_and_a_fit_through_their_means() {
        Figure first = figure("Cortex", JUDGEMENT, "tuning-cortex").parts().get(0);
        var means = series(first, "Mean of a condition");
        var fit = series(first, "Cosine fit");

        assertThat(first.caption().title()).isEqualTo("Unit 9, R² = 1.00");
        for (int i = 0; i < means.size(); i++) {
            double expected = SyntheticReaches.rate(9, Math.toRadians(means.x(i)));
            assertThat(means.x(i)).isBetween(0.0, 359.0);
            assertThat(means.y(i)).isCloseTo(expected, within(1e-9));
            assertThat(fit.y((int) Math.round(means.x(i) / 5))).isCloseTo(expected, within(1e-9));
        }
        assertThat(fit.x(fit.size() - 1)).isEqualTo(360);
    }

    @Test
    void sectors_of_a_rose_add_up_to_all_tuned_units() {
        for (Figure rose : figure("Cortex", JUDGEMENT, "preferred-directions").parts()) {
            var shares = rose.series().get(0);
            assertThat(IntStream.range(0, shares.size()).mapToDouble(shares::y).sum())
                    .isCloseTo(100, within(1e-9));
        }
    }

    @Test
    void mean_courses_are_aligned_to_the_go_cue() {
        Figure first = figure("Cortex", JUDGEMENT, "psth-cortex").parts().get(0);
        var course = first.series().get(0);

        assertThat(first.marks()).extracting(mark -> mark.at()).containsExactly(0.0);
        assertThat(course.x(0)).isEqualTo(-200);
        assertThat(course.x(course.size() - 1)).isEqualTo(1000 * SyntheticReaches.DT * (200 - 60 - 1), within(1e-9));
        assertThat(course.y(0)).isCloseTo(SyntheticReaches.rate(9, -Math.PI), within(1e-9));
    }

    @Test
    void key_numbers_hold_both_columns_or_a_dash() {
        var rows = rows(JUDGEMENT);
        var alone = SyntheticReaches.judgement(SyntheticReaches.hands(1), NETWORK);

        assertThat(row(rows, "End-point error").network()).isEqualTo("10.0");
        assertThat(row(rows, "End-point error").cortex()).isEqualTo("0.0");
        assertThat(row(rows, "Tuned units").cortex()).isEqualTo("100");
        assertThat(row(rows, "Cosine fit R²").network()).isEqualTo("1.00");
        assertThat(row(rows(alone), "Tuned units").cortex()).isEqualTo("–");
    }

    private static List<KeyNumber> rows(Judgement judgement) {
        return KeyNumbers.of(
                Scenario.DEFAULT,
                judgement,
                Tunings.of(Scenario.DEFAULT, judgement),
                Variabilities.of(Scenario.DEFAULT, judgement));
    }

    private static KeyNumber row(List<KeyNumber> rows, String name) {
        return rows.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void references_are_called_by_their_kind() {
        assertThat(ReferenceName.of(MinimumJerk.DEFAULT)).isEqualTo("Minimum jerk");
        assertThat(ReferenceName.of(Recorded.DEFAULT)).isEqualTo("Recorded");
        assertThat(ReferenceName.of(betz.cortex.TunedCortex.DEFAULT)).isEqualTo("Cortex");
    }

    @Test
    void a_direction_that_is_rounded_to_a_full_circle_is_zero() {
        assertThat(Compass.degrees(-1e-17)).isZero();
        assertThat(Compass.degrees(-Math.PI / 2)).isEqualTo(270);
        assertThat(Compass.degrees(2 * Math.PI)).isZero();
    }
}
