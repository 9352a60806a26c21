// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.effector.Effector;
import java.util.List;

/** What the settings of a body must hold together. */
final class BodyRules {
    private BodyRules() {}

    static List<Rule.Breach> stepSuitsMuscles(Scenario scenario) {
        try {
            var unused = scenario.effector().checkStep(scenario.dt());
            return List.of();
        } catch (BadSetting bad) {
            return List.of(new Rule.Breach("dt", ScenarioRules.ms(scenario.dt()), bad.expected(), null));
        }
    }

    /** Trials begin at rest, which constant loads must leave to the muscles. */
    static List<Rule.Breach> loadsCanBeHeld(Scenario scenario) {
        Effector effector = scenario.effector();
        boolean hand = isLoad(effector.endpointLoad());
        if (!hand && !isLoad(effector.jointLoad())) {
            return List.of();
        }
        double[] start = effector.startJoint();
        try {
            var unused = effector.rest(start[0], start[1]);
            return List.of();
        } catch (BadSetting bad) {
            String path = hand ? "effector.endpointLoad" : "effector.jointLoad";
            String found = (hand ? effector.endpointLoad() : effector.jointLoad()) + (hand ? " N" : "");
            return List.of(new Rule.Breach(path, found, "a load that the muscles can hold where trials start", null));
        }
    }

    private static boolean isLoad(List<Double> load) {
        return load.stream().anyMatch(value -> value != 0);
    }
}
