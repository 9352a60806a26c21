// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.population.Activity;
import betz.common.About;

/** How the activity of each unit is scaled before two populations are compared. */
public enum Scaling {
    @About("As it was recorded.")
    NONE("Units are not scaled."),

    @About("Divided by its range over all conditions and times.")
    RANGE("Each unit is divided by its range over all conditions and times of the window."),

    @About("Divided by its range plus 5 spikes/s.")
    SOFT_RANGE("Each unit is divided by its range over all conditions and times of the window plus 5 (of its unit).");

    private static final double SOFTEN = 5;
    private final String text;

    Scaling(String text) {
        this.text = text;
    }

    /** Returns the activity scaled. */
    Activity scaled(Activity activity) {
        return switch (this) {
            case NONE -> activity;
            case RANGE -> activity.normalised(0);
            case SOFT_RANGE -> activity.normalised(SOFTEN);
        };
    }

    /** Returns this in words. */
    String text() {
        return text;
    }
}
