// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.analysis.Interval;
import betz.report.Figure;
import betz.report.ReportContent;
import betz.report.ReportContent.Entry;
import betz.report.ReportContent.KeyNumber;
import betz.report.ReportContent.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a run came to, for the report. */
final class RunReport {
    /** A pair of measures of network and reference, shown in a unit that reads well. */
    private record Row(String name, String measure, double scale, String unit, int digits) {}

    private static final double DEGREES = 180 / Math.PI;
    private static final List<Row> FITS = List.of(
            new Row("Hand velocity R²", "velocity_r2", 1, "", 3),
            new Row("Hand position R²", "position_r2", 1, "", 3),
            new Row("Hand position RMSE", "position_rmse", 1000, "mm", 1),
            new Row("Hand velocity RMSE", "velocity_rmse", 100, "cm/s", 2));
    private static final List<Row> BOTH = List.of(
            new Row("End-point error", "end_error", 1000, "mm", 1),
            new Row("Direction error", "direction_error", DEGREES, "deg", 1),
            new Row("Reaction time", "reaction_time", 1000, "ms", 0),
            new Row("Movement time", "movement_time", 1000, "ms", 0),
            new Row("Peak speed", "peak_speed", 100, "cm/s", 1),
            new Row("Time of peak speed", "peak_time", 1, "of movement time", 2),
            new Row("Peak over mean speed", "peak_to_mean_speed", 1, "", 2),
            new Row("Path over chord", "path_ratio", 1, "", 3),
            new Row("Linearity", "linearity", 1, "", 3),
            new Row("Correlation with minimum jerk", "minimum_jerk_correlation", 1, "", 3),
            new Row("Smoothness (SPARC)", "smoothness", 1, "", 2));

    private final Request request;
    private final String id;
    private final Judgement judgement;
    private final List<Figure> figures;

    RunReport(Request request, String id, Judgement judgement, List<Figure> figures) {
        this.request = request;
        this.id = id;
        this.judgement = judgement;
        this.figures = figures;
    }

    ReportContent content() throws IOException {
        return new ReportContent(
                request.scenario().name(),
                Metrics.verdict(request.scenario(), judgement),
                numbers(),
                figures,
                settings(),
                provenance(),
                command(),
                warnings(),
                "The Betz authors. Betz: a simulated motor cortex and recurrent networks that learn to reach. Version "
                        + Versions.betz() + ".",
                List.of(
                        new Link("Held-out trials of the reference", "data/target.npz"),
                        new Link("Held-out trials of the network", "data/predicted.npz"),
                        new Link("Every number of the comparison", "analysis/comparison.json"),
                        new Link("Loss and gradient norm per iteration", "metrics.csv"),
                        new Link("Weights", "weights.safetensors")));
    }

    private List<KeyNumber> numbers() {
        Finding finding = judgement.comparison().finding();
        List<KeyNumber> rows = new ArrayList<>();
        for (Row row : FITS) {
            rows.add(number(row, finding.value(row.measure), "", ""));
        }
        for (Row row : BOTH) {
            Interval target = finding.value("target_" + row.measure);
            rows.add(number(row, finding.value("predicted_" + row.measure), text(target.value(), row), ""));
        }
        return rows;
    }

    private static KeyNumber number(Row row, Interval value, String reference, String note) {
        String interval = Double.isFinite(value.low()) ? text(value.low(), row) + " to " + text(value.high(), row) : "";
        return new KeyNumber(row.name, text(value.value(), row), reference, interval, row.unit, note);
    }

    private static String text(double value, Row row) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + row.digits + "f", value * row.scale) : "–";
    }

    private List<ReportContent.Setting> settings() {
        return request.bound().settings().stream()
                .map(s -> new ReportContent.Setting(s.path(), s.value(), s.changed(), s.about()))
                .toList();
    }

    private List<Entry> provenance() throws IOException {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("Run", id));
        entries.add(new Entry("Seed", Long.toString(request.scenario().seed())));
        entries.add(new Entry("Betz", Versions.betz() + ", numerics " + Versions.NUMERICS));
        String inputs = RunId.inputs(request.scenario());
        if (!inputs.isEmpty()) {
            entries.add(new Entry("SHA-256 of the recording", inputs));
        }
        entries.add(new Entry("Clipped updates", Long.toString(judgement.state().clipped())));
        judgement.lessons().numbers().forEach((name, values) -> entries.add(new Entry(name, listed(values))));
        judgement.comparison().finding().conventions().forEach(rule -> entries.add(new Entry("Convention", rule)));
        judgement.lessons().notes().forEach(note -> entries.add(new Entry("Recording", note)));
        return entries;
    }

    private static String listed(double[] values) {
        return String.join(
                ", ",
                java.util.Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .toList());
    }

    private String command() {
        var words = new ArrayList<String>(
                List.of("java -jar target/betz.jar run", request.file().toString()));
        words.addAll(request.overrides());
        return String.join(" ", words);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(judgement.lessons().warnings());
        warnings.addAll(betz.scenario.ScenarioFile.warnings(request.scenario()));
        return warnings;
    }
}
