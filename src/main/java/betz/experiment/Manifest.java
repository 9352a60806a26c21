// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The list of a run's files with their digests, and where, when and with what it ran. */
final class Manifest {
    static final String FILE = "manifest.json";

    /** What tells times, and so differs between runs that are the same. */
    static final Set<String> TIMED = Set.of("log.txt", "events.jsonl");

    /** What is written when all else is there. */
    private static final Set<String> AFTER = Set.of(FILE, RunFolder.COMPLETE);

    private final Path file;
    private final Inputs inputs;
    private final Map<String, Object> request = new LinkedHashMap<>();

    /** Prepares the manifest of a scenario's run. */
    Manifest(Request request, String id) throws IOException {
        this(request.file(), id, request.scenario().name(), Inputs.of(request));
        this.request.put("seed", request.scenario().seed());
        this.request.put("overrides", request.overrides());
    }

    /** Prepares the manifest of a worked example, which has no seed and no input but its file. */
    Manifest(Path file, String id, String name, List<String> overrides) {
        this(file, id, name, new Inputs("", Map.of()));
        request.put("overrides", overrides);
    }

    private Manifest(Path file, String id, String name, Inputs inputs) {
        this.file = file;
        this.inputs = inputs;
        request.put("id", id);
        request.put("status", "complete");
        request.put("scenario", name);
    }

    void write(Path folder) throws IOException {
        var manifest = new LinkedHashMap<String, Object>(request);
        manifest.put("betz", Versions.betz());
        manifest.put("numerics", Versions.NUMERICS);
        manifest.put("java", Versions.java());
        GitCommit.of(file).ifPresent(commit -> manifest.put("git_commit", commit));
        manifest.put("host", host());
        manifest.put("finished", Instant.now().toString());
        manifest.put("input_sha256", inputs.trials());
        manifest.put("weights_sha256", inputs.weights());
        manifest.put("files", digests(folder));
        Files.writeString(folder.resolve(FILE), Json.page(manifest));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "without a name";
        }
    }

    /** Returns the digest of each file of a run, by its path with slashes. */
    static Map<String, String> digests(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !AFTER.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        var digests = new LinkedHashMap<String, String>();
        for (Path file : files) {
            digests.put(folder.relativize(file).toString().replace('\\', '/'), Digest.of(file));
        }
        return digests;
    }
}
