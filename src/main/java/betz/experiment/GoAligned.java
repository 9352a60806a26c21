// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Signal;
import betz.data.TrialBatch;
import betz.report.Axis;
import betz.report.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cuts the stretch around the go cue out of every trial, so that trials with different delays can be averaged. */
final class GoAligned {
    /** Shown before the go cue, s; less where a trial has less. */
    private static final double BEFORE = 0.2;

    private static final double MILLISECONDS = 1000;

    private final TrialBatch trials;
    private final int before;
    private final int after;

    GoAligned(TrialBatch trials) {
        this.trials = trials;
        int earliest = trials.trials().stream().mapToInt(t -> t.goCue()).min().orElse(0);
        before = Math.min(earliest, (int) Math.round(BEFORE / trials.dt()));
        after = trials.trials().stream()
                .mapToInt(t -> t.end() - t.goCue())
                .min()
                .orElse(1);
    }

    /** Returns how long before the go cue the stretch begins, s. */
    double before() {
        return before * trials.dt();
    }

    /** Returns how long after the go cue it ends, s. */
    double after() {
        return after * trials.dt();
    }

    /** Returns the time of each point from the go cue, ms. */
    double[] milliseconds() {
        double[] time = new double[before + after];
        for (int i = 0; i < time.length; i++) {
            time[i] = (i - before) * trials.dt() * MILLISECONDS;
        }
        return time;
    }

    /** Returns the point of the go cue. */
    int cue() {
        return before;
    }

    /** Returns the axis of these times. */
    Axis axis() {
        return Axis.of("Time from " + trials.cue(), "ms");
    }

    /** Marks the go cue. */
    Mark mark() {
        return new Mark(Words.capital(trials.cue()), 0);
    }

    /** Returns the trials of one condition, or all trials where {@code condition} is below 0. */
    List<Integer> of(int condition) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            if (condition < 0 || trials.get(i).condition().index() == condition) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /** Returns one channel of one trial around the go cue, times {@code scale}. */
    double[] cut(Signal signal, int trial, int channel, double scale) {
        return cut(trial, step -> scale * signal.get(trial, step, channel));
    }

    /** Returns the length of a two-channel signal of one trial around the go cue, times {@code scale}. */
    double[] length(Signal signal, int trial, double scale) {
        return cut(trial, step -> scale * StrictMath.hypot(signal.get(trial, step, 0), signal.get(trial, step, 1)));
    }

    /** Returns what a trial has around the go cue. */
    double[] cut(int trial, StepValue value) {
        int first = trials.get(trial).goCue() - before;
        double[] cut = new double[before + after];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = value.at(first + i);
        }
        return cut;
    }

    /** Averages traces, one after another. */
    static double[] mean(List<double[]> traces) {
        return reduce(
                traces, column -> column.stream().mapToDouble(d -> d).average().orElse(Double.NaN));
    }

    /** Returns the smallest value at each point. */
    static double[] least(List<double[]> traces) {
        return reduce(
                traces, column -> column.stream().mapToDouble(d -> d).min().orElse(Double.NaN));
    }

    /** Returns the greatest value at each point. */
    static double[] most(List<double[]> traces) {
        return reduce(
                traces, column -> column.stream().mapToDouble(d -> d).max().orElse(Double.NaN));
    }

    private static double[] reduce(List<double[]> traces, ToDoubleFunction<List<Double>> rule) {
        double[] reduced = new double[traces.get(0).length];
        for (int i = 0; i < reduced.length; i++) {
            int point = i;
            reduced[i] = rule.applyAsDouble(
                    traces.stream().map(trace -> trace[point]).toList());
        }
        return reduced;
    }

    /** A value at a step. */
    interface StepValue {
        double at(int step);
    }
}
