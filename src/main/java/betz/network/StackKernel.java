// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernels of layers one on top of another, in whatever precision they have. */
final class StackKernel implements NetworkKernel {
    private static final double[][] NONE = {};

    private final List<Part> parts = new ArrayList<>();
    private final int size;

    /** The kernel of one layer, its weights and their gradient, its rates and theirs, [unit][trial]. */
    @SuppressWarnings("ArrayRecordComponent") // inside this class, never compared
    private record Part(
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
            parts.add(new Part(kernels.get(i), first, offset, new double[weights], rate, gradient));
            offset += weights;
            first += layer.units();
        }
        size = offset;
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        Require.length("weights", weights.length, size);
        for (Part part : parts) {
            System.arraycopy(weights, part.offset, part.weights, 0, part.weights.length);
            part.kernel.begin(part.weights, occasion);
        }
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        double[][] from = input;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            part.kernel.step(step, from, i == parts.size() - 1 ? output : NONE);
            if (i < parts.size() - 1) {
                part.kernel.rates(step, part.rate);
            }
            from = part.rate;
        }
    }

    @Override
    public void rates(int step, double[][] rate) {
        for (Part part : parts) {
            part.kernel.rates(step, part.rate);
            for (int unit = 0; unit < part.rate.length; unit++) {
                System.arraycopy(part.rate[unit], 0, rate[part.first + unit], 0, part.rate[unit].length);
            }
        }
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).kernel.activity(step, activityWeight);
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
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            // the layer above has written what it asks of this one's rates
            add(rateGradient, part, isLast);
            boolean asked = !isLast || rateGradient.length > 0;
            part.kernel.back(
                    step,
                    isLast ? outputGradient : NONE,
                    activityWeight,
                    asked ? part.gradient : NONE,
                    i == 0 ? inputGradient : parts.get(i - 1).gradient);
        }
    }

    /** Adds the part of gradients over all rates that is a layer's, or puts it in place of what was there. */
    private static void add(double[][] rateGradient, Part part, boolean inPlace) {
        for (int unit = 0; unit < part.gradient.length && rateGradient.length > 0; unit++) {
            double[] from = rateGradient[part.first + unit];
            double[] to = part.gradient[unit];
            for (int trial = 0; trial < to.length; trial++) {
                to[trial] = inPlace ? from[trial] : to[trial] + from[trial];
            }
        }
    }

    @Override
    public void addGradient(double[] gradient) {
        for (Part part : parts) {
            double[] own = part.weights; // no longer needed
            java.util.Arrays.fill(own, 0);
            part.kernel.addGradient(own);
            for (int i = 0; i < own.length; i++) {
                gradient[part.offset + i] += own[i];
            }
        }
    }
}
