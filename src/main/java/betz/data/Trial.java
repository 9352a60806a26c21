// SPDX-License-Identifier: Apache-2.0
package betz.data;

/**
 * What one trial asks: from where to where, and when.
 *
 * @param condition the kind of trial
 * @param start hand position at time 0
 * @param target centre of the target
 * @param targetOn step at which the target appears
 * @param targetOff step from which it is no longer shown
 * @param goCue step at which the movement may begin
 * @param end first step after the trial
 */
public record Trial(Condition condition, Point start, Point target, int targetOn, int targetOff, int goCue, int end) {

    /** Makes a trial whose target stays in view to its end. */
    public Trial(Condition condition, Point start, Point target, int targetOn, int goCue, int end) {
        this(condition, start, target, targetOn, end, goCue, end);
    }

    /** Tells whether the target is in view at a step; to the end means also in what a batch is padded with. */
    public boolean shows(int step) {
        return step >= targetOn && (step < targetOff || targetOff >= end);
    }
}
