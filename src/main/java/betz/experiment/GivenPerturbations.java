// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.RandomStream;
import betz.data.Perturbation;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.scenario.Catches;
import betz.scenario.Phase;
import java.util.List;

/** Which perturbation every trial of a phase's training set has; drawn by a stream of the seed and the phase alone. */
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

    /** Returns trials with what the task asks for of their perturbations, which a reference has too. */
    TrialBatch asked(TrialBatch trials) {
        return trials.with(trial -> of(trial).asked());
    }

    /** Returns what a reference did, as the lesson of trials that have their perturbations. */
    Recording to(Recording reference) {
        return phase.isPerturbed()
                ? new Recording(reference.trials().with(this::of), List.copyOf(reference.signals()))
                : reference;
    }

    /** Returns the perturbation of a trial of the training set. */
    private Perturbation of(int trial) {
        Catches catches = phase.catches();
        boolean caught = catches.share() > 0
                && RandomStream.of(seed, "catch trials", place, trial).nextDouble() < catches.share();
        return caught ? catches.perturbation() : phase.perturbation();
    }
}
