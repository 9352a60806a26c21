// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Golden;
import betz.analysis.Subject;
import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Matrices and recordings that are made for tests. */
final class Made {
    static final double DT = 0.01;

    private Made() {}

    /** Returns a headerless CSV of the golden vectors. */
    static double[][] golden(String path) {
        int rows = Golden.lines(path).size();
        double[] numbers = Golden.numbers(path);
        double[][] table = new double[rows][numbers.length / rows];
        for (int i = 0; i < numbers.length; i++) {
            table[i / table[0].length][i % table[0].length] = numbers[i];
        }
        return table;
    }

    static double[][] gaussian(RandomGenerator random, int rows, int columns) {
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return table;
    }

    static double[][] gaussian(long seed, int rows, int columns) {
        return gaussian(RandomStream.of(seed, "table"), rows, columns);
    }

    static double[][] orthogonal(long seed, int size) {
        return Svd.of(gaussian(seed, size, size)).u();
    }

    /** Returns every number times a factor plus a term. */
    static double[][] moved(double[][] table, double factor, double term) {
        double[][] moved = Matrices.copy(table);
        for (double[] row : moved) {
            for (int j = 0; j < row.length; j++) {
                row[j] = factor * row[j] + term;
            }
        }
        return moved;
    }

    /** Makes a recording of one trial of one condition. */
    static Recording one(double[][] table) {
        return recording(DT, 0, table);
    }

    /** Makes a recording of one trial of each condition, [condition][time][unit], with the go cue at a step. */
    static Recording recording(double dt, int go, double[][]... conditions) {
        return recording(dt, go, IntStream.range(0, conditions.length).toArray(), "reach ", conditions);
    }

    static Recording recording(double dt, int go, int[] index, String label, double[][]... conditions) {
        int steps = conditions[0].length;
        List<Trial> trials = new ArrayList<>();
        for (int one : index) {
            var condition = new Condition(one, label + one, one);
            trials.add(new Trial(condition, new Point(0, 0), new Point(0.1, 0), 0, go, steps));
        }
        return new Recording(new TrialBatch(dt, steps, trials), List.of(signal("unit.rate", "spikes/s", conditions)));
    }

    /** Makes averages of conditions, [condition][time][unit], from the go cue on. */
    static Activity activity(double[][]... conditions) {
        return Activity.of(recording(DT, 0, conditions), "unit.rate");
    }

    static Signal signal(String name, String unit, double[][]... conditions) {
        int steps = conditions[0].length;
        int units = conditions[0][0].length;
        List<String> names = IntStream.range(0, units).mapToObj(i -> "u" + i).toList();
        var signal = Signal.zeros(name, unit, conditions.length, steps, names);
        for (int trial = 0; trial < conditions.length; trial++) {
            for (int step = 0; step < steps; step++) {
                for (int channel = 0; channel < units; channel++) {
                    signal.set(trial, step, channel, conditions[trial][step][channel]);
                }
            }
        }
        return signal;
    }

    /** Makes a subject of two tables of one condition. */
    static Subject two(double[][] data, double[][] other) {
        return Subject.of(one(data), one(other), 1);
    }
}
