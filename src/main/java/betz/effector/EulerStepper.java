// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** Explicit Euler: {@code s' = s + dt f(s, u)}. */
final class EulerStepper implements Stepper {
    private final Rates rates;
    private final double dt;
    private final double[] rate;

    EulerStepper(Rates rates, double dt) {
        this.rates = rates;
        this.dt = dt;
        this.rate = new double[rates.size()];
    }

    @Override
    public void step(double[] state, double[] command, double[] load, double[] next) {
        rates.at(state, command, load, rate);
        for (int i = 0; i < rate.length; i++) {
            next[i] = state[i] + dt * rate[i];
        }
    }

    @Override
    public void vjp(
            double[] state,
            double[] command,
            double[] load,
            double[] nextGradient,
            double[] stateGradient,
            double[] commandGradient) {
        for (int i = 0; i < rate.length; i++) {
            stateGradient[i] += nextGradient[i];
            rate[i] = dt * nextGradient[i];
        }
        rates.vjp(state, command, load, rate, stateGradient, commandGradient);
    }
}
