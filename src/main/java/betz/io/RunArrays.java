// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes a recording of the arrays that {@link Npz#arrays} made of one.
 *
 * <p>The arrays have no names of conditions, units and muscles: conditions are called by their directions, the others by their
 * numbers.
 */
final class RunArrays {
    private static final List<String> PLANE = List.of("x", "y");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("hand.position", "m"),
            Map.entry("hand.velocity", "m/s"),
            Map.entry("handle.force", "N"),
            Map.entry("joint.angle", "rad"),
            Map.entry("joint.torque", "N*m"),
            Map.entry("muscle.force", "N"));

    private final NpzArrays arrays;
    private final String rateUnit;

    /**
     * Takes arrays.
     *
     * @param rateUnit unit of {@code unit.rate}, which the arrays do not tell
     */
    RunArrays(NpzArrays arrays, String rateUnit) {
        this.arrays = arrays;
        this.rateUnit = rateUnit;
    }

    /** Tells whether arrays are those of a recording. */
    static boolean are(NpzArrays arrays) {
        return arrays.find("trial.go_cue").isPresent();
    }

    Recording recording() {
        int trials = arrays.find("trial.go_cue").orElseThrow().values().length;
        double[] goCues = whole("trial.go_cue", trials);
        double[] directions = arrays.need("trial.direction", trials);
        double[] indices = whole("trial.condition", trials);
        double[] targetOn = whole("trial.target_on", trials);
        double[] ends = whole("trial.end", trials);
        double[] starts = arrays.need("trial.start", trials, 2);
        double[] targets = arrays.need("trial.target", trials, 2);
        double[] dt = arrays.need("dt");
        List<Signal> signals = signals(trials);
        int steps = signals.stream().mapToInt(Signal::steps).max().orElse(0);
        checkTrials(signals, trials, steps, dt[0], ends);
        arrays.check();
        List<String> labels = labels(indices, directions);
        List<Trial> asked = IntStream.range(0, trials)
                .mapToObj(i -> new Trial(
                        new Condition((int) indices[i], labels.get(i), directions[i]),
                        new Point(starts[2 * i], starts[2 * i + 1]),
                        new Point(targets[2 * i], targets[2 * i + 1]),
                        (int) targetOn[i],
                        (int) goCues[i],
                        (int) ends[i]))
                .toList();
        return new Recording(new TrialBatch(dt[0], steps, asked), signals);
    }

    private double[] whole(String name, int trials) {
        double[] numbers = arrays.need(name, trials);
        arrays.checkWhole(name, numbers);
        return numbers;
    }

    private void checkTrials(List<Signal> signals, int trials, int steps, double dt, double... ends) {
        if (trials == 0 || steps == 0) {
            arrays.problem(
                    "the arrays are " + arrays.told() + ", expected trials and signals of [trial, step, channel]");
        }
        if (signals.stream().anyMatch(signal -> signal.steps() != steps)) {
            arrays.problem("the arrays are " + arrays.told() + ", expected the same number of steps in all signals");
        }
        if (Arrays.stream(ends).anyMatch(end -> !(end >= 1 && end <= steps))) {
            arrays.problem("trial.end is beyond the signals, expected 1 to " + steps);
        }
        if (!(dt > 0)) {
            arrays.problem("dt is " + dt + ", expected a step above 0 s");
        }
    }

    private List<Signal> signals(int trials) {
        List<Signal> signals = new ArrayList<>();
        for (Tensor array : arrays.all()) {
            List<Integer> shape = array.shape();
            if (shape.size() == 3 && shape.get(0) == trials) {
                String unit = array.name().equals("unit.rate") ? rateUnit : unit(array.name());
                signals.add(new Signal(array.name(), unit, trials, shape.get(1), channels(array), array.values()));
            }
        }
        return signals;
    }

    /** Returns the SI unit of a signal. */
    static String unit(String signal) {
        return UNITS.getOrDefault(signal, "1");
    }

    /** Returns names for the channels of an array: x and y of a hand, else what the signal is of and a number. */
    static List<String> channels(Tensor array) {
        int count = array.shape().get(2);
        if (array.name().startsWith("hand") && count == 2) {
            return PLANE;
        }
        int dot = array.name().indexOf('.');
        String of = dot > 0 ? array.name().substring(0, dot) : "unit";
        return IntStream.range(0, count).mapToObj(i -> of + " " + i).toList();
    }

    /** Returns a label for each trial's condition: its direction, or its number where conditions share directions. */
    private static List<String> labels(double[] indices, double... directions) {
        long conditions = Arrays.stream(indices).distinct().count();
        List<String> degrees = Arrays.stream(directions)
                .mapToObj(direction -> String.format(Locale.ROOT, "%.0f°", turned(direction)))
                .toList();
        boolean unlike = degrees.stream().distinct().count() == conditions;
        return IntStream.range(0, indices.length)
                .mapToObj(i -> unlike ? degrees.get(i) : "condition " + (int) indices[i])
                .toList();
    }

    private static double turned(double direction) {
        double degrees = Math.rint(StrictMath.toDegrees(direction));
        return degrees - 360 * Math.floor(degrees / 360);
    }
}
