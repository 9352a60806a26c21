// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Values;
import betz.experiment.DataAnalysis;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses recorded data. */
@Command(
        name = "analyze",
        description =
                "Analyses recorded data as it does cortices and networks: tuning, rotations, dimensions, decoders, reaches.",
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    /** Digits that are told; the files have all. */
    private static final MathContext DIGITS = new MathContext(6);

    /** Places before or behind the point of a number that is told without an exponent. */
    private static final int MOST_PLACES = 9;

    /** Longer lists are not told in a line. */
    private static final int MOST_NUMBERS = 12;

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "The data: CSV, NPZ, the weights of a network, or the folder of a recording."
                    + " See betz help analyse-your-data.")
    private Path data = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description =
                    "Settings of the analyses, such as jpca.components=12, or of the data, such as data.dt='10 ms'.")
    private List<String> words = List.of();

    @Option(
            names = "--with",
            paramLabel = "ANALYSIS,...",
            split = ",",
            description =
                    "Which analyses, see betz list analyses. Default: those of the settings, or all that the data can"
                            + " answer.")
    private List<String> with = List.of();

    @Option(names = "--against", paramLabel = "DATA", description = "What the data are compared with.")
    private @Nullable Path against;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results as JSON and CSV, and charts. Default: nothing is written.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of surrogates. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object with every result, by the analysis's name.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        DataAnalysis found = DataAnalysis.of(data, against, with, words, seed);
        PrintWriter told = spec.commandLine().getOut();
        var console = new Console(spec.commandLine().getErr(), false);
        found.notes().forEach(console::note);
        if (out != null) {
            found.write(out);
        }
        if (json) {
            told.println(found.json());
            found.leftOut().forEach((word, why) -> console.note("Left out: " + word + ": " + why + "."));
        } else {
            found.findings().forEach((word, finding) -> print(word, finding, told));
            tellLeftOut(found, told);
            if (out != null) {
                told.println("Results and charts: " + out);
            }
        }
        return ExitStatus.OK.code();
    }

    private static void print(String word, Finding finding, PrintWriter told) {
        told.println(word);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "", ""));
        for (Measure measure : finding.measures()) {
            String interval = Double.isFinite(measure.value().low())
                    ? text(measure.value().low()) + " to "
                            + text(measure.value().high())
                    : "";
            String unit = measure.unit().equals("1") ? "" : " " + measure.unit();
            rows.add(List.of("  " + measure.name(), text(measure.value().value()) + unit, interval));
        }
        List<String> longer = new ArrayList<>();
        for (Values values : finding.values()) {
            if (values.isTable() || values.numbers().length > MOST_NUMBERS) {
                longer.add(values.name());
            } else {
                rows.add(List.of("  " + values.name(), text(values), ""));
            }
        }
        new PlainTable(rows, Integer.MAX_VALUE).lines().forEach(told::println);
        if (!longer.isEmpty()) {
            told.println("  longer, in --out and --json: " + String.join(", ", longer));
        }
        finding.conventions().forEach(rule -> told.println("  " + rule));
        told.println();
    }

    private static void tellLeftOut(DataAnalysis found, PrintWriter told) {
        if (!found.leftOut().isEmpty()) {
            told.println("Left out, since the data cannot answer:");
            found.leftOut().forEach((word, why) -> told.println("  " + word + ": " + why + "."));
        }
        if (found.findings().isEmpty()) {
            told.println("The data answer none of the analyses.");
        }
    }

    private static String text(Values list) {
        return Arrays.stream(list.numbers()).mapToObj(AnalyzeCommand::text).collect(Collectors.joining(" "));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? shortest(new BigDecimal(value).round(DIGITS)) : "none";
    }

    /** Returns a number without zeros at its end, and without an exponent unless it is very large or small. */
    private static String shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean plain = stripped.scale() <= MOST_PLACES && stripped.precision() - stripped.scale() <= MOST_PLACES;
        return plain ? stripped.toPlainString() : stripped.toString();
    }
}
