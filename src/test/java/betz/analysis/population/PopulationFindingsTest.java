// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.BadSetting;
import betz.data.Recording;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every analysis of tangling, spaces and what conditions share, with its published settings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PopulationFindingsTest {
    private static final TrialBatch BATCH = Populations.batch(16, 8, 110, 40, 0.01);

    static Stream<Analysis> analyses() {
        return Stream.of(
                Tangling.DEFAULT, Alignment.DEFAULT, Subspaces.DEFAULT, PotentNull.DEFAULT, ConditionInvariant.DEFAULT);
    }

    static Stream<Analysis> comparing() {
        return analyses().filter(one -> !(one instanceof Tangling));
    }

    /** Rates and muscles of many dimensions, with what conditions share. */
    private static Recording recording() {
        Recording rates = Populations.rates(
                BATCH, 16, (trial, t, unit) -> 20 + 8 * Math.tanh(9 * t - 2) + 9 * course(trial % 8, t, unit));
        return rates.with(Populations.signal(
                "muscle.activation", "1", BATCH, 6, (trial, t, muscle) -> course(trial % 8, t, muscle) / 9));
    }

    private static double course(int condition, double t, int unit) {
        double angle = 2 * Math.PI * condition / 8;
        return Math.cos(angle * (1 + unit % 3) + unit) * Math.sin((3 + 2 * unit) * t + unit)
                + 0.5 * Math.sin(angle + 2 * unit) * Math.cos((11 + unit) * t + condition);
    }

    private static Recording with(int trial, int step, int unit, double value) {
        Recording recording = recording();
        recording.signal("unit.rate").set(trial, step, unit, value);
        return recording;
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void every_figure_and_number_is_finite(Analysis analysis) {
        Finding found = analysis.of(Subject.of(recording(), 1));

        assertThat(found.measures()).isNotEmpty();
        assertThat(found.measures()).allMatch(one -> Double.isFinite(one.value().value()));
        for (Values values : found.values()) {
            for (double[] row : values.rows()) {
                assertThat(row).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_finding_has_the_word_that_users_type_and_so_have_its_plots(Analysis analysis) {
        Finding found = analysis.of(Subject.of(recording(), 1));

        String word = analysis.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2");
        assertThat(found.name()).isEqualToIgnoringCase(word.replace('-', '_'));
        assertThat(found.plots()).isNotEmpty();
        assertThat(found.plots().stream().map(Plot::id))
                .allMatch(id -> id.startsWith(found.name().replace('_', '-')));
        assertThat(found.plots().stream().map(Plot::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_same_seed_gives_the_same_bits(Analysis analysis) {
        Finding once = analysis.of(Subject.of(recording(), 5));
        Finding again = analysis.of(Subject.of(recording(), 5));

        assertThat(again.measures()).isEqualTo(once.measures());
        assertThat(again.conventions()).isEqualTo(once.conventions());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_order_of_trials_changes_no_figure_beyond_rounding(Analysis analysis) {
        Recording recording = recording();
        Recording turned = Populations.rates(
                        BATCH,
                        16,
                        (trial, t, unit) -> recording
                                .signal("unit.rate")
                                .get((trial + 8) % 16, 40 + (int) Math.round(100 * t), unit))
                .with(recording.signal("muscle.activation"));

        Finding one = analysis.of(Subject.of(recording, 1));
        Finding other = analysis.of(Subject.of(turned, 1));

        for (int i = 0; i < one.measures().size(); i++) {
            Finding.Measure measure = one.measures().get(i);
            double value = measure.value().value();
            // a gradient's norm is where the search ended, which is rounding
            double tolerance = measure.name().equals("gradient_norm") ? 1e-8 : 1e-6 * Math.max(1, Math.abs(value));
            assertThat(other.measures().get(i).value().value())
                    .as(measure.name())
                    .isCloseTo(value, within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_rate_that_is_no_number_is_told_with_its_unit_time_and_condition(Analysis analysis) {
        Recording broken = with(3, 50, 7, Double.NaN);

        assertThatThrownBy(() -> analysis.of(Subject.of(broken, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage(
                        "u7 is not a number 100 ms after the go cue of condition c3, expected a number in every row");
    }

    @ParameterizedTest
    @MethodSource("comparing")
    void one_condition_is_refused_where_conditions_are_compared(Analysis analysis) {
        TrialBatch one = Populations.batch(3, 1, 110, 40, 0.01);
        Recording rates = Populations.rates(one, 16, (trial, t, unit) -> course(0, t, unit))
                .with(Populations.signal("muscle.activation", "1", one, 6, (trial, t, unit) -> course(0, t, unit)));

        assertThatThrownBy(() -> analysis.of(Subject.of(rates, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1");
    }

    @ParameterizedTest
    @MethodSource("comparing")
    void a_recording_that_is_too_short_for_the_epochs_is_refused(Analysis analysis) {
        TrialBatch few = Populations.batch(8, 8, 25, 10, 0.01);
        Recording rates = Populations.rates(few, 16, (trial, t, unit) -> course(trial % 8, t, unit))
                .with(Populations.signal("muscle.activation", "1", few, 6, (trial, t, unit) -> course(trial, t, unit)));

        assertThatThrownBy(() -> analysis.of(Subject.of(rates, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("a part of the recorded times, -100 ms to 140 ms");
    }

    @Test
    void conventions_tell_the_windows_and_the_normalisation() {
        List<String> told = new ArrayList<>();
        comparing()
                .forEach(analysis ->
                        told.addAll(analysis.of(Subject.of(recording(), 1)).conventions()));

        assertThat(told.stream().filter(text -> text.contains("-200 to 0 ms"))).hasSize(3);
        assertThat(told.stream().filter(text -> text.contains("plus 5 in the unit")))
                .hasSize(4);
        assertThat(told.stream().filter(text -> text.contains("0 to 500 ms"))).hasSize(1);
    }

    @Test
    void settings_without_sense_are_refused_by_name() {
        assertThatThrownBy(() -> new Alignment("unit.rate", 0, -0.2, 0, 0.2, 0.4, true, 5, true, 10))
                .hasMessage("dimensions is 0, expected 1 to 1000");
        assertThatThrownBy(() -> new Alignment("unit.rate", 2, 0, -0.2, 0.2, 0.4, true, 5, true, 10))
                .hasMessage("firstTo is -0.2 s, expected more than firstFrom, 0 s");
        assertThatThrownBy(() -> new Alignment("unit.rate", 2, -0.2, 0, 0.2, 0.4, true, 5, true, 0))
                .hasMessageStartingWith("draws is 0");
        assertThatThrownBy(() -> new Subspaces("unit.rate", 2, 0, -0.2, 0, 0.2, 0.4, true, 5, true, 1))
                .hasMessageStartingWith("moveDimensions is 0");
        assertThatThrownBy(() -> new Subspaces("unit.rate", 2, 2, -0.2, 0, 0.2, 0.4, true, 5, true, -1))
                .hasMessageStartingWith("starts is -1");
        assertThatThrownBy(() -> new PotentNull("unit.rate", "m", 1, 1, -0.2, 0, 0.2, 0.4, true, 5, 9))
                .hasMessageStartingWith("components is 1");
        assertThatThrownBy(() -> new ConditionInvariant("unit.rate", 0, 0.5, true, -5, 0.03))
                .hasMessageStartingWith("soften is -5.0");
        assertThatThrownBy(() -> new ConditionInvariant("unit.rate", 0, 0.5, true, 5, Double.NaN))
                .hasMessageStartingWith("sd is NaN");
    }
}
