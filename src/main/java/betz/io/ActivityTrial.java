// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Point;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one trial in a table. */
final class ActivityTrial {
    private final String condition;
    private final String label;
    private final double direction;
    private final Point target;
    private final double go;
    private int[] rows = new int[8];
    private int size;

    /**
     * Begins a trial.
     *
     * @param condition its label
     * @param label as messages name the trial
     * @param direction rad; NaN where it is not known
     * @param target m; NaN where it is not known
     * @param go time of the go cue, s
     */
    ActivityTrial(String condition, String label, double direction, Point target, double go) {
        this.condition = condition;
        this.label = label;
        this.direction = direction;
        this.target = target;
        this.go = go;
    }

    String condition() {
        return condition;
    }

    String label() {
        return label;
    }

    double direction() {
        return direction;
    }

    Point target() {
        return target;
    }

    double go() {
        return go;
    }

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = row;
    }

    /** Returns the number of rows. */
    int size() {
        return size;
    }

    /** Returns a row of the table by its place in the trial. */
    int row(int place) {
        return rows[place];
    }

    /** Puts the rows in the order of their times; those of the same time stay in the order of the table. */
    void order(double[] times) {
        boolean ordered = IntStream.range(1, size).allMatch(i -> times[rows[i - 1]] <= times[rows[i]]);
        if (!ordered) {
            rows = Arrays.stream(rows, 0, size)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> times[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
