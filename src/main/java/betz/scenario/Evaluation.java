// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.OnsetRule;
import betz.common.About;
import betz.common.Require;
import betz.data.Perturbation;
import java.util.List;

/**
 * How the trained network is judged.
 *
 * @param trials number of held-out trials
 * @param onset when a movement begins and ends
 * @param perturbations under each of which the same trials are run again
 */
public record Evaluation(
        @About("Number of held-out trials, spread evenly over the conditions.")
        int trials,

        @About("When a movement begins and ends.") OnsetRule onset,

        @About("The held-out trials are run again under each of these; none tells nothing new and is passed over.")
        List<Perturbation> perturbations) {
    /** Eight reaches to each of eight targets. */
    public static final Evaluation DEFAULT = new Evaluation(64, OnsetRule.DEFAULT, List.of());

    /** As many as a report can show. */
    static final int MOST_PERTURBATIONS = 32;

    public Evaluation {
        Require.count("trials", trials, 1, 100_000);
        Require.items("perturbations", perturbations.size(), "perturbation", 0, MOST_PERTURBATIONS);
        perturbations = List.copyOf(perturbations);
    }
}
