// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.loop.Observation;
import betz.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * What a run will cost, before it runs.
 *
 * @param parameters number of weights
 * @param bytes memory of training, most of it the history of a batch
 * @param seconds time of training with two threads
 */
public record Estimate(long parameters, long bytes, double seconds) {
    /** Multiplications and additions per weight, trial and step, forward and back. */
    private static final double OPERATIONS = 6;
    /**
     * Operations per second on two threads. Fitted with {@link #BODY} to leaky networks of 16 and 256 units (1.9 and 9.6 us per
     * trial and step, batch 32, arm26, JDK 17, two cores of an AMD EPYC); foretells 3.9 us at 128 units, where 3.9 were seen.
     */
    private static final double SPEED = 5.7e10;
    /** Time of a trial and step that does not grow with the weights, most of it the body, on two threads, s. */
    private static final double BODY = 1.8e-6;
    /** Copies of the units' state that the way back keeps, single precision. */
    private static final int KEPT = 6;

    private static final double MEBIBYTE = 1 << 20;

    /** Estimates the training of a scenario. */
    public static Estimate of(Scenario scenario) {
        int muscles = scenario.effector().muscles();
        int rows = Observation.rows(muscles);
        long parameters = scenario.network().layout(rows, muscles).size();
        double steps = scenario.task().longest() / scenario.dt() + 1;
        double samples = steps * scenario.training().batch();
        double kept = samples * (KEPT * 4.0 * scenario.network().units() + 8.0 * 4 * (rows + muscles));
        double seconds = scenario.training().iterations() * samples * (OPERATIONS * parameters / SPEED + BODY);
        return new Estimate(parameters, (long) (kept + 8.0 * 12 * parameters), seconds);
    }

    /** Returns the estimate in words. */
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "parameters: %,d", parameters),
                String.format(Locale.ROOT, "memory: about %.0f MiB", Math.max(1, bytes / MEBIBYTE)),
                String.format(Locale.ROOT, "training: about %.0f s with two threads", Math.max(1, seconds)));
    }
}
