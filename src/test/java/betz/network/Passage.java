// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Draws;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A pass through a trial whose loss is a random weighting of outputs and rates plus half the squared activity and the recurrent Jacobian; for tests. */
final class Passage {
    final double[][][] input;
    final double[][][] output;
    final double[][][] rate;
    final double[][][] outputGradient;
    final double[][][] rateGradient;
    final double[][][] inputGradient;
    final double[] activityWeight;
    final double[] jacobianWeight;
    final double[] jacobian; // its cost, [step]
    /** Trials of two conditions by turns, with noise. */
    Occasion occasion;

    /** Makes one in which the Jacobian counts where units have one drive. */
    static Passage of(Cell cell, int inputs, int outputs, int batch, int steps) {
        var passage = new Passage(inputs, cell.units(), outputs, batch, steps);
        if (cell.layers().stream().allMatch(layer -> layer.gates() == 1)) {
            Arrays.setAll(passage.jacobianWeight, i -> 0.5 - 0.1 * i);
        }
        return passage;
    }

    /** Makes one in which the Jacobian does not count. */
    Passage(int inputs, int units, int outputs, int batch, int steps) {
        input = new double[steps][inputs][batch];
        output = new double[steps][outputs][batch];
        rate = new double[steps][units][batch];
        outputGradient = new double[steps][outputs][batch];
        rateGradient = new double[steps][units][batch];
        inputGradient = new double[steps][inputs][batch];
        activityWeight = new double[batch];
        jacobianWeight = new double[batch];
        jacobian = new double[steps];
        var random = RandomStream.of(5, "passage");
        for (int step = 0; step < steps; step++) {
            fill(input[step], random);
            fill(outputGradient[step], random);
        }
        for (double[][] rows : rateGradient) {
            fill(rows, random);
        }
        Arrays.setAll(activityWeight, i -> 0.3 + 0.1 * i);
        occasion = occasion(batch, 0);
    }

    /** Returns trials of two conditions by turns, whose noise is that of places in a greater batch. */
    static Occasion occasion(int batch, int first) {
        List<Trial> trials = IntStream.range(first, first + batch)
                .mapToObj(i -> new Trial(new Condition(i % 2, "", 0), new Point(0, 0), new Point(0, 0), 0, 0, 1))
                .toList();
        return new Occasion(new TrialBatch(0.01, 1, trials), Draws.judged(7).from(first));
    }

    /** Initial weights with biases that are not zero. */
    static double[] jittered(Cell cell, int inputs, int outputs) {
        double[] weights = cell.initial(inputs, outputs, 3);
        var random = RandomStream.of(3, "jitter");
        for (int i = 0; i < weights.length; i++) {
            weights[i] += 0.1 * random.nextGaussian();
        }
        return weights;
    }

    double forward(NetworkKernel kernel, double[] weights) {
        return forward(kernel, weights, input.length);
    }

    /** Takes the steps up to one. */
    double forward(NetworkKernel kernel, double[] weights, int end) {
        double loss = 0;
        kernel.begin(weights, occasion);
        for (int step = 0; step < end; step++) {
            kernel.step(step, input[step], output[step]);
            kernel.rates(step, rate[step]);
            for (int trial = 0; trial < activityWeight.length; trial++) {
                for (int o = 0; o < output[step].length; o++) {
                    loss += outputGradient[step][o][trial] * output[step][o][trial];
                }
                for (int unit = 0; unit < rate[step].length; unit++) {
                    loss += rateGradient[step][unit][trial] * rate[step][unit][trial];
                }
            }
            jacobian[step] = kernel.jacobian(step, jacobianWeight);
            loss += kernel.activity(step, activityWeight) + jacobian[step];
        }
        return loss;
    }

    void back(NetworkKernel kernel, double[] gradient) {
        back(kernel, 0, 0, input.length, gradient);
    }

    /** Goes back over the steps {@code from} to {@code end}, of which those from {@code first} on have a loss. */
    void back(NetworkKernel kernel, int from, int first, int end, double[] gradient) {
        double[][] nothing = new double[output[0].length][activityWeight.length];
        double[] noActivity = new double[activityWeight.length];
        for (int step = end - 1; step >= from; step--) {
            if (step >= first) {
                kernel.back(
                        step,
                        outputGradient[step],
                        activityWeight,
                        jacobianWeight,
                        rateGradient[step],
                        inputGradient[step]);
            } else {
                kernel.back(step, nothing, noActivity, new double[0], new double[0][], inputGradient[step]);
            }
        }
        kernel.addGradient(gradient);
    }

    /** Returns the central difference of the loss by one number that {@link #forward} reads. */
    double difference(NetworkKernel kernel, double[] weights, double[] varied, int place) {
        double step = 1e-5;
        double kept = varied[place];
        varied[place] = kept + step;
        double above = forward(kernel, weights);
        varied[place] = kept - step;
        double below = forward(kernel, weights);
        varied[place] = kept;
        return (above - below) / (2 * step);
    }

    private static void fill(double[][] rows, RandomStream random) {
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
    }
}
