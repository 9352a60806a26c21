// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A run in a process of its own, which may be watched, signalled and killed. */
@NullMarked
final class RunProcess {
    /** Longer than any of these runs takes on a busy machine, s. */
    private static final int PATIENCE = 120;

    private static final Set<String> TIMED = Set.of("manifest.json", "log.txt", "events.jsonl");

    private final Process process;
    private final Path results;
    private final Path out;
    private final Path err;

    private RunProcess(Process process, Path results, Path out, Path err) {
        this.process = process;
        this.results = results;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code betz run SCENARIO --out RESULTS} with more words. */
    static RunProcess start(Path scenario, Path results, String... more) throws IOException {
        Path out = Files.createTempFile(scenario.getParent(), "run", ".out");
        Path err = Files.createTempFile(scenario.getParent(), "run", ".err");
        var words = Stream.concat(Stream.of("run", scenario.toString(), "--out", results.toString()), Stream.of(more));
        Process process = new ProcessBuilder(Told.program(words.toArray(String[]::new)))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new RunProcess(process, results, out, err);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until something is so, or the run has ended; returns whether it is still running. */
    boolean await(BooleanSupplier event) throws InterruptedException {
        while (!event.getAsBoolean() && process.isAlive()) {
            TimeUnit.MICROSECONDS.sleep(100);
        }
        return process.isAlive();
    }

    /** Waits until a file whose path ends so is there, or the run has ended; returns whether it is still running. */
    boolean awaitFile(String end) throws InterruptedException {
        return await(() -> has(end));
    }

    /** Tells whether a file whose path ends so is among the results. */
    boolean has(String end) {
        return files(results).stream().anyMatch(file -> file.toString().endsWith(end));
    }

    /** Waits for some time, or until the run has ended. */
    void await(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Sends a signal, such as TERM. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    /** Tells whether the process was started deaf to a signal, as by nohup or in the background of a script; on Linux only. */
    boolean ignores(String name) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid()), "status");
        if (!Files.isReadable(status)) {
            return false;
        }
        int number = List.of("HUP", "INT").indexOf(name) + 1;
        return number > 0
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & (1L << (number - 1))) != 0);
    }

    /** Ends the process at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end and returns what the command came to. */
    Told told() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The run did not end within " + PATIENCE + " s: " + Files.readString(err));
        }
        return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Returns every file below a folder; those that go while they are listed are left out. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return List.of();
        }
    }

    /** Returns the folder of the only run whose folder holds a file of that name. */
    static Path folder(Path results, String name) {
        Path file = files(results).stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " below " + results));
        return file.resolveSibling("");
    }

    /** Returns size and digest of every file that a run leaves, but those that tell host and time. */
    static Map<String, String> digests(Path results) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(results)) {
            if (!TIMED.contains(file.getFileName().toString())) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                digests.put(
                        results.relativize(file).toString(),
                        bytes.length + " bytes " + HexFormat.of().formatHex(digest));
            }
        }
        return digests;
    }
}
