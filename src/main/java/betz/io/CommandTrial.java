// SPDX-License-Identifier: Apache-2.0
package betz.io;

/**
 * The commands of one trial, and how it begins. Arrays are shared, not copied.
 *
 * @param trial its number
 * @param joint angles (rad) or position (m) at the start, [2]
 * @param velocity at the start, rad/s or m/s, [2]
 * @param excitation [step][muscle]
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CommandTrial(long trial, double[] joint, double[] velocity, double[][] excitation) {
    /** Returns this trial with another start. */
    CommandTrial from(double[] otherJoint, double[] otherVelocity) {
        return new CommandTrial(trial, otherJoint, otherVelocity, excitation);
    }
}
