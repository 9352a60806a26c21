// SPDX-License-Identifier: Apache-2.0
package betz.data;

/** Where a hand that follows a target should be at each time of its movement. Immutable, a function of time alone. */
public sealed interface Trajectory permits Curve, Spline {

    /** Returns the time from the first movement to rest, s. */
    double duration();

    /** Returns the place at a time from the beginning of the movement, s; the first and last place outside it. */
    Point at(double time);

    /** Returns the derivative of the place, x and y in m/s; zero outside the movement. */
    Point velocity(double time);

    /** Returns the first place. */
    default Point from() {
        return at(0);
    }

    /** Returns the last place. */
    default Point to() {
        return at(duration());
    }
}
