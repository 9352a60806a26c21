// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.ExampleRun;
import betz.experiment.Experiment;
import betz.experiment.FailedRun;
import betz.experiment.Interruption;
import betz.experiment.Request;
import betz.experiment.Results;
import betz.experiment.RunOptions;
import betz.experiment.RunResult;
import betz.scenario.ScenarioFile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario, or works out an example. */
@Command(
        name = "run",
        description = "Simulates the reference, trains the network, compares both and writes a report.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ScenarioArguments scenario = new ScenarioArguments();

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--resume", description = "Go on from the newest checkpoint of an unfinished run.")
    private boolean resume;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var again = new ResumeCommand(spec.root().commandLine().getParseResult().originalArgs());
        try {
            RunResult result = scenario.isExample()
                    ? ExampleRun.run(scenario.file(), scenario.overrides(), results.path())
                    : runScenario(new Console(spec.commandLine().getErr(), quiet), again);
            spec.commandLine().getOut().println(json ? result.json() : result.text());
            return ExitStatus.OK.code();
        } catch (FailedRun failed) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(Failures.message(failed));
            err.println("Checkpoints that were written are kept. Once that is mended, " + again.text());
            return Failures.status(failed).code();
        }
    }

    private RunResult runScenario(Console console, ResumeCommand again) throws Exception {
        Request request = scenario.read(results.path());
        if (!Results.hold(results.path(), request)) {
            TooLarge.refuse(request.scenario(), Runtime.getRuntime().maxMemory());
        }
        ScenarioFile.warnings(request.scenario()).forEach(console::note);
        var interruption = new Interruption();
        var hook = new InterruptHook(interruption, again, spec.commandLine().getErr());
        try {
            return Experiment.run(
                    request, new RunOptions(results.path(), threads.number(), resume), interruption, console);
        } finally {
            hook.close();
        }
    }
}
