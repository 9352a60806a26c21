// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Estimate;
import betz.experiment.Request;
import betz.scenario.BadScenario;
import betz.scenario.Bound;
import betz.scenario.ExampleFile;
import betz.scenario.Scenario;
import betz.scenario.ScenarioFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells every problem of scenario files, and what a run would cost; runs nothing. */
@Command(
        name = "check",
        description = "Tells all problems at once; estimates time, memory and parameters; runs nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files, YAML or JSON.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int worst = ExitStatus.OK.code();
        for (Path file : files) {
            worst = Math.max(worst, check(file));
        }
        return worst;
    }

    private int check(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (ExampleFile.isOne(file)) {
                var unused = ExampleFile.read(file, List.of());
                out.println(file + ": ok");
                return ExitStatus.OK.code();
            }
            Bound<Scenario> bound = Request.read(file, List.of()).bound();
            out.println(file + ": ok");
            ScenarioFile.warnings(bound.value()).forEach(warning -> out.println("  " + warning));
            TooLarge.warning(bound.value(), Runtime.getRuntime().maxMemory())
                    .ifPresent(warning -> out.println("  " + warning));
            Estimate.of(bound.value()).lines().forEach(line -> out.println("  " + line));
            return ExitStatus.OK.code();
        } catch (BadScenario bad) {
            spec.commandLine().getErr().println(bad.getMessage());
            return ExitStatus.BAD_INPUT.code();
        }
    }
}
