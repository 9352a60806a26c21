// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the definitions of all cells share: states over time, the read-out {@code y = s(V·h' + d)}, and its way back. */
abstract class Definition implements NetworkKernel {
    final Shape shape;
    private final int readoutWeight;
    private final int readoutBias;
    private final Readout readout;

    /** All weights, and their gradient. */
    final double[] w;

    final double[] dw;
    /** Input x and state h before each step, [step][trial][component]; the state has one step more. */
    final double[][][] x;

    final double[][][] h;
    private final double[][][] y;
    /** Gradient of the state after the step in hand, [trial][unit]. */
    private double[][] later;

    private double[][] earlier;
    private final double[] inputSum;
    private final StartState start;

    /** What others hear of the states h. */
    final Hearing hearing;

    private int gone; // first step that has gone back

    Definition(Layer cell, Shape shape) {
        this.shape = shape;
        readout = cell.readout();
        WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
        readoutWeight = layout.block("readout.weight").offset();
        readoutBias = layout.block("readout.bias").offset();
        w = new double[layout.size()];
        dw = new double[layout.size()];
        x = new double[shape.steps()][shape.batch()][shape.inputs()];
        h = new double[shape.steps() + 1][shape.batch()][shape.units()];
        y = new double[shape.steps()][shape.batch()][shape.outputs()];
        later = new double[shape.batch()][shape.units()];
        earlier = new double[shape.batch()][shape.units()];
        inputSum = new double[shape.inputs()];
        start = new StartState(cell, shape, layout);
        hearing = new Hearing(cell, shape);
    }

    /** Prepares what is made of the weights {@link #w}; nothing unless a cell says otherwise. */
    void take() {}

    /** Finishes the gradient {@link #dw}; nothing unless a cell says otherwise. */
    void give() {}

    /**
     * Puts a trial's state before the first step in its place; the state is the start itself unless a cell says otherwise.
     *
     * @param from [state vector·unit]. Not modified.
     */
    void start(int trial, double[] from) {
        System.arraycopy(from, 0, h[0][trial], 0, shape.units());
    }

    /**
     * From the gradient of {@code h[0][trial]} makes that of the start.
     *
     * @param later gradient of the state before the first step. Not modified.
     * @param from [state vector·unit]. Modified.
     */
    void startBack(int trial, double[] later, double[] from) {
        System.arraycopy(later, 0, from, 0, shape.units());
    }

    /** Puts a unit's own state after a step at rest; nothing where its drive alone makes it. */
    void still(int step, int trial, int unit) {}

    /** Forgets what later steps ask of a unit's own state beside h; nothing unless a cell says otherwise. */
    void stillBack(int trial, int unit) {}

    /** Returns the mean squared element of the recurrent Jacobian of a step times the number of units. */
    abstract double jacobian(int step, int trial);

    /** Takes the gradient of {@link #jacobian} before the step goes back; nothing unless a cell says otherwise. */
    void jacobianBack(int step, int trial, double gradient) {}

    /** Computes {@code h[step + 1][trial]}. */
    abstract void advance(int step, int trial);

    /** From the gradient of {@code h[step + 1][trial]}, adds to those of {@code h[step][trial]}, the input and the weights. */
    abstract void retreat(int step, int trial, double[] later, double[] earlier, double[] input);

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        Require.length("weights", weights.length, w.length);
        System.arraycopy(weights, 0, w, 0, w.length);
        Arrays.fill(dw, 0);
        clear(later);
        take();
        start.begin(w, occasion);
        hearing.begin(occasion, h, later, earlier);
        gone = 0;
        for (int trial = 0; trial < shape.batch(); trial++) {
            start(trial, start.of(trial));
            hearing.hear(0, trial, h[0][trial]);
        }
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        gone = step + 1;
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (int i = 0; i < shape.inputs(); i++) {
                x[step][trial][i] = input[i][trial];
            }
            advance(step, trial);
            rest(step, trial);
            hearing.hear(step + 1, trial, h[step + 1][trial]);
            for (int o = 0; o < shape.outputs(); o++) {
                double sum =
                        w[readoutBias + o] + dot(w, readoutWeight + o * shape.units(), hearing.heard[step + 1][trial]);
                y[step][trial][o] = readout.of(sum);
                output[o][trial] = y[step][trial][o];
            }
        }
    }

    @Override
    public void rates(int step, double[][] rate) {
        transpose(hearing.heard[step + 1], rate);
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (double rate : hearing.heard[step + 1][trial]) {
                sum += activityWeight[trial] / 2 * rate * rate;
            }
        }
        return sum;
    }

    @Override
    public double jacobian(int step, double[] jacobianWeight) {
        double sum = 0;
        for (int trial = 0; trial < jacobianWeight.length; trial++) {
            sum += jacobianWeight[trial] == 0 ? 0 : jacobianWeight[trial] / 2 * jacobian(step, trial);
        }
        return sum;
    }

    @Override
    public void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[] jacobianWeight,
            double[][] rateGradient,
            double[][] inputGradient) {
        clear(earlier);
        gone = step;
        for (int trial = 0; trial < shape.batch(); trial++) {
            double[] next = hearing.heard[step + 1][trial];
            double[] ofHeard = hearing.later(trial);
            for (int o = 0; o < shape.outputs(); o++) {
                double sum = outputGradient[o][trial] * readout.slope(y[step][trial][o]);
                dw[readoutBias + o] += sum;
                dotBack(w, dw, readoutWeight + o * shape.units(), next, sum, ofHeard);
            }
            for (int unit = 0; unit < shape.units(); unit++) {
                ofHeard[unit] += activityWeight[trial] * next[unit];
            }
            for (int unit = 0; unit < rateGradient.length; unit++) {
                ofHeard[unit] += rateGradient[unit][trial];
            }
            hearing.back(step + 1, trial, later[trial]);
            restBack(step, trial);
            jacobianBack(step, trial, jacobianWeight.length == 0 ? 0 : jacobianWeight[trial] / 2);
            Arrays.fill(inputSum, 0);
            retreat(step, trial, later[trial], earlier[trial], inputSum);
            for (int i = 0; i < inputGradient.length; i++) {
                inputGradient[i][trial] = inputSum[i];
            }
        }
        double[][] swap = later;
        later = earlier;
        earlier = swap;
        hearing.goBack();
    }

    private void rest(int step, int trial) {
        for (int unit = 0; hearing.isTouched(trial) && unit < shape.units(); unit++) {
            if (hearing.rests(step, trial, unit)) {
                still(step, trial, unit);
            }
        }
    }

    /** The way back of {@link #rest}: whatever the own state of a unit was, it is at rest. */
    private void restBack(int step, int trial) {
        for (int unit = 0; hearing.isTouched(trial) && unit < shape.units(); unit++) {
            if (hearing.rests(step, trial, unit)) {
                later[trial][unit] = 0;
                stillBack(trial, unit);
            }
        }
    }

    @Override
    public void addGradient(double[] gradient) {
        give();
        start.clear();
        for (int trial = 0; gone == 0 && trial < shape.batch(); trial++) {
            hearing.back(0, trial, later[trial]);
            startBack(trial, later[trial], start.of(trial));
        }
        start.addTo(gradient);
        for (int i = 0; i < dw.length; i++) {
            gradient[i] += dw[i];
        }
    }

    /** Returns the product of a row of weights with a vector. */
    static double dot(double[] weights, int offset, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += weights[offset + i] * vector[i];
        }
        return sum;
    }

    /** The way back of {@link #dot}: adds to the gradients of the row and of the vector. */
    static void dotBack(
            double[] weights, double[] ofWeights, int offset, double[] vector, double gradient, double[] ofVector) {
        for (int i = 0; i < vector.length; i++) {
            ofWeights[offset + i] += gradient * vector[i];
            ofVector[i] += gradient * weights[offset + i];
        }
    }

    /** Turns [trial][unit] into [unit][trial]. */
    final void transpose(double[][] byTrial, double[][] byUnit) {
        for (int unit = 0; unit < shape.units(); unit++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                byUnit[unit][trial] = byTrial[trial][unit];
            }
        }
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }
}
