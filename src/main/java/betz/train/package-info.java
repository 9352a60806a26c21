// SPDX-License-Identifier: Apache-2.0
/**
 * Fits what must be fitted: the weights of networks, by back-propagation through time through the arm, and the read-out of a
 * simulated cortex, by ridge regression.
 *
 * <p>A batch is cut into a fixed number of shards whose gradients are added in order, and every draw is keyed by seed,
 * iteration and trial: the number of threads never changes a bit, and a {@link betz.train.Checkpoint} is all that is needed to
 * go on.
 *
 * <p>Start reading at {@link betz.train.Trainer}, and for the cortex at {@link betz.train.ReadoutCalibration}.
 */
@NullMarked
package betz.train;

import org.jspecify.annotations.NullMarked;
