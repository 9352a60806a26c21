// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.train.Bptt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished run that differs from a longer one in nothing but its number of iterations, so that the longer one may go on
 * where it ended.
 *
 * @param folder of the finished run
 * @param iterations that it was asked for
 */
record EarlierRun(Path folder, int iterations) {

    /** Finds the longest of the finished runs that a run may go on from. */
    static Optional<EarlierRun> of(Request request, Path runs) throws IOException {
        boolean isEndless = request.scenario().training().rule() instanceof Bptt rule && rule.isEndless();
        if (!isEndless || !request.scenario().curriculum().isEmpty()) {
            return Optional.empty(); // the shorter one went another way from the beginning, or from a phase on
        }
        String settings = Origin.endless(request.bound().canonicalJson());
        String inputs = Inputs.of(request).text();
        int iterations = request.scenario().training().iterations();
        try (Stream<Path> all = Files.list(runs)) {
            List<Path> finished = all.filter(RunFolder::isComplete).sorted().toList();
            return finished.stream()
                    .flatMap(run -> read(run, settings, inputs).stream())
                    .filter(run -> run.iterations < iterations)
                    .max(Comparator.comparingInt(EarlierRun::iterations));
        }
    }

    /** Returns a finished run if its settings are those given, and its id is that of a run with these inputs. */
    private static Optional<EarlierRun> read(Path run, String settings, String inputs) {
        try {
            String resolved = Files.readString(run.resolve(RunWriter.RESOLVED));
            JsonNode iterations =
                    JsonMapper.shared().readTree(resolved).path("training").path("iterations");
            boolean isSame = Origin.endless(resolved).equals(settings) && run.endsWith(RunId.of(resolved, inputs));
            return iterations.isInt() && isSame
                    ? Optional.of(new EarlierRun(run, iterations.intValue()))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty(); // a damaged run is no run to go on from
        }
    }

    /** Returns the name of the folder. */
    String id() {
        return folder.getFileName().toString();
    }
}
