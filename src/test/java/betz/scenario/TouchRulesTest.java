// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.About;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Push;
import betz.data.Since;
import betz.data.Touch;
import betz.data.UnitChoice;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchRulesTest {
    private static final String AREAS =
            "network: {cell: leaky, units: 300, structure: {connectivity: areas}}\nbaselines: [stack]\n";
    private static final UnitChoice UPWARDS = new UnitChoice(UnitChoice.ALL, 1, 0, Math.PI / 2, Math.PI / 4);

    @Test
    void areas_of_a_network_and_of_its_baselines_and_groups_of_a_cortex_can_be_touched() {
        for (String area : List.of("all", "PMd", "M1", "spinal", "Layer 3", "output", "planning")) {
            assertThat(told(AREAS, new Touch.Lesion(UnitChoice.of(area, 0.5)))).isEmpty();
        }
        assertThat(told("", new Touch.Lesion(UnitChoice.of("network", 1)))).isEmpty();
        assertThat(told(AREAS, Push.Pulse.DEFAULT)).isEmpty();
    }

    @Test
    void an_area_that_does_not_exist_is_refused_with_those_that_do() {
        var silence = new Passing.Silence(UnitChoice.of("PMv", 1), Since.GO, 0, 0.1);

        assertThat(told(AREAS, silence))
                .containsExactly(new Rule.Breach(
                        "evaluation.perturbations.0.units.area",
                        "'PMv'",
                        "all, PMd, M1, spinal, Layer 1, Layer 2, Layer 3, output or planning",
                        "PMd"));
        assertThat(told("reference: minimum-jerk", new Touch.Lesion(UnitChoice.of("output", 1))))
                .containsExactly(
                        new Rule.Breach("evaluation.perturbations.0.units.area", "'output'", "all or network", null));
    }

    @Test
    void only_units_of_a_tuned_cortex_are_chosen_by_what_they_prefer() {
        assertThat(told("", new Touch.Lesion(UPWARDS))).isEmpty();
        assertThat(told("reference: minimum-jerk", new Touch.Lesion(UPWARDS)))
                .containsExactly(new Rule.Breach(
                        "evaluation.perturbations.0.units.within",
                        "45 deg",
                        "180 deg, since only a tuned-cortex knows what its units prefer; or units of that reference",
                        null));
        assertThat(told("", new Touch.Lesion(new UnitChoice("network", 1, 0, 0, 1))))
                .hasSize(1);
    }

    @Test
    void a_share_that_leaves_no_unit_is_refused_with_the_least_that_does() {
        // of 128 units 0.003 are 0.384, and a half is rounded up
        assertThat(told("", new Touch.Lesion(UnitChoice.of("network", 0.5 / 128))))
                .isEmpty();
        assertThat(told("", new Touch.Lesion(UnitChoice.of("network", 0.003))))
                .containsExactly(new Rule.Breach(
                        "evaluation.perturbations.0.units.share",
                        "0.003",
                        "at least 0.0078125, one of 128 units",
                        null));
        assertThat(told("", new Touch.Lesion(UnitChoice.of("all", 0)))).hasSize(1);
        assertThat(told(AREAS, new Touch.Lesion(UnitChoice.of("M1", 0.006)))).isEmpty();
    }

    @Test
    void a_touch_is_written_as_any_kind_and_its_units_by_their_area_alone() {
        var written = ScenarioReader.read("""
                perturbation: {kind: silence, units: M1, since: target, at: -50 ms, for: 0.2 s}
                other: {kind: lesion, units: {share: 0.2, preferring: 90 deg, within: 45 deg}}
                """, "x.yaml", List.of(), Two.class, List.of());

        assertThat(written.value().perturbation())
                .isEqualTo(new Passing.Silence(UnitChoice.of("M1", 1), Since.TARGET, -0.05, 0.2));
        assertThat(written.value().other())
                .isEqualTo(new Touch.Lesion(new UnitChoice("all", 0.2, 0, Math.PI / 2, Math.PI / 4)));
    }

    /** Where perturbations may stand. */
    private record Two(
            @About("One.") Perturbation perturbation,
            @About("Another.") Perturbation other) {
        @SuppressWarnings("unused") // read by reflection
        static final Two DEFAULT = new Two(Perturbation.None.DEFAULT, Perturbation.None.DEFAULT);
    }

    private static List<Rule.Breach> told(String text, Perturbation perturbation) {
        Scenario scenario = Refusals.read("name: x\n" + text, List.of()).value();
        return TouchRules.unitsAreThere(scenario, "evaluation.perturbations.0", perturbation);
    }
}
