// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Workers;
import betz.data.Controller;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a controller move a body through trials, and records everything.
 *
 * <p>Step 0 is the state before the first command. Excitation and rates of step k are those that lead from k to k + 1; the
 * last step repeats the one before.
 */
public final class Rollout {
    private static final List<String> PLANE = List.of("x", "y");

    /** Trials of {@link #hands} that run together. */
    private static final int PART = 32;

    private final Effector effector;
    private final Feedback feedback;

    /** Describes the body and the senses of its controller. */
    public Rollout(Effector effector, Feedback feedback) {
        this.effector = effector;
        this.feedback = feedback;
    }

    /**
     * Runs all trials.
     *
     * @param seed of the senses' noise, which is keyed by it and by the trial's place
     * @return hand.position, hand.velocity, joint.angle, muscle.excitation, muscle.activation, muscle.force, unit.rate
     */
    public Recording run(Controller controller, TrialBatch trials, long seed) {
        List<String> units = IntStream.range(0, controller.units())
                .mapToObj(i -> "unit " + i)
                .toList();
        Signal rates = Signal.zeros("unit.rate", controller.rateUnit(), trials.size(), trials.steps(), units);
        Body body = move(controller, trials, Draws.judged(seed), (step, rate) -> write(rate, 0, rates, step, 0));
        int last = trials.steps() - 1;
        if (last > 0) {
            body.command[last] = body.command[last - 1];
        }
        return record(body, trials).with(rates);
    }

    /** Takes the rates that lead from a step to the next, [unit][trial]. */
    private interface RateKeeper {
        void keep(int step, double[][] rate);
    }

    private Body move(Controller controller, TrialBatch trials, Draws draws, RateKeeper keeper) {
        var body = new Body(effector, feedback, trials.size(), trials.steps(), trials.dt());
        body.reset(Starts.of(effector, trials), draws);
        double[][] input = new double[TrialBatch.INPUTS][trials.size()];
        double[][] afferent = new double[body.senses.rows()][trials.size()];
        double[][] rate = new double[controller.units()][trials.size()];
        Controller.Run run = controller.begin(trials, draws);
        int last = trials.steps() - 1;
        for (int step = 0; step < last; step++) {
            trials.input(step, input);
            body.feel(step, afferent);
            run.step(step, input, afferent, body.command[step]);
            run.rates(rate);
            keeper.keep(step, rate);
            body.move(step);
        }
        keeper.keep(last, rate);
        return body;
    }

    /**
     * Runs many trials, part by part on all workers, and keeps only the hand.
     *
     * @return hand.position, hand.velocity
     */
    public Recording hands(Controller controller, TrialBatch trials, long seed, Workers workers) {
        int parts = (trials.size() + PART - 1) / PART;
        List<Signal> signals = List.of(
                Signal.zeros("hand.position", "m", trials.size(), trials.steps(), PLANE),
                Signal.zeros("hand.velocity", "m/s", trials.size(), trials.steps(), PLANE));
        workers.each(parts, part -> {
            int first = part * PART;
            int[] chosen = IntStream.range(first, Math.min(first + PART, trials.size()))
                    .toArray();
            Draws draws = Draws.judged(seed).from(first);
            Body body = move(controller, trials.select(chosen), draws, (step, rate) -> {});
            write(body.sensed, 0, signals.get(0), first);
            write(body.sensed, 2, signals.get(1), first);
        });
        return new Recording(trials, signals);
    }

    private Recording record(Body body, TrialBatch trials) {
        List<String> muscles = effector.muscleNames();
        int m = muscles.size();
        List<Signal> signals = new ArrayList<>();
        signals.add(signal("hand.position", "m", PLANE, body.sensed, 0));
        signals.add(signal("hand.velocity", "m/s", PLANE, body.sensed, 2));
        signals.add(signal("joint.angle", "rad", List.of("shoulder", "elbow"), body.state, 0));
        signals.add(signal("muscle.excitation", "1", muscles, body.command, 0));
        signals.add(signal("muscle.activation", "1", muscles, body.state, 4));
        double[][][] muscle = new double[trials.steps()][3 * m][trials.size()];
        for (int step = 0; step < trials.steps(); step++) {
            body.kernel.muscles(body.state[step], muscle[step]);
        }
        signals.add(signal("muscle.force", "N", muscles, muscle, 2 * m));
        return new Recording(trials, signals);
    }

    /** Turns [step][row][trial] into a signal of the rows from {@code first} on. */
    private static Signal signal(String name, String unit, List<String> channels, double[][][] rows, int first) {
        int trials = rows[0][first].length;
        Signal signal = Signal.zeros(name, unit, trials, rows.length, channels);
        write(rows, first, signal, 0);
        return signal;
    }

    /** Writes rows from {@code first} on, [step][row][trial], as the trials of a signal from {@code firstTrial} on. */
    private static void write(double[][][] rows, int first, Signal signal, int firstTrial) {
        for (int step = 0; step < rows.length; step++) {
            write(rows[step], first, signal, step, firstTrial);
        }
    }

    private static void write(double[][] rows, int first, Signal signal, int step, int firstTrial) {
        for (int channel = 0; channel < signal.channels().size(); channel++) {
            double[] row = rows[first + channel];
            for (int trial = 0; trial < row.length; trial++) {
                signal.set(firstTrial + trial, step, channel, row[trial]);
            }
        }
    }
}
