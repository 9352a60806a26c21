// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The product that forward, back and gradient of the weights all are. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductsBenchmark {
    /** Which products. */
    @Param({"vector", "plain"})
    public String kernel;

    /** Trials of a shard. */
    @Param({"4", "16"})
    public int rows;

    /** Units. */
    @Param({"64", "256"})
    public int units;

    private Products products;
    private Rows a;
    private Factor b;
    private OuterSum outer;
    private Factor block;
    private float[][] states;
    private float[] c;
    private float[] gradient;

    /** Fills the matrices. */
    @Setup
    public void fill() {
        products = Products.all().stream()
                .filter(one -> one.name().startsWith(kernel))
                .findFirst()
                .orElseThrow();
        int stride = Products.stride(units);
        a = new Rows(rows, units);
        b = products.factor(units, units);
        c = new float[rows * stride];
        gradient = new float[units * stride];
        outer = new OuterSum(units);
        block = products.factor(OuterSum.BLOCK, units);
        states = new float[OuterSum.BLOCK / rows][rows * stride];
        for (float[] step : states) {
            for (int i = 0; i < step.length; i++) {
                step[i] = (i % 7) / 7f - 0.4f;
            }
        }
        a.set(0, states[0], 0, stride, units);
        for (int k = 0; k < units; k++) {
            b.setRow(k, 0, states[0], 0, units);
        }
    }

    /** Rows times units by units. */
    @Benchmark
    public float[] product() {
        b.multiply(a, rows, 0, units, c, Products.stride(units));
        return c;
    }

    /** Lays out rows for a product. */
    @Benchmark
    public Rows rows() {
        a.set(0, states[0], 0, Products.stride(units), units);
        return a;
    }

    /** Outer products of a block of states with itself, laying out included. */
    @Benchmark
    public float[] outerProducts() {
        int stride = Products.stride(units);
        outer.begin(0, OuterSum.BLOCK, states, rows, stride);
        outer.take(states, rows, stride, units, block);
        outer.add(block, units, gradient, stride);
        return gradient;
    }
}
