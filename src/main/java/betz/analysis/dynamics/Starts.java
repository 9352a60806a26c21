// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import betz.math.StepMap;
import java.util.Arrays;
import java.util.Optional;

/** States from which fixed points are sought. */
final class Starts {
    /** Most steps that a drawn state is carried on. */
    static final int MOST = 50;

    private static final double ASTRAY = 1e3;

    private final double[][] states;
    private final boolean recorded;

    private Starts(double[][] states, boolean recorded) {
        this.states = states;
        this.recorded = recorded;
    }

    /**
     * Draws states: those of a recording, with noise, or where it does not have the signal or there is none, uniform ones
     * between −1 and 1, of which the network carries every second on.
     *
     * @param signal in which the states were recorded
     * @param count number of states
     * @param noise its standard deviation, of each unit
     */
    static Starts of(Subject subject, String signal, int count, double noise) {
        int size = subject.network().size();
        var random = RandomStream.of(subject.seed(), "fixed points");
        Optional<Signal> found = Optional.ofNullable(subject.recorded()).flatMap(recording -> recording.find(signal));
        double[][] states = new double[count][size];
        for (int start = 0; start < count; start++) {
            double[] state = states[start];
            if (found.isPresent()) {
                fill(state, subject.recording(), found.get(), noise, random);
            } else {
                Arrays.setAll(state, i -> 2 * random.nextDouble() - 1);
                states[start] = start % 2 == 0 ? state : carriedOn(subject.network(), state, random.nextInt(MOST) + 1);
            }
        }
        return new Starts(states, found.isPresent());
    }

    /** Returns where the network goes from a state, unless astray: of many dimensions few drawn states are near any point. */
    private static double[] carriedOn(StepMap map, double[] from, int steps) {
        double[] now = from.clone();
        double[] next = new double[from.length];
        for (int i = 0; i < steps; i++) {
            map.step(now, next);
            System.arraycopy(next, 0, now, 0, now.length);
        }
        return Arrays.stream(now).allMatch(value -> Math.abs(value) < ASTRAY) ? now : from;
    }

    private static void fill(double[] state, Recording recording, Signal signal, double noise, RandomStream random) {
        Require.that(
                signal.channels().size() == state.length,
                "units of " + signal.name(),
                Integer.toString(signal.channels().size()),
                state.length + ", as many as the network has");
        int trial = random.nextInt(signal.trials());
        int step = random.nextInt(
                Math.min(signal.steps(), recording.trials().get(trial).end()));
        for (int i = 0; i < state.length; i++) {
            double value = signal.get(trial, step, i);
            Require.finite(signal.name(), value, signal.unit());
            state[i] = value + noise * random.nextGaussian();
        }
    }

    /** Returns the states, [start][state]; not a copy. */
    double[][] states() {
        return states;
    }

    /** Tells whether they are recorded. */
    boolean areRecorded() {
        return recorded;
    }
}
