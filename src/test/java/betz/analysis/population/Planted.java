// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Recordings of activity that is known. */
final class Planted {
    private Planted() {}

    /** What a unit does, [s after the go cue]. */
    interface Course {
        double at(int trial, double time, int unit);
    }

    /** Returns a recording with a trial for each condition of {@code conditions}, its go cue after {@code before} steps of 10 ms. */
    static Recording recording(int[] conditions, int before, int steps, int units, Course course) {
        List<Trial> trials = new ArrayList<>();
        int kinds = IntStream.of(conditions).max().orElseThrow() + 1;
        Signal rates = Signal.zeros(
                "unit.rate",
                "spikes/s",
                conditions.length,
                steps,
                IntStream.range(0, units).mapToObj(i -> "n" + i).toList());
        for (int i = 0; i < conditions.length; i++) {
            double direction = 2 * Math.PI * conditions[i] / kinds;
            var condition = new Condition(conditions[i], "c" + conditions[i], direction);
            Point target = new Point(0.1 * Math.cos(direction), 0.1 * Math.sin(direction));
            trials.add(new Trial(condition, new Point(0, 0), target, 0, before, steps));
            for (int step = 0; step < steps; step++) {
                for (int unit = 0; unit < units; unit++) {
                    rates.set(i, step, unit, course.at(i, (step - before) * 0.01, unit));
                }
            }
        }
        return new Recording(new TrialBatch(0.01, steps, trials), List.of(rates));
    }
}
