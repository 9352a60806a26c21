// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.loop.Imitated;
import betz.scenario.Scenario;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.List;

/** Which signals of the reference a network is taught with. */
final class TeachingSignals {
    private static final List<String> HAND = Imitated.HAND.signals();

    private TeachingSignals() {}

    /** Returns the hand, which every comparison needs, and what is imitated. */
    static List<String> of(Scenario scenario) {
        List<String> names = new ArrayList<>(HAND);
        if (scenario.training().mode() instanceof Mode.Imitation imitation) {
            imitation.of().signals().stream()
                    .filter(name -> !HAND.contains(name))
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    /** Returns the number of channels of these signals. */
    static int channels(Scenario scenario) {
        int hand = Imitated.HAND.outputs(scenario.effector());
        return scenario.training().mode() instanceof Mode.Imitation imitation && imitation.of() != Imitated.HAND
                ? hand + imitation.of().outputs(scenario.effector())
                : hand;
    }
}
