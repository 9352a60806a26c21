// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Reflex;
import betz.effector.Effector;

/**
 * Everything between a controller's commands and what it feels.
 *
 * @param effector the body
 * @param feedback the senses
 * @param noise on the way to the muscles
 * @param reflex of the spinal cord
 */
public record Periphery(Effector effector, Feedback feedback, MotorNoise noise, Reflex reflex) {

    /** Describes a body with senses, without motor noise and reflexes. */
    public Periphery(Effector effector, Feedback feedback) {
        this(effector, feedback, MotorNoise.DEFAULT);
    }

    /** Describes a body with senses and motor noise, without reflexes. */
    public Periphery(Effector effector, Feedback feedback, MotorNoise noise) {
        this(effector, feedback, noise, Reflex.DEFAULT);
    }

    /** Returns how a network sees what is felt here. */
    public Observation observation() {
        return Observation.of(feedback, effector.muscles());
    }

    /** Returns the number of values that are sensed at a step, with those of reflexes. */
    public int sensed() {
        return columns().count();
    }

    /** Returns what is sensed here. */
    Columns columns() {
        return Columns.of(feedback, reflex, effector.muscles());
    }
}
