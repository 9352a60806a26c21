// SPDX-License-Identifier: Apache-2.0
/**
 * Networks as dynamical systems in discrete time, with their input held still: where they rest, and how they move around there.
 *
 * <p>A network is a {@link betz.math.StepMap}, x → F(x); {@link betz.analysis.dynamics.TanhNetwork} is one that is given by
 * its weights.
 * Start reading at {@link betz.analysis.dynamics.FixedPoints}.
 */
@NullMarked
package betz.analysis.dynamics;

import org.jspecify.annotations.NullMarked;
