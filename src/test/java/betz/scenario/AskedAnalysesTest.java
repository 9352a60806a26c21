// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.analysis.population.Jpca;
import betz.common.Unit;
import betz.scenario.AskedAnalyses.Asked;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedAnalysesTest {
    record Layout(@Unit("s") double dt) {
        static final Layout DEFAULT = new Layout(0.01);
    }

    private static Asked<Layout> read(List<String> with, String... words) {
        return AskedAnalyses.read(with, List.of(words), Layout.class);
    }

    @Test
    void settings_of_an_analysis_are_written_as_in_a_scenario() {
        Asked<Layout> asked = read(List.of("jpca"), "jpca.from=-20 ms", "jpca.components=4", "jpca.normalise=false");

        Jpca usual = Jpca.DEFAULT;
        assertThat(asked.analyses())
                .containsOnlyKeys("jpca")
                .containsValue(
                        new Jpca(usual.signal(), -0.02, usual.to(), 4, false, usual.soften(), usual.meanSubtract()));
        assertThat(asked.chosen()).isTrue();
        assertThat(asked.layout()).isEqualTo(Layout.DEFAULT);
    }

    @Test
    void an_analysis_of_which_something_is_set_is_asked_for() {
        assertThat(read(List.of(), "jpca.components=4", "data.dt=5 ms").analyses())
                .containsOnlyKeys("jpca");
        assertThat(read(List.of(), "data.dt=5 ms").layout().dt()).isEqualTo(0.005);
    }

    @Test
    void all_are_tried_with_their_published_settings_where_none_is_named() {
        Asked<Layout> asked = read(List.of());

        assertThat(asked.chosen()).isFalse();
        assertThat(asked.analyses().keySet()).containsExactlyElementsOf(Analyses.words());
        assertThat(asked.analyses()).containsEntry("jpca", Jpca.DEFAULT);
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertThatThrownBy(() -> read(
                        List.of("jpcaa"), "jpca.components=5", "jpca.form=1 ms", "cca=3", "data.dt=7", "tangled.x=1"))
                .isInstanceOf(BadScenario.class)
                .message()
                .contains("--with is jpcaa, expected ")
                .contains("Did you mean jpca?")
                .contains("jpca.components is 5, expected an even number")
                .contains("jpca.form is not a known key")
                .contains("Did you mean from?")
                .contains("cca is 3, expected one of its settings, such as cca.components=...")
                .contains("data.dt is 7 (no unit)")
                .contains("tangled is not the name of an analysis, expected ");
    }

    @Test
    void a_setting_of_what_is_not_asked_for_is_no_silent_wish() {
        assertThatThrownBy(() -> read(List.of("cca"), "jpca.components=4"))
                .message()
                .contains("jpca is set, and --with does not ask for it, expected a setting of cca");
    }

    @Test
    void every_analysis_says_what_it_finds_and_whose_it_is_and_what_each_setting_does() {
        Analyses.usual().forEach((word, analysis) -> {
            Class<?> kind = analysis.getClass();
            assertThat(Kinds.about(kind)).as(word).endsWith(".");
            assertThat(Kinds.source(kind)).as(word).isNotBlank();
            assertThat(Key.of(kind))
                    .as(word)
                    .allSatisfy(key -> assertThat(key.about()).isNotBlank());
            assertThat(Analyses.word(analysis)).isEqualTo(word);
        });
    }
}
