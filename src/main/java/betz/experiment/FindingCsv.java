// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Values;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists and tables of a finding as CSV: a list in one column, a table with numbered ones. */
final class FindingCsv {
    private FindingCsv() {}

    static String of(Values values) {
        double[][] rows = values.isTable()
                ? values.rows()
                : Arrays.stream(values.numbers())
                        .mapToObj(number -> new double[] {number})
                        .toArray(double[][]::new);
        int columns = rows.length == 0 ? 1 : rows[0].length;
        String unit = values.unit().equals(FindingJson.PLAIN) ? "" : " [" + values.unit() + "]";
        String head = values.isTable()
                ? IntStream.range(0, columns)
                        .mapToObj(column -> values.name() + "_" + column + unit)
                        .collect(Collectors.joining(","))
                : values.name() + unit;
        var text = new StringBuilder(head).append('\n');
        for (double[] row : rows) {
            text.append(Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }
}
