// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.loop.Imitated;
import betz.train.Mode;
import java.util.List;

/** What must hold where trials are perturbed. */
final class PerturbationRules {
    private PerturbationRules() {}

    /** A network that puts out where its hand is has no body to be touched. */
    static List<Rule.Breach> bodyIsThere(Scenario scenario) {
        boolean perturbs = scenario.evaluation().perturbations().stream().anyMatch(one -> !one.isNone());
        boolean bodiless = scenario.training().mode() instanceof Mode.Imitation imitation
                && imitation.of() != Imitated.EXCITATIONS;
        if (!perturbs || !bodiless) {
            return List.of();
        }
        String expected = "none, since a network that imitates a movement moves no body; or training.mode closed-loop";
        int count = scenario.evaluation().perturbations().size();
        return List.of(new Rule.Breach("evaluation.perturbations", Integer.toString(count), expected, null));
    }
}
