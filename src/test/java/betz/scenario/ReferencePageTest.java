// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencePageTest {
    private static final String PAGE = ReferencePage.of(Demo.class);

    @Test
    void every_key_has_a_row_with_its_value_default_and_source() {
        assertThat(PAGE)
                .contains("| `dt` | a time such as 10 ms | `10 ms` | Step of time. | doi:10.1000/step |")
                .contains("| `delay` | a range or a time such as 10 ms | `200..600 ms` |")
                .contains("| `effector` | [body](#body) | `arm26` | Body. |  |")
                .contains("| `recording` | the name of a file | absent |")
                .contains("| `units` | a whole number | required |") // of gru, which has no default
                .contains("| `for` | a time such as 10 ms | `100 ms` |");
    }

    @Test
    void a_family_lists_its_kinds_under_its_own_key() {
        assertThat(PAGE).contains("| `cell` | What it is |").contains("| [gru](#gru) | Gated units. |");
    }

    @Test
    void every_link_leads_to_a_heading() {
        var links = Pattern.compile("\\(#([a-z0-9-]+)\\)").matcher(PAGE);

        assertThat(links.results().map(r -> "\n## " + r.group(1) + "\n"))
                .isNotEmpty()
                .allMatch(PAGE::contains);
    }
}
