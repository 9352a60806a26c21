// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.effector.Effector;
import betz.scenario.Quantity;
import betz.scenario.Words;
import java.util.Map;

/** What decides how long a step of a body takes, told in the words of scenarios. */
final class BodySettings {
    private BodySettings() {}

    /**
     * Adds a body and its step, s, to what is told.
     *
     * @param told by name. Modified.
     */
    static void tell(Map<String, Object> told, Effector effector, double dt) {
        told.put("effector", Words.kind(effector));
        told.put("muscle", Words.kind(effector.muscle()));
        told.put("dt", Quantity.text(dt, "s"));
        told.put("mini_steps", effector.miniSteps());
    }
}
