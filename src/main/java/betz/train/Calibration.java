// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.cortex.Readout;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A read-out that was fitted to a cortex and a body, and how well it fits. */
public final class Calibration {
    private static final double LEAST_FIT = 0.5; // R² under which reaches cannot be expected to arrive
    private final Readout readout;
    private final double[] fit;

    Calibration(Readout readout, double[] fit) {
        this.readout = readout;
        this.fit = fit;
    }

    /** Returns the read-out. */
    public Readout readout() {
        return readout;
    }

    /** Returns R² of each muscle's excitation over the clean calibration trials, [muscle]; a copy. */
    public double[] fit() {
        return fit.clone();
    }

    /** Returns the lowest R² of any muscle. */
    public double worstFit() {
        return Arrays.stream(fit).min().orElse(0);
    }

    /** Returns a sentence to warn with if any muscle is fitted badly. */
    public Optional<String> warning() {
        if (worstFit() >= LEAST_FIT) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The cortex cannot express the commands of this arm: R2 of the read-out is %s by command, expected %.1f or"
                        + " more in each. Reaches will miss. Give the units other features, or take more units.",
                listed(),
                LEAST_FIT));
    }

    private String listed() {
        return String.join(
                " ",
                Arrays.stream(fit)
                        .mapToObj(r -> String.format(Locale.ROOT, "%.2f", r))
                        .toList());
    }
}
