// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Draws;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the outputs of a network that imitates the hand or the joints into a recording of a hand. */
public final class Imitation {
    private static final List<String> PLANE = List.of("x", "y");
    private final Imitated imitated;
    private final Effector effector;

    /** Describes what is imitated; excitations move the body, in a {@link Rollout}. */
    public Imitation(Imitated imitated, Effector effector) {
        Require.that(
                imitated != Imitated.EXCITATIONS,
                "imitated",
                imitated.toString(),
                "hand or joints; excitations are rolled out");
        this.imitated = imitated;
        this.effector = effector;
    }

    /** Runs all trials, whose noise comes from the draws, and returns hand.position, hand.velocity, joint.angle where joints are imitated, unit.rate. */
    public Recording run(Network network, double[] weights, TrialBatch trials, Draws draws) {
        var loop = new OpenLoop(network, trials.size(), trials.steps());
        loop.forward(weights, trials, draws);
        List<Signal> signals = new ArrayList<>(imitated == Imitated.HAND ? hand(loop, trials) : joints(loop, trials));
        signals.add(rates(loop, network, trials));
        return new Recording(trials, signals);
    }

    private static List<Signal> hand(OpenLoop loop, TrialBatch trials) {
        Signal position = Signal.zeros("hand.position", "m", trials.size(), trials.steps(), PLANE);
        Signal velocity = Signal.zeros("hand.velocity", "m/s", trials.size(), trials.steps(), PLANE);
        for (int trial = 0; trial < trials.size(); trial++) {
            Point start = trials.get(trial).start();
            set(position, trial, 0, start);
            for (int step = 1; step < trials.steps(); step++) {
                double[][] put = loop.output(step - 1);
                set(
                        position,
                        trial,
                        step,
                        start.plus(Imitated.LENGTH * put[0][trial], Imitated.LENGTH * put[1][trial]));
                velocity.set(trial, step, 0, put[2][trial]);
                velocity.set(trial, step, 1, put[3][trial]);
            }
        }
        return List.of(position, velocity);
    }

    private List<Signal> joints(OpenLoop loop, TrialBatch trials) {
        Signal angle = Signal.zeros("joint.angle", "rad", trials.size(), trials.steps(), Postures.JOINTS);
        Signal position = Signal.zeros("hand.position", "m", trials.size(), trials.steps(), PLANE);
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] start = effector.posture(trials.get(trial).start());
            for (int step = 0; step < trials.steps(); step++) {
                for (int joint = 0; joint < start.length; joint++) {
                    angle.set(trial, step, joint, start[joint] + (step == 0 ? 0 : loop.output(step - 1)[joint][trial]));
                }
                set(position, trial, step, effector.hand(angle.get(trial, step, 0), angle.get(trial, step, 1)));
            }
        }
        return List.of(position, slope(position, trials.dt()), angle);
    }

    /** Returns the velocity of a hand by central differences, one-sided at the ends. */
    private static Signal slope(Signal position, double dt) {
        Signal velocity = Signal.zeros("hand.velocity", "m/s", position.trials(), position.steps(), PLANE);
        int last = position.steps() - 1;
        for (int trial = 0; trial < position.trials(); trial++) {
            for (int step = 0; step <= last; step++) {
                int before = Math.max(step - 1, 0);
                int after = Math.min(step + 1, last);
                for (int axis = 0; axis < PLANE.size(); axis++) {
                    double way = position.get(trial, after, axis) - position.get(trial, before, axis);
                    velocity.set(trial, step, axis, after == before ? 0 : way / ((after - before) * dt));
                }
            }
        }
        return velocity;
    }

    private static Signal rates(OpenLoop loop, Network network, TrialBatch trials) {
        List<String> units = IntStream.range(0, network.units())
                .mapToObj(unit -> "unit " + unit)
                .toList();
        Signal rates = Signal.zeros("unit.rate", "1", trials.size(), trials.steps(), units);
        double[][] rate = new double[network.units()][trials.size()];
        for (int step = 0; step < trials.steps(); step++) {
            if (step < trials.steps() - 1) {
                loop.rates(step, rate);
            }
            Rollout.write(rate, 0, rates, step, 0);
        }
        return rates;
    }

    private static void set(Signal position, int trial, int step, Point place) {
        position.set(trial, step, 0, place.x());
        position.set(trial, step, 1, place.y());
    }
}
