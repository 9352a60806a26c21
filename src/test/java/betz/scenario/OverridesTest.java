// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static betz.scenario.Demo.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OverridesTest {
    @Test
    void overrides_win_over_the_file_and_the_last_wins() {
        Demo demo = Demo.read("dt: 10 ms\nnetwork: {units: 3}\n", "dt=5 ms", "network.units=4", "network.units=5")
                .value();

        assertThat(demo.dt()).isEqualTo(0.005);
        assertThat(demo.network()).isEqualTo(new Demo.Leaky(5, 0.05, 1.5));
    }

    @Test
    void an_override_below_a_bare_kind_keeps_the_kind() {
        Demo demo = Demo.read("effector: point-mass", "effector.mass=2 kg").value();

        assertThat(demo.effector()).isEqualTo(new Demo.PointMass(2, 10));
    }

    @Test
    void lists_and_mappings_are_written_in_brackets() {
        Demo demo = Demo.read(
                        "analyses: [pca]",
                        "export=[csv, npz]",
                        "network={cell: gru, units: 9}",
                        "analyses.0.components=8",
                        "grid={network.units: [1, 2]}")
                .value();

        assertThat(demo.export()).containsExactly(Demo.Format.CSV, Demo.Format.NPZ);
        assertThat(demo.network()).isEqualTo(new Demo.Gru(9));
        assertThat(demo.analyses()).containsExactly(new Demo.Pca(8));
        assertThat(demo.grid()).containsOnlyKeys("network.units");
    }

    @Test
    void problems_of_overrides_come_after_those_of_the_file() {
        assertThat(told("dt: 5\n", "network.unitz=7", "network.tau=7", "bare", "analyses.4=pca", "name=[a"))
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).startsWith("a.yaml:1:5: dt is 5 (no unit)"),
                        m -> assertThat(m)
                                .isEqualTo("command line: network.unitz is not a known key,"
                                        + " expected cell, units, tau or gain. Did you mean units?"),
                        m -> assertThat(m)
                                .isEqualTo("command line: network.tau is 7 (no unit),"
                                        + " expected a time such as 50 ms. Did you mean 7 ms?"),
                        m -> assertThat(m)
                                .isEqualTo("command line: \"bare\" is not understood,"
                                        + " expected key=value such as network.units=256."),
                        m -> assertThat(m).startsWith("command line: analyses is a mapping with 4, expected a list"),
                        m -> assertThat(m).startsWith("command line: name is not valid YAML"))
                .first()
                .asString()
                .startsWith("a.yaml");
    }

    @Test
    void a_place_beyond_the_end_of_a_list_is_refused() {
        assertThat(told("analyses: [pca]\n", "analyses.1=pca"))
                .containsExactly("command line: analyses.1 is not in the list, expected a place in the list, 0 to 0.");
    }
}
