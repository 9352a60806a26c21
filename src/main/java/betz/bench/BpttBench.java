// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Workers;
import betz.math.Products;
import betz.network.Cell;
import betz.network.WeightLayout;
import betz.scenario.Words;
import betz.train.Adam;
import betz.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One training step of a network alone: forward through all steps, squared error, back-propagation through time, Adam.
 *
 * @param cell what is trained
 * @param products which kernel multiplies
 * @param shape sizes
 * @param threads worker threads
 */
public record BpttBench(Cell cell, Products products, Shape shape, int threads) implements Bench {
    /** Step, s; only cells with time constants care. */
    private static final double DT = 0.01;

    /** Weights that the input meets first. */
    private static final Set<String> INPUT = Set.of("weight_ih", "hidden.weight");

    /**
     * Sizes of the work.
     *
     * @param batch trials
     * @param steps of a trial
     * @param inputs of the network
     * @param outputs of the network
     */
    public record Shape(int batch, int steps, int inputs, int outputs) {}

    @Override
    public Map<String, Object> run(double seconds) {
        return told(timing(seconds));
    }

    /** Does it for some time. */
    Timing timing(double seconds) {
        double[] weights = cell.initial(shape.inputs(), shape.outputs(), 1);
        double[] gradient = new double[weights.length];
        double[][] moments = new double[Adam.DEFAULT.moments()][weights.length];
        long[] iteration = {0};
        List<Passage> passages = new ArrayList<>();
        int shards = Math.min(Trainer.SHARDS, shape.batch());
        for (int i = 0; i < shards; i++) {
            int trials = shape.batch() * (i + 1) / shards - shape.batch() * i / shards;
            passages.add(new Passage(
                    cell.kernel(products, shape.inputs(), shape.outputs(), trials, shape.steps(), DT),
                    shape,
                    trials,
                    weights.length));
        }
        try (var workers = new Workers(threads)) {
            return Timing.of(seconds, () -> {
                workers.each(shards, i -> passages.get(i).run(weights));
                Arrays.fill(gradient, 0);
                for (Passage passage : passages) {
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] += passage.gradient[i];
                    }
                }
                Adam.DEFAULT.update(++iteration[0], gradient, weights, moments);
            });
        }
    }

    private Map<String, Object> told(Timing timing) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("bench", "bptt");
        told.put("cell", Words.kind(cell));
        told.put("units", cell.units());
        told.put("batch", shape.batch());
        told.put("steps", shape.steps());
        told.put("inputs", shape.inputs());
        told.put("outputs", shape.outputs());
        told.put("threads", threads);
        told.put("kernel", products.name());
        told.put("milliseconds", timing.milliseconds());
        told.put("iterations", timing.iterations());
        told.put("gflops", timing.giga(operations()));
        return told;
    }

    /**
     * Returns additions and multiplications of the products: forward, back and for the gradient of each weight; weights of the
     * input have no way back, since its gradient is not asked for.
     */
    double operations() {
        double sum = 0;
        for (WeightLayout.Block block :
                cell.layout(shape.inputs(), shape.outputs()).blocks()) {
            boolean ofInput = INPUT.contains(block.name());
            sum += block.name().contains("bias") ? 0 : (ofInput ? 4.0 : 6.0) * block.size();
        }
        return sum * shape.steps() * shape.batch();
    }
}
