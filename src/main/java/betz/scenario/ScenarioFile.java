// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.nio.file.Path;
import java.util.List;

/** Reads scenario files and holds them to the rules across settings. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Reads a scenario.
     *
     * @param file YAML or JSON
     * @param overrides {@code key=value} words
     * @throws BadScenario with all problems
     */
    public static Bound<Scenario> read(Path file, List<String> overrides) {
        return ScenarioReader.read(file, overrides, Scenario.class, ScenarioRules.ALL);
    }

    /** Returns what is allowed but doubtful, in sentences. */
    public static List<String> warnings(Scenario scenario) {
        return ScenarioRules.warnings(scenario);
    }
}
