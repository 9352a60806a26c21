// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of a step of one body. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EffectorBenchmark {
    private static final int TRIALS = 16;

    /** Which body. */
    @Param({"arm26", "point-mass"})
    public String body;

    private EffectorKernel kernel;
    private double[][] state;
    private double[][] after;
    private double[][] command;
    private double[][] load;
    private double[][] commandGradient;

    /** Puts all trials in the usual posture. */
    @Setup
    public void rest() {
        Effector effector = "arm26".equals(body) ? Arm26.DEFAULT : PointMass.DEFAULT;
        kernel = effector.kernel(TRIALS, 0.01);
        state = new double[effector.states()][TRIALS];
        after = new double[effector.states()][TRIALS];
        command = new double[effector.muscles()][TRIALS];
        commandGradient = new double[effector.muscles()][TRIALS];
        load = new double[2][TRIALS];
        double[] joint = effector.startJoint();
        for (int trial = 0; trial < TRIALS; trial++) {
            state[0][trial] = joint[0];
            state[1][trial] = joint[1];
            for (int muscle = 0; muscle < effector.muscles(); muscle++) {
                command[muscle][trial] = 0.1 + 0.05 * ((muscle + trial) % 5);
            }
        }
    }

    /** Forward. */
    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double[][] forward() {
        kernel.step(state, command, load, after);
        return after;
    }

    /** Back. */
    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double[][] back() {
        kernel.stepVjp(state, command, load, state, after, commandGradient);
        return after;
    }
}
