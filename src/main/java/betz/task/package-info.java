// SPDX-License-Identifier: Apache-2.0
/**
 * Tasks: they turn settings and a random stream into {@link betz.data.TrialBatch}es.
 *
 * <p>In {@link betz.task.CentreOut} and {@link betz.task.DelayedReach} every trial starts at the body's home, and target {@code i}
 * of {@code n} lies in the direction {@code θ = 2πi/n}, counter-clockwise from the x axis, at {@code home + distance·(cos θ, sin
 * θ)}. In {@link betz.task.RandomReach} start, direction and distance are drawn anew for every trial, and sectors of the
 * direction stand for its conditions. In {@link betz.task.JointReach} both ends are postures drawn anew. {@link
 * betz.task.TableTrials} are those that somebody wrote down. A trial is a hold, then (but for centre-out) a delay period with the
 * target in view, then the reach epoch from the go cue to the end; the reach epoch outlasts the movement.
 *
 * <p>In {@link betz.task.ViaPoints}, {@link betz.task.Ellipse}, {@link betz.task.FigureEight} and {@link betz.task.Cycling} the
 * target moves along a {@link betz.data.Trajectory} from the go cue on, and the hand is to follow it. Where the go cue does not
 * come, the hand must stay.
 *
 * <p>In {@link betz.task.Posture} the hand stays all the time; what comes is a load of the trial's own.
 *
 * <p>In {@link betz.task.Isometric} the hand holds a {@link betz.data.Handle} at home and pushes it; start, target and hand are places
 * of the cursor on its screen.
 *
 * <p>Times are settings in s; each is rounded to the nearest step, halves up. Step 0 is the state before the first
 * command, so a batch has one step more than its longest possible trial. This package knows nothing of arms: what it must
 * know of a body is handed in as a {@link betz.data.Workspace}. Start reading at {@link betz.task.Sampler}.
 */
@NullMarked
package betz.task;

import org.jspecify.annotations.NullMarked;
