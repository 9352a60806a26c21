// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.stream.IntStream;

/** Reaches as the reference implementation timed them: target at .2 s, go at .7 s, end at 2.2 s, 10 ms steps. */
final class CentreOut {
    private CentreOut() {}

    static TrialBatch of(int targets, double distance) {
        var start = new Point(-0.0169705627485, 0.453962553522);
        return new TrialBatch(
                0.010,
                220,
                IntStream.range(0, targets)
                        .mapToObj(i -> reach(i, targets, start, distance))
                        .toList());
    }

    private static Trial reach(int index, int targets, Point start, double distance) {
        double angle = 2 * Math.PI * index / targets;
        Point target = start.plus(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle));
        return new Trial(new Condition(index, "target " + index, angle), start, target, 20, 70, 220);
    }
}
