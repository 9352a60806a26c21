// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/**
 * The classical Runge-Kutta method: {@code k1 = f(s)}, {@code k2 = f(s + dt/2 k1)}, {@code k3 = f(s + dt/2 k2)}, {@code
 * k4 = f(s + dt k3)}, {@code s' = s + dt/6 (k1 + 2 k2 + 2 k3 + k4)}.
 */
final class RungeKuttaStepper implements Stepper {
    private static final int STAGES = 4;
    private static final double[] WEIGHT = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};
    private static final double[] REACH = {0, 0.5, 0.5, 1};
    private final Rates rates;
    private final double dt;
    private final double[][] stage; // the states at which the rates are taken
    private final double[] rate;
    private final double[] rateGradient;
    private final double[] stageGradient;

    RungeKuttaStepper(Rates rates, double dt) {
        this.rates = rates;
        this.dt = dt;
        this.stage = new double[STAGES][rates.size()];
        this.rate = new double[rates.size()];
        this.rateGradient = new double[rates.size()];
        this.stageGradient = new double[rates.size()];
    }

    @Override
    public void step(double[] state, double[] command, double[] load, double[] next) {
        int size = rate.length;
        System.arraycopy(state, 0, next, 0, size);
        Arrays.fill(rate, 0);
        for (int k = 0; k < STAGES; k++) {
            for (int i = 0; i < size; i++) {
                stage[k][i] = state[i] + REACH[k] * dt * rate[i];
            }
            rates.at(stage[k], command, load, rate);
            for (int i = 0; i < size; i++) {
                next[i] += WEIGHT[k] * dt * rate[i];
            }
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
        int size = rate.length;
        for (int i = 0; i < size; i++) {
            stateGradient[i] += nextGradient[i];
            stageGradient[i] = 0; // of the stage after this one
        }
        for (int k = STAGES - 1; k >= 0; k--) {
            double onward = k == STAGES - 1 ? 0 : REACH[k + 1];
            for (int i = 0; i < size; i++) {
                rateGradient[i] = dt * (WEIGHT[k] * nextGradient[i] + onward * stageGradient[i]);
                stageGradient[i] = 0;
            }
            rates.at(stage[k], command, load, rate);
            rates.vjp(stage[k], command, load, rateGradient, stageGradient, commandGradient);
            for (int i = 0; i < size; i++) {
                stateGradient[i] += stageGradient[i];
            }
        }
    }
}
