// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.List;

/** What the settings of a body must hold together. */
final class BodyRules {
    private static final List<Double> NONE = List.of(0.0, 0.0);

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
        List<Double> joint = effector.jointLoad();
        List<Double> hand = effector.endpointLoad();
        if ((isNone(joint) && isNone(hand)) || holds(effector, joint, hand)) {
            return List.of();
        }
        String held = " the " + effector.actuator().many() + " can hold where trials start";
        String holdable = "a load that" + held;
        List<Rule.Breach> breaches = new ArrayList<>();
        if (!isNone(joint) && (isNone(hand) || !holds(effector, joint, NONE))) {
            breaches.add(new Rule.Breach("effector.jointLoad", joint.toString(), holdable, null));
        }
        if (!isNone(hand) && (isNone(joint) || !holds(effector, NONE, hand))) {
            breaches.add(new Rule.Breach("effector.endpointLoad", hand + " N", holdable, null));
        }
        if (breaches.isEmpty()) {
            String found = joint + " beside an endpointLoad of " + hand + " N";
            breaches.add(new Rule.Breach("effector.jointLoad", found, "two loads that" + held, null));
        }
        return breaches;
    }

    private static boolean isNone(List<Double> load) {
        return load.stream().allMatch(value -> value == 0);
    }

    /** Tells whether the muscles can hold the body under torques beside its constant loads where its trials start. */
    static boolean holds(Effector effector, List<Double> torques) {
        List<Double> joint = effector.jointLoad();
        return holds(
                effector,
                List.of(joint.get(0) + torques.get(0), joint.get(1) + torques.get(1)),
                effector.endpointLoad());
    }

    /** Tells whether the muscles can hold the body under one more force at the hand where its trials start, N. */
    static boolean holdsBeside(Effector effector, List<Double> hand) {
        List<Double> own = effector.endpointLoad();
        List<Double> both = List.of(own.get(0) + hand.get(0), own.get(1) + hand.get(1));
        return holds(effector, effector.jointLoad(), both);
    }

    /** Tells whether the muscles can hold the body under two constant loads where its trials start. */
    private static boolean holds(Effector effector, List<Double> joint, List<Double> hand) {
        double[] start = effector.startJoint();
        try {
            var unused = effector.withLoads(effector.damping(), joint, hand).rest(start[0], start[1]);
            return true;
        } catch (BadSetting bad) {
            return false;
        }
    }
}
