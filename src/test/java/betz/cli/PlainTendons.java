// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.effector.PlainFibre;

/**
 * A body with its muscles on tendons that stretch: links and paths are those of another; velocities are told ten times too large, as
 * MotorNet tells them.
 */
final class PlainTendons extends PlainLinks {
    private static final double[] AT_ZERO = {.182, .2362, .2859, .2355, .3329, .2989};
    private static final double[] TENDON = {.070, .070, .172, .187, .204, .217};

    private final PlainBody paths; // shares the joints
    private final double[] strength;
    private final double[] optimal;
    private final PlainFibre[] fibre;

    /** The arm with six muscles. */
    static PlainTendons arm26(double[] start, double dt) {
        var paths = new PlainBody.Arm(new Held(), AT_ZERO, start);
        return new PlainTendons(paths, ARM26, Published.STRENGTH, TENDON, Published.FIBRE, dt);
    }

    /** The arm of {@link PlainPaths}. */
    static PlainTendons paths(double[] start, double dt) {
        var paths = new PlainPaths(new Held(), start);
        return new PlainTendons(
                paths, TWO_DOF_ARM, PlainPaths.column(0), PlainPaths.column(1), PlainPaths.column(2), dt);
    }

    /** Starts with one step of {@code dt} of the fibres' lengths. */
    private PlainTendons(
            PlainBody paths, double[] links, double[] strength, double[] tendon, double[] optimal, double dt) {
        super(strength.length, new Held(), links, new double[] {paths.q[0], paths.q[1], paths.qd[0], paths.qd[1]});
        this.paths = paths;
        this.strength = strength;
        this.optimal = optimal;
        fibre = new PlainFibre[strength.length];
        for (int m = 0; m < fibre.length; m++) {
            fibre[m] = new PlainFibre(optimal[m], tendon[m]);
            fibre[m].reset(whole(m), a[m], dt);
            tell(m);
        }
    }

    @Override
    double whole(int m) {
        follow();
        return paths.whole(m);
    }

    @Override
    double moment(int m, int axis) {
        follow();
        return paths.moment(m, axis);
    }

    private void follow() {
        paths.q[0] = q[0];
        paths.q[1] = q[1];
    }

    @Override
    void pull(double[] before, double dt) {
        for (int m = 0; m < fibre.length; m++) {
            fibre[m].step(whole(m), before[m], dt);
            tell(m);
        }
    }

    private void tell(int m) {
        length[m] = fibre[m].length;
        velocity[m] = fibre[m].velocity * 10 * optimal[m];
        force[m] = fibre[m].tendon * strength[m];
    }

    /** Activation; lengths and forces are the fibres' own. */
    private static final class Held implements Law {
        @Override
        public double least() {
            return .01;
        }

        @Override
        public double length(int muscle, double whole) {
            return whole;
        }

        @Override
        public double force(int muscle, double a, double length, double velocity) {
            return 0;
        }
    }
}
