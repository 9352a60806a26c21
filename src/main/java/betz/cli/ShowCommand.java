// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.StoredRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a run came to. */
@Command(name = "show", description = "Prints what a run came to.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private RunArgument run = new RunArgument();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var result = StoredRun.read(run.folder());
        spec.commandLine().getOut().println(json ? result.json() : result.text());
        return ExitStatus.OK.code();
    }
}
