// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.ExampleRun;
import betz.experiment.FinishedRun;
import betz.experiment.Interruption;
import betz.experiment.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves a finished run by computing it again. */
@Command(
        name = "verify",
        description = "Looks whether a run's files are as it wrote them, computes it again and compares bit for bit.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path folder = run.folder();
        var console = new Console(spec.commandLine().getErr(), quiet);
        Verification found = ExampleRun.isOne(folder)
                ? ExampleRun.verify(folder)
                : FinishedRun.open(folder, console).verify(threads.number(), new Interruption());
        found.text().forEach(spec.commandLine().getOut()::println);
        return (found.holds() ? ExitStatus.OK : ExitStatus.DAMAGED_DATA).code();
    }
}
