// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.scenario.JsonSchema;
import betz.scenario.Scenario;
import betz.scenario.WorkedExample;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of scenario files, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--example", description = "The schema of worked examples: files with the key example.")
    private boolean example;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(JsonSchema.of(example ? WorkedExample.class : Scenario.class));
        return ExitStatus.OK.code();
    }
}
