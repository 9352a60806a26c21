// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.cortex.TunedCortex;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.effector.MusclePath;
import betz.effector.Relu;
import betz.effector.ViaPointArm;
import betz.loop.Starts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the settings of a body must hold together. */
final class BodyRules {
    private static final List<Double> NONE = List.of(0.0, 0.0);
    private static final String TURNING = "a path beside a joint, or the muscle turns none";

    /** Parts of the range of either joint at whose ends levers are tried. */
    private static final int POSTURES = 8;

    /** A shorter one counts as none, m. */
    private static final double LEVER = 1e-9;

    /** Optimal lengths beyond which no fibre is whole: passive tension passes the greatest force of a muscle before it, at 1.7 or less. */
    private static final double TORN = 2;

    /** More trials are not tried: where they start in many places, finding how each is held takes a tenth of a millisecond. */
    private static final int STARTS = 1000;

    private BodyRules() {}

    static List<Rule.Breach> stepSuitsMuscles(Scenario scenario) {
        try {
            var unused = scenario.effector().checkStep(scenario.dt());
            return List.of();
        } catch (BadSetting bad) {
            return List.of(new Rule.Breach("dt", ScenarioRules.ms(scenario.dt()), bad.expected(), null));
        }
    }

    /** Muscles that a file describes must turn the arm, and have fibres between slack and torn where trials start. */
    static List<Rule.Breach> musclesSuitTheirPaths(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        if (scenario.effector() instanceof ViaPointArm arm) {
            for (int i = 0; i < arm.muscles(); i++) {
                String path = "effector.anatomy." + i;
                if (!pulls(arm, i)) {
                    breaches.add(new Rule.Breach(path + ".points", "a path through the joints", TURNING, null));
                } else if (!(arm.muscle() instanceof Relu)) {
                    suits(arm, i, path).ifPresent(breaches::add);
                }
            }
        }
        return breaches;
    }

    /** Tells whether a muscle has a lever about a joint in any posture. */
    private static boolean pulls(ViaPointArm arm, int muscle) {
        MusclePath path = arm.paths().get(muscle);
        return IntStream.rangeClosed(0, POSTURES)
                .anyMatch(i -> IntStream.rangeClosed(0, POSTURES).anyMatch(j -> {
                    double q0 = arm.skeleton().shoulder().at((double) i / POSTURES);
                    double q1 = arm.skeleton().elbow().at((double) j / POSTURES);
                    return Math.max(Math.abs(path.shoulder(q0, q1)), Math.abs(path.elbow(q0, q1))) > LEVER;
                }));
    }

    private static Optional<Rule.Breach> suits(ViaPointArm arm, int muscle, String path) {
        MusclePath way = arm.paths().get(muscle);
        double[] start = arm.startJoint();
        double length = way.length(start[0], start[1]);
        double fibre = length - way.tendon();
        if (fibre <= 0) {
            String expected = "less than " + ScenarioRules.cm(length) + ", the length of its path where trials start";
            return Optional.of(new Rule.Breach(path + ".tendon", ScenarioRules.cm(way.tendon()), expected, null));
        }
        if (fibre > TORN * way.fibre()) {
            String expected = "at least " + ScenarioRules.cm(fibre / TORN) + ", half of the " + ScenarioRules.cm(fibre)
                    + " that its path leaves beside the tendon where trials start";
            return Optional.of(new Rule.Breach(path + ".fibre", ScenarioRules.cm(way.fibre()), expected, null));
        }
        return Optional.empty();
    }

    /** Trials begin at rest, which constant loads must leave to the muscles. */
    static List<Rule.Breach> startCanBeHeld(Scenario scenario) {
        Effector effector = scenario.effector();
        List<Double> joint = effector.jointLoad();
        List<Double> hand = effector.endpointLoad();
        if (!musclesSuitTheirPaths(scenario).isEmpty() || holds(effector, joint, hand)) {
            return List.of();
        }
        String actuators = effector.actuator().many();
        if (!holds(effector, NONE, NONE)) {
            String expected = "one that the " + actuators + " can hold against one another; or other " + actuators;
            return List.of(new Rule.Breach("effector.posture", degrees(effector.startJoint()), expected, null));
        }
        String held = " the " + actuators + " can hold where trials start";
        String holdable = "a load that" + held;
        List<Rule.Breach> breaches = new ArrayList<>();
        if (!isNone(joint) && (isNone(hand) || !holds(effector, joint, NONE))) {
            breaches.add(new Rule.Breach("effector.jointLoad", numbers(joint), holdable, null));
        }
        if (!isNone(hand) && (isNone(joint) || !holds(effector, NONE, hand))) {
            breaches.add(new Rule.Breach("effector.endpointLoad", numbers(hand) + " N", holdable, null));
        }
        if (breaches.isEmpty()) {
            String found = numbers(joint) + " beside an endpointLoad of " + numbers(hand) + " N";
            breaches.add(new Rule.Breach("effector.jointLoad", found, "two loads that" + held, null));
        }
        return breaches;
    }

    /** Trials of a body begin at rest wherever they start; the first thousand of them are tried. */
    static List<Rule.Breach> everyStartCanBeHeld(Scenario scenario) {
        if (!musclesSuitTheirPaths(scenario).isEmpty()
                || !startCanBeHeld(scenario).isEmpty()) {
            return List.of();
        }
        return Stream.of(true, false)
                .filter(judged ->
                        ImitationRules.hasBody(scenario, judged) || scenario.reference() instanceof TunedCortex)
                .flatMap(judged -> TaskRules.trials(scenario, judged).stream())
                .flatMap(trials -> unheld(scenario, trials).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Rule.Breach> unheld(Scenario scenario, TrialBatch trials) {
        try {
            int tried = Math.min(STARTS, trials.size());
            var unused = Starts.of(
                    scenario.effector(), trials.select(IntStream.range(0, tried).toArray()));
            return Optional.empty();
        } catch (BadSetting bad) {
            String found = Kinds.name(scenario.task()) + " with a start whose " + bad.name() + " is " + bad.found();
            String actuators = scenario.effector().actuator().many();
            String expected = "starts that the " + actuators + " can hold; or other " + actuators;
            return Optional.of(new Rule.Breach("task", found, expected, null));
        }
    }

    private static String degrees(double[] joint) {
        return ScenarioRules.decimal(Math.toDegrees(joint[0])) + " and "
                + ScenarioRules.decimal(Math.toDegrees(joint[1])) + " degrees";
    }

    /** Returns a load as a person would write it, without its unit. */
    private static String numbers(List<Double> load) {
        return load.stream().map(ScenarioRules::decimal).toList().toString();
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
