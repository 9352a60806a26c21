// SPDX-License-Identifier: Apache-2.0
/**
 * Closes the loop: controller, muscles, arm, and senses that are late and noisy; and the way back through all of them.
 *
 * <p>At step k the senses deliver the state of exactly {@code delay/dt} steps before (the first state where there was none);
 * the controller commands; motor noise is added; the arm moves to the state of step k + 1. {@link betz.loop.Rollout} does this for any controller
 * and records it. {@link betz.loop.ClosedLoop} does the same for a network and keeps what the adjoint needs.
 *
 * <p>Start reading at {@link betz.loop.Rollout}.
 */
@NullMarked
package betz.loop;

import org.jspecify.annotations.NullMarked;
