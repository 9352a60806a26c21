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

    /** Returns the hand, which every comparison needs, and what is imitated or counts in the loss. */
    static List<String> of(Scenario scenario) {
        List<String> names = new ArrayList<>(HAND);
        lessons(scenario).stream().filter(name -> !HAND.contains(name)).forEach(names::add);
        return List.copyOf(names);
    }

    private static List<String> lessons(Scenario scenario) {
        return scenario.training().mode() instanceof Mode.Imitation imitation
                ? imitation.of().signals()
                : scenario.training().loss().signals();
    }

    /** Returns the number of channels of these signals. */
    static int channels(Scenario scenario) {
        int channels = 0;
        for (Imitated imitated : Imitated.values()) {
            channels += of(scenario).containsAll(imitated.signals()) ? imitated.outputs(scenario.effector()) : 0;
        }
        return channels;
    }
}
