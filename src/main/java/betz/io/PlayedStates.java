// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.effector.Effector;
import betz.effector.Playback;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All states of all trials in order, each played when it is asked for: trial, step, time, and what {@link Playback} shows. */
final class PlayedStates {
    private static final List<String> COUNTED = List.of("trial", "step", "time");

    private final Playback body;
    private final double dt;
    private final Iterator<CommandTrial> trials;
    private final double[] shown;
    private @Nullable CommandTrial trial;
    private int step; // which comes next

    PlayedStates(Effector effector, double dt, List<CommandTrial> trials) {
        body = new Playback(effector, dt);
        this.dt = dt;
        this.trials = trials.iterator();
        shown = new double[Playback.columns(effector).size()];
    }

    /** Returns the names of columns. */
    static List<String> columns(Effector effector) {
        List<String> columns = new ArrayList<>(COUNTED);
        columns.addAll(Playback.columns(effector));
        return columns;
    }

    /** Writes the next states into rows, and returns how many there were. */
    int fill(double[][] row) {
        int size = 0;
        while (size < row.length && next(row[size])) {
            size++;
        }
        return size;
    }

    private boolean next(double[] row) {
        CommandTrial now = trial;
        if (now == null || step > now.excitation().length) {
            if (!trials.hasNext()) {
                return false;
            }
            now = trials.next();
            trial = now;
            step = 0;
            body.reset(now.joint(), now.velocity());
        } else {
            body.step(now.excitation()[step - 1]);
        }
        body.show(shown);
        row[0] = now.trial();
        row[1] = step;
        row[2] = step * dt;
        System.arraycopy(shown, 0, row, COUNTED.size(), shown.length);
        step++;
        return true;
    }
}
