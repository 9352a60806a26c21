// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Steps;
import betz.effector.Effector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads muscle commands: a CSV file with {@code trial}, {@code step} or {@code time}, and a column per muscle, found as {@link
 * MuscleColumns} says. Rows may stand in any order; the steps of a trial begin with 0 and have no gaps.
 */
public final class CommandTable {
    private final Table table;
    private final Effector effector;
    private final double dt;
    private final int trialColumn;
    private final int stepColumn;
    private final int timeColumn;
    private final int[] muscles; // column of each
    private final double timeScale;

    private CommandTable(Table table, Effector effector, double dt) {
        this.table = table;
        this.effector = effector;
        this.dt = dt;
        trialColumn = table.findOnce("trial");
        stepColumn = table.findOnce("step");
        timeColumn = table.findOnce("time");
        boolean bare = timeColumn >= 0 && table.header().get(timeColumn).equals("time");
        timeScale = bare ? 1 : table.scale(timeColumn, Table.TIMES);
        need(trialColumn >= 0, "trial");
        need(stepColumn >= 0 || timeColumn >= 0, "step or time");
        muscles = table.hasHeader() ? muscles() : new int[0];
        if (table.size() == 0 && table.broken().isEmpty()) {
            table.problem(1, "no row follows the header, expected at least one command");
        }
    }

    private void need(boolean there, String column) {
        if (!there) {
            table.problem(1, "the columns are " + String.join(", ", table.header()) + ", expected also " + column);
        }
    }

    private int[] muscles() {
        List<Integer> places = IntStream.range(0, table.header().size())
                .filter(column -> column != trialColumn && column != stepColumn && column != timeColumn)
                .boxed()
                .toList();
        List<String> names = places.stream().map(table.header()::get).toList();
        var columns = new MuscleColumns(names, effector);
        var problem = columns.problem();
        if (problem.isPresent()) {
            table.problem(1, problem.get() + String.join(", ", effector.muscleNames()));
            return new int[0];
        }
        return IntStream.range(0, places.size())
                .map(m -> places.get(columns.of(m)))
                .toArray();
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
        List<CommandTrial> trials = table.hasHeader() ? reader.trials() : List.of();
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
        boolean counted = stepColumn >= 0;
        var order = new TrialOrder(table, counted ? stepColumn : timeColumn, counted ? Long::toString : this::time);
        for (int row = 0; row < excitation.length; row++) {
            order.add(row, table.count(row, trialColumn), step(row));
            excitation[row] = excitations(row);
        }
        List<CommandTrial> trials = new ArrayList<>();
        order.each((trial, rows) -> trials.add(new CommandTrial(
                trial,
                effector.startJoint(),
                new double[2],
                rows.mapToObj(row -> excitation[row]).toArray(double[][]::new))));
        return trials;
    }

    /** Returns the step of a row, or -1 after telling that it has none. */
    private long step(int row) {
        if (stepColumn < 0) {
            return stepOfTime(row);
        }
        long step = table.count(row, stepColumn);
        long timed = timeColumn < 0 ? step : stepOfTime(row);
        if (step >= 0 && timed >= 0 && timed != step) {
            table.problem(row, timeColumn, time(step) + ", the time of step " + step);
        }
        return step;
    }

    /** Returns the step of a time, or -1 after telling that it is none. */
    private long stepOfTime(int row) {
        double time = table.present(row, timeColumn) * timeScale;
        if (Double.isNaN(time)) {
            return -1;
        }
        if (time < -dt / 2 || time > Integer.MAX_VALUE * dt || !Steps.areWhole(time, dt)) {
            table.problem(row, timeColumn, "a multiple of dt, " + time(1) + ", from 0 on");
            return -1;
        }
        return Math.round(time / dt);
    }

    /** Returns the time of a step as its column would have it. */
    private String time(long step) {
        return SignalCsv.number(step * dt / timeScale);
    }

    private double[] excitations(int row) {
        double[] excitation = new double[muscles.length];
        for (int m = 0; m < excitation.length; m++) {
            excitation[m] = table.present(row, muscles[m]);
        }
        return excitation;
    }
}
