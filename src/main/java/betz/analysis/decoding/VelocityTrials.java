// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Comparison;
import betz.analysis.OnsetRule;
import betz.analysis.ReachKinematics;
import betz.common.Require;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * The hand's velocity and the units' rates in bins, trial by trial, from {@link Comparison#LEAD} before the movement's onset to the
 * trial's end.
 *
 * <p>Rates begin some bins before the velocity, so that each velocity has its whole history; before the recording's begin its first
 * step counts. They have mean 0 and standard deviation 1 over all trials.
 */
final class VelocityTrials {
    private final List<double[][]> rates = new ArrayList<>();
    private final List<double[][]> velocities = new ArrayList<>();
    private final List<double[][]> states = new ArrayList<>();
    private final int history;

    /**
     * Bins a recording.
     *
     * @param width of a bin, steps
     * @param lag by which rates come before the velocity, steps
     * @param history rates of each unit that count, bins
     */
    VelocityTrials(Recording recording, String name, int width, int lag, int history) {
        this.history = history;
        Signal rate = recording.signal(name);
        Signal position = recording.signal("hand.position");
        Signal velocity = recording.signal("hand.velocity");
        for (int trial = 0; trial < recording.trials().size(); trial++) {
            Trial asked = recording.trials().get(trial);
            int from = start(recording, trial);
            int bins = (Math.min(asked.end(), velocity.steps()) - from) / width;
            Require.that(
                    bins >= 2,
                    "bins of trial " + (trial + 1),
                    Math.max(0, bins) + " from the movement's onset on",
                    "2 or more: a smaller bin or longer trials");
            double[][] v = binned(velocity, trial, from, bins, width);
            velocities.add(v);
            states.add(states(binned(position, trial, from, bins, width), v, asked.start()));
            rates.add(binned(rate, trial, from - lag - (history - 1) * width, bins + history - 1, width));
        }
        standardise();
    }

    private static int start(Recording recording, int trial) {
        double dt = recording.trials().dt();
        var reach = ReachKinematics.of(recording, trial, OnsetRule.DEFAULT);
        double onset =
                reach.moved() ? reach.onset() : recording.trials().get(trial).goCue() * dt;
        return Math.max(0, (int) Math.round((onset - Comparison.LEAD) / dt));
    }

    /** Returns means over bins, [bin][channel]; steps outside the recording count as its nearest. */
    private static double[][] binned(Signal signal, int trial, int from, int bins, int width) {
        double[][] means = new double[bins][signal.channels().size()];
        for (int bin = 0; bin < bins; bin++) {
            for (int i = 0; i < width; i++) {
                int step = Math.min(signal.steps() - 1, Math.max(0, from + bin * width + i));
                for (int channel = 0; channel < means[bin].length; channel++) {
                    means[bin][channel] += signal.get(trial, step, channel) / width;
                }
            }
            for (int channel = 0; channel < means[bin].length; channel++) {
                Require.that(
                        Double.isFinite(means[bin][channel]),
                        signal.channels().get(channel) + " of " + signal.name() + " in trial " + (trial + 1),
                        "not a number",
                        "a number at all times that count");
            }
        }
        return means;
    }

    /** Returns position relative to the start, and velocity, [bin][state]. */
    private static double[][] states(double[][] position, double[][] velocity, Point start) {
        double[][] states = new double[position.length][];
        for (int bin = 0; bin < states.length; bin++) {
            states[bin] = new double[] {
                position[bin][0] - start.x(), position[bin][1] - start.y(), velocity[bin][0], velocity[bin][1]
            };
        }
        return states;
    }

    private void standardise() {
        int units = rates.get(0)[0].length;
        for (int unit = 0; unit < units; unit++) {
            double count = 0;
            double sum = 0;
            double squares = 0;
            double origin = rates.get(0)[0][unit];
            for (double[][] trial : rates) {
                for (double[] row : trial) {
                    count++;
                    sum += row[unit] - origin;
                    squares += (row[unit] - origin) * (row[unit] - origin);
                }
            }
            double mean = sum / count;
            double variance = squares / count - mean * mean;
            double scale = variance > 1e-12 * squares / count ? Math.sqrt(variance) : 1;
            for (double[][] trial : rates) {
                for (double[] row : trial) {
                    row[unit] = (row[unit] - origin - mean) / scale;
                }
            }
        }
    }

    int size() {
        return rates.size();
    }

    int units() {
        return rates.get(0)[0].length;
    }

    /** Returns the number of bins in which the velocity is decoded. */
    int samples() {
        return velocities.stream().mapToInt(trial -> trial.length).sum();
    }

    /** Returns the hand's velocity, [bin][axis], m/s; not a copy. */
    double[][] velocity(int trial) {
        return velocities.get(trial);
    }

    /** Returns the hand's position and velocity, [bin][state]; not a copy. */
    double[][] states(int trial) {
        return states.get(trial);
    }

    /** Returns the rates as far back as the history goes, [bin][bin back x unit]. */
    double[][] past(int trial) {
        return WienerFilter.history(rates.get(trial), history);
    }

    /** Returns the rates of the bins in which the velocity is decoded, [bin][unit]; rows are not copies. */
    double[][] present(int trial) {
        double[][] all = rates.get(trial);
        double[][] present = new double[all.length - history + 1][];
        System.arraycopy(all, history - 1, present, 0, present.length);
        return present;
    }

    /** Returns another trial's present rates for a trial's bins; where the other is shorter its last count on. */
    double[][] presentOf(int other, int trial) {
        double[][] source = present(other);
        double[][] rows = new double[velocity(trial).length][];
        for (int bin = 0; bin < rows.length; bin++) {
            rows[bin] = source[Math.min(bin, source.length - 1)];
        }
        return rows;
    }
}
