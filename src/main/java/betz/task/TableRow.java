// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.data.Point;

/**
 * One row of a table of trials.
 *
 * @param line where it stands in its file, from 1
 * @param condition label of its condition
 * @param start where the hand is at time 0, relative to the body's home
 * @param target centre of the target, relative to the body's home
 * @param targetOn when the target appears, s
 * @param targetOff when it is no longer shown, s; infinite: to the end
 * @param go when the movement may begin, s
 * @param end of the trial, s
 */
public record TableRow(
        int line,
        String condition,
        Point start,
        Point target,
        double targetOn,
        double targetOff,
        double go,
        double end) {
    /** Returns the direction of the reach, rad. */
    public double direction() {
        return StrictMath.atan2(target.y() - start.y(), target.x() - start.x());
    }
}
