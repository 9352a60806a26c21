// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a finished run says of itself. */
public final class StoredRun {
    static final String SUMMARY = "analysis/summary.json";

    private StoredRun() {}

    /** Returns the result of a run in a folder; the seconds are 0, since nothing was computed. */
    public static RunResult read(Path folder) throws IOException {
        JsonNode summary = summary(folder);
        Map<String, Double> metrics = new LinkedHashMap<>();
        summary.get("metrics")
                .properties()
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
        return new RunResult(
                summary.get("id").asString(), folder, summary.get("verdict").asString(), 0, metrics);
    }

    private static JsonNode summary(Path folder) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(SUMMARY)));
    }
}
