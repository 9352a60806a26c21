// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.BadSetting;
import betz.io.AnalysisData;
import betz.io.DataContent;
import betz.io.DataLayout;
import betz.report.Charts;
import betz.report.Figure;
import betz.report.PlotFigure;
import betz.scenario.AskedAnalyses;
import betz.scenario.AskedAnalyses.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Analyses of a file of recorded data. */
public final class DataAnalysis {
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    private final List<String> notes;

    private DataAnalysis(List<String> notes) {
        this.notes = notes;
    }

    /**
     * Reads data and puts all questions to them.
     *
     * @param data file or folder
     * @param against what the data are compared with, or null
     * @param with words of analyses; none for those of the settings, or all that the data can answer
     * @param words {@code analysis.setting=value}
     * @param seed of surrogates and resamples
     * @throws betz.scenario.BadScenario with all problems of the words
     * @throws betz.io.BadTable with all problems of a table
     * @throws BadSetting if the data cannot answer a question that was asked by name
     */
    public static DataAnalysis of(Path data, @Nullable Path against, List<String> with, List<String> words, long seed)
            throws IOException {
        Asked<DataLayout> asked = AskedAnalyses.read(with, words, DataLayout.class);
        DataContent content = AnalysisData.content(data, asked.layout());
        DataContent second = against == null ? null : AnalysisData.content(against, asked.layout());
        Subject subject = AnalysisData.subject(content, second, asked.layout(), seed);
        var analysis = new DataAnalysis(content.notes());
        for (Map.Entry<String, Analysis> one : asked.analyses().entrySet()) {
            analysis.ask(one.getKey(), one.getValue(), subject, asked.chosen());
        }
        return analysis;
    }

    private void ask(String word, Analysis analysis, Subject subject, boolean byName) {
        try {
            findings.put(word, analysis.of(subject));
        } catch (BadSetting need) {
            if (byName) {
                throw new BadSetting(word + ": " + need.name(), need.found(), need.expected());
            }
            leftOut.put(word, String.valueOf(need.getMessage()));
        }
    }

    /** Returns what was found, by the word for the analysis. */
    public Map<String, Finding> findings() {
        return findings;
    }

    /** Returns what a reader of the results should know of the data, such as which trials were dropped. */
    public List<String> notes() {
        return notes;
    }

    /** Returns why analyses that were not asked for by name were left out, by their words. */
    public Map<String, String> leftOut() {
        return leftOut;
    }

    /** Returns everything as one JSON object in a line, by the analyses' words. */
    public String json() {
        var told = new LinkedHashMap<String, Object>();
        findings.forEach((word, finding) -> told.put(word, FindingJson.of(finding)));
        return Json.line(told);
    }

    /**
     * Writes every finding as JSON, its lists and tables as CSV, and its charts.
     *
     * @param folder made if it does not exist
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Figure> figures = new ArrayList<>();
        var ids = new HashSet<String>();
        for (Map.Entry<String, Finding> one : findings.entrySet()) {
            Finding finding = one.getValue();
            Files.writeString(folder.resolve(one.getKey() + ".json"), Json.page(FindingJson.of(finding)));
            for (Values values : finding.values()) {
                Path file = folder.resolve(one.getKey() + "-" + values.name().replace('_', '-') + ".csv");
                Files.writeString(file, FindingCsv.of(values));
            }
            for (Plot plot : finding.plots()) {
                figures.add(PlotFigure.of(plot, ids.add(plot.id()) ? "" : one.getKey()));
            }
        }
        Charts.writeAll(figures, folder.resolve("figures"));
    }
}
