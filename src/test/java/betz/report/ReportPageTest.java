// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a reader, a printer or a screen reader finds in the page. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportPageTest {
    private static final String PAGE = HtmlReport.html(DemoReport.content());
    private static final String STYLE = Resource.text("report.css");
    private static final String SCRIPT = Resource.text("report.js");

    private static List<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(PAGE).results().toList();
    }

    private static Element body() throws Exception {
        String body = found("(?s)(<body>.*)<script>")
                .get(0)
                .group(1)
                .replaceAll("<input([^>]*)>", "<input$1/>")
                .replace(" hidden>", ">");
        return ChartsTest.parse(body + "</body>").getDocumentElement();
    }

    private static List<Element> elements(String tag) throws Exception {
        var nodes = body().getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void there_is_one_main_heading_and_no_level_is_jumped() {
        var levels = found("<h([1-6])").stream()
                .map(heading -> Integer.parseInt(heading.group(1)))
                .toList();

        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void sections_stand_in_the_order_in_which_the_contents_name_them() {
        var named = found("<a href=\"#(section-[a-z-]+)\"").stream()
                .map(link -> link.group(1))
                .toList();
        var sections = found("<section id=\"(section-[a-z-]+)\"").stream()
                .map(section -> section.group(1))
                .toList();

        assertThat(sections).isEqualTo(named).hasSize(8).startsWith("section-warnings", "section-key-numbers");
    }

    @Test
    void warnings_stand_before_any_number() {
        assertThat(PAGE.indexOf("2 of 128 units were silent")).isPositive().isLessThan(PAGE.indexOf("<table"));
    }

    @Test
    void the_page_states_its_language_its_encoding_and_its_title() {
        assertThat(PAGE).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        assertThat(PAGE).contains("<meta charset=\"utf-8\">", "<title>centre-out</title>");
        // a browser reads the encoding from the first 1024 bytes
        assertThat(PAGE.indexOf("<meta charset")).isLessThan(1024);
    }

    @Test
    void every_head_of_a_table_says_whether_it_heads_a_row_or_a_column() throws Exception {
        assertThat(elements("th"))
                .isNotEmpty()
                .allMatch(head -> List.of("row", "col").contains(head.getAttribute("scope")));
    }

    @Test
    void every_row_of_a_table_has_as_many_cells_as_its_head() throws Exception {
        for (var table : elements("table")) {
            var rows = table.getElementsByTagName("tr");
            int columns = cells((Element) rows.item(0));
            for (int i = 1; i < rows.getLength(); i++) {
                assertThat(cells((Element) rows.item(i))).isEqualTo(columns);
            }
        }
    }

    private static int cells(Element row) {
        return row.getElementsByTagName("th").getLength()
                + row.getElementsByTagName("td").getLength();
    }

    @Test
    void a_number_tells_its_column_where_a_screen_has_no_room_for_columns() throws Exception {
        var cells = elements("td").stream()
                .filter(cell -> cell.hasAttribute("data-head"))
                .toList();

        assertThat(cells).hasSize(3 * 5 + 2 * 6); // key numbers, networks
        assertThat(cells.get(0).getAttribute("data-head")).isEqualTo("Network");
        assertThat(cells.get(1).getAttribute("data-head")).isEqualTo("Cortex");
        assertThat(STYLE).contains("attr(data-head)");
    }

    @Test
    void whatever_may_be_wider_than_the_screen_scrolls_by_itself_and_by_keyboard() throws Exception {
        for (var box : elements("div")) {
            var classes = box.getAttribute("class");
            boolean wide = classes.contains("scroll")
                    && (box.getElementsByTagName("thead").getLength() > 0
                            || ((Element) box.getParentNode())
                                    .getAttribute("class")
                                    .equals("wide"));
            assertThat(!wide || box.getAttribute("tabindex").equals("0")).isTrue();
        }
        assertThat(STYLE).contains(".scroll { overflow-x: auto; }").contains("overflow-wrap: break-word");
    }

    @Test
    void every_drawing_is_an_image_with_words_of_its_own() throws Exception {
        var drawings = elements("svg");

        assertThat(drawings).hasSize(DemoFigures.all().size());
        assertThat(drawings).allMatch(drawing -> drawing.getAttribute("role").equals("img"));
        assertThat(drawings.stream().map(drawing -> drawing.getAttribute("aria-label")))
                .noneMatch(String::isBlank)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_search_box_has_a_label_and_is_hidden_where_no_script_runs() {
        assertThat(PAGE)
                .contains("<p class=\"search\" hidden><label for=\"search\">")
                .contains("<input id=\"search\"");
        assertThat(SCRIPT).contains("hidden = false");
    }

    @Test
    void the_script_evaluates_nothing_writes_no_markup_and_asks_no_one() {
        assertThat(SCRIPT)
                .doesNotContain("eval(")
                .doesNotContain("Function(")
                .doesNotContain("innerHTML")
                .doesNotContain("fetch(")
                .doesNotContain("XMLHttpRequest");
    }

    @Test
    void paper_shows_whole_tables_in_black_without_what_only_a_screen_needs() {
        String print = STYLE.substring(STYLE.indexOf("@media print"));

        assertThat(print)
                .contains("nav, .search { display: none; }")
                .contains(".scroll { overflow: visible; }")
                .contains("--ink: #000")
                .contains("min-width: 0");
        assertThat(STYLE).contains("figure { margin: 0; min-width: 0; break-inside: avoid; }");
    }

    @Test
    void drawings_keep_their_white_paper_in_a_dark_page() {
        assertThat(STYLE).contains("prefers-color-scheme: dark").contains(".chart { background: #fff;");
    }

    @ParameterizedTest
    @CsvSource({
        "a b#1.csv,a%20b%231.csv",
        "50%.csv,50%25.csv",
        "what?.csv,what%3F.csv",
        "data/target.npz,data/target.npz",
        "größe.csv,größe.csv"
    })
    void an_address_leads_to_the_file_of_its_name(String path, String address) {
        var content = new ReportContent(
                "t",
                "v",
                "r",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                List.of(new ReportContent.Link("x", path)));

        assertThat(HtmlReport.html(content)).contains("<a href=\"" + address + "\">x</a>");
    }

    @Test
    void a_report_keeps_its_own_copy_of_every_list() {
        var warnings = new ArrayList<>(List.of("first"));
        var content = new ReportContent(
                "t", "v", "r", List.of(), List.of(), List.of(), List.of(), List.of(), "", warnings, "", List.of());

        warnings.add("second");

        assertThat(HtmlReport.html(content)).contains("first").doesNotContain("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "A", "a b", "a/b", "-a", "ä"})
    void an_id_that_cannot_be_a_file_name_is_refused(String id) {
        assertThatThrownBy(() -> Caption.of(id, "T", "t"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("lower-case letters");
    }

    @Test
    void a_figure_without_an_alternative_text_is_refused() {
        assertThatThrownBy(() -> new Caption("a", "T", "t", " "))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("alt");
    }
}
