// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Require;
import betz.common.Workers;
import betz.math.Products;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The most multiply-adds in single precision that this machine can do, on registers alone: what products are compared with.
 *
 * @param threads worker threads
 */
public record PeakBench(int threads) implements Bench {
    private static final int ROUNDS = 1_000_000;

    /** Vectors, if there are any: also where products of matrices are not made of them. */
    private static final Products PRODUCTS = Products.all().get(Products.all().size() - 1);

    @Override
    public Map<String, Object> run(double seconds) {
        Require.that(
                operations() > 0,
                "peak",
                "of " + PRODUCTS.name() + " products",
                "vector instructions. " + Products.notice().orElse(""));
        Timing timing = timing(seconds);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("bench", "peak");
        told.put("threads", threads);
        told.put("kernel", PRODUCTS.name());
        told.put("milliseconds", timing.milliseconds());
        told.put("iterations", timing.iterations());
        told.put("gflops", timing.giga(operations()));
        return told;
    }

    /** Does it for some time. */
    Timing timing(double seconds) {
        try (var workers = new Workers(threads)) {
            double[] done = new double[threads];
            return Timing.of(seconds, () -> workers.each(threads, i -> done[i] = PRODUCTS.exhaust(ROUNDS)));
        }
    }

    /** Returns the additions and multiplications of all threads. */
    double operations() {
        return (double) threads * ROUNDS * PRODUCTS.exhaust(1);
    }
}
