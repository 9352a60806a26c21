// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.analysis.OnsetRule;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import betz.train.LossTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Minimum-jerk reaches to eight targets by units whose rates follow the cosine exactly. */
final class SyntheticReaches {
    static final double DT = 0.01;
    static final int STEPS = 201;
    static final int UNITS = 10;
    static final double BASELINE = 20;
    static final double DISTANCE = 0.1;
    private static final int TRIALS = 16;
    private static final Point START = new Point(0, 0.4);

    private SyntheticReaches() {}

    /** Directions run from -180 to 135 degrees, as arctangents do. */
    static TrialBatch asked() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            double direction = (i % 8 - 4) * Math.PI / 4;
            var target = START.plus(DISTANCE * StrictMath.cos(direction), DISTANCE * StrictMath.sin(direction));
            var condition = new Condition(i % 8, 45 * (i % 8 - 4) + "°", direction);
            trials.add(new Trial(condition, START, target, 10, 40 + i / 8 * 20, STEPS - 1));
        }
        return new TrialBatch(DT, STEPS, trials);
    }

    /** Unit {@code u} prefers {@code 36·u} degrees and varies by {@code u + 1} around its baseline. */
    static double rate(int unit, double direction) {
        return BASELINE + (unit + 1) * StrictMath.cos(direction - unit * Math.PI / 5);
    }

    /** Hands that go {@code gain} times the way. */
    static Recording hands(double gain) {
        var trials = asked();
        var position = Signal.zeros("hand.position", "m", TRIALS, STEPS, List.of("x", "y"));
        var velocity = Signal.zeros("hand.velocity", "m/s", TRIALS, STEPS, List.of("x", "y"));
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = trials.get(i);
            double[] way = {trial.target().x() - START.x(), trial.target().y() - START.y()};
            double[] from = {START.x(), START.y()};
            for (int step = 0; step < STEPS; step++) {
                double s = Math.min(1, Math.max(0, (step - trial.goCue()) * DT / 0.6));
                for (int axis = 0; axis < 2; axis++) {
                    position.set(i, step, axis, from[axis] + gain * way[axis] * s * s * s * (10 - 15 * s + 6 * s * s));
                    velocity.set(i, step, axis, gain * way[axis] * 30 * s * s * (1 - s) * (1 - s) / 0.6);
                }
            }
        }
        return new Recording(trials, List.of(position, velocity));
    }

    /** The same with units, joints and six muscles. */
    static Recording whole(double gain) {
        var names = IntStream.range(0, UNITS).mapToObj(u -> "unit " + u).toList();
        var rates = Signal.zeros("unit.rate", "spikes/s", TRIALS, STEPS, names);
        for (int i = 0; i < TRIALS; i++) {
            for (int step = 0; step < STEPS; step++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    double direction = asked().get(i).condition().direction();
                    rates.set(i, step, unit, rate(unit, direction));
                }
            }
        }
        var muscles = List.of("pectoralis", "deltoid", "brachioradialis", "tricepslat", "biceps", "tricepslong");
        return hands(gain)
                .with(rates)
                .with(Signal.zeros("joint.angle", "rad", TRIALS, STEPS, List.of("shoulder", "elbow")))
                .with(Signal.zeros("muscle.activation", "1", TRIALS, STEPS, muscles));
    }

    static Judgement judgement(Recording reference, Recording predicted) {
        var update = new Checkpoint.Update(LossTerms.NONE.with("position", 2).with("velocity", 1), 5, true);
        return new Judgement(
                new Lessons(
                        List.of(reference),
                        Optional.of(reference),
                        reference,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of()),
                new Trained(
                        Learner.of(Scenario.DEFAULT, Results.DEFAULT).get(0),
                        new Checkpoint(1, new double[1], new double[2][1], List.of(update)),
                        predicted,
                        Comparison.of(reference, predicted, OnsetRule.DEFAULT, 1)),
                List.of(),
                List.of());
    }
}
