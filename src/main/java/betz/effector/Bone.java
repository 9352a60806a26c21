// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** What a point of a muscle's path is fixed to. */
public enum Bone {
    /** The trunk: the shoulder is the origin, and nothing turns. */
    WORLD,
    /** The upper arm: the shoulder is the origin, x points along the bone to the elbow. */
    UPPER_ARM,
    /** The forearm: the elbow is the origin, x points along the bone to the hand. */
    FOREARM
}
