// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.effector.PlainFibre;

/** The arm with its muscles on tendons that stretch; velocities are told ten times too large, as MotorNet tells them. */
final class PlainTendons extends PlainBody.Arm {
    private static final double[] AT_ZERO = {.182, .2362, .2859, .2355, .3329, .2989};
    private static final double[] TENDON = {.070, .070, .172, .187, .204, .217};

    private final PlainFibre[] fibre = new PlainFibre[TENDON.length];

    /** Starts with one step of {@code dt} of the fibres' lengths. */
    PlainTendons(double[] start, double dt) {
        super(new Held(), AT_ZERO, start);
        for (int m = 0; m < fibre.length; m++) {
            fibre[m] = new PlainFibre(Published.FIBRE[m], TENDON[m]);
            fibre[m].reset(whole(m), a[m], dt);
            tell(m);
        }
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
        velocity[m] = fibre[m].velocity * 10 * Published.FIBRE[m];
        force[m] = fibre[m].tendon * Published.STRENGTH[m];
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
