// SPDX-License-Identifier: Apache-2.0
/**
 * Bodies that turn excitations into movement: a point mass, and planar two-joint arms with muscles or motors.
 *
 * <p>An effector is an immutable description; its kernel advances many trials at once, and carries gradients back.
 * Arrays are structures of arrays: one row per state component, the trial innermost. Angles are radians, shoulder from
 * the x axis, elbow from the upper arm, counter-clockwise; all else is SI.
 *
 * <p>This package knows nothing of cortex, networks or tasks. Start reading at {@link betz.effector.Effector}.
 */
@NullMarked
package betz.effector;

import org.jspecify.annotations.NullMarked;
