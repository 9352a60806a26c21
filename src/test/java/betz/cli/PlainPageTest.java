// SPDX-License-Identifier: Apache-2.0
package betz.cli;

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
class PlainPageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "see [the page](a/b.md#c), [`recorded`](x.md)@see the page, `recorded`",
                "![Hand paths](images/a.png)@[Picture: Hand paths]",
                "**Verdict.** A *real* one@Verdict. A real one",
                "`*.npz` and **`a|b`**, 2 * 3 * 4@`*.npz` and `a|b`, 2 * 3 * 4",
                "a &lt;b&gt; &amp;amp;@a <b> &amp;",
                "in [minimum, 1] (held)@in [minimum, 1] (held)",
            })
    void marks_become_plain_words(String markdown, String plain) {
        assertThat(PlainPage.lines(markdown)).containsExactly(plain);
    }

    @Test
    void headings_are_underlined_and_code_is_kept() {
        assertThat(PlainPage.lines(
                        "# One `x y`\nText.\n## Two\n\n    a  b\n      c\n\n```yaml\n# d\n\ne: [f](g)\n```\nEnd."))
                .containsExactly(
                        "One `x y`",
                        "=========",
                        "",
                        "Text.",
                        "",
                        "Two",
                        "---",
                        "",
                        "    a  b",
                        "      c",
                        "",
                        "    # d",
                        "",
                        "    e: [f](g)",
                        "",
                        "End.");
    }

    @Test
    void items_hang_and_paragraphs_are_filled_to_eighty_columns() {
        String words = "four ".repeat(20).strip();

        assertThat(PlainPage.lines("Intro:\n- " + words + "\n  more\n10. " + words + "\n\n" + words))
                .containsExactly(
                        "Intro:",
                        "- " + "four ".repeat(15).strip(),
                        "  " + "four ".repeat(5) + "more",
                        "10. " + "four ".repeat(15).strip(),
                        "    " + "four ".repeat(5).strip(),
                        "",
                        "four ".repeat(16).strip(),
                        "four ".repeat(4).strip());
    }

    @Test
    void code_within_a_line_is_not_broken() {
        String before = "x ".repeat(35);

        assertThat(PlainPage.lines(before + "`java -jar betz.jar`"))
                .containsExactly(before.strip(), "`java -jar betz.jar`");
    }

    @Test
    void a_table_is_aligned() {
        assertThat(PlainPage.lines("| Status | Meaning |\n|---|:-:|\n| 0 | done |\n| 70 | a \\| `b` |"))
                .containsExactly("Status  Meaning", "------  -------", "0       done", "70      a | `b`");
    }

    @Test
    void a_table_without_a_head_or_with_a_short_row_is_aligned_too() {
        assertThat(PlainPage.lines("| | |\n|---|---|\n| long | x |\n| y |")).containsExactly("long  x", "y");
    }

    @Test
    void a_wide_table_is_broken_within_its_cells_and_an_empty_line_parts_its_rows() {
        String words = "four ".repeat(40).strip();

        List<String> lines =
                PlainPage.lines("| Key | A | B |\n|---|---|---|\n| one | " + words + " | x |\n| two | y | z |");

        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(lines.get(2)).startsWith("one  four four").endsWith("  x");
        assertThat(lines.get(3)).startsWith("     four");
        assertThat(lines)
                .endsWith("", lines.get(lines.size() - 1))
                .last()
                .asString()
                .startsWith("two  y ");
        assertThat(String.join(" ", lines).split("four", -1)).hasSize(41); // no word is lost
    }

    @Test
    void a_word_that_is_too_long_for_a_table_stays_whole() {
        String word = "x".repeat(120);

        assertThat(PlainPage.lines("| A | B |\n|---|---|\n| " + word + " | y |"))
                .last()
                .isEqualTo(word + "  y");
    }
}
