// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import betz.effector.Effector;
import betz.loop.Imitated;
import betz.network.Start;
import betz.task.Posture;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What must hold where a hand is to stay against loads. */
final class PostureRules {
    private PostureRules() {}

    static List<Rule.Breach> areSound(Scenario scenario) {
        if (!TaskRules.usesTask(scenario) || !(scenario.task() instanceof Posture posture)) {
            return List.of();
        }
        List<Rule.Breach> breaches = new ArrayList<>();
        somebodyStays(scenario).ifPresent(breaches::add);
        loadsCanBeHeld(scenario.effector(), posture).ifPresent(breaches::add);
        ScenarioRules.layers(scenario).forEach((path, layer) -> {
            if (layer.structure().start() instanceof Start.PerCondition start) {
                String expected = "zero or learned, since nothing may tell the load before it comes";
                breaches.add(new Rule.Breach(path + ".structure.start", Kinds.name(start), expected, null));
            }
        });
        return breaches;
    }

    /** The tuned cortex begins with a go cue, and a network that imitates a movement has no body. */
    private static Optional<Rule.Breach> somebodyStays(Scenario scenario) {
        boolean bodiless = scenario.training().mode() instanceof Mode.Imitation imitation
                && imitation.of() != Imitated.EXCITATIONS;
        if (!bodiless && !(scenario.reference() instanceof TunedCortex)) {
            return Optional.empty();
        }
        String expected = bodiless
                ? "another task, since a network that imitates has no body to load"
                : "a reach for a tuned-cortex, which begins with a go cue, and here is none; or reference: minimum-jerk";
        return Optional.of(new Rule.Breach("task", Kinds.name(scenario.task()), expected, null));
    }

    private static Optional<Rule.Breach> loadsCanBeHeld(Effector effector, Posture posture) {
        return IntStream.range(0, posture.loads())
                .filter(load -> !BodyRules.holds(effector, posture.torques(load)))
                .mapToObj(load -> new Rule.Breach(
                        "task.torque",
                        ScenarioRules.decimal(posture.torque()) + " N*m, or " + posture.torques(load)
                                + " at shoulder and elbow",
                        "loads that the " + effector.actuator().many() + " can hold where trials start",
                        null))
                .findFirst();
    }
}
