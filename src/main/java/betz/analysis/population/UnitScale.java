// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;

/**
 * Whether and how units are made comparable before they are analysed together.
 *
 * @param normalise whether each unit is divided by its range plus {@code soften}
 * @param soften in the unit of the signal
 */
record UnitScale(boolean normalise, double soften) {
    UnitScale {
        Require.notNegative("soften", soften, "");
    }

    /** Returns the activity in the scale. */
    Activity of(Activity activity) {
        return normalise ? activity.normalised(soften) : activity;
    }

    /** Returns the scale in words. */
    String text() {
        return normalise
                ? "Each unit divided by its range over all conditions and recorded times plus " + Epoch.number(soften)
                        + " in the unit of the signal."
                : "Units not normalised.";
    }
}
