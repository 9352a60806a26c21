// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** The step of a table's times, which must be the same throughout; tells rows that are missing, there twice or in between. */
final class EvenSteps {
    /** Times written in whole milliseconds at 120 Hz are so far from even, steps. */
    private static final double UNEVEN = 0.1;

    /** Finer or coarser steps are a mistaken unit, s. */
    private static final double FINEST = 5e-5;

    private static final double COARSEST = 1;

    private static final MathContext DIGITS = new MathContext(12);

    private final Table table;
    private final int column;
    private final double scale;
    private final List<ActivityTrial> trials;
    private final double[] times;

    /**
     * Prepares for trials whose rows are in order.
     *
     * @param column of the times
     * @param scale s of one in that column
     * @param times of each row, s
     */
    EvenSteps(Table table, int column, double scale, List<ActivityTrial> trials, double[] times) {
        this.table = table;
        this.column = column;
        this.scale = scale;
        this.trials = trials;
        this.times = times;
    }

    /** Returns the step, s; what is wrong is noted in the table. */
    double step() {
        double[] steps = trials.stream()
                .flatMapToDouble(trial -> java.util.stream.IntStream.range(1, trial.size())
                        .mapToDouble(i -> times[trial.row(i)] - times[trial.row(i - 1)]))
                .filter(step -> step > 0)
                .sorted()
                .toArray();
        if (steps.length == 0) {
            table.problem(
                    1,
                    "no trial has two times in " + table.header().get(column)
                            + ", expected several rows in each, or no times at all");
            return 1;
        }
        double usual = steps[steps.length / 2];
        double mean = Arrays.stream(steps)
                .filter(step -> Math.abs(step - usual) <= 2 * UNEVEN * usual)
                .average()
                .orElse(usual);
        double step = new BigDecimal(mean).round(DIGITS).doubleValue();
        if (step < FINEST || step > COARSEST) {
            String unit = step > COARSEST ? "at most 1 s; milliseconds are written time_ms" : "at least 0.05 ms";
            table.problem(
                    1, table.header().get(column) + " steps by " + SignalCsv.number(step) + " s, expected " + unit);
        }
        trials.forEach(trial -> check(trial, step));
        return step;
    }

    private void check(ActivityTrial trial, double step) {
        for (int i = 1; i < trial.size() && !table.isHopeless(); i++) {
            int row = trial.row(i);
            int before = trial.row(i - 1);
            double passed = (times[row] - times[before]) / step;
            if (Math.abs(passed - 1) <= 2 * UNEVEN) {
                continue;
            }
            String next = SignalCsv.number(rounded(times[before] + step) / scale);
            if (passed < UNEVEN) {
                table.problem(
                        row,
                        column,
                        "each time of " + trial.label() + " once; line " + table.line(before) + " has it too");
            } else if (Math.abs(passed - Math.rint(passed)) <= UNEVEN && passed > 1) {
                table.problem(
                        row, column, next + ", which " + trial.label() + " lacks after line " + table.line(before));
            } else {
                table.problem(
                        row,
                        column,
                        next + ", one step of " + SignalCsv.number(1000 * step) + " ms after line "
                                + table.line(before));
            }
        }
    }

    private static double rounded(double time) {
        return new BigDecimal(time).round(new MathContext(9)).doubleValue();
    }
}
