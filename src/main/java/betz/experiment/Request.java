// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Bound;
import betz.scenario.Scenario;
import betz.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario as it was asked for.
 *
 * @param file the scenario file
 * @param overrides {@code key=value} words in place of its settings
 * @param bound what both came to
 */
public record Request(Path file, List<String> overrides, Bound<Scenario> bound) {
    public Request {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads the file.
     *
     * @throws betz.scenario.BadScenario with all problems
     */
    public static Request read(Path file, List<String> overrides) {
        return new Request(file, overrides, ScenarioFile.read(file, overrides));
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return bound.value();
    }
}
