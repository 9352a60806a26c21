// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.data.Recording;
import betz.train.Checkpoint;

/**
 * What became of the training, and how it compares.
 *
 * @param lessons what the reference did
 * @param state the trained network
 * @param predicted everything recorded of the network in the held-out trials
 * @param comparison of predicted with target
 */
record Judgement(Lessons lessons, Checkpoint state, Recording predicted, Comparison comparison) {}
