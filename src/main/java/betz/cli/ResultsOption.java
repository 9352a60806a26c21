// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class ResultsOption {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder of all runs. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("results");

    Path path() {
        return out;
    }

    /** Returns the folder of a run, given by its folder or by the beginning of its id. */
    Path find(String run) {
        return Results.find(out, run).orElseThrow(() -> new UnknownRun(run, out));
    }
}
