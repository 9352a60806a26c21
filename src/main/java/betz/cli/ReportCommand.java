// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.ExampleRun;
import betz.experiment.FinishedRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes charts and report of a finished run again. */
@Command(
        name = "report",
        description = "Computes the held-out trials of a run from its weights and writes charts and report again.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private RunArgument run = new RunArgument();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Folder for report.html and figures. Default: report-ID, ID being the run's.")
    private @Nullable Path to;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var console = new Console(spec.commandLine().getErr(), quiet);
        Path folder = run.folder();
        Path place = to == null ? run.place("report") : to;
        Path report = ExampleRun.isOne(folder)
                ? ExampleRun.report(folder, place)
                : FinishedRun.open(folder, console).report(place);
        spec.commandLine().getOut().println("Report: " + report);
        return ExitStatus.OK.code();
    }
}
