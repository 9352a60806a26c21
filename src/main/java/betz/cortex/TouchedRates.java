// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.Touched;
import java.util.List;

/** What is done to the units of a tuned layer in a batch of trials, step after step. */
final class TouchedRates {
    private final Touched[] touched;
    private int step;

    TouchedRates(List<Touched> touched) {
        this.touched = touched.toArray(Touched[]::new);
    }

    /** Returns what is done where nothing is. */
    static TouchedRates none() {
        return new TouchedRates(List.of());
    }

    /** Goes to a step. */
    void at(int step) {
        this.step = step;
    }

    /**
     * Adds currents to what drives a unit before its rate is rectified.
     *
     * @param drive [trial], spikes/s. Modified.
     */
    void drive(int unit, double[] drive) {
        for (Touched one : touched) {
            if (one.acts(step) && one.has(unit)) {
                drive[one.trial()] += one.touch().drive();
            }
        }
    }

    /**
     * Makes of the rate of a unit what is heard of it.
     *
     * @param rate [trial], spikes/s. Modified.
     */
    void hear(int unit, double[] rate) {
        for (Touched one : touched) {
            if (one.acts(step) && one.has(unit)) {
                hear(one, rate);
            }
        }
    }

    /** Does the same to a rate before the first step. */
    void hearStart(int unit, double[] rate) {
        for (Touched one : touched) {
            if (one.actsAtStart() && one.has(unit)) {
                hear(one, rate);
            }
        }
    }

    /** No cell fires less often than never. */
    private static void hear(Touched one, double[] rate) {
        rate[one.trial()] = Math.max(0, one.heard(rate[one.trial()]));
    }
}
