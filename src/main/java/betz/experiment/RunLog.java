// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Writes what is told of a run, with its time, to log.txt, and every update to events.jsonl; passes both on. */
final class RunLog implements Progress, AutoCloseable {
    private final Progress listener;
    private final BufferedWriter log;
    private final BufferedWriter events;

    RunLog(Path folder, Progress listener) throws IOException {
        this.listener = listener;
        log = append(folder.resolve("log.txt"));
        events = append(folder.resolve("events.jsonl"));
    }

    private static BufferedWriter append(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void note(String text) {
        line(log, Instant.now() + " " + text);
        listener.note(text);
    }

    @Override
    public void iteration(int done, int all, double loss, double gradientNorm) {
        var event = new LinkedHashMap<String, Object>();
        event.put("time", Instant.now().toString());
        event.put("iteration", done);
        event.put("loss", loss);
        event.put("gradient_norm", gradientNorm);
        line(events, Json.line(event));
        listener.iteration(done, all, loss, gradientNorm);
    }

    private static void line(BufferedWriter writer, String text) {
        try {
            writer.write(text);
            writer.newLine();
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
        events.close();
    }
}
