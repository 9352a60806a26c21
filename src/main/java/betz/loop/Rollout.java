// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.common.Workers;
import betz.data.Controller;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.effector.MotorArm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a controller move a body through trials, and records everything.
 *
 * <p>Step 0 is the state before the first command. Excitation, rates and spikes of step k are those that lead from k to k +
 * 1; excitation is what was commanded, before reflex and motor noise; reflex is what the reflex adds to it. The last step
 * repeats the one before, but for spikes, of which it has none.
 */
public final class Rollout {
    private static final List<String> PLANE = List.of("x", "y");

    /** Trials of {@link #keep} that run together. */
    private static final int PART = 32;

    private final Periphery periphery;
    private final Effector effector;

    /** Describes the body and the senses of its controller, without motor noise. */
    public Rollout(Effector effector, Feedback feedback) {
        this(effector, feedback, MotorNoise.DEFAULT);
    }

    /** Describes the body, the senses of its controller, and the noise on the controller's commands. */
    public Rollout(Effector effector, Feedback feedback, MotorNoise noise) {
        this(new Periphery(effector, feedback, noise));
    }

    /** Describes everything between the controller's commands and what it feels. */
    public Rollout(Periphery periphery) {
        this.periphery = periphery;
        effector = periphery.effector();
    }

    /** Runs all trials as they are when a network is judged. */
    public Recording run(Controller controller, TrialBatch trials, long seed) {
        return run(controller, trials, Draws.judged(seed));
    }

    /**
     * Runs all trials.
     *
     * @param draws where all noise comes from
     * @return hand.position, hand.velocity, joint.angle, muscle.excitation, muscle.activation, muscle.force, unit.rate,
     *     joint.torque of motors, muscle.reflex if there is a reflex, and unit.spikes if units spike
     */
    public Recording run(Controller controller, TrialBatch trials, Draws draws) {
        Signal rates = units("unit.rate", controller.rateUnit(), trials, controller.units());
        Signal spikes = units("unit.spikes", "1", trials, controller.spiking());
        double[][] rate = new double[controller.units()][trials.size()];
        double[][] count = new double[controller.spiking()][trials.size()];
        Body body = move(controller, trials, draws, (step, run) -> {
            run.rates(rate);
            write(rate, 0, rates, step, 0);
            run.spikes(count);
            write(count, 0, spikes, step, 0);
        });
        int last = trials.steps() - 1;
        if (last > 0) {
            write(rate, 0, rates, last, 0);
        }
        Recording recording = record(body, trials).with(rates);
        return controller.spiking() == 0 ? recording : recording.with(spikes);
    }

    private static Signal units(String name, String unit, TrialBatch trials, int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "unit " + i).toList();
        return Signal.zeros(name, unit, trials.size(), trials.steps(), names);
    }

    /** Takes what the units did between a step and the next. */
    private interface UnitKeeper {
        void keep(int step, Controller.Run run);
    }

    private Body move(Controller controller, TrialBatch trials, Draws draws, UnitKeeper keeper) {
        var body = new Body(periphery, trials.size(), trials.steps(), trials.dt());
        body.reset(trials, Starts.of(effector, trials), draws);
        double[][] input = new double[TrialBatch.INPUTS][trials.size()];
        double[][] afferent = new double[body.senses.rows()][trials.size()];
        Controller.Run run = controller.begin(trials, draws);
        int last = trials.steps() - 1;
        for (int step = 0; step < last; step++) {
            trials.input(step, input);
            body.feel(step, afferent);
            run.step(step, input, afferent, body.command[step]);
            keeper.keep(step, run);
            body.move(step);
        }
        if (last > 0) {
            body.command[last] = body.command[last - 1];
            body.reflex.repeat(last);
        }
        return body;
    }

    /**
     * Runs many trials, part by part on all workers, and keeps some signals only.
     *
     * @param names of the signals that are kept: any of {@link #run} but unit.rate, muscle.force and joint.torque
     * @param draws where the noise of the first trial comes from
     */
    public Recording keep(List<String> names, Controller controller, TrialBatch trials, Draws draws, Workers workers) {
        int parts = (trials.size() + PART - 1) / PART;
        List<Signal> signals = tracks(new Body(periphery, 1, 1, trials.dt())).stream()
                .filter(track -> names.contains(track.name))
                .map(track -> track.empty(trials.size(), trials.steps()))
                .toList();
        Require.length("signals to keep", signals.size(), names.size());
        workers.each(parts, part -> {
            int first = part * PART;
            int[] chosen = IntStream.range(first, Math.min(first + PART, trials.size()))
                    .toArray();
            Body body = move(controller, trials.select(chosen), draws.from(first), (step, run) -> {});
            for (Track track : tracks(body)) {
                signals.stream()
                        .filter(signal -> signal.name().equals(track.name))
                        .forEach(signal -> track.write(signal, first));
            }
        });
        return new Recording(trials, signals);
    }

    private Recording record(Body body, TrialBatch trials) {
        List<String> muscles = effector.muscleNames();
        List<Signal> signals = new ArrayList<>();
        for (Track track : tracks(body)) {
            signals.add(track.signal());
        }
        double[][][] muscle = new double[trials.steps()][3 * muscles.size()][trials.size()];
        for (int step = 0; step < trials.steps(); step++) {
            body.kernel.muscles(body.state[step], muscle[step]);
        }
        String unit = effector.actuator().forceUnit();
        signals.add(new Track("muscle.force", unit, muscles, muscle, 2 * muscles.size()).signal());
        var recording = new Recording(trials, signals);
        return effector instanceof MotorArm ? recording.with(MotorTorques.of(recording)) : recording;
    }

    private List<Track> tracks(Body body) {
        List<String> muscles = effector.muscleNames();
        List<Track> tracks = new ArrayList<>(List.of(
                new Track("hand.position", "m", PLANE, body.sensed, 0),
                new Track("hand.velocity", "m/s", PLANE, body.sensed, 2),
                new Track("joint.angle", "rad", Postures.JOINTS, body.state, 0),
                new Track("muscle.excitation", "1", muscles, body.command, 0),
                new Track("muscle.activation", "1", muscles, body.state, 4)));
        if (body.reflex.added.length > 0) {
            tracks.add(new Track("muscle.reflex", "1", muscles, body.reflex.added, 0));
        }
        return tracks;
    }

    /** A signal that lies in rows from {@code first} on of some history, [step][row][trial]. */
    @SuppressWarnings("ArrayRecordComponent") // a view on a history, inside this class, never compared
    private record Track(String name, String unit, List<String> channels, double[][][] rows, int first) {
        Signal empty(int trials, int steps) {
            return Signal.zeros(name, unit, trials, steps, channels);
        }

        Signal signal() {
            Signal signal = empty(rows[0][first].length, rows.length);
            write(signal, 0);
            return signal;
        }

        /** Writes this as the trials of a signal from {@code firstTrial} on. */
        void write(Signal signal, int firstTrial) {
            for (int step = 0; step < rows.length; step++) {
                Rollout.write(rows[step], first, signal, step, firstTrial);
            }
        }
    }

    /** Writes rows from {@code first} on, [row][trial], as one step of a signal's trials from {@code firstTrial} on. */
    static void write(double[][] rows, int first, Signal signal, int step, int firstTrial) {
        for (int channel = 0; channel < signal.channels().size(); channel++) {
            double[] row = rows[first + channel];
            for (int trial = 0; trial < row.length; trial++) {
                signal.set(firstTrial + trial, step, channel, row[trial]);
            }
        }
    }
}
