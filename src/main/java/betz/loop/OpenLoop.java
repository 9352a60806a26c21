// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Draws;
import betz.data.TrialBatch;
import betz.network.NetworkKernel;
import betz.network.Occasion;

/**
 * A network that sees the task alone, over whole trials, forward and back; made once, used for many batches by one thread.
 *
 * <p>{@link #forward} leaves the outputs and rates of every step; a loss writes what it makes of them into {@link
 * #outputGradient}, {@link #activityWeight} and {@link #jacobianWeight}; {@link #backward} carries it to the weights. As in a closed loop, nothing is
 * put out at the last step.
 */
public final class OpenLoop implements UnitLoop {
    private final NetworkKernel network;
    private final int batch;
    private final int steps;
    private final double[][] input;
    private final double[][] observed;
    private final double[][][] output;
    private final double[][][] outputGradient;
    private final Rates rates;
    private final double[][] observedGradient;

    /** Lays out everything for batches of one size. */
    public OpenLoop(Network network, int batch, int steps) {
        Require.count("inputs of a network alone", network.inputs(), Observation.TASK, Observation.TASK);
        this.network = network.factory().kernel(batch, steps);
        this.batch = batch;
        this.steps = steps;
        input = new double[TrialBatch.INPUTS][batch];
        observed = new double[Observation.TASK][batch];
        output = new double[steps][network.outputs()][batch];
        outputGradient = new double[steps][network.outputs()][batch];
        rates = new Rates(this.network, batch, steps);
        observedGradient = new double[Observation.TASK][batch];
    }

    /** Runs trials, as many as the batch, of as many steps, whose noise comes from the draws; the weights are not modified. */
    public void forward(double[] weights, TrialBatch trials, Draws draws) {
        forward(weights, trials, draws, steps - 1);
    }

    /** Runs trials up to the step that their last output leads to; what was left of later steps stays. */
    public void forward(double[] weights, TrialBatch trials, Draws draws, int end) {
        Require.length("trials of a loop", trials.size(), batch);
        Require.length("steps of a loop", trials.steps(), steps);
        network.begin(weights, new Occasion(trials, draws));
        for (int step = 0; step < end; step++) {
            trials.input(step, input);
            Observation.writeTask(input, observed);
            network.step(step, observed, output[step]);
            rates.keep(step);
        }
    }

    /** Returns the outputs of a step, [output][trial]; not a copy. */
    public double[][] output(int step) {
        return output[step];
    }

    /** Returns all outputs, each at the step that it leads to. */
    public Trace outputs() {
        return new Trace(0, output, outputGradient).led();
    }

    @Override
    public Trace rates(int units) {
        return rates.watch(units);
    }

    /** Writes the rates of a step, [unit][trial]. */
    public void rates(int step, double[][] rate) {
        network.rates(step, rate);
    }

    /** Sets all gradients to zero. */
    public void clearGradients() {
        Pull.clear(outputGradient);
        rates.clear();
    }

    /** Sets all gradients to zero but those over the outputs and rates that lead from a step to an end. */
    public void clearGradientsOutside(int first, int end) {
        Pull.clearOutside(outputGradient, first, end);
        rates.clearOutside(first, end);
    }

    /** Returns the gradient of the loss over the outputs of a step, [output][trial], to be added to. */
    public double[][] outputGradient(int step) {
        return outputGradient[step];
    }

    @Override
    public double[] activityWeight(int step) {
        return rates.weight(step);
    }

    @Override
    public double activity(int step) {
        return rates.squares(step);
    }

    @Override
    public double[] jacobianWeight(int step) {
        return rates.jacobianWeight(step);
    }

    @Override
    public double jacobian(int step) {
        return rates.jacobian(step);
    }

    /** Carries all gradients back through the trial and adds that of the weights. */
    public void backward(double[] gradient) {
        backward(0, steps - 1, gradient);
    }

    /**
     * Carries gradients from the end of the last {@link #forward} back to a step, before which the network's state counts as given,
     * and adds that of the weights.
     *
     * @param from step to stop at
     * @param end of the last {@link #forward}
     * @param gradient in the order of the weights. Modified.
     */
    public void backward(int from, int end, double[] gradient) {
        for (int step = end - 1; step >= from; step--) {
            network.back(
                    step,
                    outputGradient[step],
                    rates.weight(step),
                    rates.jacobianWeight(step),
                    rates.gradient(step),
                    observedGradient);
        }
        network.addGradient(gradient);
    }
}
