// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a finished run says of itself. */
public final class StoredRun {
    static final String SUMMARY = "analysis/summary.json";

    private StoredRun() {}

    /**
     * Returns the result of a run in a folder; the seconds are 0, since nothing was computed.
     *
     * @throws DamagedData if its summary is not what this version writes
     */
    public static RunResult read(Path folder) throws IOException {
        return summary(folder, summary -> {
            Map<String, Double> metrics = new LinkedHashMap<>();
            summary.required("metrics")
                    .properties()
                    .forEach(entry -> metrics.put(entry.getKey(), number(entry.getValue())));
            return new RunResult(
                    text(summary, "id"), folder, text(summary, "verdict"), 0, metrics, words(summary.path("table")));
        });
    }

    /**
     * Returns the scenario of a run as it was asked for.
     *
     * @throws DamagedData if its summary is not what this version writes
     */
    static Request request(Path folder) throws IOException {
        Path runs = folder.toAbsolutePath().normalize().resolve("../..").normalize(); // of the same results
        return Request.read(folder.resolve(RunWriter.SCENARIO), overrides(folder), runs);
    }

    /** Returns the {@code key=value} words that a run was asked for with. */
    static List<String> overrides(Path folder) throws IOException {
        return summary(folder, summary -> words(summary.required("overrides")));
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString()));
        return words;
    }

    private static <T> T summary(Path folder, Function<JsonNode, T> reader) throws IOException {
        Path file = folder.resolve(SUMMARY);
        try {
            return reader.apply(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (JacksonException broken) {
            var damaged =
                    new DamagedData(file.toString(), "something else", "id, verdict, overrides and metrics in JSON");
            damaged.initCause(broken);
            throw damaged;
        }
    }

    private static String text(JsonNode summary, String key) {
        return summary.required(key).asString();
    }

    private static double number(JsonNode value) {
        return value.isNull() ? Double.NaN : value.asDouble();
    }
}
