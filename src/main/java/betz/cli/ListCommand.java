// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import betz.experiment.StoredRun;
import betz.io.DamagedData;
import betz.scenario.KindList;
import betz.scenario.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
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
        description = "Lists runs, templates, or what a setting can be.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = Lists.class,
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String what = "runs";

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be listed, for the shell to complete. */
    static final class Lists implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (what.equals("runs")) {
            return listRuns(out).code();
        }
        if (what.equals("templates")) {
            Templates.lines().forEach(out::println);
            return ExitStatus.OK.code();
        }
        List<String> lines =
                KindList.lines(what).orElseThrow(() -> new UnknownWord(spec.commandLine(), what, "a list", all()));
        lines.forEach(out::println);
        return ExitStatus.OK.code();
    }

    private static List<String> all() {
        var all = new ArrayList<>(List.of("runs", "templates"));
        all.addAll(KindList.names());
        return all;
    }

    /** A run that cannot be read is told among the errors and keeps no other from being listed. */
    private ExitStatus listRuns(PrintWriter out) throws IOException {
        ExitStatus worst = ExitStatus.OK;
        List<Path> runs = Results.runs(results.path());
        for (Path run : runs) {
            try {
                out.println(run + "   " + StoredRun.read(run).verdict());
            } catch (IOException | DamagedData unreadable) {
                spec.commandLine().getErr().println(Failures.message(unreadable));
                worst = Failures.status(unreadable);
            }
        }
        if (runs.isEmpty()) {
            out.println("No runs below " + results.path() + ". Make one: betz run scenarios/quickstart.yaml");
        }
        return worst;
    }
}
