// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Bound;
import betz.scenario.Phase;
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
 * @param runs folder of the runs whose weights it may begin with
 */
public record Request(Path file, List<String> overrides, Bound<Scenario> bound, Path runs) {
    public Request {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads the file.
     *
     * @throws betz.scenario.BadScenario with all problems
     */
    public static Request read(Path file, List<String> overrides, Path runs) {
        var bound = ScenarioFile.read(file, overrides, List.of(new WeightRule(runs)));
        return new Request(file, overrides, bound, runs);
    }

    /** Reads the file where runs are in their usual folder. */
    public static Request read(Path file, List<String> overrides) {
        return read(file, overrides, Results.DEFAULT);
    }

    /** Returns the same with other phases of the training. */
    Request with(List<Phase> curriculum) {
        return new Request(file, overrides, bound.with(scenario().with(curriculum)), runs);
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return bound.value();
    }
}
