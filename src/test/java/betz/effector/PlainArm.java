// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The arm with six muscles, written down once more from its published equations and constants without sharing a line with the
 * kernels: Euler steps in the order of update of MotorNet (doi:10.7554/eLife.88591).
 */
final class PlainArm {
    private static final double[] STRENGTH = {838, 1207, 1422, 1549, 414, 603};
    private static final double[] TENDON = {0.039, 0.066, 0.172, 0.187, 0.204, 0.217};
    private static final double[] FIBRE = {0.134, 0.140, 0.092, 0.093, 0.137, 0.127};
    private static final double[] LENGTH = {0.151, 0.2322, 0.2859, 0.2355, 0.3329, 0.2989};
    private static final double[] SHOULDER = {-0.03, 0.03, 0, 0, -0.03, 0.03};
    private static final double[] ELBOW = {0, 0, -0.014, 0.025, -0.016, 0.03};
    private static final double[] BEND = {0, 0, -0.004, -0.0022, -0.0057, -0.0032};

    private final PlainMuscle muscle;
    final double[] q;
    final double[] qd = new double[2];
    final double[] a;
    private final double[] muscleLength = new double[6];
    private final double[] muscleVelocity = new double[6];

    PlainArm(double q0, double q1, double[] activation) {
        this(PlainMuscle.RIGID, q0, q1, activation);
    }

    PlainArm(PlainMuscle muscle, double q0, double q1, double[] activation) {
        this.muscle = muscle;
        q = new double[] {q0, q1};
        a = activation.clone();
        stretch();
    }

    void step(double[] u, double fx, double fy, double dt) {
        double[] torque = loadTorque(fx, fy);
        for (int m = 0; m < 6; m++) {
            // the force of this step: activation before the step, length and velocity stored a step ago
            double force = force(muscle, m, a[m], muscleLength[m], muscleVelocity[m]);
            torque[0] -= force * SHOULDER[m];
            torque[1] -= force * (ELBOW[m] + 2 * BEND[m] * q[1]);
        }
        double[] acceleration = acceleration(torque);
        stretch(); // stored for the next step
        for (int m = 0; m < 6; m++) {
            a[m] = muscle.activated(a[m], u[m], dt);
        }
        for (int d = 0; d < 2; d++) {
            double moved = q[d] + qd[d] * dt;
            double limit = Math.toRadians(d == 0 ? 135 : 155);
            double v = clamp(qd[d] + acceleration[d] * dt, -1000, 1000);
            qd[d] = (moved <= 0 && v < 0) || (moved >= limit && v > 0) ? 0 : v;
            q[d] = clamp(moved, 0, limit);
        }
    }

    private void stretch() {
        for (int m = 0; m < 6; m++) {
            double p = q[0] - Math.PI / 2;
            muscleLength[m] = LENGTH[m] + SHOULDER[m] * p + (ELBOW[m] + BEND[m] * q[1]) * q[1];
            muscleVelocity[m] = qd[0] * SHOULDER[m] + qd[1] * (2 * BEND[m] * q[1] + ELBOW[m]);
        }
    }

    private double[] loadTorque(double fx, double fy) {
        double x = 0.309 * StrictMath.cos(q[0]) + 0.333 * StrictMath.cos(q[0] + q[1]);
        double y = 0.309 * StrictMath.sin(q[0]) + 0.333 * StrictMath.sin(q[0] + q[1]);
        double ex = 0.333 * StrictMath.cos(q[0] + q[1]);
        double ey = 0.333 * StrictMath.sin(q[0] + q[1]);
        return new double[] {-y * fx + x * fy, -ey * fx + ex * fy};
    }

    private double[] acceleration(double[] torque) {
        double c = StrictMath.cos(q[1]);
        double s = StrictMath.sin(q[1]);
        double h = 1.43 * 0.309 * 0.165;
        double m11 = 1.82 * 0.135 * 0.135 + 0.051 + 1.43 * (0.165 * 0.165 + 0.309 * 0.309) + 0.057 + 2 * h * c;
        double m12 = 1.43 * 0.165 * 0.165 + 0.057 + h * c;
        double m22 = 1.43 * 0.165 * 0.165 + 0.057;
        double t0 = torque[0] + h * s * (2 * qd[0] + qd[1]) * qd[1];
        double t1 = torque[1] - h * s * qd[0] * qd[0];
        double determinant = m11 * m22 - m12 * m12;
        return new double[] {(m22 * t0 - m12 * t1) / determinant, (m11 * t1 - m12 * t0) / determinant};
    }

    /** Returns the force of a muscle on a rigid tendon, N. */
    static double force(PlainMuscle muscle, int m, double a, double length, double velocity) {
        return STRENGTH[m] * muscle.force(FIBRE[m], a, length - TENDON[m], velocity);
    }

    /** Returns the force of the rigid-tendon Hill muscle, N. */
    static double force(int m, double a, double length, double velocity) {
        return force(PlainMuscle.RIGID, m, a, length, velocity);
    }

    private static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }

    /** Returns the accelerations of one human arm under net torques, [2]. */
    static double[] accelerate(ArmDynamics dynamics, double q1, double qd0, double qd1, double[] torque) {
        double[][] state = {{0}, {q1}, {qd0}, {qd1}};
        double[][] result = {{torque[0]}, {torque[1]}};
        var pose = new ArmPose(Skeleton.DEFAULT, 1);
        pose.take(state);
        dynamics.accelerate(pose, new double[1], state, result, result);
        return new double[] {result[0][0], result[1][0]};
    }
}
