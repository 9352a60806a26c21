// SPDX-License-Identifier: Apache-2.0
/**
 * What a trial is and what was recorded, and who may move the arm.
 *
 * <p>A {@link betz.data.TrialBatch} says what is asked; a {@link betz.data.Recording} says what happened, as named
 * {@link betz.data.Signal}s. A simulated cortex, a trained network and a person are compared by their recordings alone.
 *
 * <p>This package knows nothing of arms, cortices or networks. Start reading at {@link betz.data.TrialBatch}.
 */
@NullMarked
package betz.data;

import org.jspecify.annotations.NullMarked;
