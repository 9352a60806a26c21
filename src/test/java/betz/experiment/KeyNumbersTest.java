// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.analysis.Tuning;
import betz.data.Recording;
import betz.report.ReportContent.KeyNumber;
import betz.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyNumbersTest {
    private static final Recording CORTEX = SyntheticReaches.whole(1);
    private static final List<KeyNumber> EXACT = rows(Scenario.DEFAULT, CORTEX, CORTEX);

    @TempDir
    Path folder;

    private static List<KeyNumber> rows(Scenario scenario, Recording reference, Recording predicted) {
        var judgement = SyntheticReaches.judgement(reference, predicted);
        return KeyNumbers.of(
                scenario, judgement, Tunings.of(scenario, judgement), Variabilities.of(scenario, judgement));
    }

    private static KeyNumber row(List<KeyNumber> rows, String name) {
        return rows.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void a_network_that_does_what_the_reference_does_fits_it_perfectly() {
        assertThat(row(EXACT, "Hand velocity R²").network()).isEqualTo("1.000");
        assertThat(row(EXACT, "Hand velocity R²").interval()).isEqualTo("1.000 to 1.000");
        assertThat(row(EXACT, "Hand position RMSE").network()).isEqualTo("0.0");
    }

    @Test
    void a_fit_compares_the_two_and_so_has_one_column() {
        for (var name : List.of("Hand velocity R²", "Hand position R²", "Hand position RMSE", "Hand velocity RMSE")) {
            assertThat(row(EXACT, name).cortex()).isEmpty();
        }
    }

    @Test
    void a_minimum_jerk_reach_has_the_kinematics_that_its_equation_gives() {
        // 10 cm in 0.6 s: peak 15/8 of the mean speed, halfway, on a straight line; less what the 8 Hz filter takes
        assertThat(Double.parseDouble(row(EXACT, "Peak speed").cortex())).isBetween(30.0, 31.3);
        assertThat(Double.parseDouble(row(EXACT, "Time of peak speed").cortex()))
                .isBetween(48.0, 52.0);
        assertThat(row(EXACT, "Path over chord").cortex()).isEqualTo("1.000");
        assertThat(Double.parseDouble(
                        row(EXACT, "Correlation with minimum jerk").cortex()))
                .isGreaterThan(0.99);
    }

    @Test
    void both_columns_agree_where_both_hands_do() {
        for (var name : List.of("Peak speed", "Movement time", "Reaction time", "Smoothness", "Direction error")) {
            assertThat(row(EXACT, name).network()).isEqualTo(row(EXACT, name).cortex());
        }
    }

    @Test
    void a_negative_number_has_a_true_minus_sign() {
        assertThat(row(EXACT, "Smoothness").network()).startsWith("\u2212");
        assertThat(EXACT).noneMatch(one -> (one.network() + one.cortex() + one.interval()).contains("-"));
    }

    @Test
    void a_p_below_the_least_shown_is_told_as_a_bound_and_one_above_as_a_number() {
        // ten units prefer directions 36 degrees apart: perfectly even
        assertThat(row(EXACT, "Preferred directions, Rayleigh p").network()).isEqualTo("1.000");
        assertThat(row(EXACT, "Preferred directions, resultant").network()).isEqualTo("0.00");

        var alike = sameDirection();
        assertThat(row(alike, "Preferred directions, Rayleigh p").network()).isEqualTo("<\u00a00.001");
        assertThat(row(alike, "Preferred directions, resultant").network()).isEqualTo("1.00");
    }

    /** Rates of all units follow the first unit's direction. */
    private static List<KeyNumber> sameDirection() {
        var rates = CORTEX.signal("unit.rate");
        var alike = betz.data.Signal.zeros("unit.rate", "spikes/s", rates.trials(), rates.steps(), rates.channels());
        for (int trial = 0; trial < rates.trials(); trial++) {
            for (int step = 0; step < rates.steps(); step++) {
                for (int unit = 0; unit < rates.channels().size(); unit++) {
                    alike.set(trial, step, unit, (unit + 1) * rates.get(trial, step, 0));
                }
            }
        }
        return rows(Scenario.DEFAULT, CORTEX, SyntheticReaches.hands(1).with(alike));
    }

    @Test
    void every_number_tells_how_it_is_measured() {
        assertThat(EXACT)
                .noneMatch(one -> one.note().isBlank()
                        || one.name().isBlank()
                        || one.network().isBlank());
        assertThat(EXACT).extracting(KeyNumber::name).doesNotHaveDuplicates();
    }

    @Test
    void an_analysis_that_was_not_asked_for_has_no_rows() throws Exception {
        var request = Tiny.request(folder, "analyses=[tuning]");
        var tuningOnly = rows(request.scenario(), CORTEX, CORTEX);
        var kinematicsOnly = rows(Tiny.request(folder, "analyses=[kinematics]").scenario(), CORTEX, CORTEX);

        assertThat(request.scenario().analyses()).containsExactly(Tuning.DEFAULT);
        assertThat(tuningOnly)
                .extracting(KeyNumber::name)
                .contains("Tuned units")
                .doesNotContain("Peak speed");
        assertThat(kinematicsOnly)
                .extracting(KeyNumber::name)
                .contains("Peak speed")
                .doesNotContain("Tuned units");
    }
}
