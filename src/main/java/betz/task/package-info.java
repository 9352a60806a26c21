// SPDX-License-Identifier: Apache-2.0
/**
 * Tasks: they turn settings and a random stream into {@link betz.data.TrialBatch}es.
 *
 * <p>Every task here reaches from one start to targets spaced evenly on a circle around it. Target {@code i} of {@code n}
 * lies in the direction {@code θ = 2πi/n}, counter-clockwise from the x axis, at {@code start + distance·(cos θ, sin θ)}.
 * A trial is a hold, then (in {@link betz.task.DelayedReach}) a delay period with the target in view, then the reach epoch
 * from the go cue to the end; the reach epoch outlasts the movement.
 *
 * <p>Times are settings in s; each is rounded to the nearest step, halves up. Step 0 is the state before the first
 * command, so a batch has one step more than its longest possible trial. This package knows nothing of arms: whether a
 * target can be reached is checked by whoever knows {@link betz.task.Task#farthest()} and the arm. Start reading at
 * {@link betz.task.Task}.
 */
@NullMarked
package betz.task;

import org.jspecify.annotations.NullMarked;
