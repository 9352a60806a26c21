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
    private final double[][][] stage; // the states at which the rates are taken, [stage][row][trial]
    private final double[][] rate;
    private final double[][] rateGradient;
    private final double[][] stageGradient;

    RungeKuttaStepper(Rates rates, double dt, int batch) {
        this.rates = rates;
        this.dt = dt;
        this.stage = new double[STAGES][rates.size()][batch];
        this.rate = new double[rates.size()][batch];
        this.rateGradient = new double[rates.size()][batch];
        this.stageGradient = new double[rates.size()][batch];
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        for (int row = 0; row < rate.length; row++) {
            System.arraycopy(state[row], 0, next[row], 0, rate[row].length);
            Arrays.fill(rate[row], 0);
        }
        for (int k = 0; k < STAGES; k++) {
            for (int row = 0; row < rate.length; row++) {
                for (int i = 0; i < rate[row].length; i++) {
                    stage[k][row][i] = state[row][i] + REACH[k] * dt * rate[row][i];
                }
            }
            rates.at(stage[k], command, load, rate);
            for (int row = 0; row < rate.length; row++) {
                for (int i = 0; i < rate[row].length; i++) {
                    next[row][i] += WEIGHT[k] * dt * rate[row][i];
                }
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
            add(nextGradient[row], stateGradient[row]);
            Arrays.fill(stageGradient[row], 0); // of the stage after this one
        }
        for (int k = STAGES - 1; k >= 0; k--) {
            double onward = k == STAGES - 1 ? 0 : REACH[k + 1];
            for (int row = 0; row < rate.length; row++) {
                for (int i = 0; i < rate[row].length; i++) {
                    rateGradient[row][i] = dt * (WEIGHT[k] * nextGradient[row][i] + onward * stageGradient[row][i]);
                    stageGradient[row][i] = 0;
                }
            }
            rates.at(stage[k], command, load, rate);
            rates.vjp(stage[k], command, load, rateGradient, stageGradient, commandGradient);
            for (int row = 0; row < rate.length; row++) {
                add(stageGradient[row], stateGradient[row]);
            }
        }
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
    }
}
