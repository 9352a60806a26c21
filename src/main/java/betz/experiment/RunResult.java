// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param id digest of all that decides the outcome
 * @param folder where everything is kept
 * @param verdict one sentence with numbers
 * @param seconds wall time of this call
 * @param metrics headline numbers by name, SI
 */
public record RunResult(String id, Path folder, String verdict, double seconds, Map<String, Double> metrics) {

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

    /** Returns the verdict and where the report is. */
    public String text() {
        return verdict + "\nReport: " + report();
    }

    /** Returns the same result with the wall time of this call. */
    RunResult withSeconds(double taken) {
        return new RunResult(id, folder, verdict, taken, metrics);
    }
}
