// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of all runs: {@code results/<scenario name>/<id>}. */
public final class Results {
    /** Where runs are kept unless another folder is asked for. */
    public static final Path DEFAULT = Path.of("results");

    private Results() {}

    /** Returns the complete runs, by name and id. */
    public static List<Path> runs(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(results, 2)) {
            return walk.filter(RunFolder::isComplete).sorted().toList();
        }
    }

    /** Tells whether a run is there already, so that it would be shown, not computed. */
    public static boolean hold(Path results, Request request) throws IOException {
        return RunFolder.isComplete(results.resolve(request.scenario().name()).resolve(RunId.of(request)));
    }

    /** Returns the complete runs that may be meant by a folder or by the beginning of an id: one, if it is clear. */
    public static List<Path> matching(Path results, String run) throws IOException {
        Path folder = Path.of(run);
        if (RunFolder.isComplete(folder)) {
            return List.of(folder);
        }
        return runs(results).stream()
                .filter(path -> path.getFileName().toString().startsWith(run))
                .toList();
    }
}
