// SPDX-License-Identifier: Apache-2.0
package betz.data;

import org.jspecify.annotations.Nullable;

/**
 * What one trial asks: from where to where, and when.
 *
 * @param condition the kind of trial
 * @param start hand position at time 0
 * @param target centre of the target; of one that moves, its last place
 * @param targetOn step at which the target appears
 * @param targetOff step from which it is no longer shown
 * @param goCue step at which the movement may begin; the end of the trial where it may not; where the hand holds still, that at
 *     which its load comes
 * @param end first step after the trial
 * @param trajectory along which the target moves from the go cue on, and the hand should follow; absent where it is reached for
 * @param perturbation what is done to the body, the sight of the hand or the target meanwhile
 * @param handle that the hand holds, whose cursor all places are of; absent where the hand moves freely
 */
public record Trial(
        Condition condition,
        Point start,
        Point target,
        int targetOn,
        int targetOff,
        int goCue,
        int end,
        @Nullable Trajectory trajectory,
        Perturbation perturbation,
        @Nullable Handle handle) {

    /** Makes a trial that asks for a reach, without a perturbation. */
    public Trial(Condition condition, Point start, Point target, int targetOn, int targetOff, int goCue, int end) {
        this(condition, start, target, targetOn, targetOff, goCue, end, null, Perturbation.None.DEFAULT, null);
    }

    /** Makes a trial whose target stays in view to its end. */
    public Trial(Condition condition, Point start, Point target, int targetOn, int goCue, int end) {
        this(condition, start, target, targetOn, end, goCue, end);
    }

    /** Makes a trial in which the hand is to follow a target, which is in view all the time. */
    public static Trial following(Condition condition, Trajectory trajectory, int goCue, int end) {
        return new Trial(
                condition,
                trajectory.from(),
                trajectory.to(),
                0,
                end,
                goCue,
                end,
                trajectory,
                Perturbation.None.DEFAULT,
                null);
    }

    /** Makes a trial in which the hand is to stay where it is, with the target there in view, while a load comes. */
    public static Trial staying(Condition condition, Point place, Perturbation load, int comes, int end) {
        return new Trial(condition, place, place, 0, end, comes, end, null, load, null);
    }

    /** Returns where the task has the target at a step of {@code dt} seconds, which moves where there is a trajectory. */
    public Point nominalTarget(int step, double dt) {
        Trajectory path = trajectory;
        if (path == null) {
            return target;
        }
        return goes() ? path.at((step - goCue) * dt) : start;
    }

    /** Tells whether the go cue comes; where it does not, the hand must stay. */
    public boolean goes() {
        return goCue < end;
    }

    /** Tells whether the hand is to stay at its start from beginning to end, and no go cue is shown. */
    public boolean stays() {
        return trajectory == null && start.equals(target);
    }

    /** Tells whether the target is in view at a step; to the end means also in what a batch is padded with. */
    public boolean shows(int step) {
        return step >= targetOn && (step < targetOff || targetOff >= end);
    }

    /** Returns this trial with another perturbation. */
    public Trial with(Perturbation other) {
        return new Trial(condition, start, target, targetOn, targetOff, goCue, end, trajectory, other, handle);
    }

    /** Returns this trial with the hand at a handle. */
    public Trial holding(Handle other) {
        return new Trial(condition, start, target, targetOn, targetOff, goCue, end, trajectory, perturbation, other);
    }

    /** Returns the direction from start to target, rad, counter-clockwise from the x axis; the condition's where that is no straight way. */
    public double direction() {
        return trajectory != null || start.equals(target)
                ? condition.direction()
                : StrictMath.atan2(target.y() - start.y(), target.x() - start.x());
    }

    /** Returns where the target is at a step of {@code dt} seconds: where the task has it, unless it has jumped. */
    public Point target(int step, double dt) {
        return perturbation.target(this, step, dt);
    }

    /**
     * Returns where the hand should be in the end, as far as it is known at a step: where it is seen at the target, or at the start
     * where no go cue comes; NaN where its sight does not tell, and as long as the target goes along a trajectory.
     */
    public Point goal(int step, double dt) {
        if (!goes()) {
            return start;
        }
        Trajectory path = trajectory;
        boolean moves = path != null && (step - goCue) * dt < path.duration();
        return moves ? new Point(Double.NaN, Double.NaN) : perturbation.hand(this, target(step, dt));
    }
}
