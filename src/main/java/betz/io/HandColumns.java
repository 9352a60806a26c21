// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Point;
import betz.data.Signal;
import java.util.ArrayList;
import java.util.List;

/** Where the hand was in the trials of a table, and how fast, as far as columns tell; it rests after the end of a trial. */
final class HandColumns {
    private static final List<String> PLANE = List.of("x", "y");

    private final Table table;
    private final ActivityColumns columns;
    private final List<ActivityTrial> trials;
    private final double dt;

    HandColumns(Table table, ActivityColumns columns, List<ActivityTrial> trials, double dt) {
        this.table = table;
        this.columns = columns;
        this.trials = trials;
        this.dt = dt;
    }

    /** Returns position and velocity; the latter by central differences where no columns tell it. */
    List<Signal> signals(int steps) {
        List<Signal> signals = new ArrayList<>();
        if (columns.has("hand_x")) {
            signals.add(read("hand.position", "m", steps, "hand_x", "hand_y"));
        }
        if (columns.has("hand_vx")) {
            signals.add(read("hand.velocity", "m/s", steps, "hand_vx", "hand_vy"));
        } else if (columns.has("hand_x")) {
            signals.add(differences(signals.get(0)));
        }
        return signals;
    }

    private Signal read(String name, String unit, int steps, String x, String y) {
        Signal signal = Signal.zeros(name, unit, trials.size(), steps, PLANE);
        boolean stays = name.equals("hand.position");
        for (int trial = 0; trial < trials.size() && !table.isHopeless(); trial++) {
            ActivityTrial rows = trials.get(trial);
            for (int step = 0; step < rows.size(); step++) {
                signal.set(trial, step, 0, columns.number(rows.row(step), x));
                signal.set(trial, step, 1, columns.number(rows.row(step), y));
            }
            for (int step = rows.size(); step < steps && stays; step++) {
                signal.set(trial, step, 0, signal.get(trial, rows.size() - 1, 0));
                signal.set(trial, step, 1, signal.get(trial, rows.size() - 1, 1));
            }
        }
        return signal;
    }

    private Signal differences(Signal position) {
        Signal velocity = Signal.zeros("hand.velocity", "m/s", position.trials(), position.steps(), PLANE);
        for (int trial = 0; trial < trials.size(); trial++) {
            int last = trials.get(trial).size() - 1;
            for (int step = 0; step <= last && last > 0; step++) {
                int ahead = Math.min(step + 1, last);
                int behind = Math.max(step - 1, 0);
                for (int axis = 0; axis < 2; axis++) {
                    double moved = position.get(trial, ahead, axis) - position.get(trial, behind, axis);
                    velocity.set(trial, step, axis, moved / ((ahead - behind) * dt));
                }
            }
        }
        return velocity;
    }

    /** Returns where a trial begins: where the hand is in its first row; the origin where that is not told. */
    Point start(int trial) {
        return columns.has("hand_x") ? place(trial, 0) : new Point(0, 0);
    }

    /**
     * Returns where a trial's target is: that told; or where the hand is in the end; or, where a direction is told, as far that way as the
     * hand is from its start in the end; NaN where nothing is told.
     */
    Point target(int trial) {
        if (!columns.has("hand_x") || columns.has("target_x")) {
            return trials.get(trial).target();
        }
        Point end = place(trial, trials.get(trial).size() - 1);
        if (!columns.has("direction")) {
            return end;
        }
        double distance = start(trial).distance(end);
        double direction = trials.get(trial).direction();
        return start(trial).plus(distance * StrictMath.cos(direction), distance * StrictMath.sin(direction));
    }

    private Point place(int trial, int step) {
        int row = trials.get(trial).row(step);
        return new Point(columns.number(row, "hand_x"), columns.number(row, "hand_y"));
    }
}
