// SPDX-License-Identifier: Apache-2.0
package betz.data;

/**
 * What one trial asks: from where to where, and when.
 *
 * @param condition the kind of trial
 * @param start hand position at time 0
 * @param target centre of the target
 * @param targetOn step at which the target appears
 * @param goCue step at which the movement may begin
 * @param end first step after the trial
 */
public record Trial(Condition condition, Point start, Point target, int targetOn, int goCue, int end) {}
