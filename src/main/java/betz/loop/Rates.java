// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.network.NetworkKernel;
import java.util.Arrays;

/**
 * What a loss makes of the units of a network in a loop: of their squared rates, of their recurrent Jacobian, and of each rate where
 * it is watched.
 */
final class Rates {
    private static final double[][] NONE = {};

    private final NetworkKernel network;
    private final double[][] weight;
    private final double[][] jacobianWeight;
    private final int batch;
    private double[][][] value = {};
    private double[][][] gradient = {};

    Rates(NetworkKernel network, int batch, int steps) {
        this.network = network;
        this.batch = batch;
        weight = new double[steps][batch];
        jacobianWeight = new double[steps][batch];
    }

    /** Lays out the rates of all steps but the last, which has none, and their gradients. */
    Trace watch(int units) {
        if (value.length == 0) {
            value = new double[weight.length - 1][units][batch];
            gradient = new double[weight.length - 1][units][batch];
        }
        return new Trace(0, value, gradient);
    }

    /** Keeps the rates of a step if they are watched. */
    void keep(int step) {
        if (step < value.length) {
            network.rates(step, value[step]);
        }
    }

    /** Returns the weights of half the squared rates of a step, [trial]. */
    double[] weight(int step) {
        return weight[step];
    }

    double squares(int step) {
        return network.activity(step, weight[step]);
    }

    /** Returns the weights of half the squared Jacobian of a step, [trial]. */
    double[] jacobianWeight(int step) {
        return jacobianWeight[step];
    }

    double jacobian(int step) {
        return network.jacobian(step, jacobianWeight[step]);
    }

    /** Returns the gradient over the rates of a step, [unit][trial], or nothing if they are not watched. */
    double[][] gradient(int step) {
        return step < gradient.length ? gradient[step] : NONE;
    }

    void clear() {
        clearOutside(0, 0);
    }

    /** Clears all but what is made of the units from a step on up to another. */
    void clearOutside(int from, int until) {
        for (int step = 0; step < weight.length; step++) {
            if (step < from || step >= until) {
                Arrays.fill(weight[step], 0);
                Arrays.fill(jacobianWeight[step], 0);
            }
        }
        Pull.clearOutside(gradient, from, until);
    }
}
