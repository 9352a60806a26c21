// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.data.Recording;
import betz.train.Checkpoint;

/**
 * A network after its training, and how it compares.
 *
 * @param learner what was trained
 * @param state what it learnt
 * @param predicted everything recorded of it in the held-out trials
 * @param comparison of predicted with target
 */
record Trained(Learner learner, Checkpoint state, Recording predicted, Comparison comparison) {

    /** Returns the cell's word, with a number where others are alike. */
    String name() {
        return learner.name();
    }
}
