// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Reference;
import betz.scenario.MinimumJerk;
import betz.scenario.Recorded;

/** What the reference is called in charts and tables. */
final class ReferenceName {
    /** People's hands vary from trial to trial, a model's do not. */
    static final String RECORDED = "Recorded";

    private ReferenceName() {}

    static String of(Reference reference) {
        if (reference instanceof MinimumJerk) {
            return "Minimum jerk";
        }
        return reference instanceof Recorded ? RECORDED : "Cortex";
    }
}
