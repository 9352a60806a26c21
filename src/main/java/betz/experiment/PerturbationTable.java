// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Interval;
import betz.analysis.PerturbationResponse;
import betz.experiment.Perturbed.Act;
import betz.report.ReportContent.KeyNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What perturbations did, in numbers: for the report's table, for the metrics, and trial by trial. */
final class PerturbationTable {
    private static final double MILLIMETRES = 1000;

    /** A measure as the report words it. */
    private record Row(String words, String measure, String note) {}

    private static final List<Row> ROWS = List.of(
            new Row("sideways", "deviation", "left of the straight way, where farthest; mean over trials"),
            new Row(
                    "overshoot",
                    "overshoot",
                    "beyond the target along the straight way, where farthest; mean over trials"),
            new Row("displacement", "displacement", "greatest, from the same trial without it; median"),
            new Row("end-point error", "end_error", "mean over the last 50 ms; median over trials"));

    private PerturbationTable() {}

    static List<KeyNumber> rows(List<Perturbed> all) {
        List<KeyNumber> rows = new ArrayList<>();
        for (Perturbed perturbed : all) {
            told(perturbed).forEach(row -> rows.add(row(perturbed, row)));
        }
        return rows;
    }

    /** Returns the measures that the trials have: those of moving targets have no straight way. */
    private static List<Row> told(Perturbed perturbed) {
        return ROWS.stream()
                .filter(row -> !Double.isNaN(value(perturbed.network(), row).value()))
                .toList();
    }

    private static KeyNumber row(Perturbed perturbed, Row row) {
        Interval value = value(perturbed.network(), row);
        String interval = Double.isFinite(value.low()) ? text(value.low()) + " to " + text(value.high()) : "";
        return new KeyNumber(
                perturbed.title() + ", " + row.words,
                text(value.value()),
                perturbed.reference().map(act -> text(value(act, row).value())).orElse(""),
                interval,
                "mm",
                row.note);
    }

    private static Interval value(Act act, Row row) {
        return act.response().finding().value(row.measure);
    }

    private static String text(double metres) {
        return KeyNumbers.text(MILLIMETRES * metres, 1);
    }

    /** Adds what the network did under each perturbation, such as {@code pulse_end_error_m}. */
    static void metrics(List<Perturbed> all, Map<String, Double> metrics) {
        for (Perturbed perturbed : all) {
            for (Row row : told(perturbed)) {
                String name = perturbed.name().replace('-', '_') + "_" + row.measure + "_m";
                metrics.put(name, value(perturbed.network(), row).value());
            }
        }
    }

    /** What is written to a file of one perturbation. */
    private record Told(PerturbationResponse network, Optional<PerturbationResponse> reference) {}

    /** Returns what is written to a file: summary and every trial of each perturbation. */
    static Map<String, Object> told(List<Perturbed> all) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (Perturbed one : all) {
            told.put(
                    one.name(),
                    new Told(one.network().response(), one.reference().map(Act::response)));
        }
        return told;
    }
}
