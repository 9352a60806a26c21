// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.experiment.KeyNumbers.Row;
import betz.report.ReportContent.KeyNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** How networks met the loads of trials in which the hand is to stay, in numbers and in a sentence. */
final class PostureTable {
    private static final double MILLIMETRES = 1000;
    private static final String END = "predicted_end_error";
    private static final String PEAK = "peak_displacement";
    private static final String RETURN = "return_time";
    private static final String SHARE = "returned_share";

    private static final List<Row> ROWS = List.of(
            new Row("Displacement by the load", PEAK, 1000, "mm", 1, "greatest; median over trials"),
            new Row("Time of the displacement", PEAK + "_time", 1000, "ms", 0, "from the load; median"),
            new Row("Return within 1 cm", RETURN, 1000, "ms", 0, "from the load, for good; median of those that left"),
            new Row("Returned", SHARE, 100, "%", 0, "of trials: within 1 cm of the start when the trial ends"));

    /** What has a meaning where the hand is to stay, of what is told of reaches. */
    private static final Set<String> OF_STAYING = Set.of("position_rmse", "velocity_rmse", "end_error", "peak_speed");

    private static final Row DRIFT =
            new Row("Drift before the load", "predicted_hold_drift", 1000, "mm", 1, "greatest; median");

    private PostureTable() {}

    /** Tells whether a figure of reaches has a meaning where the hand is to stay; R² has none, since the reference does not move. */
    static boolean tells(String measure) {
        return OF_STAYING.contains(measure);
    }

    /** Returns what a comparison found before the load, and what was found under it. */
    static List<KeyNumber> rows(Finding comparison, Finding found) {
        List<KeyNumber> rows = new ArrayList<>(List.of(row(DRIFT, comparison)));
        ROWS.forEach(row -> rows.add(row(row, found)));
        return rows;
    }

    private static KeyNumber row(Row row, Finding found) {
        return KeyNumbers.number(row, found.value(row.measure()), "");
    }

    /** Returns what a network's hand did, of all networks. */
    static void metrics(Judgement judgement, long seed, Map<String, Double> metrics) {
        metrics(judgement, judgement.network(), "", seed, metrics);
        for (Trained baseline : judgement.baselines()) {
            metrics(judgement, baseline, baseline.name().replace('-', '_') + "_", seed, metrics);
        }
    }

    private static void metrics(
            Judgement judgement, Trained trained, String prefix, long seed, Map<String, Double> metrics) {
        Finding comparison = trained.comparison().finding();
        metrics.put(prefix + "endpoint_error_m", comparison.value(END).value());
        judgement.loadResponse(trained, seed).ifPresent(response -> {
            Finding found = response.finding();
            metrics.put(prefix + PEAK + "_m", found.value(PEAK).value());
            metrics.put(prefix + RETURN + "_s", found.value(RETURN).value());
            metrics.put(prefix + SHARE, found.value(SHARE).value());
        });
    }

    /** Says how far loads moved the hand, and whether it came back. */
    static String verdict(String name, Judgement judgement, Map<String, Double> metrics) {
        double returned = metrics.getOrDefault(RETURN + "_s", Double.NaN);
        String time = Double.isNaN(returned)
                ? ""
                : String.format(Locale.ROOT, ", typically %.0f ms after it came", MILLIMETRES * returned);
        return String.format(
                Locale.ROOT,
                "%s: in %d held-out trials the load moves the network's hand by %.1f mm (median); the hand is back within 10 mm in"
                        + " %.0f %% of the trials%s, and ends %.1f mm from its start (median).%s",
                name,
                judgement.predicted().trials().size(),
                MILLIMETRES * metrics.getOrDefault(PEAK + "_m", Double.NaN),
                100 * metrics.getOrDefault(SHARE, Double.NaN),
                time,
                MILLIMETRES * metrics.getOrDefault("endpoint_error_m", Double.NaN),
                baselines(judgement));
    }

    private static String baselines(Judgement judgement) {
        if (judgement.baselines().isEmpty()) {
            return "";
        }
        var text = new StringJoiner(", ", " Baselines end: ", " from it.");
        judgement.baselines().forEach(baseline -> {
            double error = baseline.comparison().finding().value(END).value();
            text.add(String.format(Locale.ROOT, "%s %.1f mm", baseline.name(), MILLIMETRES * error));
        });
        return text.toString();
    }
}
