// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** Explicit Euler: {@code s' = s + dt f(s, u)}. */
final class EulerStepper implements Stepper {
    private final Rates rates;
    private final double dt;
    private final double[][] rate;

    EulerStepper(Rates rates, double dt, int batch) {
        this.rates = rates;
        this.dt = dt;
        this.rate = new double[rates.size()][batch];
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        rates.at(state, command, load, rate);
        for (int row = 0; row < rate.length; row++) {
            double[] from = state[row];
            double[] by = rate[row];
            double[] to = next[row];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] + dt * by[i];
            }
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
        for (int row = 0; row < rate.length; row++) {
            double[] from = nextGradient[row];
            double[] by = rate[row];
            double[] to = stateGradient[row];
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
                by[i] = dt * from[i];
            }
        }
        rates.vjp(state, command, load, rate, stateGradient, commandGradient);
    }
}
