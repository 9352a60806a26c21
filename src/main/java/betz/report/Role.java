// SPDX-License-Identifier: Apache-2.0
package betz.report;

/** What a series is, which decides how it looks: the same thing looks the same in every figure. */
public enum Role {
    /** What the reference did: dark grey and dashed, on top. */
    TARGET,
    /** What the trained network did: blue. */
    PREDICTED,
    /** What the network did under a perturbation, or a second network: vermilion, dash and dot. */
    PERTURBED,
    /** A further line of its own colour, such as a second loss: green, long dashes. */
    EXTRA,
    /** Single measurements: dots. */
    DATA,
    /** A curve fitted to single measurements: a thin black line. */
    FIT,
    /** Where the hand should arrive: open circles. */
    GOAL
}
