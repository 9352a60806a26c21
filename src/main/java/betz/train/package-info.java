// SPDX-License-Identifier: Apache-2.0
/**
 * Learning: losses, optimisers and rules that fit networks, and the calibration of cortical read-outs.
 *
 * <p>A {@link betz.train.ReadoutCalibration} fits the read-out of a simulated cortex to the excitations that make a body
 * follow the cortex's own plans.
 *
 * <p>This package knows nothing of files or scenarios. Start reading at {@link betz.train.ReadoutCalibration}.
 */
@NullMarked
package betz.train;

import org.jspecify.annotations.NullMarked;
