// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Loading;
import betz.data.Perturbation;
import betz.data.Timed;
import betz.loop.Steadiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between perturbations, of phases and of held-out trials, and the rest of a scenario. */
final class PerturbationRules {
    private PerturbationRules() {}

    /**
     * A perturbation where it stands.
     *
     * @param path of its key
     * @param during the scenario as it is in its trials
     * @param judged whether nothing is learnt in its trials
     */
    private record Placed(String path, Perturbation perturbation, Scenario during, boolean judged) {

        /** Tells whether joints or excitations are taught in its trials. */
        boolean teaches() {
            return !judged && !during.training().loss().signals().isEmpty();
        }

        /** Returns what its time must hold with the trials that it may be in, if they are known. */
        Optional<TimingRules> timing() {
            return perturbation instanceof Timed
                    ? TaskRules.trials(during, judged).flatMap(trials -> TimingRules.of(path, perturbation, trials))
                    : Optional.empty();
        }

        boolean hasBody() {
            return ImitationRules.hasBody(during, judged);
        }
    }

    static List<Rule.Breach> areSound(Scenario scenario) {
        return placed(scenario).stream()
                .flatMap(placed -> breaches(scenario, placed).stream())
                .toList();
    }

    /** Catch trials that are none would go unnoticed. */
    static List<Rule.Breach> catchesAreCaught(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        for (int i = 0; i < scenario.curriculum().size(); i++) {
            Catches catches = scenario.curriculum().get(i).catches();
            if (catches.share() == 0 && !catches.perturbation().isNone()) {
                String expected = "above 0, so that some trials have " + Kinds.name(catches.perturbation());
                breaches.add(new Rule.Breach("curriculum." + i + ".catches.share", "0", expected, null));
            }
        }
        return breaches;
    }

    private static List<Placed> placed(Scenario scenario) {
        List<Placed> placed = new ArrayList<>();
        List<Perturbation> judged = scenario.evaluation().perturbations();
        for (int i = 0; i < judged.size(); i++) {
            placed.add(new Placed("evaluation.perturbations." + i, judged.get(i), scenario, true));
        }
        for (int i = 0; i < scenario.curriculum().size(); i++) {
            Phase phase = scenario.curriculum().get(i);
            Scenario during = scenario.during(phase);
            String path = "curriculum." + i + ".";
            placed.add(new Placed(path + "perturbation", phase.perturbation(), during, false));
            if (phase.catches().share() > 0) {
                placed.add(new Placed(
                        path + "catches.perturbation", phase.catches().perturbation(), during, false));
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
        if (perturbation instanceof Cursor && placed.teaches()) {
            String expected =
                    "another perturbation, or no loss of joints and excitations, since they would be taught to go on as if"
                            + " the hand were seen";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        if (perturbation instanceof Field
                && HandleRules.isometric(placed.during).isPresent()) {
            String expected =
                    "another perturbation, since the hand holds a stiff handle and hardly moves through a field";
            return List.of(new Rule.Breach(placed.path, word, expected, null));
        }
        if (perturbation instanceof Field field) {
            return isCarried(scenario, placed.path, field);
        }
        List<Rule.Breach> breaches = new ArrayList<>(TouchRules.unitsAreThere(scenario, placed.path, perturbation));
        placed.timing().ifPresent(timing -> {
            breaches.addAll(timing.actsInTrials());
            breaches.addAll(timing.targetsStayInReach(scenario.effector()));
        });
        return breaches;
    }

    /** Tells which perturbations some of their trials have nothing of. */
    static List<String> missTrials(Scenario scenario) {
        return placed(scenario).stream()
                .flatMap(placed -> placed.timing().flatMap(TimingRules::missedTrials).stream())
                .toList();
    }

    /** A stiff wall shakes a hand that is carried by long steps. */
    private static List<Rule.Breach> isCarried(Scenario scenario, String path, Field field) {
        int parts;
        try {
            parts = Steadiness.parts(scenario.effector(), field, scenario.dt());
        } catch (BadSetting unstable) {
            return List.of(); // told by the rule on steps
        }
        return shaken(scenario, path, Kinds.name(field), "a field", parts);
    }

    /** Returns what is wrong with something that a step must be carried in so many parts for, if anything. */
    static List<Rule.Breach> shaken(Scenario scenario, String path, String found, String what, int parts) {
        if (parts == 1) {
            return List.of();
        }
        String remedy = parts == Steadiness.MOST_PARTS
                ? "a softer one"
                : "effector.integrator: semi-implicit, or effector.miniSteps: "
                        + parts * scenario.effector().miniSteps();
        String expected = what + " that does not shake a hand at rest at steps of " + ScenarioRules.ms(scenario.dt())
                + "; or " + remedy;
        return List.of(new Rule.Breach(path, found, expected, null));
    }
}
