// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.WorkedExample.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The numbers of a worked example as a person writes them down: equations, every row, the error, every gradient. */
final class PropagationTable {
    private final Example example;
    private final Propagation result;
    private final List<String> lines = new ArrayList<>();

    private PropagationTable(Example example, Propagation result) {
        this.example = example;
        this.result = result;
    }

    /** Returns the lines; a gradient stands where its weight stands in the file. */
    static List<String> of(Example example, Propagation result) {
        var table = new PropagationTable(example, result);
        table.forward();
        if (example.gradients()) {
            table.gradients();
        }
        return List.copyOf(table.lines);
    }

    /** Returns a number with the digits that are shown: as many as a pocket calculator tells with confidence. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.matches("-0\\.0+") ? text.substring(1) : text;
    }

    private void forward() {
        String phi = example.hidden().activation().name().toLowerCase(Locale.ROOT);
        lines.add(
                example.isRecurrent()
                        ? "a(t) = W x(t) + R h(t-1) + b,  h(t) = " + phi + "(a(t)),  h(0) = 0,  y(t) = V h(t) + c"
                        : "a = W x + b,  h = " + phi + "(a),  y = V h + c");
        lines.add("");
        List<List<String>> cells = new ArrayList<>();
        var first = result.rows().get(0);
        cells.add(join(List.of(
                List.of(example.isRecurrent() ? "step" : "sample"),
                names("a", first.drive().size()),
                names("h", first.activity().size()),
                names("y", first.output().size()),
                names("target", first.output().size()))));
        for (int i = 0; i < result.rows().size(); i++) {
            var row = result.rows().get(i);
            cells.add(join(List.of(
                    List.of(Integer.toString(i + 1)),
                    numbers(row.drive()),
                    numbers(row.activity()),
                    numbers(row.output()),
                    numbers(example.targets().get(i)))));
        }
        aligned(cells);
        lines.add("");
        lines.add("E = 1/2 sum (y - target)^2 = " + number(result.error()));
    }

    private void gradients() {
        result.gradient().forEach((symbol, rows) -> {
            boolean reads = symbol.equals("V") || symbol.equals("c");
            boolean isVector = symbol.equals("b") || symbol.equals("c");
            List<String> to = isVector ? List.of("") : names(reads ? "y" : "h", rows.size());
            String from = symbol.equals("W") ? "x" : symbol.equals("c") ? "y" : "h";
            List<List<String>> cells = new ArrayList<>();
            cells.add(join(
                    List.of(List.of("dE/d" + symbol), names(from, rows.get(0).size()))));
            for (int i = 0; i < rows.size(); i++) {
                cells.add(join(List.of(List.of(to.get(i)), numbers(rows.get(i)))));
            }
            lines.add("");
            aligned(cells);
        });
    }

    private static List<String> numbers(List<Double> values) {
        return values.stream().map(PropagationTable::number).toList();
    }

    private static List<String> join(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Returns a1, a2, ...; the plain name if there is but one. */
    private static List<String> names(String name, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(count == 1 ? name : name + i);
        }
        return names;
    }

    /** Adds rows whose cells stand right-aligned below one another, the first cell on the left. */
    private void aligned(List<List<String>> cells) {
        int columns = cells.get(0).size();
        int[] widths = new int[columns];
        cells.forEach(row ->
                Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        for (List<String> row : cells) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
    }
}
