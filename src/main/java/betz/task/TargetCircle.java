// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.Require;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Targets spaced evenly on a circle around the start, and the rounding of times to steps.
 *
 * @param targets number of targets
 * @param distance radius of the circle, m
 */
record TargetCircle(int targets, double distance) {
    /** More targets than degrees could not be told apart by their labels. */
    static final int MOST = 360;

    /** The longest reach that a human arm can make, generously, m. */
    static final double FARTHEST = 1;

    /** The longest that any period of a trial may last, s. */
    static final double LONGEST = 60;

    /** How far below a half a quotient of decimal times may land by rounding, steps. */
    private static final double SLACK = 1e-9;

    TargetCircle {
        Require.count("targets", targets, 1, MOST);
        Require.positive("distance", distance, "m");
        Require.within("distance", distance, 0, FARTHEST, "m");
    }

    Trial trial(int target, Point start, int targetOn, int targetOff, int goCue, int end) {
        Require.count("target", target, 0, targets - 1);
        return new Trial(condition(target), start, target(start, target), targetOn, targetOff, goCue, end);
    }

    Condition condition(int target) {
        double degrees = 360.0 * target / targets;
        String label = BigDecimal.valueOf(degrees)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Condition(target, label + "°", StrictMath.toRadians(degrees));
    }

    Point target(Point start, int target) {
        double direction = condition(target).direction();
        return start.plus(distance * StrictMath.cos(direction), distance * StrictMath.sin(direction));
    }

    /** Returns the number of steps in a time, rounded to the nearest, halves up. */
    static int steps(double time, double dt) {
        Require.positive("dt", dt, "s");
        return (int) Math.floor(time / dt + 0.5 + SLACK);
    }

    /** Throws unless a period of a trial is long enough for one step of any batch and not absurd. */
    static void period(String name, double time) {
        Require.within(name, time, 0, LONGEST, "s");
    }
}
