// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[31mred\u001B[0m",
                "\u001B[1;38;5;196mred\u001B[m",
                "\u001B]0;title\u0007red",
                "\u001B]8;;file:///etc\u001B\\red",
                "\u001BMred",
                "re\u0000d",
                "re\u0085d",
                "red\u007F",
                "\uFFFEred",
                "re\uD800d"
            })
    void nothing_is_left_of_a_command_to_a_terminal_or_of_what_xml_forbids(String text) {
        assertThat(PlainText.of(text)).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R² = 0.99", "größe", "a\tb\nc", "\uD83E\uDDE0", "−1.5 °", "[31m"})
    void ordinary_text_is_left_alone(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @Test
    void all_five_characters_with_a_meaning_in_markup_are_escaped_once() {
        assertThat(PlainText.escaped("<a href='x' title=\"y\">&amp;"))
                .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;");
    }

    @Test
    void any_text_comes_back_from_an_xml_reader_as_its_plain_text() throws Exception {
        var random = RandomStream.of(9, "text");
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder("x");
            for (int j = 0; j < 20; j++) {
                text.append((char) random.nextInt(0x250));
            }

            String xml = "<t a=\"" + PlainText.escaped(text.toString()).replaceAll("[\t\r\n]", " ") + "\">"
                    + PlainText.escaped(text.toString()) + "</t>";
            var root = ChartsTest.parse(xml).getDocumentElement();

            // an XML reader takes every end of line for a line feed
            assertThat(root.getTextContent())
                    .isEqualTo(
                            PlainText.of(text.toString()).replace("\r\n", "\n").replace('\r', '\n'));
        }
    }
}
