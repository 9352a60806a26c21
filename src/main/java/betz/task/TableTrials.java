// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.BadSetting;
import betz.common.Require;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trials that somebody wrote down. Rows are drawn evenly for training; held-out trials go through them in order, again and again.
 *
 * <p>Conditions are numbered by direction, that of the mean of their reaches. Nothing but the row is drawn.
 *
 * @param name of the table, for messages
 * @param rows at least one
 * @param conditions of all rows, in order of their index
 */
public record TableTrials(String name, List<TableRow> rows, List<Condition> conditions) implements Sampler {
    /** Directions so little below the x axis count as on it, rad: only rounding puts them there. */
    private static final double ALMOST_ZERO = 1e-9;

    public TableTrials {
        Require.count("rows", rows.size(), 1, Integer.MAX_VALUE);
        rows = List.copyOf(rows);
        conditions = List.copyOf(conditions);
    }

    /** Makes trials of rows, and finds their conditions. */
    public static TableTrials of(String name, List<TableRow> rows) {
        return new TableTrials(name, rows, conditions(rows));
    }

    private static List<Condition> conditions(List<TableRow> rows) {
        List<Condition> found = rows.stream()
                .map(TableRow::condition)
                .distinct()
                .map(label -> new Condition(0, label, direction(label, rows)))
                .sorted(Comparator.comparingDouble(Condition::direction))
                .toList();
        return IntStream.range(0, found.size())
                .mapToObj(
                        i -> new Condition(i, found.get(i).label(), found.get(i).direction()))
                .toList();
    }

    /** Returns the direction of the mean reach of a condition, from 0 to 2π. */
    private static double direction(String label, List<TableRow> rows) {
        double x = 0;
        double y = 0;
        for (TableRow row : rows) {
            if (row.condition().equals(label)) {
                x += row.target().x() - row.start().x();
                y += row.target().y() - row.start().y();
            }
        }
        double direction = StrictMath.atan2(y, x);
        if (direction < -ALMOST_ZERO) {
            return direction + 2 * Math.PI;
        }
        return Math.max(0, direction);
    }

    @Override
    public int kinds() {
        return rows.size();
    }

    @Override
    public double longest() {
        return rows.stream().mapToDouble(TableRow::end).max().orElse(0);
    }

    @Override
    public double startsWithin() {
        var home = new Point(0, 0);
        return rows.stream()
                .mapToDouble(row -> row.start().distance(home))
                .max()
                .orElse(0);
    }

    @Override
    public int steps(double dt) {
        return TargetCircle.steps(longest(), dt) + 1;
    }

    /** Returns every row whose start, target or straight way between them the hand cannot reach. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        List<BadSetting> misfits = new ArrayList<>();
        for (TableRow row : rows) {
            Point start = placed(body, row.start());
            Point target = placed(body, row.target());
            if (!body.reachesStraight(start, target)) {
                String what = !body.reaches(target)
                        ? "the target at " + TargetCircle.place(row.target())
                        : !body.reaches(start)
                                ? "the start at " + TargetCircle.place(row.start())
                                : "the straight way from " + TargetCircle.place(row.start()) + " to "
                                        + TargetCircle.place(row.target());
                misfits.add(new BadSetting(
                        "file",
                        name + " with " + what + " in line " + row.line(),
                        "places that the hand can reach: " + body.workspace() + "; (0, 0) cm of the table is "
                                + TargetCircle.place(body.home())));
            }
        }
        return misfits;
    }

    @Override
    public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
        Require.count("row", kind, 0, rows.size() - 1);
        TableRow row = rows.get(kind);
        Condition condition = conditions.stream()
                .filter(one -> one.label().equals(row.condition()))
                .findFirst()
                .orElseThrow();
        int end = TargetCircle.steps(row.end(), dt);
        int targetOff = row.targetOff() < row.end() ? TargetCircle.steps(row.targetOff(), dt) : end;
        return new Trial(
                condition,
                placed(body, row.start()),
                placed(body, row.target()),
                TargetCircle.steps(row.targetOn(), dt),
                targetOff,
                TargetCircle.steps(row.go(), dt),
                end);
    }

    private static Point placed(Workspace body, Point place) {
        return body.home().plus(place.x(), place.y());
    }
}
