// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Request;
import betz.scenario.ExampleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario with the settings that the command line overrides. */
final class ScenarioArguments {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file, YAML or JSON.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description = "Settings in place of the file's, such as network.units=256.")
    private List<String> overrides = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Short for seed=N.")
    private @Nullable String seed;

    /** Returns the file. */
    Path file() {
        return file;
    }

    /** Tells whether the file is a worked example rather than a scenario. */
    boolean isExample() {
        return ExampleFile.isOne(file);
    }

    /** Reads the scenario, which may begin with the weights of a run in a folder of runs. */
    Request read(Path runs) {
        return Request.read(file, overrides(), runs);
    }

    /** Returns the settings that stand in place of the file's. */
    List<String> overrides() {
        var all = new ArrayList<>(overrides);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        return all;
    }
}
