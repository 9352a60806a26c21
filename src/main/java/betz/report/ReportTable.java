// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.util.List;

/**
 * A table of a report with a section of its own, such as the scorecard.
 *
 * @param id anchor in the page: lower-case letters, digits and hyphens
 * @param title a few words
 * @param text stands above the table; may be empty
 * @param heads of the columns
 * @param rows cells, [row][column], the first of which names its row
 */
public record ReportTable(String id, String title, String text, List<String> heads, List<List<String>> rows) {
    public ReportTable {
        Require.that(id.matches("[a-z][a-z0-9-]{0,79}"), "id", id, "lower-case letters, digits and hyphens");
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            Require.length("cells of " + row.get(0), row.size(), heads.size());
        }
    }
}
