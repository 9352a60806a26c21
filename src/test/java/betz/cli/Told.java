// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** What a command came to: its exit status and what it wrote. */
@NullMarked
record Told(int status, String out, String err) {
    /** A scenario that runs in less than a second. */
    static final String TINY = """
            name: tiny
            task: {kind: centre-out, targets: 4, reach: 900 ms}
            reference: minimum-jerk
            network: {units: 8}
            training: {iterations: 2, batch: 4, trials: 8}
            evaluation: {trials: 4}
            """;

    /** Runs a command in this process and keeps what it writes. */
    static Told betz(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var toldOut = new ByteArrayOutputStream();
        var toldErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(toldOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(toldErr, true, StandardCharsets.UTF_8));
            int status = Main.execute(words);
            return new Told(status, toldOut.toString(StandardCharsets.UTF_8), toldErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Runs a command in a process of its own that works in a folder. */
    static Told process(Path folder, String... words) throws IOException, InterruptedException {
        return process(folder, Map.of(), words);
    }

    /** Runs a command in a process of its own that works in a folder, with variables set in its environment. */
    static Told process(Path folder, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("betz", ".out");
        Path err = Files.createTempFile("betz", ".err");
        try {
            var builder = new ProcessBuilder(program(words))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(variables);
            int status = builder.start().waitFor();
            return new Told(status, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Returns the words that start this program from the classes under test, in the language and zone of the tests. */
    static List<String> program(String... words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var all = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1"));
        for (String part : List.of("language", "country", "extensions", "timezone")) {
            String value = System.getProperty("user." + part, "");
            if (!value.isEmpty()) {
                all.add("-Duser." + part + "=" + value);
            }
        }
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), "betz.cli.Main"));
        all.addAll(List.of(words));
        return all;
    }

    /** Tells whether a file can have this name in the locale that the tests run in; in LC_ALL=C only plain letters do. */
    static boolean canName(String file) {
        try {
            return !Path.of(file).toString().isEmpty();
        } catch (InvalidPathException unknownLetters) {
            return false;
        }
    }

    /** Writes the tiny scenario to a folder and returns its name. */
    static String tiny(Path folder) {
        try {
            return Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Holds a refusal to its status and the exact lines that a person reads, and to nothing on the standard output. */
    void refused(int expectedStatus, String... lines) {
        assertThat(err.lines()).containsExactly(lines);
        assertThat(status).isEqualTo(expectedStatus);
        assertThat(out).isEmpty();
    }

    /** Holds a success to silence on the standard error. */
    Told succeeded() {
        assertThat(err).isEmpty();
        assertThat(status).isZero();
        return this;
    }
}
