// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.common.Require;
import betz.experiment.Results;
import betz.experiment.ScoreSheet;
import betz.report.ReportTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets a run or data beside published figures. */
@Command(
        name = "score",
        description =
                "Sets the cortex and the network of a run, or recorded data, beside published figures of motor cortices"
                        + " and reaches.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    /** Columns of a terminal, where the table is broken into lines. */
    private static final int WIDTH = 160;

    @Parameters(
            index = "0",
            paramLabel = "RUN|DATA",
            description = "The run's folder, or the beginning of its id; or data as betz analyze reads them.")
    private String what = "";

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description = "Settings of the data, such as data.dt='10 ms', or of the onset, such as"
                    + " scorecard.onset.fraction=0.05.")
    private List<String> words = List.of();

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of resamples of data. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object: for each row what is published and what was measured.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ScoreSheet sheet = sheet();
        PrintWriter told = spec.commandLine().getOut();
        if (json) {
            told.println(sheet.json());
            return ExitStatus.OK.code();
        }
        ReportTable table = sheet.table();
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.heads());
        rows.addAll(table.rows());
        new PlainTable(rows, WIDTH).lines().forEach(told::println);
        told.println();
        told.println("Not applicable:");
        sheet.notApplicable().forEach(line -> told.println("  " + line));
        told.println();
        told.println(sheet.summary());
        return ExitStatus.OK.code();
    }

    private ScoreSheet sheet() throws IOException {
        boolean isFile = Files.isRegularFile(Path.of(what)) || what.matches(".*\\.(csv|npz)");
        boolean isRun = !Results.matching(results.path(), what).isEmpty() || !Files.exists(Path.of(what));
        if (isRun && !isFile) {
            Require.that(
                    words.isEmpty(),
                    "key=value",
                    String.join(" ", words),
                    "nothing behind a run, which has its settings");
            return ScoreSheet.ofRun(results.find(what));
        }
        return ScoreSheet.ofData(Path.of(what), words, seed);
    }
}
