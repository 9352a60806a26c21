// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "abc, abc, 0", "'', abc, 3", "units, unit, 1"})
    void distance_counts_single_edits_and_swaps(String a, String b, int edits) {
        assertThat(Words.distance(a, b)).isEqualTo(edits).isEqualTo(Words.distance(b, a));
    }

    @ParameterizedTest
    @CsvSource({
        "TunedCortex, tuned-cortex",
        "Arm26, arm26",
        "CENTRE_OUT, centre-out",
        "Gru, gru",
        "LSTM, lstm",
        "MujocoHill, mujoco-hill",
        "RigidTendonHill, rigid-tendon-hill"
    })
    void names_become_kebab_case(String name, String kebab) {
        assertThat(Words.kebab(name)).isEqualTo(kebab);
    }

    @Test
    void a_word_unlike_all_others_has_no_neighbour() {
        assertThat(Words.nearest("zebra", List.of("units", "tau", "dt"))).isNull();
    }

    @Test
    void a_long_list_is_cut() {
        assertThat(Words.or(List.of("a"))).isEqualTo("a");
        assertThat(Words.or(List.of("a", "b", "c"))).isEqualTo("a, b or c");
        assertThat(Words.or(List.of("abcdefghijklmno".split("")))).endsWith(", l or 3 more");
    }
}
