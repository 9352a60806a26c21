// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import betz.math.Rows;
import java.util.Arrays;

/**
 * What the fast kernels of all cells share: the three products of each step.
 *
 * <p>A state row is {@code [1 | x | h]}, so that bias, input and recurrence are one product. A drive row is {@code [y |
 * gates fed by h | gates fed by x alone]}, so that the read-out of a state and what it means for the next step are one
 * product too. The gradient of all weights is one product of all drive gradients with all state rows.
 */
abstract class FloatKernel implements NetworkKernel {
    final Shape shape;
    /** First column of h in a state row. */
    final int hidden;
    /** First column of the gates in a drive row. */
    final int outputs;

    private final int readoutWeight;
    private final int readoutBias;
    private final int size;
    private final Readout readout;
    /** Weights by drive, [drive][1 | x | h], and for drives without h [drive][1 | x]; their gradients. */
    private final float[][] byDrive;

    private final float[][] full;
    private final float[][] short_;
    private final float[][] read;
    private final float[][] fullGradient;
    private final float[][] shortGradient;
    /** Weights by source: [1 | x][drive] and [h][drive fed by h]. */
    private final float[][] bySource;

    private final float[][] byUnit;

    private final float[][][] state;
    private final float[][][] driveGradient;
    private final float[][] allStates;
    private final float[][] allDriveGradients;
    private final float[][] drive;
    private final float[][] stateGradient;
    private final float[][] output;

    /** Makes all arrays. {@code fed} gates are fed by h (and x), {@code unfed} by x alone. */
    FloatKernel(Cell cell, Shape shape, int fed, int unfed) {
        this.shape = shape;
        outputs = shape.outputs();
        hidden = 1 + shape.inputs();
        readout = cell.readout();
        WeightLayout layout = cell.layout(shape.inputs(), outputs);
        readoutWeight = layout.block("readout.weight").offset();
        readoutBias = layout.block("readout.bias").offset();
        size = layout.size();
        int width = hidden + shape.units();
        int fedDrives = outputs + fed * shape.units();
        int drives = fedDrives + unfed * shape.units();
        byDrive = ragged(fedDrives, width, drives - fedDrives, hidden);
        read = Arrays.copyOfRange(byDrive, 0, outputs);
        full = Arrays.copyOfRange(byDrive, outputs, fedDrives);
        short_ = Arrays.copyOfRange(byDrive, fedDrives, drives);
        fullGradient = new float[fedDrives][width];
        shortGradient = new float[drives - fedDrives][hidden];
        bySource = new float[hidden][drives];
        byUnit = new float[shape.units()][fedDrives];
        state = new float[shape.steps() + 1][shape.batch()][width];
        driveGradient = new float[shape.steps() + 1][shape.batch()][drives];
        allStates = flat(state);
        allDriveGradients = flat(driveGradient);
        for (float[] row : allStates) {
            row[0] = 1;
        }
        drive = new float[shape.batch()][drives];
        stateGradient = new float[shape.batch()][width];
        output = new float[shape.steps()][outputs * shape.batch()];
    }

    /** Writes the weights of all gates, {@code row[gate·units + unit] = [bias | input | recurrent]}. */
    abstract void unpack(double[] weights, float[][] gate);

    /** Adds the gradients of all gates, laid out as in {@link #unpack}, to those of the weights. */
    abstract void pack(float[][] full, float[][] inputOnly, double[] gradient);

    /** From the drives of one trial computes its next state; {@code h} and {@code next} are state rows. */
    abstract void advance(int step, int trial, float[] drive, float[] h, float[] next);

    /**
     * From the gradient of the state after the step, in {@code gradient} of [1 | x | h], writes that of the drives, and
     * replaces it by what reaches the state before the step past the drives.
     */
    abstract void retreat(int step, int trial, float[] gradient, float[] h, float[] driveGradient);

    @Override
    public final void begin(double[] weights) {
        Require.length("weights", weights.length, size);
        unpack(weights, Arrays.copyOfRange(byDrive, outputs, byDrive.length));
        unpackReadout(weights);
        for (int d = 0; d < byDrive.length; d++) {
            boolean isGate = d >= outputs;
            for (int k = 0; k < byDrive[d].length; k++) {
                if (k >= hidden) {
                    byUnit[k - hidden][d] = byDrive[d][k];
                } else {
                    bySource[k][d] = isGate ? byDrive[d][k] : 0;
                }
            }
        }
        clear(drive);
        clear(stateGradient);
        clear(allDriveGradients);
    }

    private void unpackReadout(double[] weights) {
        for (int o = 0; o < outputs; o++) {
            read[o][0] = (float) weights[readoutBias + o];
            copy(weights, readoutWeight + o * shape.units(), read[o], hidden, shape.units());
        }
    }

    @Override
    public final void step(int step, double[][] input, double[][] output) {
        float[][] now = state[step];
        float[][] next = state[step + 1];
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (int i = 0; i < shape.inputs(); i++) {
                now[trial][1 + i] = (float) input[i][trial];
            }
        }

        // the drive holds W·h already, from the step before
        Rows.multiply(now, 0, bySource, drive);
        for (int trial = 0; trial < shape.batch(); trial++) {
            advance(step, trial, drive[trial], now[trial], next[trial]);
        }

        clear(drive);
        Rows.multiply(next, hidden, byUnit, drive);
        readOut(this.output[step], output);
    }

    private void readOut(float[] y, double[][] output) {
        int batch = shape.batch();
        for (int trial = 0; trial < batch; trial++) {
            for (int o = 0; o < outputs; o++) {
                y[o * batch + trial] = drive[trial][o] + read[o][0];
            }
        }
        readout.apply(y);
        for (int o = 0; o < outputs; o++) {
            for (int trial = 0; trial < batch; trial++) {
                output[o][trial] = y[o * batch + trial];
            }
        }
    }

    @Override
    public final void rates(int step, double[][] rate) {
        for (int trial = 0; trial < shape.batch(); trial++) {
            float[] row = state[step + 1][trial];
            for (int unit = 0; unit < shape.units(); unit++) {
                rate[unit][trial] = row[hidden + unit];
            }
        }
    }

    @Override
    public final void back(int step, double[][] outputGradient, double[] activityWeight, double[][] inputGradient) {
        float[][] next = driveGradient[step + 1];
        readOutBack(output[step], outputGradient, next);
        Rows.multiply(next, 0, read, stateGradient);

        for (int trial = 0; trial < shape.batch(); trial++) {
            float[] gradient = stateGradient[trial];
            float[] h = state[step + 1][trial];
            float weight = (float) activityWeight[trial];
            for (int i = hidden; i < gradient.length; i++) {
                gradient[i] += weight * h[i];
            }
            Arrays.fill(gradient, 0, hidden, 0);
            retreat(step, trial, gradient, state[step][trial], driveGradient[step][trial]);
        }

        Rows.multiply(driveGradient[step], outputs, full, stateGradient);
        Rows.multiply(driveGradient[step], outputs + full.length, short_, stateGradient);
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (int i = 0; i < shape.inputs(); i++) {
                inputGradient[i][trial] = stateGradient[trial][1 + i];
            }
        }
    }

    private void readOutBack(float[] y, double[][] outputGradient, float[][] next) {
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (int o = 0; o < outputs; o++) {
                next[trial][o] = (float) (outputGradient[o][trial] * readout.slope(y[o * shape.batch() + trial]));
            }
        }
    }

    @Override
    public final void addGradient(double[] gradient) {
        clear(fullGradient);
        clear(shortGradient);
        Rows.multiplyTransposed(allDriveGradients, 0, allStates, fullGradient);
        Rows.multiplyTransposed(allDriveGradients, fullGradient.length, allStates, shortGradient);
        pack(Arrays.copyOfRange(fullGradient, outputs, fullGradient.length), shortGradient, gradient);
        for (int o = 0; o < outputs; o++) {
            gradient[readoutBias + o] += fullGradient[o][0];
            add(fullGradient[o], hidden, gradient, readoutWeight + o * shape.units(), shape.units());
        }
    }

    /** Copies and rounds {@code count} values. */
    static void copy(double[] from, int at, float[] to, int start, int count) {
        for (int i = 0; i < count; i++) {
            to[start + i] = (float) from[at + i];
        }
    }

    /** Adds {@code count} values. */
    static void add(float[] from, int at, double[] to, int start, int count) {
        for (int i = 0; i < count; i++) {
            to[start + i] += from[at + i];
        }
    }

    /** Returns the state row after a step that was taken. */
    final float[] after(int step, int trial) {
        return state[step + 1][trial];
    }

    private static void clear(float[][] rows) {
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private static float[][] flat(float[][][] rows) {
        return Arrays.stream(rows).flatMap(Arrays::stream).toArray(float[][]::new);
    }

    private static float[][] ragged(int rows, int columns, int more, int fewer) {
        float[][] all = new float[rows + more][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new float[i < rows ? columns : fewer];
        }
        return all;
    }
}
