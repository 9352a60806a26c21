// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.data.Recording;
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
        return PhaseList.of(learner.curriculum(), state);
    }

    /** Returns in a sentence or two why its training, or the last phase of it, ended before its last iteration, if it did. */
    Optional<String> ending() {
        return learner.phase(state).training().ending(state);
    }

    /** Returns the cell's word, with a number where others are alike. */
    String name() {
        return learner.name();
    }
}
