// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

/** What the output units are tuned to. */
public enum Features {
    /** Position, velocity, acceleration, speed and its second harmonic, with lags. */
    FULL,
    /** Direction times speed alone: too little to drive an arm, kept to show the warning of a bad fit. */
    DIRECTION_SPEED
}
