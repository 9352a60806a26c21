// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A scenario that runs in a second, and what its runs leave behind. */
final class Tiny {
    private static final String TEXT = """
            betz: 1
            name: tiny
            seed: 3
            dt: 10 ms
            task: {kind: delayed-reach, targets: 4, distance: 10 cm, hold: 100 ms, delay: 100..200 ms, reach: 900 ms}
            reference: minimum-jerk
            network: {cell: leaky, units: 16}
            training: {iterations: 6, batch: 8, trials: 16, checkpoint: 2}
            evaluation: {trials: 8}
            """;

    private static final Set<String> TIMED = Set.of("manifest.json", "log.txt", "events.jsonl");

    private Tiny() {}

    /** Writes the scenario to a folder. */
    static Path file(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), TEXT);
    }

    static Request request(Path folder, String... overrides) throws IOException {
        return Request.read(file(folder), List.of(overrides));
    }

    /** Returns the digest of every file of a run but those that tell host and time. */
    static Map<String, String> digests(RunResult run) throws IOException {
        var digests = new TreeMap<String, String>();
        try (Stream<Path> walk = Files.walk(run.folder())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = run.folder().relativize(file).toString();
                if (!TIMED.contains(name)) {
                    digests.put(name, Digest.of(file));
                }
            }
        }
        return digests;
    }

    static String weights(RunResult run) throws IOException {
        return Digest.of(run.folder().resolve("weights.safetensors"));
    }

    /** Hears what a run tells, and may stop it. */
    static final class Listener implements Progress {
        final List<String> notes = new ArrayList<>();
        int iterations;
        private final int last;

        /** Listens to the end. */
        Listener() {
            this(Integer.MAX_VALUE);
        }

        /** Stops the run by an exception in the given iteration. */
        Listener(int last) {
            this.last = last;
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }

        @Override
        public void iteration(int done, int all, double loss, double gradientNorm) {
            iterations++;
            if (done == last) {
                throw new Stopped();
            }
        }
    }

    /** Passes on what it hears. */
    static class Forwarding implements Progress {
        private final Progress listener;

        Forwarding(Progress listener) {
            this.listener = listener;
        }

        @Override
        public void note(String text) {
            listener.note(text);
        }

        @Override
        public void iteration(int done, int all, double loss, double gradientNorm) {
            listener.iteration(done, all, loss, gradientNorm);
        }
    }

    /** Stands for whatever may end a process. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
