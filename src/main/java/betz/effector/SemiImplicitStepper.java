// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

/**
 * Semi-implicit Euler: {@code v' = v + dt g(q, v, a)}, {@code q' = q + dt v'}; activations by explicit Euler.
 *
 * @see <a href="https://doi.org/10.1017/S0962492902000144">Hairer, Lubich &amp; Wanner (2003)</a>
 */
final class SemiImplicitStepper implements Stepper {
    private final Rates rates;
    private final double dt;
    private final double[][] rate;

    SemiImplicitStepper(Rates rates, double dt, int batch) {
        this.rates = rates;
        this.dt = dt;
        this.rate = new double[rates.size()][batch];
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        rates.at(state, command, load, rate);
        for (int row = 2; row < rate.length; row++) {
            move(state[row], rate[row], next[row]);
        }
        for (int axis = 0; axis < 2; axis++) {
            move(state[axis], next[2 + axis], next[axis]);
        }
    }

    private void move(double[] from, double[] by, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + dt * by[i];
        }
    }

    @Override
    public void vjp(
            double[][] state,
            double[][] command,
            double[][] load,
            double[][] nextGradient,
            double[][] stateGradient,
            double[][] commandGradient) {
        for (int axis = 0; axis < 2; axis++) {
            double[] position = nextGradient[axis];
            double[] velocity = nextGradient[2 + axis];
            for (int i = 0; i < position.length; i++) {
                double whole = velocity[i] + dt * position[i]; // of v', which moves q' too
                stateGradient[axis][i] += position[i];
                stateGradient[2 + axis][i] += whole;
                rate[axis][i] = 0; // positions follow v', not the rate of q
                rate[2 + axis][i] = dt * whole;
            }
        }
        for (int row = ACTIVATION; row < rate.length; row++) {
            for (int i = 0; i < rate[row].length; i++) {
                stateGradient[row][i] += nextGradient[row][i];
                rate[row][i] = dt * nextGradient[row][i];
            }
        }
        rates.vjp(state, command, load, rate, stateGradient, commandGradient);
    }
}
