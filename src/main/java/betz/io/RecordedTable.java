// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the samples of recorded reaches trial by trial. */
final class RecordedTable {
    private final Table table;
    private final int time;
    private final int x;
    private final int y;
    private final int trial;
    private final int condition;
    private final List<RecordedPath> paths = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private RecordedTable(Table table) {
        this.table = table;
        time = table.need("time", "time [s]");
        x = table.need("x", "x [cm]");
        y = table.need("y", "y [cm]");
        trial = table.need("trial", "trial");
        condition = table.need("condition", "condition");
        table.scale(time, Table.TIMES);
        table.scale(x, Table.LENGTHS);
        table.scale(y, Table.LENGTHS);
        table.checkHeader();
    }

    static List<RecordedPath> read(Table table) {
        var reader = new RecordedTable(table);
        reader.rows();
        reader.table.check();
        return reader.paths;
    }

    private void rows() {
        double seconds = table.scale(time, Table.TIMES);
        double metresX = table.scale(x, Table.LENGTHS);
        double metresY = table.scale(y, Table.LENGTHS);
        RecordedPath path = null;
        double last = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < table.size(); row++) {
            if (path == null || !path.trial().equals(table.text(row, trial))) {
                path = begin(row);
                last = Double.NEGATIVE_INFINITY;
            }
            if (!path.condition().equals(table.text(row, condition))) {
                table.problem(
                        table.line(row),
                        "condition is " + table.text(row, condition) + ", expected " + path.condition()
                                + " as before in" + " trial " + path.trial());
            }
            double now = table.number(row, time) * seconds;
            if (!(now > last)) {
                table.problem(
                        table.line(row),
                        "time is " + table.text(row, time) + ", expected a later time than the row before");
            } else {
                last = now;
            }
            path.add(now, table.number(row, x) * metresX, table.number(row, y) * metresY);
        }
    }

    private RecordedPath begin(int row) {
        String name = table.text(row, trial);
        if (!seen.add(name)) {
            table.problem(table.line(row), "trial " + name + " begins again, expected its rows together");
        }
        var target = new Point(optional(row, "target_x", Table.LENGTHS), optional(row, "target_y", Table.LENGTHS));
        var path = new RecordedPath(name, table.text(row, condition), target, optional(row, "go", Table.TIMES));
        paths.add(path);
        return path;
    }

    private double optional(int row, String name, List<String> units) {
        int column = table.find(name);
        return column < 0 ? Double.NaN : table.number(row, column) * table.scale(column, units);
    }
}
