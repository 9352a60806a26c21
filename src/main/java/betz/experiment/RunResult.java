// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param id digest of all that decides the outcome
 * @param folder where everything is kept
 * @param verdict one sentence with numbers
 * @param seconds wall time of this call
 * @param metrics headline numbers by name, SI
 * @param table lines to be read before the verdict; none unless the run is a worked example
 */
public record RunResult(
        String id, Path folder, String verdict, double seconds, Map<String, Double> metrics, List<String> table) {
    public RunResult {
        table = List.copyOf(table);
    }

    /** Returns the report's place. */
    public Path report() {
        return folder.resolve("report.html");
    }

    /** Returns one JSON object: id, folder, report, seconds, metrics. */
    public String json() {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", id);
        object.put("folder", folder.toString());
        object.put("report", report().toString());
        object.put("seconds", seconds);
        object.put("metrics", metrics);
        return Json.line(object);
    }

    /** Returns the table, if there is one, the verdict and where the report is. */
    public String text() {
        var lines = new ArrayList<>(table);
        if (!table.isEmpty()) {
            lines.add("");
        }
        lines.add(verdict);
        lines.add("Report: " + report());
        return String.join("\n", lines);
    }

    /** Returns the same result with the wall time of this call. */
    RunResult withSeconds(double taken) {
        return new RunResult(id, folder, verdict, taken, metrics, table);
    }
}
