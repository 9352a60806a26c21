// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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
        return Results.find(out, run).orElseThrow(() -> new UnknownRun(run, out, beginningWith(run)));
    }

    private List<Path> beginningWith(String id) {
        try {
            return Results.runs(out).stream()
                    .filter(path -> path.getFileName().toString().startsWith(id))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
