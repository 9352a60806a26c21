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
    private static final String FILE = "manifest.json";

    /** What is written when all else is there. */
    private static final Set<String> AFTER = Set.of(FILE, RunFolder.COMPLETE);

    private final Request request;
    private final String id;

    Manifest(Request request, String id) {
        this.request = request;
        this.id = id;
    }

    void write(Path folder) throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", id);
        manifest.put("status", "complete");
        manifest.put("scenario", request.scenario().name());
        manifest.put("seed", request.scenario().seed());
        manifest.put("overrides", request.overrides());
        manifest.put("betz", Versions.betz());
        manifest.put("numerics", Versions.NUMERICS);
        manifest.put("java", Versions.java());
        GitCommit.of(request.file()).ifPresent(commit -> manifest.put("git_commit", commit));
        manifest.put("host", host());
        manifest.put("finished", Instant.now().toString());
        manifest.put("input_sha256", RunId.inputs(request.scenario()));
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

    private static Map<String, String> digests(Path folder) throws IOException {
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
