// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Bound;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import betz.scenario.Table;
import java.io.IOException;

/** Names a run by all that decides its outcome: settings, seed, input files, numerics. */
final class RunId {
    private static final int DIGITS = 16;

    private RunId() {}

    static String of(Bound<?> bound) throws IOException {
        return Digest.of(bound.canonicalJson() + inputs(bound.value()) + Versions.NUMERICS)
                .substring(0, DIGITS);
    }

    /** Returns the digest of every input file. */
    static String inputs(Record file) throws IOException {
        if (!(file instanceof Scenario scenario)) {
            return "";
        }
        if (scenario.reference() instanceof Recorded recorded) {
            return Digest.of(recorded.file()); // which brings its own trials
        }
        return scenario.task() instanceof Table table ? Digest.of(table.file()) : "";
    }
}
