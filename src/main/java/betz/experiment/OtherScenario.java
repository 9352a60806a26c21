// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.nio.file.Path;
import java.util.List;

/** A checkpoint that another scenario, recording or version left where a run would go on from it. */
public final class OtherScenario extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Differences beyond these say no more. */
    private static final int TOLD = 5;

    OtherScenario(Path file, List<String> differences) {
        super(file + " was reached with other settings: " + told(differences)
                + ". Move it away, or begin again without --resume.");
    }

    private static String told(List<String> differences) {
        int rest = differences.size() - TOLD;
        String first = String.join("; ", differences.subList(0, Math.min(TOLD, differences.size())));
        return rest > 0 ? first + "; and " + rest + " more" : first;
    }
}
