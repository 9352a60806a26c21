// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.io.ReachImporter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts a recording to the columns that a recorded reference reads. */
@Command(
        name = "import",
        description = "Converts recorded trials to the columns that reference: {kind: recorded} reads.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECORDING", description = "Folder with continuous.csv, events.csv and targets.csv.")
    private Path recording = Path.of("");

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The CSV file to write.")
    private Path to = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        int trials = ReachImporter.convert(recording, to);
        spec.commandLine().getOut().println(trials + " rewarded trials written to " + to + ".");
        return ExitStatus.OK.code();
    }
}
