// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.BadSetting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlReportTest {
    private static final String PAGE = HtmlReport.html(DemoReport.content());
    private static final String HOSTILE = "\u001B[1m<script>alert(\"1\")</script>' onclick='x";

    @Test
    void the_policy_allows_exactly_the_style_and_the_script_of_the_page() throws Exception {
        String policy = group(PAGE, "Content-Security-Policy\" content=\"([^\"]*)\"");

        assertThat(policy)
                .contains("default-src 'none'")
                .contains("style-src 'sha256-" + hash(group(PAGE, "(?s)<style>(.*?)</style>")) + "';")
                .contains("script-src 'sha256-" + hash(group(PAGE, "(?s)<script>(.*?)</script>")) + "';")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        assertThat(PAGE).doesNotContain(" style=").doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        assertThat(PAGE.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("//cdn")
                .doesNotContain("@import")
                .doesNotContainPattern("url\\((?!#)")
                .doesNotContainPattern("<(img|link|iframe|object|embed|base|form)\\b");
    }

    @Test
    void every_figure_has_an_alternative_text_and_a_numbered_caption() {
        var figures = DemoFigures.all();

        assertThat(PAGE.split("<figure ", -1)).hasSize(figures.size() + 1);
        for (int i = 0; i < figures.size(); i++) {
            var words = figures.get(i).caption();
            assertThat(PAGE)
                    .contains("role=\"img\" aria-label=\"" + PlainText.escaped(words.alt()) + "\"")
                    .contains(
                            "<b>Figure " + (i + 1) + ". " + words.title() + ".</b> " + PlainText.escaped(words.text()));
        }
    }

    @Test
    void ids_are_unique_and_every_reference_inside_the_page_is_met() {
        var ids = new HashSet<String>();

        groups(PAGE, " id=\"([^\"]*)\"")
                .forEach(id -> assertThat(ids.add(id)).as(id).isTrue());

        assertThat(ids).containsAll(groups(PAGE, "url\\(#([^)]*)\\)")).containsAll(groups(PAGE, "href=\"#([^\"]*)\""));
    }

    @Test
    void the_body_is_well_formed() throws Exception {
        String body = group(PAGE, "(?s)(<body>.*)<script>")
                .replaceAll("<input([^>]*)>", "<input$1/>")
                .replace(" hidden>", ">");

        var root = ChartsTest.parse(body + "</body>").getDocumentElement();

        assertThat(root.getElementsByTagName("section").getLength()).isEqualTo(8);
    }

    @Test
    void hostile_texts_stay_texts_wherever_they_stand() {
        var content = new ReportContent(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(new ReportContent.KeyNumber(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                List.of(new ReportContent.NetworkNumbers(
                        HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                List.of(new Lines(
                        new Caption("a", HOSTILE, HOSTILE, HOSTILE),
                        Axis.of(HOSTILE, HOSTILE),
                        Axis.of("y", ""),
                        List.of())),
                List.of(new ReportContent.Setting(HOSTILE, HOSTILE, true, HOSTILE)),
                List.of(new ReportContent.Entry(HOSTILE, HOSTILE)),
                HOSTILE,
                List.of(HOSTILE),
                HOSTILE,
                List.of(new ReportContent.Link(HOSTILE, "a'b\"<c.csv")));

        String page = HtmlReport.html(content);

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("\u001B")
                .doesNotContain("[1m")
                .doesNotContain("' onclick");
        assertThat(page.split("<script>", -1)).hasSize(2);
        assertThat(page).contains("href=\"a&#39;b&quot;&lt;c.csv\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/etc/passwd",
                "../up.csv",
                "data/../../up.csv",
                "//host/x",
                "a\\b",
                "data/.."
            })
    void links_that_leave_the_folder_are_refused(String path) {
        assertThatThrownBy(() -> new ReportContent.Link("x", path)).isInstanceOf(BadSetting.class);
    }

    @Test
    void sections_without_content_are_left_out() {
        var empty = new ReportContent(
                "t", "v", "r", List.of(), List.of(), List.of(), List.of(), List.of(), "", List.of(), "", List.of());

        assertThat(HtmlReport.html(empty)).doesNotContain("<section").contains("<h1>t</h1>");
    }

    @Test
    void changed_settings_are_marked_in_words_too() {
        assertThat(PAGE)
                .contains("<tr class=\"changed\"><th scope=\"row\">network.units</th><td>128</td><td>● changed</td>");
        assertThat(PAGE).contains("2 of 5 settings differ");
    }

    @Test
    void the_same_content_gives_the_same_file(@TempDir Path folder) throws Exception {
        HtmlReport.write(DemoReport.content(), folder.resolve("report.html"));

        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(PAGE);
    }

    private static String hash(String text) throws Exception {
        var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String group(String text, String pattern) {
        return groups(text, pattern).get(0);
    }

    private static List<String> groups(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
