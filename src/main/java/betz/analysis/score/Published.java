// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.common.Require;

/**
 * A published figure: a range, of which both ends are the same where one value alone is known.
 *
 * @param low smallest published value, in the row's unit
 * @param high largest, in the row's unit
 * @param n what it was measured on, such as {@code 143 units of 1 monkey}
 * @param source who measured it
 * @param evidence how it is known here
 */
public record Published(double low, double high, String n, String source, Evidence evidence) {
    public Published {
        Require.that(low <= high, "low", Double.toString(low), "at most high, " + high);
        Require.that(!source.isBlank(), "source", "blank", "who measured it");
    }
}
