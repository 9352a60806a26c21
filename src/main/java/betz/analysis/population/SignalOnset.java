// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.GaussianSmoother;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When the condition-invariant signal of single trials rises: where it first crosses half way between the trial
 * average's first
 * sample of a window and its peak.
 */
final class SignalOnset {
    private final double[] weights;
    private final double threshold;
    private final Epoch window;
    private final double sd;

    /**
     * Makes the rule.
     *
     * @param weights of the units as they were recorded, [unit]. Kept, not copied.
     * @param average the signal averaged over all conditions in the window, [time]. Not modified.
     * @param sd of the Gaussian that smooths single trials, s; 0 leaves them as they are
     */
    SignalOnset(double[] weights, double[] average, Epoch window, double sd) {
        this.weights = weights;
        this.window = window;
        this.sd = sd;
        threshold = (average[0] + Arrays.stream(average).max().orElseThrow()) / 2;
    }

    /**
     * Returns when each trial's signal rises, [trial], s after the go cue; NaN where it does not cross upwards in
     * the window.
     */
    double[] of(Recording recording, Signal signal) {
        double dt = recording.trials().dt();
        double[] onsets = new double[signal.trials()];
        Arrays.setAll(onsets, trial -> {
            Trial asked = recording.trials().get(trial);
            return crossing(course(signal, trial, asked, dt), asked.goCue(), dt);
        });
        return onsets;
    }

    private double[] course(Signal signal, int trial, Trial asked, double dt) {
        double[] course = IntStream.range(0, Math.min(asked.end(), signal.steps()))
                .mapToDouble(step -> weighted(signal, trial, step))
                .toArray();
        return sd == 0 ? course : new GaussianSmoother(sd, dt).smooth(course);
    }

    private double weighted(Signal signal, int trial, int step) {
        double sum = 0;
        for (int unit = 0; unit < weights.length; unit++) {
            sum += weights[unit] * signal.get(trial, step, unit);
        }
        return sum;
    }

    private double crossing(double[] course, int goCue, double dt) {
        int first = goCue + (int) Math.round(window.from() / dt);
        int last = Math.min(goCue + (int) Math.round(window.to() / dt), course.length - 1);
        for (int step = first + 1; step <= last; step++) {
            double before = course[step - 1];
            if (before < threshold && course[step] >= threshold) {
                return (step - 1 - goCue + (threshold - before) / (course[step] - before)) * dt;
            }
        }
        return Double.NaN;
    }
}
