// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** The length of one path in one posture, with its first and second derivatives by the joints; scratch of a kernel. */
final class PathShape {
    /** Of muscle and tendon, m. */
    double length;

    /** Moment arms, m. */
    double shoulder;

    double elbow;

    /** Their derivatives, m/rad; that of either moment arm by the other joint is the same. */
    double shoulderByShoulder;

    double shoulderByElbow;
    double elbowByElbow;

    /** Begins with a part that never changes, m. */
    void begin(double still) {
        length = still;
        shoulder = 0;
        elbow = 0;
        shoulderByShoulder = 0;
        shoulderByElbow = 0;
        elbowByElbow = 0;
    }
}
