// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** An arm with a pair of motors at each joint, whose lengths are pi more or less the joint's angle, and whose forces are torques. */
final class PlainMotors extends PlainLinks {
    private static final double[] REACHER = {
        .035604717,
        .039793507,
        .05,
        .056315789,
        3.9175660e-5,
        5.2835526e-5,
        .1,
        .11,
        180,
        Math.toDegrees(3),
        -180,
        0,
        1,
        1
    };

    private PlainMotors(double torque, double[] links, double[] start) {
        super(4, new Rectified(torque, torque, torque, torque), links, start);
        store();
    }

    static PlainMotors torqueArm(double[] start) {
        return new PlainMotors(40, ARM26, start);
    }

    static PlainMotors reacher(double[] start) {
        return new PlainMotors(200, REACHER, start);
    }

    @Override
    double whole(int m) {
        return Math.PI + moment(m, m / 2) * q[m / 2];
    }

    @Override
    double moment(int m, int axis) {
        return m / 2 == axis ? 2 * (m % 2) - 1 : 0;
    }
}
