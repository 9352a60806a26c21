// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

/** How a published figure is known here, which decides whether it may judge. */
public enum Evidence {
    /** Measured again on recorded data with public code, or exact. */
    MEASURED,
    /** Told by papers but not checked against data: it judges nobody. */
    REPORTED
}
