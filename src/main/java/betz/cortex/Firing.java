// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

/** What becomes of the rate of an output unit on its way to the muscles. */
@FunctionalInterface
interface Firing {
    /** The rate arrives as it is. */
    Firing OF_RATES = (unit, rate) -> rate;

    /**
     * Fires for one step.
     *
     * @param unit index
     * @param rate underlying rate, [trial], spikes/s. Not modified.
     * @return the rate that arrives, [trial], spikes/s; valid until the next call
     */
    double[] fire(int unit, double[] rate);
}
