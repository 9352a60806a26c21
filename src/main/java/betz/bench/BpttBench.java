// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Workers;
import betz.math.Products;
import betz.network.Cell;
import betz.train.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** Parts of a batch, as many as in a training. */
    private static final int SHARDS = 4;

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
        int shards = Math.min(SHARDS, shape.batch());
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
        told.put("cell", cell.getClass().getSimpleName().toLowerCase(Locale.ROOT));
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

    /** Returns additions and multiplications of the products; the gradient of the input is not asked for. */
    double operations() {
        double units = cell.units();
        double perGate = 6 * units * units + 4 * units * shape.inputs();
        return shape.steps() * shape.batch() * (cell.gates() * perGate + 6 * units * shape.outputs());
    }
}
