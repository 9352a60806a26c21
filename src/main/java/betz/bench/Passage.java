// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.RandomStream;
import betz.network.NetworkKernel;
import java.util.Arrays;

/** Some trials of a batch through a network and back, with the squared error against random outputs. */
final class Passage {
    final double[] gradient;

    private static final double[][] NOBODY_ASKS = new double[0][];
    private static final double[] NO_JACOBIAN = new double[0];

    private final NetworkKernel kernel;
    private final double[][][] input; // [step][input][trial]
    private final double[][][] target; // [step][output][trial]
    private final double[][][] output;
    private final double[] activity;
    private final double scale;

    Passage(NetworkKernel kernel, BpttBench.Shape shape, int trials, int weights) {
        this.kernel = kernel;
        var random = RandomStream.of(1, "bench");
        input = gaussian(random, shape.steps(), shape.inputs(), trials, 1);
        target = gaussian(random, shape.steps(), shape.outputs(), trials, 0.1);
        output = new double[shape.steps()][shape.outputs()][trials];
        activity = new double[trials];
        scale = 2.0 / ((double) shape.steps() * shape.batch() * shape.outputs());
        gradient = new double[weights];
    }

    private static double[][][] gaussian(RandomStream random, int steps, int rows, int trials, double scale) {
        double[][][] values = new double[steps][rows][trials];
        for (double[][] step : values) {
            for (double[] row : step) {
                Arrays.setAll(row, i -> scale * random.nextGaussian());
            }
        }
        return values;
    }

    /** Computes the gradient of this part of the batch. */
    void run(double[] weights) {
        kernel.begin(weights);
        for (int step = 0; step < input.length; step++) {
            kernel.step(step, input[step], output[step]);
        }
        for (int step = input.length - 1; step >= 0; step--) {
            for (int row = 0; row < output[step].length; row++) {
                for (int trial = 0; trial < activity.length; trial++) {
                    output[step][row][trial] = scale * (output[step][row][trial] - target[step][row][trial]);
                }
            }
            kernel.back(step, output[step], activity, NO_JACOBIAN, NOBODY_ASKS, NOBODY_ASKS);
        }
        Arrays.fill(gradient, 0);
        kernel.addGradient(gradient);
    }
}
