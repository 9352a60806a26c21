// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class ResultsOption {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder of all runs. Default: ${DEFAULT-VALUE}.")
    private Path out = Results.DEFAULT;

    Path path() {
        return out;
    }

    /** Returns the folder of a run, given by its folder or by the beginning of its id. */
    Path find(String run) throws IOException {
        List<Path> matching = Results.matching(out, run);
        if (matching.size() != 1) {
            throw new UnknownRun(run, out, matching);
        }
        return matching.get(0);
    }
}
