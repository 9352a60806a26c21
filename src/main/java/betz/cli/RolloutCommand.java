// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.common.BadSetting;
import betz.experiment.ExampleRun;
import betz.experiment.FinishedRun;
import betz.io.TrialTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a trained network to other trials. */
@Command(
        name = "rollout",
        description =
                "Lets the trained network of a run reach in other trials and compares it with the reference there.",
        mixinStandardHelpOptions = true)
final class RolloutCommand implements Callable<Integer> {
    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(
            index = "1..*",
            paramLabel = "TRIALS.csv|key=value",
            description = "A table of trials, each of which is run once; settings in place of the run's, such as"
                    + " task.distance='5 cm'. Without them: trials like the run's own.")
    private List<String> inputs = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the trials and of the noise in them. Default: the run's seed plus 1.")
    private @Nullable Long seed;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Folder for data, comparison, charts and report. Default: rollout-ID, ID being the run's.")
    private @Nullable Path to;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path folder = run.folder();
        if (ExampleRun.isOne(folder)) {
            throw new BadSetting("RUN", run.typed(), "the run of a scenario; a worked example has no trials");
        }
        var finished = FinishedRun.open(folder, new Console(spec.commandLine().getErr(), quiet));
        Path place = to == null ? run.place("rollout") : to;
        String verdict = finished.rollout(words(), seed == null ? finished.seed() + 1 : seed, place);
        spec.commandLine().getOut().println(verdict);
        spec.commandLine().getOut().println("Report: " + place.resolve("report.html"));
        return ExitStatus.OK.code();
    }

    /** Returns the inputs as settings; a table has every row run once, unless more words follow that say otherwise. */
    private List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        for (String input : inputs) {
            if (input.contains("=")) {
                words.add(input);
            } else {
                Path table = Path.of(input);
                words.add("task={kind: table, file: \"" + input.replace("\\", "/") + "\"}");
                words.add("evaluation.trials=" + TrialTable.read(table).kinds());
            }
        }
        return words;
    }
}
