// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.analysis.Interval;
import betz.analysis.Subject;
import betz.analysis.score.Evidence;
import betz.analysis.score.Published;
import betz.analysis.score.Score;
import betz.analysis.score.Score.Verdict;
import betz.analysis.score.ScoreRow;
import betz.analysis.score.ScoreRows;
import betz.analysis.score.Scorecard;
import betz.common.Require;
import betz.data.Recording;
import betz.io.AnalysisData;
import betz.io.DataLayout;
import betz.report.ReportTable;
import betz.scenario.AskedAnalyses;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scorecard of one or several recordings, side by side. */
public final class ScoreSheet {
    /** Digits that are told; JSON has all. */
    private static final MathContext DIGITS = new MathContext(3);

    private final List<Column> columns;

    /**
     * One recording.
     *
     * @param name of whom it is, such as {@code Cortex}
     * @param scorecard how it was scored
     * @param scores of every row, in the order of the rows
     */
    public record Column(String name, Scorecard scorecard, List<Score> scores) {
        public Column {
            scores = List.copyOf(scores);
        }

        Finding finding() {
            return scorecard.finding(scores);
        }

        /** Returns how many rows have a verdict. */
        public long count(Verdict verdict) {
            return scores.stream().filter(score -> score.verdict() == verdict).count();
        }
    }

    private ScoreSheet(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Scores the reference and the network of a run.
     *
     * @throws betz.common.BadSetting if the run has no data in NPZ
     */
    public static ScoreSheet ofRun(Path run) throws IOException {
        Scenario scenario = StoredRun.request(run).scenario();
        return of(scenario, recording(run, "target"), recording(run, "predicted"));
    }

    private static Recording recording(Path run, String name) throws IOException {
        Path file = run.resolve("data").resolve(name + ".npz");
        Require.that(Files.isRegularFile(file), "data", "without " + name + ".npz", "a run with npz in export");
        return AnalysisData.read(file, DataLayout.DEFAULT, 0).recording().going();
    }

    /** Scores the reference and the network that a scenario came to. */
    static ScoreSheet of(Scenario scenario, Recording reference, Recording network) {
        boolean isModel = !(scenario.reference() instanceof Recorded)
                && reference
                        .find("unit.rate")
                        .filter(rates -> rates.unit().equals("spikes/s"))
                        .isPresent();
        return new ScoreSheet(List.of(
                column(ReferenceName.of(scenario.reference()), scenario, isModel, reference),
                column("Network", scenario, false, network)));
    }

    private static Column column(String name, Scenario scenario, boolean drawSpikes, Recording recording) {
        var scorecard = new Scorecard(scenario.evaluation().onset(), drawSpikes);
        return new Column(name, scorecard, scorecard.scores(Subject.of(recording, scenario.seed())));
    }

    /**
     * Scores data.
     *
     * @param words settings of the data, such as {@code data.dt=10 ms}, and of the scorecard
     */
    public static ScoreSheet ofData(Path data, List<String> words, long seed) throws IOException {
        var asked = AskedAnalyses.read(List.of(FurtherAnalyses.SCORECARD), words, DataLayout.class);
        Subject subject = AnalysisData.read(data, asked.layout(), seed);
        Scorecard scorecard = asked.analyses().values().stream()
                .filter(Scorecard.class::isInstance)
                .map(Scorecard.class::cast)
                .findFirst()
                .orElseThrow();
        String name = String.valueOf(data.getFileName());
        return new ScoreSheet(List.of(new Column(name, scorecard, scorecard.scores(subject))));
    }

    /** Returns what an analysis of a run tells: the first column of the reference, the second of the network. */
    FurtherAnalyses.Answer answer() {
        return new FurtherAnalyses.Answer(
                FurtherAnalyses.SCORECARD,
                Optional.of(columns.get(0).finding()),
                Optional.of(columns.get(1).finding()),
                List.of());
    }

    /** Returns what was scored. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the table: rows that apply to none are left out. */
    public ReportTable table() {
        List<String> heads = new ArrayList<>(List.of("Figure", "Published"));
        columns.forEach(column -> heads.addAll(List.of(column.name(), "Verdict")));
        heads.addAll(List.of("Of", "Source"));
        List<List<String>> rows = new ArrayList<>();
        List<ScoreRow> all = ScoreRows.all();
        for (int i = 0; i < all.size(); i++) {
            int row = i;
            if (columns.stream()
                    .anyMatch(column -> column.scores().get(row).ours().isPresent())) {
                rows.add(row(all.get(i), i));
            }
        }
        return new ReportTable("scorecard", "Scorecard", summary(), heads, rows);
    }

    private List<String> row(ScoreRow row, int index) {
        List<String> cells = new ArrayList<>(List.of(row.text(), range(row)));
        for (Column column : columns) {
            Score score = column.scores().get(index);
            cells.add(score.ours().map(ScoreSheet::text).orElse(""));
            cells.add(verdict(score));
        }
        cells.addAll(List.of(row.published().n(), row.published().source()));
        return cells;
    }

    /** Returns one sentence for each recording. */
    public String summary() {
        List<String> sentences = new ArrayList<>();
        for (Column column : columns) {
            sentences.add(column.name() + ": " + column.count(Verdict.INSIDE) + " figures inside, "
                    + column.count(Verdict.OUTSIDE) + " outside, " + column.count(Verdict.UNVERIFIED_RANGE)
                    + " of unverified range, " + column.count(Verdict.NOT_APPLICABLE) + " not applicable.");
        }
        return String.join(" ", sentences);
    }

    /** Returns why rows do not apply: for each recording, a line per row. */
    public List<String> notApplicable() {
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            for (Score score : column.scores()) {
                if (score.verdict() == Verdict.NOT_APPLICABLE) {
                    lines.add(column.name() + ", " + score.row().text() + ": " + score.why());
                }
            }
        }
        return lines;
    }

    private static String range(ScoreRow row) {
        Published published = row.published();
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        String range = published.low() == published.high()
                ? exact(published.low())
                : exact(published.low()) + " to " + exact(published.high());
        return range + unit + (published.evidence() == Evidence.REPORTED ? " (unverified)" : "");
    }

    private static String text(Interval ours) {
        return text(ours.value())
                + (Double.isFinite(ours.low()) ? " (" + text(ours.low()) + " to " + text(ours.high()) + ")" : "");
    }

    private static String verdict(Score score) {
        String word = score.verdict().word();
        return score.verdict() == Verdict.OUTSIDE ? word + " by " + text(score.distance()) : word;
    }

    private static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.scale() < 0
                ? rounded.toPlainString()
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns everything as one JSON object in a line: for each row what is published, and what each recording has. */
    public String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<ScoreRow> all = ScoreRows.all();
        for (int i = 0; i < all.size(); i++) {
            rows.add(told(all.get(i), i));
        }
        return Json.line(Map.of("rows", rows));
    }

    private Map<String, Object> told(ScoreRow row, int index) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", row.id());
        told.put("text", row.text());
        told.put("unit", row.unit().isEmpty() ? FindingJson.PLAIN : row.unit());
        told.put("published", row.published());
        told.put("convention", row.convention());
        var scores = new LinkedHashMap<String, Object>();
        for (Column column : columns) {
            Score score = column.scores().get(index);
            var one = new LinkedHashMap<String, Object>();
            one.put("verdict", score.verdict().word());
            score.ours().ifPresent(ours -> one.put("value", ours));
            score.ours().ifPresent(ours -> one.put("distance", score.distance()));
            if (!score.why().isEmpty()) {
                one.put("why", score.why());
            }
            scores.put(column.name(), one);
        }
        told.put("scores", scores);
        return told;
    }
}
