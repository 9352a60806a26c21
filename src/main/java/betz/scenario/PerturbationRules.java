// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.data.Perturbation;
import betz.loop.Imitated;
import betz.train.Mode;
import java.util.List;
import java.util.stream.IntStream;

/** What must hold where trials are perturbed. */
final class PerturbationRules {
    private PerturbationRules() {}

    /** Touches must find their units. */
    static List<Rule.Breach> unitsAreThere(Scenario scenario) {
        List<Perturbation> perturbations = scenario.evaluation().perturbations();
        return IntStream.range(0, perturbations.size())
                .mapToObj(i ->
                        TouchRules.unitsAreThere(scenario, "evaluation.perturbations." + i, perturbations.get(i)))
                .flatMap(List::stream)
                .toList();
    }

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
