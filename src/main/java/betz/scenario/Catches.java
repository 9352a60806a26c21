// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Require;
import betz.data.Perturbation;

/**
 * Trials of a phase that have another perturbation than the rest: catch trials without the field, or probes in a channel.
 *
 * @param share of the phase's trials, 1
 * @param perturbation that they have
 */
@About("Trials of a phase that have another perturbation than the rest, such as none, or a channel.")
public record Catches(
        @About("Probability that a trial of the phase's training set is one of them.")
        double share,

        @About("What is done in them instead of the phase's perturbation.")
        Perturbation perturbation) {
    /** None. */
    public static final Catches DEFAULT = new Catches(0, Perturbation.None.DEFAULT);

    public Catches {
        Require.within("share", share, 0, 1, "");
    }
}
