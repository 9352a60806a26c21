// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Steps;
import betz.effector.Effector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads muscle commands: a CSV file with {@code trial}, {@code step} or {@code time}, and a column per muscle, in the effector's
 * order and of any names. Rows may stand in any order; the steps of a trial begin with 0 and have no gaps.
 */
public final class CommandTable {
    private final Table table;
    private final Effector effector;
    private final double dt;
    private final int trialColumn;
    private final int stepColumn;
    private final int timeColumn;
    private final List<Integer> muscles;
    private final double timeScale;
    private final long[] trial;
    private final long[] step;

    private CommandTable(Table table, Effector effector, double dt) {
        this.table = table;
        this.effector = effector;
        this.dt = dt;
        trialColumn = table.need("trial", "trial");
        stepColumn = table.find("step");
        timeColumn = table.find("time");
        boolean bare = timeColumn >= 0 && table.header().get(timeColumn).equals("time");
        timeScale = bare ? 1 : table.scale(timeColumn, Table.TIMES);
        muscles = IntStream.range(0, table.header().size())
                .filter(column -> column != trialColumn && column != stepColumn && column != timeColumn)
                .boxed()
                .toList();
        trial = new long[table.size()];
        step = new long[table.size()];
        header();
    }

    private void header() {
        if (stepColumn < 0 && timeColumn < 0) {
            table.problem(1, "the columns are " + String.join(", ", table.header()) + ", expected also step or time");
        } else if (trialColumn >= 0 && muscles.size() != effector.muscles()) {
            table.problem(
                    1,
                    "the columns of muscles are " + muscles.size() + ", expected " + effector.muscles() + ": "
                            + String.join(", ", effector.muscleNames()));
        }
        if (table.size() == 0) {
            table.problem(1, "no row follows the header, expected at least one command");
        }
    }

    /**
     * Reads commands, and where each trial begins if a second file says so; by default in the body's usual posture, at rest.
     *
     * @param dt step that times are counted in, s
     * @return the trials, in the order of their numbers
     * @throws BadTable with all problems of both files, each with its line
     */
    public static List<CommandTrial> read(Path commands, @Nullable Path initial, Effector effector, double dt)
            throws IOException {
        Table table = Table.read(commands);
        Table starts = initial == null ? null : Table.read(initial);
        var reader = new CommandTable(table, effector, dt);
        List<CommandTrial> trials = table.problems().isEmpty() ? reader.trials() : List.of();
        List<String> problems = new ArrayList<>(table.problems());
        if (starts != null) {
            trials = new StartTable(starts, effector).begin(trials, problems.isEmpty());
            problems.addAll(starts.problems());
        }
        if (!problems.isEmpty()) {
            throw new BadTable(problems);
        }
        return trials;
    }

    private List<CommandTrial> trials() {
        double[][] excitation = new double[table.size()][];
        for (int row = 0; row < trial.length; row++) {
            trial[row] = table.count(row, trialColumn);
            step[row] = stepColumn >= 0 ? table.count(row, stepColumn) : steps(row);
            excitation[row] = excitations(row);
        }
        List<CommandTrial> trials = new ArrayList<>();
        List<Integer> order = IntStream.range(0, trial.length)
                .filter(row -> trial[row] >= 0 && step[row] >= 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(row -> trial[row]).thenComparingLong(row -> step[row]))
                .toList();
        List<double[]> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int row = order.get(i);
            int before = i == 0 || trial[order.get(i - 1)] != trial[row] ? -1 : order.get(i - 1);
            follows(row, before);
            steps.add(excitation[row]);
            if (i + 1 == order.size() || trial[order.get(i + 1)] != trial[row]) {
                trials.add(new CommandTrial(
                        trial[row], effector.startJoint(), new double[2], steps.toArray(double[][]::new)));
                steps.clear();
            }
        }
        return trials;
    }

    /** Returns the step of a time, or -1 after telling that it is none. */
    private long steps(int row) {
        if (table.isMissing(row, timeColumn)) {
            return table.count(row, timeColumn);
        }
        double time = table.number(row, timeColumn) * timeScale;
        if (Double.isNaN(time)) {
            return -1;
        }
        if (time < -dt / 2 || !Steps.areWhole(time, dt)) {
            told(row, "a multiple of dt, " + SignalCsv.number(dt / timeScale) + ", from 0 on");
            return -1;
        }
        return Math.round(time / dt);
    }

    private double[] excitations(int row) {
        double[] excitation = new double[muscles.size()];
        for (int m = 0; m < excitation.length; m++) {
            excitation[m] = table.present(row, muscles.get(m));
        }
        return excitation;
    }

    /** Tells a row that does not come right after the one before it in its trial, or does not begin it. */
    private void follows(int row, int before) {
        long expected = before < 0 ? 0 : step[before] + 1;
        if (before >= 0 && step[row] == step[before]) {
            told(row, "each step of trial " + trial[row] + " once; line " + table.line(before) + " has it too");
        } else if (step[row] != expected) {
            double written = stepColumn >= 0 ? expected : expected * dt / timeScale;
            String why = before < 0
                    ? ", the first of trial " + trial[row]
                    : ", which trial " + trial[row] + " lacks after line " + table.line(before);
            told(row, SignalCsv.number(written) + why);
        }
    }

    private void told(int row, String expected) {
        int column = stepColumn >= 0 ? stepColumn : timeColumn;
        table.problem(
                table.line(row),
                table.header().get(column) + " is " + table.text(row, column) + ", expected " + expected);
    }
}
