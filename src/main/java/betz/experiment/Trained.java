// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.data.Recording;
import betz.scenario.Phase;
import betz.train.Checkpoint;
import java.util.Optional;

/**
 * A network after its training, and how it compares.
 *
 * @param learner what was trained
 * @param state what it learnt
 * @param predicted everything recorded of it in the held-out trials
 * @param comparison of predicted with target
 */
record Trained(Learner learner, Checkpoint state, Recording predicted, Comparison comparison) {

    /** Returns the phases that it went through, if there was a curriculum. */
    PhaseList phases() {
        return new PhaseList(learner.curriculum(), state);
    }

    /** Returns in a sentence or two why its training, or the last phase of it, ended before its last iteration, if it did. */
    Optional<String> ending() {
        Phase phase = learner.phase(state);
        String where = learner.curriculum().isEmpty()
                ? ""
                : "Phase " + phase.called(state.stage().phase()) + ". ";
        return phase.training().ending(state).map(ending -> where + ending);
    }

    /** Returns the cell's word, with a number where others are alike. */
    String name() {
        return learner.name();
    }
}
