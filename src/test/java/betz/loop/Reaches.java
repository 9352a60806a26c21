// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;

/** Short reaches of 5 cm, for tests. */
final class Reaches {
    private Reaches() {}

    static TrialBatch trials(int count, int steps) {
        return trials(count, steps, new Point(0, 0));
    }

    static TrialBatch trials(int count, int steps, Point origin) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double direction = 2 * Math.PI * i / count;
            var start = origin.plus(0.01 * i, -0.02);
            var target = start.plus(0.05 * StrictMath.cos(direction), 0.05 * StrictMath.sin(direction));
            trials.add(new Trial(new Condition(i, "reach " + i, direction), start, target, 1, 3, steps));
        }
        return new TrialBatch(0.01, steps, trials);
    }
}
