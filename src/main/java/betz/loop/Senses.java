// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.common.Steps;
import betz.data.Feedback;
import java.util.Arrays;

/**
 * What a controller feels of the body: hand position and velocity, muscle lengths and velocities, each late and noisy.
 *
 * <p>Rows of a sense are those of {@code EffectorKernel.sense}.
 */
final class Senses {
    /** Noise of the seen velocity per noise of the seen position, 1/s: a difference over about 100 ms. */
    static final double VELOCITY_NOISE = 10;

    private static final int VISION = 4;

    private final int[] delay;
    private final double[] noise;

    Senses(Feedback feedback, double dt, int muscles) {
        delay = new int[VISION + 2 * muscles];
        noise = new double[delay.length];
        Arrays.fill(delay, 0, VISION, Steps.of("vision.delay", feedback.vision().delay(), dt));
        Arrays.fill(
                delay,
                VISION,
                delay.length,
                Steps.of("proprioception.delay", feedback.proprioception().delay(), dt));
        Arrays.fill(noise, 0, 2, feedback.vision().noise());
        Arrays.fill(noise, 2, VISION, VELOCITY_NOISE * feedback.vision().noise());
        Arrays.fill(noise, VISION, noise.length, feedback.proprioception().noise());
    }

    int rows() {
        return delay.length;
    }

    /** Returns the step whose sense a row delivers at {@code step}. */
    int source(int row, int step) {
        return Math.max(0, step - delay[row]);
    }

    /**
     * Writes what is felt at a step.
     *
     * @param sensed all senses so far, [step][row][trial]. Not modified.
     * @param random the stream of each trial's noise, [trial]
     * @param afferent [row][trial]. Modified.
     */
    void deliver(int step, double[][][] sensed, RandomStream[] random, double[][] afferent) {
        for (int row = 0; row < delay.length; row++) {
            double[] felt = afferent[row];
            System.arraycopy(sensed[source(row, step)][row], 0, felt, 0, felt.length);
            if (noise[row] > 0) {
                for (int trial = 0; trial < felt.length; trial++) {
                    felt[trial] += noise[row] * random[trial].nextGaussian();
                }
            }
        }
    }
}
