// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Recorded;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Recordings of one trial for each condition, made from [condition][time][unit]. */
final class ConditionTensors {
    private ConditionTensors() {}

    /** Returns motor cortex during reaches: 10 conditions, 61 times from -50 ms in steps of 10 ms, 50 units. */
    static Recording churchland() {
        double[][] rows = Recorded.table(Recorded.data("churchland2012_TME/tensor.csv"), 1);
        int times = 61;
        double[][][] values = new double[rows.length / times][times][rows[0].length - 2];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 2, values[row / times][row % times], 0, rows[row].length - 2);
        }
        return recording(values, 5, 0.010);
    }

    /** Wraps one trial for each condition with the go cue at a step. */
    static Recording recording(double[][][] values, int goCue, double dt) {
        int steps = values[0].length;
        int units = values[0][0].length;
        List<Trial> trials = new ArrayList<>();
        List<String> names = IntStream.range(0, units).mapToObj(i -> "u" + i).toList();
        Signal signal = Signal.zeros("unit.rate", "1", values.length, steps, names);
        for (int c = 0; c < values.length; c++) {
            var target = new Point(0.1 * (c + 1), 0);
            trials.add(new Trial(new Condition(c, "c" + c, 0.1 * c), new Point(0, 0), target, 0, goCue, steps));
            for (int t = 0; t < steps; t++) {
                for (int unit = 0; unit < units; unit++) {
                    signal.set(c, t, unit, values[c][t][unit]);
                }
            }
        }
        return new Recording(new TrialBatch(dt, steps, trials), List.of(signal));
    }

    static Activity activity(double[][][] values, double dt) {
        return Activity.of(recording(values, 0, dt), "unit.rate");
    }
}
