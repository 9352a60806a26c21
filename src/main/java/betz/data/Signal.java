// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;

/** One recorded quantity over trials, steps and channels, such as {@code hand.position} in m. */
public final class Signal {
    private final String name;
    private final String unit;
    private final int trials;
    private final int steps;
    private final List<String> channels;
    private final double[] values;

    /**
     * Wraps recorded values.
     *
     * @param name from the glossary, such as {@code hand.position}
     * @param unit SI, or {@code 1}
     * @param trials number of trials
     * @param steps number of steps; step 0 is the state before the first command
     * @param channels name of each channel, such as x and y
     * @param values [trial][step][channel], row-major. Kept, not copied.
     */
    public Signal(String name, String unit, int trials, int steps, List<String> channels, double[] values) {
        Require.length(name, values.length, trials * steps * channels.size());
        this.name = name;
        this.unit = unit;
        this.trials = trials;
        this.steps = steps;
        this.channels = List.copyOf(channels);
        this.values = values;
    }

    /** Returns a signal of zeros, to be filled with {@link #set}. */
    public static Signal zeros(String name, String unit, int trials, int steps, List<String> channels) {
        return new Signal(name, unit, trials, steps, channels, new double[trials * steps * channels.size()]);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the unit. */
    public String unit() {
        return unit;
    }

    /** Returns the number of trials. */
    public int trials() {
        return trials;
    }

    /** Returns the number of steps. */
    public int steps() {
        return steps;
    }

    /** Returns the names of the channels. */
    public List<String> channels() {
        return channels;
    }

    /** Returns one value. */
    public double get(int trial, int step, int channel) {
        return values[(trial * steps + step) * channels.size() + channel];
    }

    /** Sets one value; only while the recording is being made. */
    public void set(int trial, int step, int channel, double value) {
        values[(trial * steps + step) * channels.size() + channel] = value;
    }

    /** Returns all values, [trial][step][channel], row-major; not a copy. */
    public double[] values() {
        return values;
    }

    /** Returns a copy of some trials, in the order given. */
    Signal select(int... chosen) {
        int size = steps * channels.size();
        double[] selected = new double[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * size, selected, i * size, size);
        }
        return new Signal(name, unit, chosen.length, steps, channels, selected);
    }

    /** Returns a copy of some channels, in the order given. */
    public Signal channels(int... chosen) {
        List<String> names = Arrays.stream(chosen).mapToObj(channels::get).toList();
        Signal some = zeros(name, unit, trials, steps, names);
        for (int trial = 0; trial < trials; trial++) {
            for (int step = 0; step < steps; step++) {
                for (int i = 0; i < chosen.length; i++) {
                    some.set(trial, step, i, get(trial, step, chosen[i]));
                }
            }
        }
        return some;
    }

    /** Returns one channel of one trial over all steps. */
    public double[] trace(int trial, int channel) {
        double[] trace = new double[steps];
        for (int step = 0; step < steps; step++) {
            trace[step] = get(trial, step, channel);
        }
        return trace;
    }
}
