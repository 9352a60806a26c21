// SPDX-License-Identifier: Apache-2.0
package betz.data;

/**
 * A place in the horizontal plane of the reaching arm.
 *
 * @param x to the right, m
 * @param y away from the body, m
 */
public record Point(double x, double y) {

    /** Returns this place moved by an offset. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** Returns the distance to another place, m. */
    public double distance(Point other) {
        return StrictMath.hypot(x - other.x, y - other.y);
    }
}
