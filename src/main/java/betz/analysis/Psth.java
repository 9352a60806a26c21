// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.List;

/**
 * Mean time courses around the go cue, one per condition.
 *
 * @param conditions the conditions
 * @param before how long before the go cue the courses begin, s
 * @param mean [condition][step][unit], in the signal's unit; NaN where no trial reaches
 */
public record Psth(List<Condition> conditions, double before, Signal mean) {

    public Psth {
        conditions = List.copyOf(conditions);
    }

    /**
     * Smooths each trial and averages the trials of each condition, aligned to their go cues.
     *
     * @param recording has the signal
     * @param name of the signal, such as {@code unit.rate}
     * @param before s before the go cue
     * @param after s after the go cue
     * @param sd of the Gaussian, s; 0 leaves the samples as they are
     */
    public static Psth of(Recording recording, String name, double before, double after, double sd) {
        Require.notNegative("sd", sd, "s");
        Signal signal = recording.signal(name);
        var conditions = recording.trials().conditions();
        double dt = recording.trials().dt();
        int lead = (int) Math.round(before / dt);
        int steps = lead + (int) Math.round(after / dt);
        Signal mean = Signal.zeros(name, signal.unit(), conditions.size(), steps, signal.channels());
        int[] count = new int[conditions.size() * steps];
        for (int i = 0; i < signal.trials(); i++) {
            Trial trial = recording.trials().get(i);
            int row = conditions.indexOf(trial.condition());
            int first = trial.goCue() - lead;
            int end = Math.min(trial.end(), signal.steps());
            for (int step = Math.max(0, -first); step < steps && first + step < end; step++) {
                count[row * steps + step]++;
            }
            for (int unit = 0; unit < signal.channels().size(); unit++) {
                double[] trace = java.util.Arrays.copyOf(signal.trace(i, unit), end);
                double[] smooth = sd == 0 ? trace : new GaussianSmoother(sd, dt).smooth(trace);
                for (int step = Math.max(0, -first); step < steps && first + step < end; step++) {
                    mean.set(row, step, unit, mean.get(row, step, unit) + smooth[first + step]);
                }
            }
        }
        divide(mean, count);
        return new Psth(conditions, before, mean);
    }

    private static void divide(Signal sum, int[] count) {
        int units = sum.channels().size();
        double[] values = sum.values();
        for (int i = 0; i < values.length; i++) {
            int trials = count[i / units];
            values[i] = trials == 0 ? Double.NaN : values[i] / trials;
        }
    }
}
