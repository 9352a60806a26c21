// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.BadSetting;
import betz.common.Require;
import betz.common.Steps;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

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

    /** What is expected of targets; the workspace in words follows. */
    static final String IN_REACH = "targets that the hand can reach: ";

    TargetCircle {
        Require.count("targets", targets, 1, MOST);
        Require.positive("distance", distance, "m");
        Require.within("distance", distance, 0, FARTHEST, "m");
    }

    Trial trial(int target, Point start, Periods.Times times, int targetOff) {
        Require.count("target", target, 0, targets - 1);
        return new Trial(
                condition(target),
                start,
                target(start, target),
                times.targetOn(),
                targetOff,
                times.goCue(),
                times.end());
    }

    Condition condition(int target) {
        return direction(target, targets, "");
    }

    /** Returns the condition of reaches in one of some sectors of the circle, named by its middle. */
    static Condition sector(int sector, int sectors) {
        return direction(sector, sectors, "about ");
    }

    /** Returns the condition of one of some directions that are spaced evenly. */
    static Condition direction(int index, int directions, String before) {
        double degrees = 360.0 * index / directions;
        String label = BigDecimal.valueOf(degrees)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Condition(index, before + label + "°", StrictMath.toRadians(degrees));
    }

    Point target(Point start, int target) {
        double direction = condition(target).direction();
        return start.plus(distance * StrictMath.cos(direction), distance * StrictMath.sin(direction));
    }

    /** Returns the distance as what is wrong with it, if a body cannot reach all targets. */
    List<BadSetting> misfits(Workspace body) {
        return body.reachesAround(distance, targets)
                ? List.of()
                : List.of(new BadSetting("distance", centimetres(distance), IN_REACH + body.workspace()));
    }

    /** Returns a length as a person would write it, such as "7.5 cm". */
    static String centimetres(double length) {
        return new BigDecimal(100 * length)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString() + " cm";
    }

    /** Returns a place as a person would write it, such as "(1, 7.5) cm". */
    static String place(Point place) {
        return "(" + centimetres(place.x()).replace(" cm", "") + ", "
                + centimetres(place.y()).replace(" cm", "") + ") cm";
    }

    /** Returns the number of steps in a time, rounded to the nearest, halves up. */
    static int steps(double time, double dt) {
        Require.positive("dt", dt, "s");
        return Steps.nearest(time, dt);
    }

    /** Throws unless a period of a trial is long enough for one step of any batch and not absurd. */
    static void period(String name, double time) {
        Require.within(name, time, 0, LONGEST, "s");
    }
}
