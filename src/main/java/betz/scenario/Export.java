// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

/** A form in which the held-out trials are written. */
public enum Export {
    /** NumPy archives with every signal. */
    NPZ,
    /** Tables of the hand's position. */
    CSV
}
