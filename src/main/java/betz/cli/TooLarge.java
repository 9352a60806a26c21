// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Estimate;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import java.util.Locale;
import java.util.Optional;

/** A run that needs more memory than Java may use. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final double MEBIBYTE = 1 << 20;

    /** Greatest ratio of estimate to need, with a margin: up to 1.08 was seen. */
    private static final double GENEROUS = 1.25;

    private TooLarge(String message) {
        super(message);
    }

    /** Throws if a run cannot fit, before it takes any memory. */
    static void refuse(Scenario scenario, long limit) {
        Optional<String> warning = warning(scenario, limit);
        if (warning.isPresent()) {
            throw new TooLarge(warning.get());
        }
    }

    /** Returns why a run cannot fit, or nothing if it may. */
    static Optional<String> warning(Scenario scenario, long limit) {
        long needed = Estimate.of(scenario).bytes();
        boolean unknown = scenario.reference() instanceof Recorded; // its trials are the recording's
        if (unknown || needed <= GENEROUS * limit) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The run needs about %,.0f MiB of memory, Java may use %,.0f MiB. %s",
                needed / MEBIBYTE,
                limit / MEBIBYTE,
                remedy()));
    }

    /** Returns what is said where the memory ran out all the same. */
    static String message(long limit) {
        return String.format(
                Locale.ROOT, "All memory that Java may use, %,.0f MiB, is used up. %s", limit / MEBIBYTE, remedy());
    }

    private static String remedy() {
        return "Lower training.batch, network.units or evaluation.trials, or allow more: java -Xmx8g -jar betz.jar ...";
    }
}
