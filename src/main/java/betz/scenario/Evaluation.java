// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.OnsetRule;
import betz.common.About;
import betz.common.Require;

/**
 * How the trained network is judged.
 *
 * @param trials number of held-out trials
 * @param onset when a movement begins and ends
 */
public record Evaluation(
        @About("Number of held-out trials, spread evenly over the conditions.")
        int trials,

        @About("When a movement begins and ends.") OnsetRule onset) {
    /** Eight reaches to each of eight targets. */
    public static final Evaluation DEFAULT = new Evaluation(64, OnsetRule.DEFAULT);

    public Evaluation {
        Require.count("trials", trials, 1, 100_000);
    }
}
