// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Path file = folder.resolve(SUMMARY);
        try {
            JsonNode summary = JsonMapper.shared().readTree(Files.readAllBytes(file));
            Map<String, Double> metrics = new LinkedHashMap<>();
            summary.required("metrics")
                    .properties()
                    .forEach(entry -> metrics.put(entry.getKey(), number(entry.getValue())));
            return new RunResult(text(summary, "id"), folder, text(summary, "verdict"), 0, metrics);
        } catch (JacksonException broken) {
            var damaged = new DamagedData(file.toString(), "something else", "id, verdict and metrics in JSON");
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
