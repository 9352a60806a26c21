// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/**
 * The mechanics of {@link PointMass}: {@code m dv/dt = sum_i a_i F_i d_i + loads - damping v}, d_i the unit vector from the
 * mass to anchor i; the loads are the constant ones and those of the step, see {@link HandLoad}; m is body and mass in the hand.
 *
 * <p>Relative lengths are 1 at the origin; relative velocities are those in m/s, lengthening. Both are those of the position
 * and velocity that begin at row {@code stretched}: the present ones (0), or the remembered ones.
 */
final class PointMassMechanics implements Mechanics {
    private final Activation activation;
    private final double own; // mass, kg
    private final int muscles;
    private final double[] anchorX; // [muscle], m
    private final double[] anchorY;
    private final double[] strength; // [muscle], N
    private final double[] atOrigin; // length, [muscle], m
    private final double damping;
    private final double[] constant; // load, [2], N
    private final int stretched;
    private final double[][] x; // direction of pull, [muscle][trial]
    private final double[][] y;
    private final double[][] length; // [muscle][trial], m
    private final double[][] linear; // force of a linear load beside its plain one, [2][trial], N
    private final double[] empty; // masses in empty hands, [trial]
    private final double[] mass; // in all, [trial], kg

    PointMassMechanics(PointMass body, Activation activation, int batch) {
        this.activation = activation;
        this.own = body.mass();
        this.muscles = body.muscles();
        this.anchorX = body.anatomy().stream().mapToDouble(Anchor::x).toArray();
        this.anchorY = body.anatomy().stream().mapToDouble(Anchor::y).toArray();
        this.strength = body.maximumForces();
        this.atOrigin = body.anatomy().stream()
                .mapToDouble(anchor -> Math.sqrt(anchor.x() * anchor.x() + anchor.y() * anchor.y()))
                .toArray();
        this.damping = body.damping();
        this.constant = body.constantLoad();
        this.stretched = body.convention().lags() ? ACTIVATION + muscles : 0;
        x = new double[muscles][batch];
        y = new double[muscles][batch];
        length = new double[muscles][batch];
        linear = new double[2][batch];
        empty = new double[batch];
        mass = new double[batch];
    }

    @Override
    public int muscles() {
        return muscles;
    }

    @Override
    public void accelerate(double[][] state, double[][] load, double[][] acceleration) {
        aim(state, 0);
        weigh(load);
        for (int i = 0; i < acceleration[0].length; i++) {
            double fx = constant[0] + load[0][i] - damping * state[2][i];
            double fy = constant[1] + load[1][i] - damping * state[3][i];
            for (int m = 0; m < muscles; m++) {
                double force = force(state, m, i);
                fx += force * x[m][i];
                fy += force * y[m][i];
            }
            acceleration[0][i] = fx / mass[i];
            acceleration[1][i] = fy / mass[i];
        }
        if (HandLoad.isLinear(load)) {
            addLinear(state, load, acceleration);
        }
    }

    /** Sets the masses of body and load. */
    private void weigh(double[][] load) {
        double[] carried = HandLoad.mass(load, empty);
        for (int i = 0; i < mass.length; i++) {
            mass[i] = own + carried[i];
        }
    }

    private void addLinear(double[][] state, double[][] load, double[][] acceleration) {
        for (double[] row : linear) {
            Arrays.fill(row, 0);
        }
        HandLoad.addForce(load, state, linear);
        HandLoad.addTorque(load, linear);
        for (int axis = 0; axis < 2; axis++) {
            for (int i = 0; i < linear[axis].length; i++) {
                acceleration[axis][i] += linear[axis][i] / mass[i];
            }
        }
    }

    @Override
    public void accelerateVjp(
            double[][] state, double[][] load, double[][] accelerationGradient, double[][] stateGradient) {
        for (int axis = 0; axis < 2; axis++) {
            for (int i = 0; i < accelerationGradient[axis].length; i++) {
                stateGradient[2 + axis][i] -= damping * accelerationGradient[axis][i] / mass[i];
            }
        }
        for (int i = 0; HandLoad.isLinear(load) && i < length[0].length; i++) {
            double gx = accelerationGradient[0][i] / mass[i];
            double gy = accelerationGradient[1][i] / mass[i];
            HandLoad.vjp(load, i, gx, gy, stateGradient);
        }
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < length[m].length; i++) {
                double gx = accelerationGradient[0][i] / mass[i];
                double gy = accelerationGradient[1][i] / mass[i];
                double along = gx * x[m][i] + gy * y[m][i];
                if (activation.passes(state[ACTIVATION + m][i])) {
                    stateGradient[ACTIVATION + m][i] += strength[m] * along;
                }

                // dd/dp = (d d' - 1) / length
                double turn = force(state, m, i) / length[m][i];
                stateGradient[0][i] += turn * (along * x[m][i] - gx);
                stateGradient[1][i] += turn * (along * y[m][i] - gy);
            }
        }
    }

    @Override
    public void sense(double[][] state, double[][] sense) {
        aim(state, stretched);
        for (int row = 0; row < HAND; row++) {
            System.arraycopy(state[row], 0, sense[row], 0, state[row].length);
        }
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < length[m].length; i++) {
                sense[HAND + m][i] = length[m][i] / atOrigin[m];
                sense[HAND + muscles + m][i] = velocity(state, m, i);
            }
        }
    }

    @Override
    public void senseVjp(double[][] state, double[][] senseGradient, double[][] stateGradient) {
        aim(state, stretched);
        for (int row = 0; row < HAND; row++) {
            for (int i = 0; i < state[row].length; i++) {
                stateGradient[row][i] += senseGradient[row][i];
            }
        }
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < length[m].length; i++) {
                double gv = senseGradient[HAND + muscles + m][i];
                double along = senseGradient[HAND + m][i] / atOrigin[m];
                double v = velocity(state, m, i);
                double vx = state[stretched + 2][i];
                double vy = state[stretched + 3][i];

                // dlength/dp = -d; dvelocity/dp = (v + (d.v) d) / length, d.v = -velocity
                stateGradient[stretched][i] += -along * x[m][i] + gv * (vx + v * x[m][i]) / length[m][i];
                stateGradient[stretched + 1][i] += -along * y[m][i] + gv * (vy + v * y[m][i]) / length[m][i];
                stateGradient[stretched + 2][i] -= gv * x[m][i];
                stateGradient[stretched + 3][i] -= gv * y[m][i];
            }
        }
    }

    @Override
    public void muscles(double[][] state, double[][] muscle) {
        aim(state, stretched);
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < length[m].length; i++) {
                muscle[m][i] = length[m][i];
                muscle[muscles + m][i] = velocity(state, m, i);
                muscle[2 * muscles + m][i] = force(state, m, i);
            }
        }
    }

    @Override
    public void forcesVjp(double[][] state, double[][] forceGradient, double[][] stateGradient) {
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < forceGradient[m].length; i++) {
                if (activation.passes(state[ACTIVATION + m][i])) {
                    stateGradient[ACTIVATION + m][i] += strength[m] * forceGradient[m][i];
                }
            }
        }
    }

    /** Sets directions and lengths from the positions that begin at a row. */
    private void aim(double[][] state, int row) {
        for (int m = 0; m < muscles; m++) {
            for (int i = 0; i < length[m].length; i++) {
                double dx = anchorX[m] - state[row][i];
                double dy = anchorY[m] - state[row + 1][i];
                length[m][i] = Math.sqrt(dx * dx + dy * dy);
                x[m][i] = dx / length[m][i];
                y[m][i] = dy / length[m][i];
            }
        }
    }

    private double force(double[][] state, int m, int i) {
        return activation.clamp(state[ACTIVATION + m][i]) * strength[m];
    }

    private double velocity(double[][] state, int m, int i) {
        return -(x[m][i] * state[stretched + 2][i] + y[m][i] * state[stretched + 3][i]);
    }
}
