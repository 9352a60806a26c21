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

    private final List<Running> stages = new ArrayList<>();
    private final List<String> areas; // of all units
    private final int size;

    /** The kernel of one level, its weights or their gradient, its rates and theirs, [unit][trial]. */
    @SuppressWarnings("ArrayRecordComponent") // inside this class, never compared
    private record Running(Level level, NetworkKernel kernel, double[] weights, double[][] rate, double[][] gradient) {}

    StackKernel(List<Level> levels, List<NetworkKernel> kernels, List<String> areas, int batch) {
        this.areas = areas;
        for (Level level : levels) {
            int units = level.layer().units();
            double[] weights = new double[level.layout().size()];
            NetworkKernel kernel = kernels.get(level.place());
            stages.add(new Running(level, kernel, weights, new double[units][batch], new double[units][batch]));
        }
        size = levels.stream().mapToInt(level -> level.layout().size()).sum();
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        Require.length("weights", weights.length, size);
        for (Running stage : stages) {
            System.arraycopy(weights, stage.level.offset(), stage.weights, 0, stage.weights.length);
            stage.kernel.begin(stage.weights, occasion == null ? null : occasion.forLayer(stage.level, areas));
        }
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        double[][] from = input;
        for (int i = 0; i < stages.size(); i++) {
            Running stage = stages.get(i);
            stage.kernel.step(step, from, i == stages.size() - 1 ? output : NONE);
            if (i < stages.size() - 1) {
                stage.kernel.rates(step, stage.rate);
            }
            from = stage.rate;
        }
    }

    @Override
    public void rates(int step, double[][] rate) {
        for (Running stage : stages) {
            stage.kernel.rates(step, stage.rate);
            for (int unit = 0; unit < stage.rate.length; unit++) {
                System.arraycopy(stage.rate[unit], 0, rate[stage.level.firstUnit() + unit], 0, stage.rate[unit].length);
            }
        }
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int i = 0; i < stages.size(); i++) {
            sum += stages.get(i).kernel.activity(step, activityWeight);
        }
        return sum;
    }

    @Override
    public double jacobian(int step, double[] jacobianWeight) {
        double sum = 0;
        for (int i = 0; i < stages.size(); i++) {
            sum += stages.get(i).kernel.jacobian(step, jacobianWeight);
        }
        return sum;
    }

    @Override
    public void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[] jacobianWeight,
            double[][] rateGradient,
            double[][] inputGradient) {
        for (int i = stages.size() - 1; i >= 0; i--) {
            Running stage = stages.get(i);
            boolean isLast = i == stages.size() - 1;
            // the layer above has written what it asks of this one's rates
            add(rateGradient, stage, isLast);
            boolean asked = !isLast || rateGradient.length > 0;
            stage.kernel.back(
                    step,
                    isLast ? outputGradient : NONE,
                    activityWeight,
                    jacobianWeight,
                    asked ? stage.gradient : NONE,
                    i == 0 ? inputGradient : stages.get(i - 1).gradient);
        }
    }

    /** Adds the part of gradients over all rates that is a layer's, or puts it in place of what was there. */
    private static void add(double[][] rateGradient, Running stage, boolean inPlace) {
        for (int unit = 0; unit < stage.gradient.length && rateGradient.length > 0; unit++) {
            double[] from = rateGradient[stage.level.firstUnit() + unit];
            double[] to = stage.gradient[unit];
            for (int trial = 0; trial < to.length; trial++) {
                to[trial] = inPlace ? from[trial] : to[trial] + from[trial];
            }
        }
    }

    @Override
    public void addGradient(double[] gradient) {
        for (Running stage : stages) {
            double[] own = stage.weights; // no longer needed
            Arrays.fill(own, 0);
            stage.kernel.addGradient(own);
            for (int i = 0; i < own.length; i++) {
                gradient[stage.level.offset() + i] += own[i];
            }
        }
    }
}
