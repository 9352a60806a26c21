// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.RandomStream;
import betz.data.Cursor;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.scenario.Catches;
import betz.scenario.Phase;
import java.util.List;

/**
 * Which perturbation every trial of a phase's training set has; drawn by a stream of the seed and the phase alone. A phase without one
 * leaves trials that of their own.
 */
final class GivenPerturbations {
    private final Phase phase;
    private final long seed;
    private final int place;

    /** Takes the phase at a place of its curriculum, from 0. */
    GivenPerturbations(Phase phase, long seed, int place) {
        this.phase = phase;
        this.seed = seed;
        this.place = place;
    }

    /** Returns trials with what the task asks for of their perturbations, which a reference has too; else with those of their own. */
    TrialBatch withTaskParts(TrialBatch trials) {
        return trials.with(trial -> {
            Perturbation own = trials.get(trial).perturbation();
            Perturbation taskPart = of(trial, own).taskPart();
            return taskPart.isNone() ? own : taskPart;
        });
    }

    /**
     * Returns what a reference did, as the lesson of trials that have their perturbations: where a cursor is seen, the hand that puts
     * the cursor where the reference's hand was.
     */
    Recording to(Recording reference) {
        if (!phase.isPerturbed() && phase.catches().share() == 0) {
            return reference;
        }
        TrialBatch asked = reference.trials();
        TrialBatch trials = asked.with(trial -> of(trial, asked.get(trial).perturbation()));
        boolean turned = trials.trials().stream().anyMatch(trial -> trial.perturbation() instanceof Cursor);
        List<Signal> signals = reference.signals().stream()
                .map(signal -> turned ? hand(signal, trials) : signal)
                .toList();
        return new Recording(trials, signals);
    }

    private static Signal hand(Signal signal, TrialBatch trials) {
        if (!signal.name().startsWith("hand.")) {
            return signal;
        }
        boolean rate = signal.name().equals("hand.velocity");
        Signal hands = Signal.zeros(signal.name(), signal.unit(), signal.trials(), signal.steps(), signal.channels());
        for (int i = 0; i < signal.trials(); i++) {
            Trial trial = trials.get(i);
            boolean turned = trial.perturbation() instanceof Cursor;
            Point origin = rate ? trial.start() : new Point(0, 0);
            for (int step = 0; step < signal.steps(); step++) {
                double x = signal.get(i, step, 0);
                double y = signal.get(i, step, 1);
                Point hand = turned ? trial.perturbation().hand(trial, origin.plus(x, y)) : origin;
                hands.set(i, step, 0, turned ? hand.x() - origin.x() : x);
                hands.set(i, step, 1, turned ? hand.y() - origin.y() : y);
            }
        }
        return hands;
    }

    /** Returns the perturbation of a trial of the training set, which has one of its own. */
    private Perturbation of(int trial, Perturbation own) {
        Catches catches = phase.catches();
        boolean caught = catches.share() > 0
                && RandomStream.of(seed, "catch trials", place, trial).nextDouble() < catches.share();
        Perturbation usual = phase.perturbation().isNone() ? own : phase.perturbation();
        return caught ? catches.perturbation() : usual;
    }
}
