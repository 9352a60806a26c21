// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of activation functions for each element. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ActivationsBenchmark {
    private static final int SIZE = 2048;

    private final float[] x = new float[SIZE];

    private float[] refilled() {
        for (int i = 0; i < SIZE; i++) {
            x[i] = i * 0.002f - 2;
        }
        return x;
    }

    /** Filling alone, to be taken off the others. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] filling() {
        return refilled();
    }

    /** Hyperbolic tangent. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] tanh() {
        Activations.tanh(refilled());
        return x;
    }

    /** Logistic sigmoid. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] sigmoid() {
        Activations.sigmoid(refilled());
        return x;
    }

    /** Hyperbolic tangent of the library, in double precision. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] libraryTanh() {
        refilled();
        for (int i = 0; i < SIZE; i++) {
            x[i] = (float) StrictMath.tanh(x[i]);
        }
        return x;
    }
}
