// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DpcaTest {
    private static final int STEPS = 60;
    private static final int GO = 10;

    /** The rate of a unit at a step of a trial. */
    private interface Rate {
        double at(int condition, int step, int unit);
    }

    @Test
    void shares_of_the_parts_are_those_that_were_planted() {
        // unit 0 has the shared part, unit 1 the other; over conditions −1, 0, 1 the mean square is 2/3
        Finding found = found((c, step, unit) -> unit == 0 ? 3 * step : unit == 1 ? (c - 1) * 10 : 7);

        double time = 0;
        for (int step = 5; step <= 45; step++) { // the window of the default, centred on step 25
            time += 9 * (step - 25) * (step - 25) / 41.0;
        }
        double condition = 100 * 2 / 3.0;
        assertThat(found.value("time_share").value()).isCloseTo(time / (time + condition), within(1e-12));
        assertThat(found.value("condition_share").value()).isCloseTo(condition / (time + condition), within(1e-12));
        assertThat(found.value("time_components").value()).isEqualTo(1);
        assertThat(found.value("condition_components").value()).isEqualTo(1);
        assertThat(found.value("first_axes_dot").value()).isCloseTo(0, within(1e-12));
        assertThat(found.value("explained").value()).isCloseTo(1, within(1e-9)); // the ridge is 1e-12 of the whole
        assertThat(found.value("explained_by_pca").value()).isCloseTo(1, within(1e-12));
        assertThat(found.value("first_time_explained").value()).isCloseTo(time / (time + condition), within(1e-9));
    }

    @Test
    void lists_have_a_place_for_every_component_and_tables_a_row_for_every_unit_or_part() {
        Finding found = found((c, step, unit) -> Math.sin(0.1 * step * (unit + 1)) + c * Math.cos(0.2 * step + unit));

        int components = (int) (found.value("time_components").value()
                + found.value("condition_components").value());
        assertThat(found.name()).isEqualTo("dpca");
        assertThat(found.values().stream().map(Values::name))
                .containsExactly(
                        "component_parts",
                        "explained_shares",
                        "part_shares",
                        "explained_together",
                        "explained_by_pca_together",
                        "encoders",
                        "decoders");
        assertThat(found.list("component_parts").numbers()).hasSize(components).containsOnly(0, 1);
        assertThat(found.list("part_shares").rows()).hasDimensions(2, components);
        assertThat(found.list("encoders").rows()).hasDimensions(3, components);
        assertThat(found.list("decoders").rows()).hasDimensions(3, components);
        assertThat(found.plots().stream().map(Plot::id))
                .containsExactly("dpca-time", "dpca-condition", "dpca-explained", "dpca-parts");
        assertThat(found.plots().get(0).curves()).hasSize(3);
        assertThat(found.plots().get(0).curves().get(0).x()[0]).isCloseTo(-50, within(1e-9));
    }

    @Test
    void most_of_every_encoder_is_positive() {
        Finding found = found((c, step, unit) -> -Math.sin(0.1 * step * (unit + 1)) - c * Math.cos(0.2 * step + unit));

        double[][] encoders = found.list("encoders").rows();
        for (int i = 0; i < encoders[0].length; i++) {
            int component = i;
            assertThat(Arrays.stream(encoders).filter(row -> row[component] > 0).count())
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void the_conventions_tell_window_ridge_and_numbers_of_components() {
        Finding found = found((c, step, unit) -> step * (unit + 1) + (double) c * unit);

        assertThat(String.join(" ", found.conventions()))
                .contains("from -50 to 350 ms", "not normalised", "λ = 1.0E-6", "at most 10", "1 and 1 found");
    }

    @Test
    void activity_without_one_of_the_parts_is_told() {
        assertThatThrownBy(() -> found((c, step, unit) -> c + unit))
                .hasMessage("mean over conditions is the same at all times, expected activity that changes over time");
        assertThatThrownBy(() -> found((c, step, unit) -> step + unit))
                .hasMessage("conditions is the same in all units at all times, expected activity that differs between"
                        + " conditions");
    }

    @Test
    void bad_settings_are_told() {
        assertThatThrownBy(() -> new Dpca("unit.rate", 0.1, 0.1, false, 5, 10, 0))
                .hasMessage("to is 0.1 s, expected a time after from, 0.1 s");
        assertThatThrownBy(() -> new Dpca("unit.rate", 0, 0.1, false, 5, 0, 0))
                .hasMessage("components is 0, expected 1 to 1000");
        assertThatThrownBy(() -> new Dpca("unit.rate", 0, 0.1, false, 5, 1, -1)).hasMessageContaining("lambda is -1");
    }

    private static Finding found(Rate rate) {
        List<Trial> asked = new ArrayList<>();
        var rates = Signal.zeros("unit.rate", "spikes/s", 6, STEPS, List.of("a", "b", "c"));
        for (int trial = 0; trial < 6; trial++) {
            var condition = new Condition(trial % 3, "c" + trial % 3, trial % 3);
            asked.add(new Trial(condition, new Point(0, 0), new Point(0.1, 0), 0, GO, STEPS));
            for (int step = 0; step < STEPS; step++) {
                for (int unit = 0; unit < 3; unit++) {
                    rates.set(trial, step, unit, rate.at(trial % 3, step, unit));
                }
            }
        }
        return Dpca.DEFAULT.of(Subject.of(new Recording(new TrialBatch(0.01, STEPS, asked), List.of(rates)), 1));
    }
}
