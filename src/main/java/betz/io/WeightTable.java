// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a table of weights: a row for each unit, with columns w0, w1, ... of what it hears, u0, u1, ... of inputs, and b. */
final class WeightTable {
    private static final Pattern COLUMN = Pattern.compile("[wu]\\d+|b");

    private final Table table;
    private final int units;
    private final int inputs;

    WeightTable(Table table) {
        this.table = table;
        units = count("w");
        inputs = count("u");
        check();
    }

    /** Tells whether a header is one of such a table. */
    static boolean is(List<String> header) {
        return header.contains("w0")
                && header.stream().allMatch(name -> COLUMN.matcher(name).matches());
    }

    private int count(String letter) {
        return (int) table.header().stream()
                .filter(name -> name.matches(letter + "\\d+"))
                .count();
    }

    private void check() {
        for (String name : table.header()) {
            if (!COLUMN.matcher(name).matches()) {
                table.problem(1, "the column " + Excerpt.of(name) + " is not known, expected w0, w1, ..., u0, ..., b");
            }
        }
        columns("w", units);
        columns("u", inputs);
        table.findOnce("b");
        if (table.size() != units || units == 0) {
            table.problem(1, table.size() + " rows follow the columns of " + units + " units, expected one for each");
        }
        table.checkHeader();
    }

    private int[] columns(String letter, int count) {
        return IntStream.range(0, count)
                .map(i -> table.need(letter + i, letter + i))
                .toArray();
    }

    NetworkWeights weights() {
        double[][] w = block(columns("w", units));
        double[][] u = block(columns("u", inputs));
        double[] b = new double[units];
        int bias = table.find("b");
        for (int unit = 0; unit < units; unit++) {
            b[unit] = bias < 0 ? 0 : table.present(unit, bias);
        }
        table.check();
        return new NetworkWeights(w, u, b, new double[inputs]);
    }

    private double[][] block(int... columns) {
        double[][] block = new double[units][columns.length];
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < columns.length; i++) {
                block[unit][i] = table.present(unit, columns[i]);
            }
        }
        return block;
    }
}
