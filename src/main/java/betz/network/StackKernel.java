// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernels of layers one on top of another, in whatever precision they have. */
final class StackKernel implements NetworkKernel {
    private static final double[][] NONE = {};

    private final List<Level> levels = new ArrayList<>();
    private final int size;

    /** The kernel of one layer, its weights and their gradient, its rates and theirs, [unit][trial]. */
    @SuppressWarnings("ArrayRecordComponent") // inside this class, never compared
    private record Level(
            NetworkKernel kernel, int first, int offset, double[] weights, double[][] rate, double[][] gradient) {}

    StackKernel(Stack stack, List<NetworkKernel> kernels, int inputs, int outputs, int batch) {
        int offset = 0;
        int first = 0;
        for (int i = 0; i < kernels.size(); i++) {
            Layer layer = stack.layers().get(i);
            int weights = layer.layout(stack.inputsOf(i, inputs), stack.outputsOf(i, outputs))
                    .size();
            double[][] rate = new double[layer.units()][batch];
            double[][] gradient = new double[layer.units()][batch];
            levels.add(new Level(kernels.get(i), first, offset, new double[weights], rate, gradient));
            offset += weights;
            first += layer.units();
        }
        size = offset;
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        Require.length("weights", weights.length, size);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            System.arraycopy(weights, level.offset, level.weights, 0, level.weights.length);
            level.kernel.begin(level.weights, occasion == null ? null : occasion.forLayer(i));
        }
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        double[][] from = input;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            level.kernel.step(step, from, i == levels.size() - 1 ? output : NONE);
            if (i < levels.size() - 1) {
                level.kernel.rates(step, level.rate);
            }
            from = level.rate;
        }
    }

    @Override
    public void rates(int step, double[][] rate) {
        for (Level level : levels) {
            level.kernel.rates(step, level.rate);
            for (int unit = 0; unit < level.rate.length; unit++) {
                System.arraycopy(level.rate[unit], 0, rate[level.first + unit], 0, level.rate[unit].length);
            }
        }
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int i = 0; i < levels.size(); i++) {
            sum += levels.get(i).kernel.activity(step, activityWeight);
        }
        return sum;
    }

    @Override
    public void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[][] rateGradient,
            double[][] inputGradient) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            boolean isLast = i == levels.size() - 1;
            // the layer above has written what it asks of this one's rates
            add(rateGradient, level, isLast);
            boolean asked = !isLast || rateGradient.length > 0;
            level.kernel.back(
                    step,
                    isLast ? outputGradient : NONE,
                    activityWeight,
                    asked ? level.gradient : NONE,
                    i == 0 ? inputGradient : levels.get(i - 1).gradient);
        }
    }

    /** Adds the part of gradients over all rates that is a layer's, or puts it in place of what was there. */
    private static void add(double[][] rateGradient, Level level, boolean inPlace) {
        for (int unit = 0; unit < level.gradient.length && rateGradient.length > 0; unit++) {
            double[] from = rateGradient[level.first + unit];
            double[] to = level.gradient[unit];
            for (int trial = 0; trial < to.length; trial++) {
                to[trial] = inPlace ? from[trial] : to[trial] + from[trial];
            }
        }
    }

    @Override
    public void addGradient(double[] gradient) {
        for (Level level : levels) {
            double[] own = level.weights; // no longer needed
            Arrays.fill(own, 0);
            level.kernel.addGradient(own);
            for (int i = 0; i < own.length; i++) {
                gradient[level.offset + i] += own[i];
            }
        }
    }
}
