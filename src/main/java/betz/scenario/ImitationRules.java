// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import betz.loop.Imitated;
import betz.network.Readout;
import betz.network.Stack;
import betz.train.Loss;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must hold where a network imitates without a body in the loop. */
final class ImitationRules {
    private ImitationRules() {}

    /** A hand or a joint goes either way, so its network starts at zero and is not squashed to 0 to 1. */
    static List<Rule.Breach> outputsSuit(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        if (!(scenario.training().mode() instanceof Mode.Imitation imitation)
                || imitation.of() == Imitated.EXCITATIONS) {
            return breaches;
        }
        String why = ", since a network that imitates " + what(imitation) + " puts out values of either sign";
        ScenarioRules.networks(scenario).forEach((network, cell) -> {
            String path = cell instanceof Stack
                    ? network + ".layers." + (cell.layers().size() - 1)
                    : network;
            if (cell.readout() != Readout.LINEAR) {
                breaches.add(new Rule.Breach(path + ".readout", Kinds.name(cell.readout()), "linear" + why, null));
            }
            if (cell.readoutBias() != 0) {
                String found = String.format(Locale.ROOT, "%s", cell.readoutBias());
                breaches.add(new Rule.Breach(path + ".readoutBias", found, "0" + why, null));
            }
        });
        return breaches;
    }

    /** Only a simulated cortex tells how it excites muscles. */
    static List<Rule.Breach> referenceHasIt(Scenario scenario) {
        boolean excitations = scenario.training().mode() instanceof Mode.Imitation imitation
                && imitation.of() == Imitated.EXCITATIONS;
        if (!excitations || scenario.reference() instanceof TunedCortex) {
            return List.of();
        }
        String expected =
                "hand or joint-angles, since only a tuned-cortex has excitations to imitate; or that reference";
        return List.of(new Rule.Breach("training.mode.of", "excitations", expected, null));
    }

    /** A network that imitates a movement has no body; one that imitates excitations has one when it is judged. */
    static boolean hasBody(Scenario scenario, boolean judged) {
        return !(scenario.training().mode() instanceof Mode.Imitation imitation)
                || (judged && imitation.of() == Imitated.EXCITATIONS);
    }

    /** A term of the loss that cannot count is no help. */
    static List<Rule.Breach> termsCount(Scenario scenario) {
        if (!(scenario.training().mode() instanceof Mode.Imitation imitation)) {
            return List.of();
        }
        List<String> counted = Loss.of(imitation.of());
        List<Rule.Breach> breaches = new ArrayList<>();
        for (Key key : Key.of(Loss.class)) {
            boolean asked = key.optional() && key.valueIn(scenario.training().loss()) != null;
            if (asked && !counted.contains(key.name())) {
                String expected =
                        "absent, since a network that imitates " + what(imitation) + " has only " + Words.and(counted);
                breaches.add(new Rule.Breach("training.loss." + key.name(), "given", expected, null));
            }
        }
        return breaches;
    }

    private static String what(Mode.Imitation imitation) {
        return switch (imitation.of()) {
            case HAND -> "the hand";
            case JOINT_ANGLES -> "joint angles";
            case EXCITATIONS -> "excitations";
        };
    }

    /** The same target asks other angles and excitations of another start, which a network that sees the task alone cannot know. */
    static List<Rule.Breach> startIsKnown(Scenario scenario) {
        boolean hand =
                !(scenario.training().mode() instanceof Mode.Imitation imitation) || imitation.of() == Imitated.HAND;
        if (hand || !TaskRules.usesTask(scenario) || !TaskRules.startsDiffer(scenario)) {
            return List.of();
        }
        String what = Kinds.name(((Mode.Imitation) scenario.training().mode()).of());
        String expected =
                "hand, since a network that sees the task alone cannot know the posture that a reach starts from;"
                        + " or a task whose trials all start in one place";
        return List.of(new Rule.Breach("training.mode.of", what, expected, null));
    }
}
