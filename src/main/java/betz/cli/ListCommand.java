// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import betz.experiment.StoredRun;
import betz.scenario.KindList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists runs, or the kinds that a setting can be. */
@Command(
        name = "list",
        description = "Lists runs, cells, effectors, tasks, references, rules or optimisers.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description =
                    "runs, cells, effectors, muscles, tasks, references, rules or optimisers. Default: ${DEFAULT-VALUE}.")
    private String what = "runs";

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (what.equals("runs")) {
            listRuns(out);
            return ExitStatus.OK.code();
        }
        List<String> lines =
                KindList.lines(what).orElseThrow(() -> new UnknownWord(spec.commandLine(), what, "a list", all()));
        lines.forEach(out::println);
        return ExitStatus.OK.code();
    }

    private static List<String> all() {
        var all = new ArrayList<>(List.of("runs"));
        all.addAll(KindList.names());
        return all;
    }

    private void listRuns(PrintWriter out) throws Exception {
        List<Path> runs = Results.runs(results.path());
        for (Path run : runs) {
            out.println(run + "   " + StoredRun.read(run).verdict());
        }
        if (runs.isEmpty()) {
            out.println("No runs below " + results.path() + ". Make one: betz run scenarios/quickstart.yaml");
        }
    }
}
