// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Workers;
import betz.math.Products;
import betz.network.Leaky;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import betz.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the time of a training step grows with units, trials, steps and threads, and how near it comes to what the machine can do.
 *
 * <p>All begin at a leaky network of {@value #UNITS} units, {@value #BATCH} trials of {@value #STEPS} steps, 12 inputs and 4
 * outputs, and change one of these.
 *
 * @param threads worker threads
 * @param seconds how long each size is measured
 */
public record Growth(int threads, double seconds) {
    private static final int UNITS = 128;
    private static final int BATCH = 64;
    private static final int STEPS = 100;
    private static final int INPUTS = 12;
    private static final int OUTPUTS = 4;

    /** Time after which the compiler has done its work, s. */
    private static final double WARM = 3;

    /** Bytes that all threads together copy at a time to measure the memory: more than caches hold. */
    private static final int COPIED = 1 << 27;

    /** Times that what a step leaves for the way back is moved: written once, read for gradients of state and of weights. */
    private static final int MOVED = 3;

    /** Measures everything, for a minute or two, and returns the charts. */
    public List<Figure> figures() {
        step(UNITS, BATCH, STEPS, threads)
                .apply(Products.best())
                .timing(WARM); // the compiler's work is not the first size's
        step(UNITS, BATCH, STEPS, threads).apply(Products.plain()).timing(WARM);
        return new PeakBench(threads).operations() > 0 ? List.of(growth(), roofline()) : List.of(growth());
    }

    private Figure growth() {
        List<Figure> parts = List.of(
                part(
                        "units",
                        "Units",
                        new int[] {32, 64, 128, 256, 512},
                        n -> step(n, BATCH, STEPS, threads),
                        Growth::weights),
                part(
                        "trials",
                        "Trials in a batch",
                        new int[] {8, 16, 32, 64, 128, 256},
                        n -> step(UNITS, n, STEPS, threads),
                        n -> n),
                part(
                        "steps",
                        "Steps of a trial",
                        new int[] {25, 50, 100, 200},
                        n -> step(UNITS, BATCH, n, threads),
                        n -> n),
                part(
                        "threads",
                        "Threads",
                        IntStream.rangeClosed(1, Trainer.SHARDS).toArray(),
                        n -> step(UNITS, BATCH, STEPS, n),
                        n -> 1.0 / n));
        String text = String.format(
                Locale.ROOT,
                "Time of a training step, forward and back through all steps, of %d leaky units in %d trials of %d steps by %d"
                        + " worker threads, where one of these changes. The thin line grows as the work does, with the weights, trials"
                        + " and steps, and falls as threads share it.",
                UNITS,
                BATCH,
                STEPS,
                threads);
        return new Panels(Caption.of("growth", "Time of a training step", text), 2, true, parts);
    }

    private Figure part(
            String id,
            String label,
            int[] sizes,
            IntFunction<Function<Products, BpttBench>> step,
            DoubleUnaryOperator work) {
        double[] x = IntStream.of(sizes).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        List<Products> all =
                List.of(Products.best(), Products.plain()).stream().distinct().toList();
        for (Products products : all) {
            double[] y = IntStream.of(sizes)
                    .mapToDouble(
                            n -> step.apply(n).apply(products).timing(seconds).median())
                    .toArray();
            if (series.isEmpty()) {
                int middle = sizes.length / 2;
                double scale = y[middle] / work.applyAsDouble(x[middle]);
                double[] ideal = IntStream.of(sizes)
                        .mapToDouble(n -> scale * work.applyAsDouble(n))
                        .toArray();
                series.add(Series.of("as the work", Role.FIT, x, ideal));
            }
            series.add(
                    Series.of(products.name(), products == Products.plain() ? Role.PERTURBED : Role.PREDICTED, x, y));
        }
        return new Lines(
                Caption.of(id, label, "Time of a training step."),
                Axis.logarithmic(label, ""),
                Axis.logarithmic("Time", "ms"),
                series);
    }

    /** Returns a training step that only lacks its products. */
    private static Function<Products, BpttBench> step(int units, int batch, int steps, int threads) {
        return products -> new BpttBench(
                Leaky.DEFAULT.withUnits(units), products, new BpttBench.Shape(batch, steps, INPUTS, OUTPUTS), threads);
    }

    private static double weights(double units) {
        return units * (units + INPUTS + OUTPUTS);
    }

    private Figure roofline() {
        var limit = new PeakBench(threads);
        double peak = limit.timing(seconds).giga(limit.operations());
        double memory = memory();
        int[] sizes = {16, 32, 64, 128, 256, 512};
        double[] intensity = new double[sizes.length];
        double[] speed = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            BpttBench bench = step(sizes[i], BATCH, STEPS, threads).apply(Products.best());
            intensity[i] = bench.operations() / (MOVED * history(bench));
            speed[i] = bench.timing(seconds).giga(bench.operations());
        }
        double ridge = peak / memory;
        double[] ends = {Math.min(ridge, intensity[0]) / 4, ridge, Math.max(ridge, intensity[sizes.length - 1]) * 4};
        String text = String.format(
                Locale.ROOT,
                "Training steps of leaky networks with 16 to 512 units, %d trials of %d steps, %d threads, %s products. The roof is"
                        + " what memory can move, %.0f GB/s of copying, and what multiply-adds on registers reach, %.0f GFLOP/s."
                        + " Bytes are those that a step leaves for the way back, moved %d times.",
                BATCH,
                STEPS,
                threads,
                Products.best().name(),
                memory,
                peak,
                MOVED);
        return new Lines(
                Caption.of("roofline", "What bounds a training step", text),
                Axis.logarithmic("Operations per byte", ""),
                Axis.logarithmic("Speed", "GFLOP/s"),
                List.of(
                        Series.of("roof", Role.TARGET, ends, new double[] {memory * ends[0], peak, peak}),
                        Series.of("training steps", Role.PREDICTED, intensity, speed)));
    }

    /** Returns the bytes that a training step leaves for the way back. */
    private static double history(BpttBench bench) {
        return (double) Float.BYTES
                * bench.cell().history(INPUTS, OUTPUTS)
                * bench.shape().batch()
                * bench.shape().steps();
    }

    /** Returns how fast all threads together copy, GB/s; each byte is read and written. */
    private double memory() {
        byte[][] from = new byte[threads][COPIED / threads];
        byte[][] to = new byte[threads][COPIED / threads];
        try (var workers = new Workers(threads)) {
            Timing timing = Timing.of(
                    seconds, () -> workers.each(threads, i -> System.arraycopy(from[i], 0, to[i], 0, from[i].length)));
            return timing.giga(2.0 * COPIED);
        }
    }
}
