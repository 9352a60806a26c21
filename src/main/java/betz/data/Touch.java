// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;

/**
 * A perturbation of the brain: something is done to some units of a network or of a cortex.
 *
 * <p>While it acts, others hear {@code gain·r + held} of a unit whose own activity is r: other units, the read-out, and who records.
 * What is done after a step k of the window is heard in step k + 1 by other units, and in step k by the read-out.
 */
@About("Touches units of the network or of the cortex.")
public sealed interface Touch extends Perturbation permits Touch.Lesion, Passing {

    /** Returns which units are touched. */
    UnitChoice units();

    /** Returns the factor of a unit's activity in what is heard of it. */
    default double gain() {
        return 1;
    }

    /** Returns what is heard of a unit beside its own activity, 1 or spikes/s. */
    default double held() {
        return 0;
    }

    /** Returns what is added to the drive of a unit, 1 or spikes/s. */
    default double drive() {
        return 0;
    }

    /** Tells whether it leaves the unit's own state at rest. */
    default boolean rests() {
        return false;
    }

    /**
     * Units are gone for the whole trial.
     *
     * @param units which
     */
    @About(
            value = "Units are gone for the whole trial: nobody hears them, and they are recorded as silent.",
            equation = "r = 0")
    record Lesion(@About("Which units.") UnitChoice units) implements Touch {
        /** All units. */
        public static final Lesion DEFAULT = new Lesion(UnitChoice.DEFAULT);

        @Override
        public double gain() {
            return 0;
        }
    }
}
