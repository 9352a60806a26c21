// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.train.Training;
import java.util.ArrayList;
import java.util.List;

/** What must hold between the phases of a curriculum and the rest of a scenario. */
final class CurriculumRules {
    private CurriculumRules() {}

    /** What holds for a whole training holds in every phase; what the scenario itself breaks is told once. */
    static List<Rule.Breach> phasesAreSound(Scenario scenario) {
        List<Rule.Breach> told = breaches(scenario);
        List<Rule.Breach> breaches = new ArrayList<>();
        for (int i = 0; i < scenario.curriculum().size(); i++) {
            Scenario during = scenario.during(scenario.curriculum().get(i));
            if (!during.training().mode().equals(scenario.training().mode())) {
                continue; // another network, which is told
            }
            for (Rule.Breach breach : breaches(during)) {
                if (!told.contains(breach)) {
                    breaches.add(placed(i, breach));
                }
            }
        }
        return breaches;
    }

    private static List<Rule.Breach> breaches(Scenario scenario) {
        return ScenarioRules.EACH.stream()
                .flatMap(rule -> rule.check(scenario).stream())
                .toList();
    }

    private static Rule.Breach placed(int phase, Rule.Breach breach) {
        boolean isOwn = breach.path().matches("(task|training)(\\..*)?");
        return new Rule.Breach(
                isOwn ? path(phase, breach.path()) : breach.path(),
                breach.found(),
                isOwn ? breach.expected() : breach.expected() + ", in curriculum." + phase,
                breach.suggestion());
    }

    private static String path(int phase, String key) {
        return "curriculum." + phase + "." + key;
    }

    /** A network has the same inputs in all phases, and one folder of checkpoints. */
    static List<Rule.Breach> phasesShare(Scenario scenario) {
        Training all = scenario.training();
        List<Rule.Breach> breaches = new ArrayList<>();
        for (int i = 0; i < scenario.curriculum().size(); i++) {
            Training own = scenario.curriculum().get(i).training();
            if (!own.mode().equals(all.mode())) {
                breaches.add(shared(path(i, "training.mode"), Kinds.name(own.mode()), Kinds.name(all.mode())));
            }
            if (own.iterations() == 0) {
                breaches.add(new Rule.Breach(path(i, "training.iterations"), "0", "1 or more in every phase", null));
            }
            if (own.checkpoint() != all.checkpoint()) {
                breaches.add(shared(
                        path(i, "training.checkpoint"),
                        Integer.toString(own.checkpoint()),
                        Integer.toString(all.checkpoint())));
            }
        }
        return breaches;
    }

    private static Rule.Breach shared(String path, String found, String expected) {
        return new Rule.Breach(path, found, expected + ", the scenario's own, since all phases share it", null);
    }

    /** Recorded reaches bring their own task, which no phase can change. */
    static List<Rule.Breach> tasksCount(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        for (int i = 0; i < scenario.curriculum().size() && !TaskRules.usesTask(scenario); i++) {
            if (!scenario.curriculum().get(i).task().equals(scenario.task())) {
                String found = Kinds.name(scenario.curriculum().get(i).task());
                String expected = "no task of its own, since recorded reaches bring theirs; or another reference";
                breaches.add(new Rule.Breach(path(i, "task"), found, expected, null));
            }
        }
        return breaches;
    }
}
