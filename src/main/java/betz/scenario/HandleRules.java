// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.loop.Imitated;
import betz.loop.Steadiness;
import betz.task.Isometric;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What must hold where the hand holds a stiff handle. */
final class HandleRules {
    private HandleRules() {}

    /** Returns the task if the hand holds a handle in it. */
    static Optional<Isometric> isometric(Scenario scenario) {
        return TaskRules.usesTask(scenario) && scenario.task() instanceof Isometric task
                ? Optional.of(task)
                : Optional.empty();
    }

    static List<Rule.Breach> areSound(Scenario scenario) {
        return isometric(scenario).map(task -> breaches(scenario, task)).orElse(List.of());
    }

    private static List<Rule.Breach> breaches(Scenario scenario, Isometric task) {
        List<Rule.Breach> breaches = new ArrayList<>();
        joints(scenario).ifPresent(breaches::add);
        if (!task.misfits(scenario.effector()).isEmpty()) {
            return breaches; // told by the rule on targets
        }
        if (!canBeHeld(scenario, task)) {
            String actuators = scenario.effector().actuator().many();
            String expected = "one that the " + actuators + " can hold in every direction where trials start";
            breaches.add(new Rule.Breach("task.force", ScenarioRules.decimal(task.force()) + " N", expected, null));
        }
        breaches.addAll(isSteady(scenario, task));
        return breaches;
    }

    /** Postures would be those of a hand that goes where the cursor goes. */
    private static Optional<Rule.Breach> joints(Scenario scenario) {
        String why = ", since the joints of a hand at a handle hardly turn";
        if (scenario.training().mode() instanceof Mode.Imitation imitation) {
            return imitation.of() == Imitated.JOINT_ANGLES
                    ? Optional.of(new Rule.Breach("training.mode.of", "joint-angles", "hand" + why, null))
                    : Optional.empty();
        }
        return scenario.training().loss().joint() == null
                ? Optional.empty()
                : Optional.of(new Rule.Breach("training.loss.joint", "given", "absent" + why, null));
    }

    private static boolean canBeHeld(Scenario scenario, Isometric task) {
        return IntStream.range(0, task.targets())
                .mapToDouble(target -> 2 * Math.PI * target / task.targets())
                .allMatch(angle -> BodyRules.holdsBeside(
                        scenario.effector(),
                        List.of(-task.force() * StrictMath.cos(angle), -task.force() * StrictMath.sin(angle))));
    }

    private static List<Rule.Breach> isSteady(Scenario scenario, Isometric task) {
        int parts;
        try {
            parts = Steadiness.parts(scenario.effector(), task.handle(), scenario.dt());
        } catch (BadSetting unstable) {
            return List.of(); // told by the rule on steps
        }
        return PerturbationRules.shaken(
                scenario, "task.stiffness", ScenarioRules.decimal(task.stiffness()) + " N/m", "a handle", parts);
    }
}
