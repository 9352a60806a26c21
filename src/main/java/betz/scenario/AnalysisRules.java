// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import betz.analysis.Tuning;
import betz.analysis.movement.Kinematics;
import betz.analysis.movement.Variability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on the analyses of a run. */
final class AnalysisRules {
    /** What every report has a place for, and which setting of the scenario decides it there. */
    private static final Map<Class<? extends Analysis>, String> TOLD = Map.of(
            Kinematics.class, "evaluation.onset decides it",
            Variability.class, "evaluation.onset decides it",
            Tuning.class, "a report has one window; betz analyze tells others");

    private AnalysisRules() {}

    /** A setting that would be passed over is no help. */
    static List<Rule.Breach> settingsCount(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        for (int i = 0; i < scenario.analyses().size(); i++) {
            Analysis analysis = scenario.analyses().get(i);
            String why = TOLD.get(analysis.getClass());
            if (why != null && !analysis.equals(Kinds.base(analysis.getClass(), null))) {
                String word = Analyses.word(analysis);
                breaches.add(new Rule.Breach(
                        "analyses." + i, word + " with settings of its own", word + " alone, since " + why, null));
            }
        }
        return breaches;
    }

    /** A report has one place for an analysis. */
    static List<Rule.Breach> areDistinct(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < scenario.analyses().size(); i++) {
            String word = Analyses.word(scenario.analyses().get(i));
            if (!seen.add(word)) {
                breaches.add(new Rule.Breach("analyses." + i, word + " again", "each analysis once", null));
            }
        }
        return breaches;
    }
}
