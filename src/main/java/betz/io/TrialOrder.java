// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Sorts rows by trial and step, and tells what is there twice or missing. */
final class TrialOrder {
    private final Table table;
    private final int column;
    private final LongFunction<String> written;
    private final long[] trial;
    private final long[] step; // -1 where trial or step is not known

    /** Takes the rows of one trial, in the order of its steps. */
    @FunctionalInterface
    interface Trials {
        void take(long trial, IntStream rows);
    }

    /**
     * Prepares for the rows of a table.
     *
     * @param column that tells the step
     * @param written a step as that column would have it
     */
    TrialOrder(Table table, int column, LongFunction<String> written) {
        this.table = table;
        this.column = column;
        this.written = written;
        trial = new long[table.size()];
        step = new long[table.size()];
    }

    /** Notes trial and step of a row, below 0 where they could not be read. */
    void add(int row, long trialOfRow, long stepOfRow) {
        trial[row] = trialOfRow;
        step[row] = trialOfRow < 0 ? -1 : stepOfRow;
    }

    /** Hands out trial after trial. */
    void each(Trials trials) {
        int[] order = order();
        int[] unread = unread();
        int first = 0;
        for (int i = 0; i < order.length; i++) {
            int lineBefore = i == 0 ? 1 : table.line(order[i - 1]);
            follows(order[i], i == first ? -1 : order[i - 1], lineBefore, unread);
            if (i + 1 == order.length || trial[order[i + 1]] != trial[order[i]]) {
                trials.take(trial[order[i]], Arrays.stream(order, first, i + 1));
                first = i + 1;
            }
        }
    }

    private int[] order() {
        int[] known =
                IntStream.range(0, step.length).filter(row -> step[row] >= 0).toArray();
        boolean sorted = IntStream.range(1, known.length).allMatch(i -> compare(known[i - 1], known[i]) <= 0);
        return sorted
                ? known
                : Arrays.stream(known)
                        .boxed()
                        .sorted(this::compare)
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private int compare(int one, int other) {
        int byTrial = Long.compare(trial[one], trial[other]);
        return byTrial != 0 ? byTrial : Long.compare(step[one], step[other]);
    }

    /** Returns the lines of which trial and step are not known: each may be what seems to be missing. */
    private int[] unread() {
        IntStream rows =
                IntStream.range(0, step.length).filter(row -> step[row] < 0).map(table::line);
        return IntStream.concat(rows, table.broken().stream().mapToInt(Integer::intValue))
                .sorted()
                .toArray();
    }

    /** Tells a row that does not come right after the one before it in its trial, or does not begin it. */
    private void follows(int row, int before, int lineBefore, int[] unread) {
        long expected = before < 0 ? 0 : step[before] + 1;
        if (before >= 0 && step[row] == step[before]) {
            String told = "each step of trial " + trial[row] + " once; line " + table.line(before) + " has it too";
            table.problem(row, column, told);
        } else if (step[row] - expected > between(unread, lineBefore, table.line(row))) {
            String why = before < 0
                    ? ", the first of trial " + trial[row]
                    : ", which trial " + trial[row] + " lacks after line " + table.line(before);
            table.problem(row, column, written.apply(expected) + why);
        }
    }

    /** Returns how many of the sorted lines lie between two others, which are none of them. */
    private static int between(int[] lines, int one, int other) {
        return Math.abs(Arrays.binarySearch(lines, one) - Arrays.binarySearch(lines, other));
    }
}
