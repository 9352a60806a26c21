// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.report.Charts;
import betz.report.Figure;
import betz.report.HtmlReport;
import betz.report.ReportContent;
import betz.report.ReportContent.Entry;
import betz.report.ReportContent.Link;
import betz.scenario.Bound;
import betz.scenario.ExampleFile;
import betz.scenario.WorkedExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out one example and keeps it as a run: nothing is learnt, nothing moves, every number is shown. */
public final class ExampleRun {
    private final Path file;
    private final List<String> overrides;
    private final Bound<WorkedExample> bound;
    private final WorkedExample about;
    private final String id;
    private final Propagation result;
    private final List<String> table;

    private ExampleRun(Path file, List<String> overrides) throws IOException {
        this.file = file;
        this.overrides = overrides;
        bound = ExampleFile.read(file, overrides);
        about = bound.value();
        id = RunId.of(bound.canonicalJson(), "");
        result = Propagation.of(about.example());
        table = PropagationTable.of(about.example(), result);
    }

    /**
     * Works out an example, or shows the run that is already there.
     *
     * @param file the example
     * @param overrides {@code key=value} words in place of its settings
     * @param results folder of all runs
     * @throws betz.scenario.BadScenario with all problems
     * @throws FolderInUse if another process is at work on the same run
     */
    public static RunResult run(Path file, List<String> overrides, Path results) throws IOException {
        long begun = System.nanoTime();
        var run = new ExampleRun(file, overrides);
        Path target = results.resolve(run.about.name()).resolve(run.id);
        if (!RunFolder.isComplete(target)) {
            try (RunFolder folder = RunFolder.open(target, false)) {
                run.write(folder.path());
                folder.publish();
            }
        }
        return StoredRun.read(target).withSeconds((System.nanoTime() - begun) / 1e9);
    }

    /** Tells whether a finished run is that of a worked example. */
    public static boolean isOne(Path run) {
        return ExampleFile.isOne(run.resolve(RunWriter.SCENARIO));
    }

    /** Works out a stored example again and writes charts and report to a folder outside the run's own. */
    public static Path report(Path run, Path to) throws IOException {
        FinishedRun.requireOutside("--to", to, run);
        Files.createDirectories(to);
        new ExampleRun(run.resolve(RunWriter.SCENARIO), StoredRun.overrides(run)).writeReport(to, false);
        return to.resolve("report.html");
    }

    /** Looks whether a stored example's files are those that it wrote, and works it out again to compare every file. */
    public static Verification verify(Path run) throws IOException {
        Verification files = Verification.ofFiles(run);
        Path scratch = Files.createTempDirectory("betz-verify");
        try {
            Path again = run(run.resolve(RunWriter.SCENARIO), StoredRun.overrides(run), scratch)
                    .folder();
            return files.with(run, again);
        } finally {
            RunFolder.deleteTree(scratch);
        }
    }

    private void write(Path folder) throws IOException {
        Files.copy(file, folder.resolve(RunWriter.SCENARIO), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(RunWriter.RESOLVED), bound.canonicalJson());
        Files.writeString(folder.resolve("table.txt"), String.join("\n", table) + "\n");
        Files.createDirectories(folder.resolve("analysis"));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("id", id);
        summary.put("verdict", verdict());
        summary.put("metrics", Map.of("error", result.error()));
        summary.put("overrides", overrides);
        summary.put("table", table);
        Files.writeString(folder.resolve(StoredRun.SUMMARY), Json.page(summary));
        Files.writeString(folder.resolve("analysis/propagation.json"), Json.page(numbers()));
        writeReport(folder, true);
        new Manifest(file, id, about.name(), overrides).write(folder);
    }

    private String verdict() {
        var example = about.example();
        String rows = example.inputs().size() + (example.isRecurrent() ? " steps" : " samples");
        return about.name() + ": the error over " + rows + " is E = " + PropagationTable.number(result.error()) + ".";
    }

    private Map<String, Object> numbers() {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("rows", result.rows());
        numbers.put("error", result.error());
        if (about.example().gradients()) {
            numbers.put("gradient", result.gradient());
        }
        return numbers;
    }

    private void writeReport(Path folder, boolean besideData) throws IOException {
        List<Figure> figures = new ExampleFigures(about.example(), result).all();
        Charts.writeAll(figures, folder.resolve("figures"));
        List<Link> links = new ArrayList<>();
        if (besideData) {
            links.add(new Link("The table that was printed", "table.txt"));
            links.add(new Link("All its numbers", "analysis/propagation.json"));
        }
        figures.forEach(figure -> links.add(RunReport.numbersOf(figure)));
        HtmlReport.write(content(figures, links), folder.resolve("report.html"));
    }

    private ReportContent content(List<Figure> figures, List<Link> links) {
        String name = about.name() + ": ";
        return new ReportContent(
                about.name(),
                Words.capital(verdict().substring(name.length())),
                "",
                List.of(),
                List.of(),
                figures,
                RunReport.settings(bound),
                List.of(new Entry("Run", id), new Entry("Betz", RunReport.version())),
                RunReport.command(overrides),
                List.of(),
                RunReport.CITATION,
                links);
    }
}
