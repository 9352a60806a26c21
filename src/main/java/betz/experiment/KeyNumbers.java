// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.analysis.Interval;
import betz.analysis.UnitTunings;
import betz.analysis.movement.Kinematics;
import betz.report.ReportContent.KeyNumber;
import betz.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The first table of a report: fits, kinematics and spread of both hands, tuning of both controllers. */
final class KeyNumbers {
    /** A measure, shown in a unit that reads well. */
    record Row(String name, String measure, double scale, String unit, int digits, String note) {
        /** Returns the row where a cursor stands for the hand. */
        Row onScreen() {
            return new Row(
                    name.replace("Hand ", "Cursor "),
                    measure,
                    scale,
                    unit,
                    digits,
                    note + ON_SCREEN.getOrDefault(unit, ""));
        }
    }

    private static final Map<String, String> ON_SCREEN = Map.of("mm", "; on the screen", "cm/s", "; on the screen");
    private static final double DEGREES = 180 / Math.PI;
    private static final String NONE = "–";
    private static final double LEAST_P = 0.001;
    private static final List<Row> FITS = List.of(
            new Row("Hand velocity R²", "velocity_r2", 1, "", 3, "both axes, all trials and samples pooled"),
            new Row("Hand position R²", "position_r2", 1, "", 3, "as for velocity"),
            new Row("Hand position RMSE", "position_rmse", 1000, "mm", 1, "median over trials"),
            new Row("Hand velocity RMSE", "velocity_rmse", 100, "cm/s", 1, "median over trials"));
    private static final List<Row> BOTH = List.of(
            new Row("End-point error", "end_error", 1000, "mm", 1, "mean over the last 50 ms; median over trials"),
            new Row("Arrival error", "arrival_error", 1000, "mm", 1, "100 ms after the movement; median"),
            new Row("Drift before the go cue", "hold_drift", 1000, "mm", 1, "greatest; median"),
            new Row(
                    "Direction error",
                    "direction_error",
                    DEGREES,
                    "deg",
                    1,
                    "at peak speed, absolute; mean over trials"),
            new Row(
                    "Reaction time",
                    "reaction_time",
                    1000,
                    "ms",
                    0,
                    "go cue to onset; median; negative: before the cue"),
            new Row("Movement time", "movement_time", 1000, "ms", 0, "onset to offset; median"),
            new Row("Peak speed", "peak_speed", 100, "cm/s", 1, "median"),
            new Row("Time of peak speed", "peak_time", 100, "% of movement time", 0, "median"),
            new Row("Peak over mean speed", "peak_to_mean_speed", 1, "", 2, "median"),
            new Row("Path over chord", "path_ratio", 1, "", 3, "median; 1 for a straight path"),
            new Row("Deviation over chord", "linearity", 1, "", 3, "largest deviation from the chord; median"),
            new Row("Correlation with minimum jerk", "minimum_jerk_correlation", 1, "", 3, "of speed; median"),
            new Row("Smoothness", "smoothness", 1, "", 2, "spectral arc length; nearer 0 is smoother; median"));
    private static final List<Row> STAYED = List.of(
            new Row(
                    "False starts",
                    "false_starts",
                    100,
                    "%",
                    0,
                    "of trials without a go cue: the hand leaves its start"),
            new Row("Drift without a go cue", "no_go_drift", 1000, "mm", 1, "greatest; median"));
    private static final List<Row> FOLLOWED = List.of(
            new Row("Exponent of the power law", "power_law_exponent", 1, "", 3, "of speed and curvature; median"),
            new Row("Fit of the power law R²", "power_law_r2", 1, "", 3, "of the speed's logarithm; median"));
    private static final Row PATH_ERROR = new Row(
            "Path error", "predicted_path_error", 1000, "mm", 1, "mean distance from the path; median over trials");

    private static final List<Row> FORCES = List.of(
            new Row("Force error", "force_error", 1, "N", 2, "mean over the last 50 ms; median over trials"),
            new Row(
                    "Force error, share",
                    "force_error_share",
                    100,
                    "%",
                    1,
                    "of the target's force; median over trials"),
            new Row(
                    "Force error, worst direction",
                    "worst_force_error_share",
                    100,
                    "%",
                    1,
                    "the same; mean over its trials"),
            new Row("Give of the handle", "hand_shift", 1000, "mm", 1, "how far the hand itself goes; median"));

    /** What has no meaning where the hand follows a moving target. */
    private static final Set<String> OF_REACHES =
            Set.of("direction_error", "path_ratio", "linearity", "minimum_jerk_correlation");

    private static final List<Row> TUNED = List.of(
            new Row(
                    "Tuned units",
                    "tuned_share",
                    100,
                    "%",
                    0,
                    "F-test of single trials; cortex: output units, by spike counts"),
            new Row("Cosine fit R²", "cosine_r2_of_means", 1, "", 2, "of condition means; median of tuned units"),
            new Row(
                    "Preferred directions, resultant",
                    "preferred_direction_resultant",
                    1,
                    "",
                    2,
                    "length of the mean direction; 1: all alike"),
            new Row(
                    "Preferred directions, Rayleigh p",
                    "preferred_direction_rayleigh_p",
                    1,
                    "",
                    3,
                    "of evenness; small: they gather around one direction"),
            new Row(
                    "Preferred directions, bimodality",
                    "preferred_direction_bimodality",
                    1,
                    "",
                    2,
                    "resultant of doubled angles; 1: all on one axis"),
            new Row(
                    "Preferred directions, axial p",
                    "preferred_direction_axial_p",
                    1,
                    "",
                    3,
                    "of evenness; small: they gather around two opposite directions"));

    private static final List<Row> SPREAD = List.of(
            new Row("Spread of end points", "end_sd", 1000, "mm", 1, "standard deviation from trial to trial"),
            new Row("Spread along the reach", "end_sd_along", 1000, "mm", 1, "of end points"),
            new Row("Spread across the reach", "end_sd_across", 1000, "mm", 1, "of end points"),
            new Row("Spread of paths", "path_sd_across", 1000, "mm", 1, "across the reach, at peak speed"));

    private KeyNumbers() {}

    static List<KeyNumber> of(Scenario scenario, Judgement judgement, Tunings tunings, Variabilities variabilities) {
        Finding finding = judgement.comparison().finding();
        List<KeyNumber> rows = new ArrayList<>();
        UnaryOperator<Row> shown = judgement.holds() ? Row::onScreen : row -> row;
        judgement
                .force(judgement.network(), scenario.seed())
                .ifPresent(found -> FORCES.forEach(row -> rows.add(both(row, found))));
        FITS.stream()
                .filter(row -> tells(judgement, row))
                .forEach(row -> rows.add(number(shown.apply(row), finding.value(row.measure), "")));
        judgement.tracing(scenario, judgement.network()).ifPresent(found -> {
            rows.add(number(PATH_ERROR, found.value(PATH_ERROR.measure), ""));
            FOLLOWED.stream()
                    .filter(row ->
                            Double.isFinite(found.value("target_" + row.measure).value()))
                    .forEach(row -> rows.add(both(row, found)));
        });
        judgement
                .loadResponse(judgement.network(), scenario.seed())
                .ifPresent(response -> rows.addAll(PostureTable.rows(finding, response.finding())));
        judgement
                .falseStarts(scenario.seed())
                .ifPresent(stayed -> STAYED.forEach(row -> rows.add(both(shown.apply(row), stayed))));
        List<Row> kinematics = scenario.asks(Kinematics.class) ? BOTH : List.of();
        kinematics.stream()
                .filter(row -> tells(judgement, row))
                .forEach(row -> rows.add(both(shown.apply(row), finding)));
        variabilities
                .found()
                .ifPresent(both -> SPREAD.forEach(row -> rows.add(number(
                        shown.apply(row),
                        both.network().finding().value(row.measure),
                        text(both.reference().finding().value(row.measure).value(), row)))));
        rows.addAll(PerturbationTable.rows(judgement.perturbed()));
        if (tunings.network().isPresent()) {
            for (Row row : TUNED) {
                rows.add(new KeyNumber(
                        row.name, text(tunings.network(), row), text(tunings.cortex(), row), "", row.unit, row.note));
            }
        }
        return rows;
    }

    /** Tells whether a measure has a meaning for what was asked of the hand. */
    private static boolean tells(Judgement judgement, Row row) {
        return judgement.stays()
                ? PostureTable.tells(row.measure)
                : !judgement.follows() || !OF_REACHES.contains(row.measure);
    }

    private static KeyNumber both(Row row, Finding finding) {
        Interval reference = finding.value("target_" + row.measure);
        return number(row, finding.value("predicted_" + row.measure), text(reference.value(), row));
    }

    static KeyNumber number(Row row, Interval value, String reference) {
        String interval = Double.isFinite(value.low()) ? text(value.low(), row) + " to " + text(value.high(), row) : "";
        return new KeyNumber(row.name, text(value.value(), row), reference, interval, row.unit, row.note);
    }

    private static String text(Optional<UnitTunings> tuning, Row row) {
        double value =
                tuning.map(found -> found.finding().value(row.measure).value()).orElse(Double.NaN);
        return row.measure.endsWith("_p") && value < LEAST_P ? "<\u00a0" + LEAST_P : text(value, row);
    }

    /** Returns a number with a true minus sign. */
    private static String text(double value, Row row) {
        return text(value * row.scale, row.digits);
    }

    static String text(double value, int digits) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−')
                : NONE;
    }
}
