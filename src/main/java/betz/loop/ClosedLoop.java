// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.network.NetworkKernel;
import betz.network.Occasion;
import java.util.Arrays;

/**
 * A network and a batch of bodies over whole trials, forward and back; made once, used for many batches by one thread.
 *
 * <p>{@link #forward} leaves hand, activations and rates of every step; a loss writes what it makes of them into {@link
 * #handGradient}, {@link #activationGradient}, {@link #activityWeight} and {@link #jacobianWeight}; {@link #backward} carries it to the weights. What
 * else a loss wants, such as {@link #forces} or {@link #rates(int)}, it asks for once, before any trial is run; it costs nothing
 * where nobody asks.
 */
public final class ClosedLoop implements UnitLoop {
    private static final int PLANE = 2;

    private final Body body;
    private final Observation observation;
    private final NetworkKernel network;
    private final int batch;
    private final int steps;
    private final double[][] input;
    private final double[][] afferent;
    private final double[][] observed;

    private final Pull pull;
    private final Rates rates;
    private final double[][] commandGradient;
    private final double[][] observedGradient;
    private double[][] nextGradient;
    private double[][] stateGradient;

    /** Lays out everything for batches of one size, without motor noise. */
    public ClosedLoop(Effector effector, Feedback feedback, NetworkFactory factory, int batch, int steps, double dt) {
        this(effector, feedback, MotorNoise.DEFAULT, factory, batch, steps, dt);
    }

    /** Lays out everything for batches of one size, without reflexes. */
    public ClosedLoop(
            Effector effector,
            Feedback feedback,
            MotorNoise noise,
            NetworkFactory factory,
            int batch,
            int steps,
            double dt) {
        this(new Periphery(effector, feedback, noise), factory, batch, steps, dt);
    }

    /** Lays out everything for batches of one size; the network sees the periphery's own observation. */
    public ClosedLoop(Periphery periphery, NetworkFactory factory, int batch, int steps, double dt) {
        this.batch = batch;
        this.steps = steps;
        body = new Body(periphery, batch, steps, dt);
        observation = periphery.observation();
        network = factory.kernel(batch, steps);
        int rows = body.senses.rows();
        input = new double[TrialBatch.INPUTS][batch];
        afferent = new double[rows][batch];
        observed = new double[TrialBatch.INPUTS + rows][batch];
        pull = new Pull(body);
        rates = new Rates(network, batch, steps);
        commandGradient = new double[body.muscles()][batch];
        observedGradient = new double[TrialBatch.INPUTS + rows][batch];
        nextGradient = new double[periphery.effector().states()][batch];
        stateGradient = new double[periphery.effector().states()][batch];
    }

    /**
     * Runs trials.
     *
     * @param weights of the network. Not modified.
     * @param trials as many as the batch, of as many steps
     * @param starts states of rest of these trials
     * @param draws where noise comes from
     */
    public void forward(double[] weights, TrialBatch trials, Starts starts, Draws draws) {
        forward(weights, trials, starts, draws, steps - 1);
    }

    /** Runs trials up to a step; what was left of later steps stays. */
    public void forward(double[] weights, TrialBatch trials, Starts starts, Draws draws, int end) {
        Require.length("trials of a loop", trials.size(), batch);
        Require.length("steps of a loop", trials.steps(), steps);
        body.reset(trials, starts, draws);
        pull.keep(0);
        network.begin(weights, new Occasion(trials, draws));
        for (int step = 0; step < end; step++) {
            trials.input(step, input);
            body.feel(step, afferent);
            observation.write(trials, input, afferent, observed);
            network.step(step, observed, body.command[step]);
            rates.keep(step);
            body.move(step);
            pull.keep(step + 1);
        }
    }

    /** Returns hand x, y, vx, vy of a step after {@link #forward}, [4 and more][trial]; not a copy. */
    public double[][] hand(int step) {
        return body.sensed[step];
    }

    /** Returns one muscle's activation at a step, [trial]; not a copy. */
    public double[] activation(int step, int muscle) {
        return body.state[step][Pull.ACTIVATION + muscle];
    }

    /** Writes the rates of a step, [unit][trial]. */
    public void rates(int step, double[][] rate) {
        network.rates(step, rate);
    }

    /** Returns the hand's position, x and y, m. */
    public Trace position() {
        return Trace.of(body.sensed, pull.sense, 0, PLANE);
    }

    /** Returns the hand's velocity, x and y, m/s. */
    public Trace velocity() {
        return Trace.of(body.sensed, pull.sense, PLANE, PLANE);
    }

    /** Returns the muscles' activations. */
    public Trace activations() {
        return new Trace(0, Trace.rows(body.state, Pull.ACTIVATION, body.muscles()), pull.activation);
    }

    /** Returns the joint angles, rad, from the next {@link #forward} on. */
    public Trace joints() {
        return pull.watchJoints();
    }

    /** Returns the muscles' forces, N, from the next {@link #forward} on. */
    public Trace forces() {
        return pull.watchForces();
    }

    /** Returns the commands without motor noise, each at the step that it leads to. */
    public Trace commands() {
        return pull.watchCommands();
    }

    @Override
    public Trace rates(int units) {
        return rates.watch(units);
    }

    /** Sets all gradients to zero. */
    public void clearGradients() {
        pull.clear();
        rates.clear();
    }

    /** Sets all gradients to zero but those over the states after a step up to an end, and over what led from one to the next. */
    public void clearGradientsOutside(int first, int end) {
        pull.clearOutside(first, end);
        rates.clearOutside(first, end);
    }

    /** Returns the gradient of the loss over hand x, y, vx, vy of a step, [4 and more][trial], to be added to. */
    public double[][] handGradient(int step) {
        return pull.sense[step];
    }

    /** Returns the gradient of the loss over the activations of a step, [muscle][trial], to be added to. */
    public double[][] activationGradient(int step) {
        return pull.activation[step];
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
     * Carries gradients from the end of the last {@link #forward} back to the state at a step, which counts as given, and adds that
     * of the weights.
     *
     * @param from step to stop at; what was sensed before it counts as given too
     * @param end of the last {@link #forward}
     * @param gradient in the order of the weights. Modified.
     */
    public void backward(int from, int end, double[] gradient) {
        clear(nextGradient);
        pull.addState(end, nextGradient);
        for (int step = end - 1; step >= from; step--) {
            clear(stateGradient);
            clear(commandGradient);
            body.kernel.stepVjp(
                    body.state[step],
                    body.motor.arrived(step),
                    body.disturbance.load(step),
                    nextGradient,
                    stateGradient,
                    commandGradient);
            body.sendVjp(step, commandGradient, pull.sense);
            pull.addCommand(step, commandGradient);
            network.back(
                    step,
                    commandGradient,
                    rates.weight(step),
                    rates.jacobianWeight(step),
                    rates.gradient(step),
                    observedGradient);
            feelVjp(step);
            pull.addState(step, stateGradient);
            double[][] swap = nextGradient;
            nextGradient = stateGradient;
            stateGradient = swap;
        }
        network.addGradient(gradient);
    }

    /** What was felt at a step was sensed earlier. */
    private void feelVjp(int step) {
        body.sight.clear();
        for (int row = 0; row < body.senses.rows(); row++) {
            double[] seen = observedGradient[Observation.rowOf(row)];
            double[] sensed = body.sight.gradient(body.senses.column(row), pull.sense[body.senses.source(row, step)]);
            body.senses.back(step, row, observation.slope(row), seen, sensed);
        }
        if (body.sight.isTurned() && body.senses.rows() > 0) {
            int source = body.senses.source(0, step); // all that is seen is as late
            body.sight.back(source, pull.sense[source]);
        }
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }
}
