// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Products;
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

/** The parts of a training step of a network alone, for one shard of trials. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CellBenchmark {
    private static final int INPUTS = 12;
    private static final int OUTPUTS = 4;
    private static final int TRIALS = 16;
    private static final int STEPS = 100;

    /** Step rule. */
    @Param({"leaky", "gru"})
    public String cell;

    /** Units. */
    @Param({"64", "128", "256"})
    public int units;

    private final double[][] input = new double[INPUTS][TRIALS];
    private final double[][] output = new double[OUTPUTS][TRIALS];
    private final double[] activity = new double[TRIALS];
    private final double[] noJacobian = new double[0];
    private final double[][] nobodyAsks = new double[0][];
    private NetworkKernel kernel;
    private double[] weights;
    private double[] gradient;

    /** Makes the kernel and takes all steps once. */
    @Setup
    public void steps() {
        Cell made = ("gru".equals(cell) ? Gru.DEFAULT : Leaky.DEFAULT).withUnits(units);
        weights = made.initial(INPUTS, OUTPUTS, 1);
        gradient = new double[weights.length];
        kernel = made.kernel(Products.best(), INPUTS, OUTPUTS, TRIALS, STEPS, 0.01);
        kernel.begin(weights);
        for (int step = 0; step < STEPS; step++) {
            kernel.step(step, input, output);
        }
        for (int step = STEPS - 1; step >= 0; step--) {
            kernel.back(step, output, activity, noJacobian, nobodyAsks, nobodyAsks); // the gradient counts what has gone back
        }
    }

    /** Lays out the weights. */
    @Benchmark
    public void begin() {
        kernel.begin(weights);
    }

    /** One step. */
    @Benchmark
    public double[][] forward() {
        kernel.step(STEPS - 1, input, output);
        return output;
    }

    /** One step, and back. */
    @Benchmark
    public double[][] forwardAndBack() {
        kernel.step(STEPS - 1, input, output);
        kernel.back(STEPS - 1, output, activity, noJacobian, nobodyAsks, nobodyAsks);
        return output;
    }

    /** The gradient of all weights over all steps. */
    @Benchmark
    public double[] gradient() {
        kernel.addGradient(gradient);
        return gradient;
    }
}
