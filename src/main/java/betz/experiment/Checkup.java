// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether runs will work on this machine with this installation.
 *
 * @param checks all that was looked at
 */
public record Checkup(List<Check> checks) {
    public Checkup {
        checks = List.copyOf(checks);
    }

    /** Looks at everything; takes about a second. */
    public static Checkup of(Path results) {
        List<Check> checks = new ArrayList<>(MachineChecks.all());
        checks.addAll(FolderChecks.all(results));
        checks.add(DrawingCheck.draw());
        checks.addAll(NumberChecks.all());
        return new Checkup(checks);
    }

    /** Returns the first thing for which a run cannot work, or nothing. */
    public Optional<Check> problem() {
        return checks.stream().filter(check -> check.state().isProblem()).findFirst();
    }

    /** Returns all as one JSON object. */
    public String json() {
        List<Map<String, String>> told = new ArrayList<>();
        for (Check check : checks) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", check.name());
            fields.put("state", check.state().word());
            fields.put("found", check.found());
            fields.put("remedy", check.remedy());
            told.add(fields);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("works", problem().isEmpty());
        whole.put("checks", told);
        return Json.line(whole);
    }
}
