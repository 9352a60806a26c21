// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.Locale;

/** The numbers of a figure as a table, one point a row: panel, series, role, x, y and the ends of its interval. */
final class FigureCsv {
    private FigureCsv() {}

    static String of(Figure figure) {
        var text = new StringBuilder("panel,series,role,x,y,low,high,x label,y label\n");
        for (var part : figure.parts()) {
            String panel = part == figure ? "" : cell(part.caption().title());
            for (var series : part.series()) {
                rows(text, panel, series, labels(part));
            }
            for (var mark : part.marks()) {
                text.append(panel + "," + cell(mark.name()) + ",mark," + NumberText.exact(mark.at()) + ",,,,"
                        + labels(part) + "\n");
            }
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, String panel, Series series, String labels) {
        String head =
                panel + "," + cell(series.name()) + "," + series.role().name().toLowerCase(Locale.ROOT) + ",";
        for (int i = 0; i < series.size(); i++) {
            text.append(head)
                    .append(NumberText.exact(series.x(i)))
                    .append(',')
                    .append(NumberText.exact(series.y(i)))
                    .append(series.hasInterval() ? interval(series, i) : ",,")
                    .append(',')
                    .append(labels)
                    .append('\n');
        }
    }

    private static String interval(Series series, int i) {
        return "," + NumberText.exact(series.low(i)) + "," + NumberText.exact(series.high(i));
    }

    private static String labels(Figure figure) {
        var axes = Axes.of(figure);
        return cell(axes.x().text()) + "," + cell(axes.y().text());
    }

    /** Returns text as one cell that no spreadsheet takes for a formula. */
    static String cell(String text) {
        String clean = PlainText.of(text);
        String safe = clean.matches("(?s)\\s*[=+\\-@].*") ? "'" + clean : clean;
        return safe.matches("(?s).*[\",\\n\\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
