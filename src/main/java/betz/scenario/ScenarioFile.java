// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scenario files and holds them to the rules across settings. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Reads a scenario.
     *
     * @param file YAML or JSON
     * @param overrides {@code key=value} words
     * @param more rules beside those that every scenario is held to
     * @throws BadScenario with all problems
     */
    public static Bound<Scenario> read(Path file, List<String> overrides, List<Rule<Scenario>> more) {
        List<Rule<Scenario>> rules = new ArrayList<>(ScenarioRules.ALL);
        rules.addAll(more);
        return ScenarioReader.read(file, overrides, Scenario.class, rules);
    }

    /** Reads a scenario that is held to no other rules. */
    public static Bound<Scenario> read(Path file, List<String> overrides) {
        return read(file, overrides, List.of());
    }

    /** Reads a scenario of which the body alone counts: only its step is held to a rule. */
    public static Bound<Scenario> readBody(Path file) {
        List<Rule<Scenario>> rules = List.of(BodyRules::stepSuitsMuscles);
        return ScenarioReader.read(file, List.of(), Scenario.class, rules);
    }

    /** Returns what is allowed but doubtful, in sentences. */
    public static List<String> warnings(Scenario scenario) {
        return ScenarioRules.warnings(scenario);
    }
}
