// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Recorded;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.Matrices;
import betz.math.Svd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Recordings that are made up of chosen courses, or read from recorded tables. */
final class Populations {
    private Populations() {}

    /** One value of a signal. */
    interface Course {
        double at(int trial, double seconds, int channel);
    }

    /** Trials of conditions in turn, from {@code before} steps ahead of the go cue. */
    static TrialBatch batch(int trials, int conditions, int steps, int before, double dt) {
        List<Trial> asked = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            int index = trial % conditions;
            double direction = 2 * Math.PI * index / conditions;
            var target = new Point(0.1 * Math.cos(direction), 0.1 * Math.sin(direction));
            var condition = new Condition(index, "c" + index, direction);
            asked.add(new Trial(condition, new Point(0, 0), target, 0, before, steps));
        }
        return new TrialBatch(dt, steps, asked);
    }

    /** A signal that takes its values from a course, with time 0 at the go cue. */
    static Signal signal(String name, String unit, TrialBatch batch, int channels, Course course) {
        List<String> names = IntStream.range(0, channels).mapToObj(i -> "u" + i).toList();
        Signal signal = Signal.zeros(name, unit, batch.size(), batch.steps(), names);
        for (int trial = 0; trial < batch.size(); trial++) {
            for (int step = 0; step < batch.steps(); step++) {
                double seconds = (step - batch.get(trial).goCue()) * batch.dt();
                for (int channel = 0; channel < channels; channel++) {
                    signal.set(trial, step, channel, course.at(trial, seconds, channel));
                }
            }
        }
        return signal;
    }

    static Recording rates(TrialBatch batch, int units, Course course) {
        return new Recording(batch, List.of(signal("unit.rate", "spikes/s", batch, units, course)));
    }

    /** A recorded table with condition, time and units in its columns, one row per sample. */
    static Recording recorded(Path file, String name, int conditions, int before, double dt) {
        double[][] table = Recorded.table(file, 1);
        int steps = table.length / conditions;
        TrialBatch batch = batch(conditions, conditions, steps, before, dt);
        Course course = (trial, seconds, channel) ->
                table[trial * steps + before + (int) Math.round(seconds / dt)][2 + channel];
        return new Recording(batch, List.of(signal(name, "1", batch, table[0].length - 2, course)));
    }

    static Recording churchland() {
        return recorded(Recorded.data("churchland2012_TME/tensor.csv"), "unit.rate", 10, 5, 0.01);
    }

    /** Gaussian numbers, [row][column]. */
    static double[][] gaussian(RandomStream random, int rows, int columns) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return numbers;
    }

    /** Orthonormal columns, [row][column]. */
    static double[][] orthonormal(RandomStream random, int rows, int columns) {
        return Svd.of(gaussian(random, rows, columns)).u();
    }

    /** The sum of all squared differences. */
    static double distance(double[][] a, double[][] b) {
        return Matrices.squares(Matrices.sum(a, -1, b));
    }
}
