// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Handle;
import betz.data.LoadRows;
import betz.data.Loading;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;

/**
 * The loads that perturbations and handles put on the bodies of a batch of trials, step by step; a pure function of trials and step.
 *
 * <p>Where no trial of the batch is loaded, the load is a plain force of nothing, which costs nothing.
 */
final class Disturbance {
    private static final double[] NONE = {};

    private final double[][] nothing;
    private final double[][] rows; // of LoadRows, [row][trial]
    private final double[][] usual; // of each trial's handle, [trial][row]; empty without one
    private final double[][] load; // of each trial while its perturbation lasts, [trial][row]; empty without one
    private final int[] from;
    private final int[] until;
    private boolean loads;

    Disturbance(int batch) {
        nothing = new double[LoadRows.PLAIN][batch];
        rows = new double[LoadRows.COUNT][batch];
        usual = new double[batch][];
        load = new double[batch][];
        from = new int[batch];
        until = new int[batch];
    }

    /** Begins trials, as many as the batch. */
    void begin(TrialBatch trials) {
        loads = false;
        for (int i = 0; i < load.length; i++) {
            Trial trial = trials.get(i);
            Handle handle = trial.handle();
            usual[i] = handle == null ? NONE : handle.load(trial.start());
            load[i] = usual[i];
            if (trial.perturbation() instanceof Loading loading) {
                load[i] = handle == null ? loading.load(trial) : LoadRows.sum(usual[i], loading.load(trial));
                from[i] = loading.from(trial, trials.dt());
                until[i] = loading.until(trial, trials.dt());
            }
            loads |= load[i].length > 0;
        }
    }

    /** Returns the load from a step to the next, as {@code EffectorKernel.step} has it; good until the next call. */
    double[][] load(int step) {
        if (!loads) {
            return nothing;
        }
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < load.length; i++) {
            double[] now = step >= from[i] && step < until[i] ? load[i] : usual[i];
            for (int row = 0; row < now.length; row++) {
                rows[row][i] = now[row];
            }
        }
        return rows;
    }
}
