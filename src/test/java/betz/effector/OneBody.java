// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.RandomStream;
import betz.data.LoadRows;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/** A body in a random state, away from kinks, with its kernel; for tests. */
final class OneBody {
    final double[][] state;
    final double[][] command;
    double[][] load;
    private final Effector effector;
    private final EffectorKernel kernel;
    private final double dt;
    private final int batch;
    private final RandomStream random;

    OneBody(Effector effector, double dt, long seed) {
        this(effector, dt, seed, 1);
    }

    OneBody(Effector effector, double dt, long seed, int batch) {
        this.effector = effector;
        this.dt = dt;
        this.batch = batch;
        this.random = RandomStream.of(seed, "body");
        this.kernel = effector.kernel(batch, dt);
        this.state = new double[effector.states()][batch];
        this.command = new double[effector.muscles()][batch];
        this.load = new double[2][batch];
        for (int trial = 0; trial < batch; trial++) {
            draw(trial);
        }
        if (compliant(effector)) {
            stretch();
        }
    }

    static boolean compliant(Effector effector) {
        return effector.muscle() instanceof CompliantTendonHill;
    }

    /** Puts the muscles' own rows a little beside those of a start; a stiff fibre is far from rest a millimetre away. */
    private void stretch() {
        int first = 4 + effector.muscles();
        double[][] start = new double[effector.states()][batch];
        kernel.reset(Arrays.copyOf(state, 2), Arrays.copyOfRange(state, 4, first), start);
        for (int row = first; row < state.length; row++) {
            for (int trial = 0; trial < batch; trial++) {
                double value = start[row][trial];
                state[row][trial] = value < 1e-9 && row >= first + effector.muscles() // a slack tendon is a kink
                        ? 0.02 + 0.1 * random.nextDouble()
                        : value * (1 + 0.005 * random.nextGaussian());
            }
        }
    }

    private void draw(int trial) {
        double[] start = effector.startJoint();
        for (int row = 0; row < state.length; row++) {
            int core = row < 4 ? row : row - effector.muscles() - 4;
            boolean muscle = row >= 4 && row < 4 + effector.muscles();
            state[row][trial] = muscle
                    ? 0.05 + 0.8 * random.nextDouble()
                    : core < 2 ? start[core] + 0.4 * random.nextGaussian() : random.nextGaussian();
        }
        for (int m = 0; m < command.length; m++) {
            command[m][trial] = 0.05 + 0.9 * random.nextDouble();
        }
        load[0][trial] = random.nextGaussian();
        load[1][trial] = random.nextGaussian();
    }

    /** Puts a linear load on all trials: a field of some 100 N/m and 10 N·s/m, and torques of some N·m. */
    OneBody loadedLinearly() {
        load = new double[LoadRows.COUNT][batch];
        for (int row = 0; row < LoadRows.MASS; row++) {
            double size =
                    row >= LoadRows.VISCOSITY ? 10 : row >= LoadRows.CENTRE ? 0.1 : row >= LoadRows.STIFFNESS ? 100 : 1;
            for (int trial = 0; trial < batch; trial++) {
                load[row][trial] = size * random.nextGaussian();
            }
        }
        return this;
    }

    /** Puts a mass in the hands of all trials beside their linear load, kg. */
    OneBody carrying(double mass) {
        Arrays.fill(load[LoadRows.MASS], mass);
        return this;
    }

    double[] random(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    void reset(double[] joint, double[] activation) {
        kernel.reset(columns(joint), columns(activation), state);
    }

    double[] step() {
        return firstColumn(stepAll());
    }

    double[][] stepAll() {
        double[][] next = new double[effector.states()][batch];
        kernel.step(state, command, load, next);
        return next;
    }

    void advance() {
        double[] next = step();
        for (int i = 0; i < next.length; i++) {
            state[i][0] = next[i];
        }
    }

    /** Returns the state after steps without a load, all muscles rising to their commands: no kink within. */
    double[] rising(int steps, double... commands) {
        Arrays.stream(load).forEach(axis -> axis[0] = 0);
        for (int m = 0; m < command.length; m++) {
            command[m][0] = commands[m];
        }
        for (int step = 0; step < steps; step++) {
            advance();
        }
        return firstColumn(state);
    }

    /** Returns the sum of absolute differences of all rows of two states. */
    static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int row = 0; row < a.length; row++) {
            distance += Math.abs(a[row] - b[row]);
        }
        return distance;
    }

    double[] sense() {
        double[][] sense = new double[4 + 2 * effector.muscles()][batch];
        kernel.sense(state, sense);
        return firstColumn(sense);
    }

    double[] muscles() {
        double[][] muscle = new double[3 * effector.muscles()][batch];
        kernel.muscles(state, muscle);
        return firstColumn(muscle);
    }

    double[][] stepGradient(double[] weight) {
        return stepGradient(weight, weight.length);
    }

    double[][] stepGradient(double[] weight, int rows) {
        return gradient(weight, rows, 1);
    }

    double[][] stepGradientTwice(double[] weight) {
        return gradient(weight, weight.length, 2);
    }

    private double[][] gradient(double[] weight, int rows, int times) {
        double[][] byState = new double[effector.states()][1];
        double[][] byCommand = new double[effector.muscles()][1];
        double[] full = Arrays.copyOf(Arrays.copyOf(weight, rows), effector.states());
        for (int i = 0; i < times; i++) {
            kernel.stepVjp(state, command, load, columns(full), byState, byCommand);
        }
        return new double[][] {firstColumn(byState), firstColumn(byCommand)};
    }

    double[] senseGradient(double[] weight) {
        double[][] byState = new double[effector.states()][1];
        kernel.senseVjp(state, columns(weight), byState);
        return firstColumn(byState);
    }

    double[] forces() {
        return Arrays.copyOfRange(muscles(), 2 * effector.muscles(), 3 * effector.muscles());
    }

    double[] forceGradient(double[] weight) {
        double[][] byState = new double[effector.states()][1];
        kernel.forcesVjp(state, columns(weight), byState);
        return firstColumn(byState);
    }

    /** Central differences of a function of this body's first trial by the rows of one of its arrays. */
    double[] difference(double[][] rows, double step, DoubleSupplier function) {
        return difference(rows, row -> step, function);
    }

    /** The same with a step for each row. */
    double[] difference(double[][] rows, IntToDoubleFunction steps, DoubleSupplier function) {
        double[] derivative = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double step = steps.applyAsDouble(i);
            double kept = rows[i][0];
            rows[i][0] = kept + step;
            double above = function.getAsDouble();
            rows[i][0] = kept - step;
            derivative[i] = (above - function.getAsDouble()) / (2 * step);
            rows[i][0] = kept;
        }
        return derivative;
    }

    /**
     * Central differences by the rows of one of its arrays; where tendons stretch, of several steps, and of each row the ones nearest to
     * the gradient: rounding hides some derivatives at a step and curvature others at another, a wrong gradient is near none.
     */
    double[] differences(double[][] rows, IntToDoubleFunction steps, double[] gradient, DoubleSupplier function) {
        double[] nearest = difference(rows, steps, function);
        for (double factor : compliant(effector) ? new double[] {0.1, 0.3, 5} : new double[0]) {
            double[] other = difference(rows, row -> factor * steps.applyAsDouble(row), function);
            for (int row = 0; row < nearest.length; row++) {
                boolean nearer = Math.abs(other[row] - gradient[row]) < Math.abs(nearest[row] - gradient[row]);
                nearest[row] = nearer ? other[row] : nearest[row];
            }
        }
        return nearest;
    }

    /** Returns a batch of one with the state of one trial of this batch. */
    OneBody only(int trial) {
        var alone = new OneBody(effector, dt, 0);
        copy(state, alone.state, trial);
        copy(command, alone.command, trial);
        alone.load = new double[load.length][1];
        copy(load, alone.load, trial);
        return alone;
    }

    private static void copy(double[][] from, double[][] to, int trial) {
        for (int i = 0; i < from.length; i++) {
            to[i][0] = from[i][trial];
        }
    }

    static double[][] columns(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static double[] firstColumn(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }
}
