// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/** Builds markup; every text goes in through a method that escapes it. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Appends markup as it is. */
    Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** Appends an element that holds text; what follows the tag's name in {@code tag} is its attributes. */
    Html element(String tag, String content) {
        return raw(inline(tag, content));
    }

    /** Appends a table row of cells that hold text, the first of which names the row. */
    Html row(String attributes, String... cells) {
        var row = new StringBuilder("<tr" + attributes + ">");
        for (int i = 0; i < cells.length; i++) {
            row.append(inline(i == 0 ? "th scope=\"row\"" : "td", cells[i]));
        }
        return raw(row.append("</tr>").toString());
    }

    /** Appends the head row of a table. */
    Html head(List<String> cells) {
        var row = new StringBuilder("<thead><tr>");
        for (var cell : cells) {
            row.append(inline("th scope=\"col\"", cell));
        }
        return raw(row.append("</tr></thead>").toString());
    }

    /** Appends a row whose cells also tell the head of their column, for screens that are too narrow for columns. */
    Html row(List<String> heads, String... cells) {
        var row = new StringBuilder("<tr>").append(inline("th scope=\"row\"", cells[0]));
        for (int i = 1; i < cells.length; i++) {
            row.append(inline("td data-head=\"" + PlainText.escaped(heads.get(i)) + "\"", cells[i]));
        }
        return raw(row.append("</tr>").toString());
    }

    /** Returns an element that holds text. */
    static String inline(String tag, String content) {
        int space = tag.indexOf(' ');
        String name = space < 0 ? tag : tag.substring(0, space);
        return "<" + tag + ">" + PlainText.escaped(content) + "</" + name + ">";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
