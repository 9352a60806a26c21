// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The mechanics of {@link PointMass}: {@code m dv/dt = sum_i a_i Fmax d_i + load}, d_i the unit vector from the mass to
 * anchor i.
 *
 * <p>Relative lengths are 1 at the origin; relative velocities are those in m/s, lengthening.
 */
final class PointMassMechanics implements Mechanics {
    private static final int MUSCLES = 4;
    private static final double[] ANCHOR_X = {PointMass.ANCHOR, -PointMass.ANCHOR, PointMass.ANCHOR, -PointMass.ANCHOR};
    private static final double[] ANCHOR_Y = {PointMass.ANCHOR, PointMass.ANCHOR, -PointMass.ANCHOR, -PointMass.ANCHOR};
    private static final double LENGTH_AT_ORIGIN = Math.sqrt(2) * PointMass.ANCHOR;
    private final Activation activation;
    private final double mass;
    private final double strength;
    private final double[] x = new double[MUSCLES]; // direction of pull
    private final double[] y = new double[MUSCLES];
    private final double[] length = new double[MUSCLES];

    PointMassMechanics(PointMass body, Activation activation) {
        this.activation = activation;
        this.mass = body.mass();
        this.strength = body.maximumForce();
    }

    @Override
    public int muscles() {
        return MUSCLES;
    }

    @Override
    public void accelerate(double[] state, double[] load, double[] acceleration) {
        aim(state);
        double fx = load[0];
        double fy = load[1];
        for (int m = 0; m < MUSCLES; m++) {
            double force = force(state, m);
            fx += force * x[m];
            fy += force * y[m];
        }
        acceleration[0] = fx / mass;
        acceleration[1] = fy / mass;
    }

    @Override
    public void accelerateVjp(double[] state, double[] load, double[] accelerationGradient, double[] stateGradient) {
        double gx = accelerationGradient[0] / mass;
        double gy = accelerationGradient[1] / mass;
        for (int m = 0; m < MUSCLES; m++) {
            double along = gx * x[m] + gy * y[m];
            double a = state[ACTIVATION + m];
            if (activation.passes(a)) {
                stateGradient[ACTIVATION + m] += strength * along;
            }

            // dd/dp = (d d' - 1) / length
            double turn = force(state, m) / length[m];
            stateGradient[0] += turn * (along * x[m] - gx);
            stateGradient[1] += turn * (along * y[m] - gy);
        }
    }

    @Override
    public void sense(double[] state, double[] sense) {
        aim(state);
        System.arraycopy(state, 0, sense, 0, HAND);
        for (int m = 0; m < MUSCLES; m++) {
            sense[HAND + m] = length[m] / LENGTH_AT_ORIGIN;
            sense[HAND + MUSCLES + m] = velocity(state, m);
        }
    }

    @Override
    public void senseVjp(double[] state, double[] senseGradient, double[] stateGradient) {
        aim(state);
        for (int i = 0; i < HAND; i++) {
            stateGradient[i] += senseGradient[i];
        }
        for (int m = 0; m < MUSCLES; m++) {
            double gv = senseGradient[HAND + MUSCLES + m];
            double along = senseGradient[HAND + m] / LENGTH_AT_ORIGIN;
            double v = velocity(state, m);

            // dlength/dp = -d; dvelocity/dp = (v + (d.v) d) / length, d.v = -velocity
            stateGradient[0] += -along * x[m] + gv * (state[2] + v * x[m]) / length[m];
            stateGradient[1] += -along * y[m] + gv * (state[3] + v * y[m]) / length[m];
            stateGradient[2] -= gv * x[m];
            stateGradient[3] -= gv * y[m];
        }
    }

    @Override
    public void muscles(double[] state, double[] muscle) {
        aim(state);
        for (int m = 0; m < MUSCLES; m++) {
            muscle[m] = length[m];
            muscle[MUSCLES + m] = velocity(state, m);
            muscle[2 * MUSCLES + m] = force(state, m);
        }
    }

    private void aim(double[] state) {
        for (int m = 0; m < MUSCLES; m++) {
            double dx = ANCHOR_X[m] - state[0];
            double dy = ANCHOR_Y[m] - state[1];
            length[m] = Math.sqrt(dx * dx + dy * dy);
            x[m] = dx / length[m];
            y[m] = dy / length[m];
        }
    }

    private double force(double[] state, int m) {
        return activation.clamp(state[ACTIVATION + m]) * strength;
    }

    private double velocity(double[] state, int m) {
        return -(x[m] * state[2] + y[m] * state[3]);
    }
}
