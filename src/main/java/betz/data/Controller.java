// SPDX-License-Identifier: Apache-2.0
package betz.data;

import java.util.List;

/** Who moves the arm: a simulated cortex or a network. Describes itself; {@link #begin} makes the one that works. */
public interface Controller {

    /** Returns the number of recorded units. */
    int units();

    /** Returns the unit in which rates are recorded: {@code spikes/s}, or {@code 1}. */
    String rateUnit();

    /** Returns how many units, from the first on, stand for cells that spike, one of which is recorded; 0 if none do. */
    default int spiking() {
        return 0;
    }

    /**
     * Returns a worker at time 0 of the given trials; it is used by one thread, once, step after step.
     *
     * @param draws where the controller's own noise comes from, if it has any
     */
    Run begin(TrialBatch trials, Draws draws);

    /** One pass through a batch of trials. */
    interface Run {
        /**
         * Advances one step.
         *
         * @param step from 0
         * @param input task input as {@link TrialBatch#input} writes it, [channel][trial]. Not modified.
         * @param afferent what the senses deliver now, delayed and noisy, [channel][trial]: hand x, y (m), vx, vy (m/s),
         *     then per muscle its length over the optimal length, its velocity over the greatest, its spindles' rate
         *     (spikes/s), its force over the greatest, its last command, the one before, and so on; of these what the
         *     {@link Feedback} has. Not modified.
         * @param command muscle excitations, [muscle][trial], 0 to 1. Modified.
         */
        void step(int step, double[][] input, double[][] afferent, double[][] command);

        /**
         * Writes the rates after the last step.
         *
         * @param rate [unit][trial]. Modified.
         */
        void rates(double[][] rate);

        /**
         * Writes how often the recorded cell of each spiking unit fired in the last step.
         *
         * @param count [spiking unit][trial]. Modified.
         */
        default void spikes(double[][] count) {}
    }

    /** Returns a short name of each unit's group, [unit], such as {@code output} and {@code planning}. */
    List<String> groups();
}
