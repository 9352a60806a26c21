// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import java.util.List;

/** What the task must hold with the rest of a scenario. */
final class TaskRules {
    private static final int MOST_STEPS = 100_000;

    /**
     * How far from home a tuned cortex may start, m. Its read-out is fitted around one posture; elsewhere the hand drifts by 2 mm
     * per cm before it moves. Within 1 cm reaches end within 10 mm of their targets (median 3 mm), from 5 cm on they may miss by
     * centimetres.
     */
    private static final double CORTEX_STARTS = 0.01;

    private TaskRules() {}

    /** Recorded reaches bring their own targets and times. */
    static boolean usesTask(Scenario scenario) {
        return !(scenario.reference() instanceof Recorded);
    }

    static List<Rule.Breach> targetsAreInReach(Scenario scenario) {
        if (!usesTask(scenario)) {
            return List.of();
        }
        return scenario.task().misfits(scenario.effector()).stream()
                .map(bad -> new Rule.Breach("task." + bad.name(), bad.found(), bad.expected(), null))
                .toList();
    }

    static List<Rule.Breach> startsSuitCortex(Scenario scenario) {
        double starts = scenario.task().startsWithin();
        if (!(scenario.reference() instanceof TunedCortex) || starts <= CORTEX_STARTS) {
            return List.of();
        }
        return List.of(new Rule.Breach(
                "task.startsWithin",
                ScenarioRules.decimal(starts * 100) + " cm",
                "at most " + ScenarioRules.decimal(CORTEX_STARTS * 100)
                        + " cm for a tuned-cortex, whose read-out is fitted to one posture; or reference: minimum-jerk",
                null));
    }

    static List<Rule.Breach> trialsAreShort(Scenario scenario) {
        double longest = scenario.task().longest();
        if (!usesTask(scenario) || longest / scenario.dt() <= MOST_STEPS) {
            return List.of();
        }
        return List.of(new Rule.Breach(
                "dt",
                ScenarioRules.ms(scenario.dt()),
                "a step of which a trial of " + ScenarioRules.ms(longest) + " has at most " + MOST_STEPS,
                null));
    }
}
