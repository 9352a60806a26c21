// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import org.jspecify.annotations.NullMarked;

/**
 * A body written down once more from its published equations, without sharing a line with the program: Euler steps in MotorNet's
 * order of update (doi:10.7554/eLife.88591). Lengths, velocities and forces are stored with each row, and the next row's
 * acceleration takes the stored forces.
 */
@NullMarked
abstract class PlainBody {
    static final double DAMPING = 0.5;
    static final double[] JOINT_LOAD = {0.4, -0.2};
    static final double[] ENDPOINT_LOAD = {2, -3};

    final double[] q;
    final double[] qd;
    final double[] a;
    final double[] length;
    final double[] velocity;
    final double[] force;
    final Law law;

    /** How a muscle makes force; lengths are as they are told in files. */
    interface Law {
        double least();

        /** Time constants of activation, s. */
        default double rise() {
            return 0.015;
        }

        default double fall() {
            return 0.05;
        }

        double length(int muscle, double whole);

        double force(int muscle, double a, double length, double velocity);
    }

    PlainBody(int muscles, Law law, double[] start) {
        this.law = law;
        q = new double[] {start[0], start[1]};
        qd = new double[] {start[2], start[3]};
        a = new double[muscles];
        length = new double[muscles];
        velocity = new double[muscles];
        force = new double[muscles];
        for (int m = 0; m < muscles; m++) {
            a[m] = law.least();
        }
    }

    /** Musculotendon length, m. */
    abstract double whole(int muscle);

    /** Derivative of the musculotendon length by a coordinate, m or 1. */
    abstract double moment(int muscle, int axis);

    /** What multiplies the second moment in a velocity. */
    double turning() {
        return qd[1];
    }

    abstract double[] acceleration(double[] torque);

    /** Hand position and its velocity. */
    abstract double[] hand();

    /** The force at the hand as a load of both coordinates. */
    abstract double[] endpointLoad();

    abstract double[] limit(int axis);

    /** Stores lengths, velocities and forces of the present joints. */
    final void store() {
        for (int m = 0; m < a.length; m++) {
            length[m] = law.length(m, whole(m));
            velocity[m] = qd[0] * moment(m, 0) + turning() * moment(m, 1);
            force[m] = law.force(m, a[m], length[m], velocity[m]);
        }
    }

    /** Stores what muscles are after a mini-step, by the new activations; a fibre with a state moves by those before. */
    void pull(double[] before, double dt) {
        store();
    }

    final void step(double[] u, double dt, int miniSteps) {
        for (int part = 0; part < miniSteps; part++) {
            miniStep(u, dt / miniSteps);
        }
    }

    private void miniStep(double[] u, double dt) {
        double[] torque = endpointLoad();
        for (int axis = 0; axis < 2; axis++) {
            torque[axis] += JOINT_LOAD[axis] - DAMPING * qd[axis];
            for (int m = 0; m < a.length; m++) {
                torque[axis] -= force[m] * moment(m, axis);
            }
        }
        double[] qdd = acceleration(torque);
        double[] before = a.clone();
        for (int m = 0; m < a.length; m++) {
            a[m] = activated(a[m], u[m], dt);
        }
        pull(before, dt); // of the joints before they advance
        for (int axis = 0; axis < 2; axis++) {
            advance(axis, qdd[axis], dt);
        }
    }

    private void advance(int axis, double qdd, double dt) {
        double low = limit(axis)[0];
        double high = limit(axis)[1];
        double moved = q[axis] + qd[axis] * dt;
        double v = clamp(qd[axis] + qdd * dt, -1000, 1000);
        qd[axis] = (moved <= low && v < 0) || (moved >= high && v > 0) ? 0 : v;
        q[axis] = clamp(moved, low, high);
    }

    private double activated(double before, double excitation, double dt) {
        double now = clamp(before, law.least(), 1);
        double u = clamp(excitation, law.least(), 1);
        double k = 0.5 + 1.5 * now;
        double tau = u > now ? law.rise() * k : law.fall() / k;
        return clamp(now + (u - now) / tau * dt, law.least(), 1);
    }

    static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }

    /** The mass of 1 kg with muscles of given strengths that pull to given places. */
    static final class Mass extends PlainBody {
        private static final double[][] CORNERS = {{2, 2}, {-2, 2}, {2, -2}, {-2, -2}};
        private final double[][] place;

        /** The one with four muscles of 500 N. */
        Mass(double[] start) {
            this(CORNERS, new Rectified(500, 500, 500, 500), start);
        }

        Mass(double[][] place, Law law, double[] start) {
            super(place.length, law, start);
            this.place = place;
            store();
        }

        @Override
        double whole(int m) {
            return Math.hypot(place[m][0] - q[0], place[m][1] - q[1]);
        }

        @Override
        double moment(int m, int axis) {
            return (q[axis] - place[m][axis]) / whole(m);
        }

        @Override
        double[] acceleration(double[] force) {
            return force;
        }

        @Override
        double[] hand() {
            return new double[] {q[0], q[1], qd[0], qd[1]};
        }

        @Override
        double[] endpointLoad() {
            return ENDPOINT_LOAD.clone();
        }

        @Override
        double[] limit(int axis) {
            return new double[] {-1, 1};
        }
    }

    /** The arm with six muscles. */
    static class Arm extends PlainLinks {
        private static final double[] AT_ZERO = {.151, .2322, .2859, .2355, .3329, .2989};
        private static final double[][] ARMS = {{-.03, .03, 0, 0, -.03, .03}, {0, 0, -.014, .025, -.016, .03}};
        private static final double[][] BENDS = {{0, 0, 0, 0, 0, 0}, {0, 0, -.004, -.0022, -.0057, -.0032}};
        private final double[] atZero;

        Arm(Law law, double[] start) {
            this(law, AT_ZERO, start);
        }

        /** Makes one of muscles whose lengths are given, m, where the upper arm is straight ahead and the elbow straight. */
        Arm(Law law, double[] atZero, double[] start) {
            super(6, law, PlainLinks.ARM26, start);
            this.atZero = atZero;
            store();
        }

        private double place(int axis) {
            return axis == 0 ? q[0] - Math.PI / 2 : q[1];
        }

        @Override
        double whole(int m) {
            double sum = atZero[m];
            for (int axis = 0; axis < 2; axis++) {
                sum += (ARMS[axis][m] + BENDS[axis][m] * place(axis)) * place(axis);
            }
            return sum;
        }

        @Override
        double moment(int m, int axis) {
            return 2 * BENDS[axis][m] * place(axis) + ARMS[axis][m];
        }
    }
}
