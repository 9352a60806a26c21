// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import betz.effector.PointMass;
import betz.network.FeedForward;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;

/** What terms of the loss need of the reference, the body and the networks. */
final class LossRules {
    private LossRules() {}

    /** Only a simulated cortex tells how it excites muscles, and only an arm has joints. */
    static List<Rule.Breach> referenceHasIt(Scenario scenario) {
        if (scenario.training().mode() instanceof Mode.Imitation) {
            return List.of();
        }
        List<Rule.Breach> breaches = new ArrayList<>();
        List<String> needed = scenario.training().loss().signals();
        if (needed.contains("muscle.excitation") && !(scenario.reference() instanceof TunedCortex)) {
            String expected = "absent, since only a tuned-cortex has excitations to compare with; or that reference";
            breaches.add(new Rule.Breach("training.loss.excitation", "given", expected, null));
        }
        if (needed.contains("joint.angle") && scenario.effector() instanceof PointMass) {
            String expected = "absent, since a point-mass has no joints; or another effector";
            breaches.add(new Rule.Breach("training.loss.joint", "given", expected, null));
        }
        return breaches;
    }

    /** Units with gates have several drives, and units without recurrence none whose Jacobian could count. */
    static List<Rule.Breach> unitsHaveOneDrive(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        if (!scenario.training().loss().needsJacobian()) {
            return breaches;
        }
        ScenarioRules.layers(scenario).forEach((path, layer) -> {
            if (layer.gates() > 1) {
                breaches.add(noJacobian(
                        path + " is of kind " + Kinds.name(layer) + ", whose units have gates and not one drive"));
            }
        });
        ScenarioRules.networks(scenario).forEach((path, cell) -> {
            if (cell.layers().stream().allMatch(FeedForward.class::isInstance)) {
                breaches.add(noJacobian(path + " has no recurrent units"));
            }
        });
        return breaches;
    }

    private static Rule.Breach noJacobian(String why) {
        String expected = "absent, since " + why + "; or vanilla or leaky units there";
        return new Rule.Breach("training.loss.jacobian", "given", expected, null);
    }
}
