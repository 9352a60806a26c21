// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Loading;
import betz.data.Perturbation;
import betz.loop.Imitated;
import betz.loop.Steadiness;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;

/** What must hold between perturbations, of phases and of held-out trials, and the rest of a scenario. */
final class PerturbationRules {
    private PerturbationRules() {}

    /**
     * A perturbation where it stands.
     *
     * @param path of its key
     * @param mode in which its trials are trained, or were
     * @param judged whether nothing is learnt in its trials
     * @param teaches whether joints or excitations are taught in its trials
     */
    private record Placed(String path, Perturbation perturbation, Mode mode, boolean judged, boolean teaches) {

        /** A network that imitates a movement has no body; one that imitates excitations has one when it is judged. */
        boolean hasBody() {
            return !(mode instanceof Mode.Imitation imitation) || (judged && imitation.of() == Imitated.EXCITATIONS);
        }
    }

    static List<Rule.Breach> areSound(Scenario scenario) {
        return placed(scenario).stream()
                .flatMap(placed -> breaches(scenario, placed).stream())
                .toList();
    }

    private static List<Placed> placed(Scenario scenario) {
        List<Placed> placed = new ArrayList<>();
        List<Perturbation> judged = scenario.evaluation().perturbations();
        for (int i = 0; i < judged.size(); i++) {
            String path = "evaluation.perturbations." + i;
            placed.add(new Placed(path, judged.get(i), scenario.training().mode(), true, false));
        }
        for (int i = 0; i < scenario.curriculum().size(); i++) {
            Phase phase = scenario.curriculum().get(i);
            Mode mode = phase.training().mode();
            boolean teaches = !phase.training().loss().signals().isEmpty();
            String path = "curriculum." + i + ".";
            placed.add(new Placed(path + "perturbation", phase.perturbation(), mode, false, teaches));
            if (phase.catches().share() > 0) {
                Perturbation other = phase.catches().perturbation();
                placed.add(new Placed(path + "catches.perturbation", other, mode, false, teaches));
            }
        }
        return placed;
    }

    private static List<Rule.Breach> breaches(Scenario scenario, Placed placed) {
        Perturbation perturbation = placed.perturbation;
        String word = Kinds.name(perturbation);
        boolean bodily = perturbation instanceof Loading || perturbation instanceof Cursor;
        if (bodily && !placed.hasBody()) {
            String expected =
                    "none, target-jump or a touch of the brain, since a network that imitates has no body to perturb";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        if (scenario.reference() instanceof Recorded && !perturbation.taskPart().isNone() && !placed.judged) {
            String expected = "another perturbation, since nobody knows how recorded reaches would follow the target";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        if (perturbation instanceof Cursor && !scenario.feedback().vision().enabled()) {
            String expected = "another perturbation, since feedback.vision is off and nobody sees a cursor";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        if (perturbation instanceof Cursor && !placed.judged && placed.teaches) {
            String expected =
                    "another perturbation, or no loss of joints and excitations, since they would be taught to go on as if"
                            + " the hand were seen";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        return perturbation instanceof Field field
                ? isCarried(scenario, placed.path, field)
                : TouchRules.unitsAreThere(scenario, placed.path, perturbation);
    }

    /** A stiff wall shakes a hand that is carried by long steps. */
    private static List<Rule.Breach> isCarried(Scenario scenario, String path, Field field) {
        int parts;
        try {
            parts = Steadiness.parts(scenario.effector(), field, scenario.dt());
        } catch (BadSetting unstable) {
            return List.of(); // told by the rule on steps
        }
        if (parts == 1) {
            return List.of();
        }
        String remedy = parts == Steadiness.MOST_PARTS
                ? "a softer one"
                : "effector.integrator: semi-implicit, or effector.miniSteps: "
                        + parts * scenario.effector().miniSteps();
        String expected = "a field that does not shake a hand at rest at steps of " + ScenarioRules.ms(scenario.dt())
                + "; or " + remedy;
        return List.of(new Rule.Breach(path, Kinds.name(field), expected, null));
    }
}
