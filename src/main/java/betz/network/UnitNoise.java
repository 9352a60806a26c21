// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * White noise on the drives of leaky units, {@code √(2/α)·σ·N(0, 1)} in each step: σ is the standard deviation that a linear unit
 * without recurrence comes to have where the step is short; {@code σ/√(1 - α/2)} is that for any step.
 */
final class UnitNoise {
    private final double[] deviation; // of the drive, [unit]
    private final RandomStream[] streams; // [trial]
    private final boolean isSilent;
    private boolean drawn;

    UnitNoise(double sigma, double[] alpha, int batch) {
        deviation = new double[alpha.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = Math.sqrt(2 / alpha[i]) * sigma;
        }
        streams = new RandomStream[batch];
        isSilent = sigma == 0;
    }

    /** Begins the trials of an occasion; without one nothing is drawn. */
    void begin(@Nullable Occasion occasion) {
        drawn = false;
        if (occasion == null || isSilent) {
            return;
        }
        drawn = true;
        for (int trial = 0; trial < streams.length; trial++) {
            streams[trial] = occasion.noise(trial);
        }
    }

    /** Tells whether there is any in these trials. */
    boolean isDrawn() {
        return drawn;
    }

    /** Draws for a trial's next unit, in order of units and steps. */
    double next(int trial, int unit) {
        return drawn ? deviation[unit] * streams[trial].nextGaussian() : 0;
    }
}
