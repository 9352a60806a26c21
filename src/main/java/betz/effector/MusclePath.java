// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * One muscle of a two-joint arm: its strength, and its length as a function of the joint angles.
 *
 * <p>A moment arm is the derivative of the length by a joint's angle, so that the torque is minus force times moment arm.
 */
public sealed interface MusclePath permits PolynomialPath, ViaPointPath {
    /** No fibre shortens faster, optimal lengths per second; Kistemaker et al. (2010), doi:10.1152/jn.00483.2010. */
    double FASTEST = 10;

    /** Returns the name of the muscle. */
    String name();

    /** Returns the isometric force at the optimal length, N. */
    double maximumForce();

    /** Returns the slack length of the tendon, m. */
    double tendon();

    /** Returns the optimal length of the fibres, m. */
    double fibre();

    /** Returns the length of muscle and tendon at angles of shoulder and elbow, m. */
    double length(double q0, double q1);

    /** Returns the moment arm about the shoulder, m. */
    double shoulder(double q0, double q1);

    /** Returns the moment arm about the elbow, m. */
    double elbow(double q0, double q1);

    /** Returns the rate of lengthening, m/s. */
    default double velocity(double q0, double q1, double qd0, double qd1) {
        return qd0 * shoulder(q0, q1) + qd1 * elbow(q0, q1);
    }
}
