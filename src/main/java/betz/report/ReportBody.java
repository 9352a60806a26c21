// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/** The sections of a report; a section without content is left out. */
final class ReportBody {
    private final ReportContent content;
    private final Html page;

    ReportBody(ReportContent content, Html page) {
        this.content = content;
        this.page = page;
    }

    void write() {
        page.raw("<header>").element("h1", content.title()).element("p class=\"verdict\"", content.verdict());
        contents();
        page.raw("</header>").raw("<main>");
        section("warnings", "Warnings", content.warnings(), this::warnings);
        section("key-numbers", "Key numbers", content.keyNumbers(), this::keyNumbers);
        section("networks", "Networks", content.networks(), this::networks);
        content.tables().forEach(table -> section(table.id(), table.title(), table.rows(), () -> table(table)));
        section("figures", "Figures", content.figures(), this::figures);
        section("settings", "Settings", content.settings(), this::settings);
        section("provenance", "Provenance", provenanceRows(), this::provenance);
        section("data", "Data", content.links(), this::links);
        section("citation", "How to cite", lines(content.citation()), () -> page.element("p", content.citation()));
        page.raw("</main>");
    }

    private void contents() {
        page.raw("<nav aria-label=\"Contents\"><ul>");
        entry("warnings", "Warnings", content.warnings());
        entry("key-numbers", "Key numbers", content.keyNumbers());
        entry("networks", "Networks", content.networks());
        content.tables().forEach(table -> entry(table.id(), PlainText.escaped(table.title()), table.rows()));
        entry("figures", "Figures", content.figures());
        entry("settings", "Settings", content.settings());
        entry("provenance", "Provenance", provenanceRows());
        entry("data", "Data", content.links());
        entry("citation", "How to cite", lines(content.citation()));
        page.raw("</ul></nav>");
    }

    private void entry(String id, String title, List<?> what) {
        if (!what.isEmpty()) {
            page.raw("<li><a href=\"#section-" + id + "\">" + title + "</a></li>");
        }
    }

    private void section(String id, String title, List<?> what, Runnable body) {
        if (!what.isEmpty()) {
            page.raw("<section id=\"section-" + id + "\">").element("h2", title);
            body.run();
            page.raw("</section>");
        }
    }

    private void warnings() {
        page.raw("<ul class=\"warnings\">");
        content.warnings().forEach(w -> page.element("li", w));
        page.raw("</ul>");
    }

    private void keyNumbers() {
        var heads = List.of(
                "Measure", "Network", content.reference(), "95 % interval (network)", "Unit", "How it is measured");
        page.raw("<div class=\"scroll\" tabindex=\"0\"><table id=\"numbers\">")
                .head(heads)
                .raw("<tbody>");
        for (var row : content.keyNumbers()) {
            page.row(heads, row.name(), row.network(), row.cortex(), row.interval(), row.unit(), row.note());
        }
        page.raw("</tbody></table></div>");
    }

    private void networks() {
        var heads = List.of(
                "Network",
                "Units",
                "Weights",
                "Last loss",
                "End-point error, mm",
                "Direction error, deg",
                "Hand velocity R²");
        page.raw("<div class=\"scroll\" tabindex=\"0\"><table id=\"compared\">")
                .head(heads)
                .raw("<tbody>");
        for (var row : content.networks()) {
            page.row(
                    heads,
                    row.name(),
                    row.units(),
                    row.parameters(),
                    row.loss(),
                    row.endError(),
                    row.directionError(),
                    row.velocityFit());
        }
        page.raw("</tbody></table></div>");
    }

    private void table(ReportTable table) {
        if (!table.text().isEmpty()) {
            page.element("p", table.text());
        }
        page.raw("<div class=\"scroll\" tabindex=\"0\"><table id=\"" + table.id() + "\">")
                .head(table.heads())
                .raw("<tbody>");
        table.rows().forEach(row -> page.row(table.heads(), row.toArray(String[]::new)));
        page.raw("</tbody></table></div>");
    }

    private void figures() {
        page.raw("<div class=\"figures\">");
        int number = 0;
        for (var figure : content.figures()) {
            number++;
            figure(figure, number);
        }
        page.raw("</div>");
    }

    private void figure(Figure figure, int number) {
        var words = figure.caption();
        boolean wide = figure instanceof Panels panels && panels.columns() > 1;
        page.raw("<figure id=\"" + words.id() + "\"" + (wide ? " class=\"wide\"" : "") + ">");
        page.raw("<div class=\"chart scroll\"" + (wide ? " tabindex=\"0\"" : "") + ">" + Charts.svg(figure) + "</div>");
        page.raw("<figcaption>" + Html.inline("b", "Figure " + number + ". " + words.title() + ".") + " "
                + PlainText.escaped(words.text()) + "</figcaption></figure>");
    }

    private void settings() {
        long changed = content.settings().stream()
                .filter(ReportContent.Setting::changed)
                .count();
        page.element(
                "p", changed + " of " + content.settings().size() + " settings differ from their default (marked ●).");
        page.raw("<p class=\"search\" hidden><label for=\"search\">Search </label>"
                + "<input id=\"search\" type=\"search\" autocomplete=\"off\"></p>");
        page.raw("<div class=\"scroll\" tabindex=\"0\"><table id=\"settings\">")
                .head(List.of("Setting", "Value", "Changed", "Meaning"))
                .raw("<tbody>");
        for (var row : content.settings()) {
            page.row(
                    row.changed() ? " class=\"changed\"" : "",
                    row.path(),
                    row.value(),
                    row.changed() ? "● changed" : "",
                    row.note());
        }
        page.raw("</tbody></table></div>");
    }

    private void provenance() {
        if (!content.command().isBlank()) {
            page.element("p", "This command repeats the run:").element("pre", content.command());
        }
        page.raw("<div class=\"scroll\"><table><tbody>");
        content.provenance().forEach(e -> page.row("", e.name(), e.value()));
        page.raw("</tbody></table></div>");
    }

    private void links() {
        page.raw("<ul>");
        for (var link : content.links()) {
            page.raw("<li><a href=\"" + address(link.path()) + "\">" + PlainText.escaped(link.label()) + "</a></li>");
        }
        page.raw("</ul>");
    }

    /** Returns a relative path as an address: a file may be called {@code a b#1.csv}. */
    private static String address(String path) {
        String encoded = PlainText.of(path)
                .replace("%", "%25")
                .replace(" ", "%20")
                .replace("#", "%23")
                .replace("?", "%3F");
        return PlainText.escaped(encoded);
    }

    private List<String> provenanceRows() {
        var rows = new java.util.ArrayList<>(lines(content.command()));
        content.provenance().forEach(e -> rows.add(e.name()));
        return rows;
    }

    private static List<String> lines(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
