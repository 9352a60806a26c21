// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.CosineTuning;
import betz.analysis.UnitTunings;
import betz.analysis.UnitTunings.UnitTuning;
import betz.data.Recording;
import betz.data.Signal;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Rose;
import betz.report.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charts of directional tuning: tuning curves of a few units, preferred directions of all. */
final class TuningFigures {
    private static final int SHOWN = 6;
    private static final int COLUMNS = 3;
    private static final int SECTORS = 16;
    /** Points of a fitted curve around the circle: every 5 degrees. */
    private static final int POINTS = 73;

    private static final double PERCENT = 100;

    private final Judgement judgement;
    private final Tunings tunings;

    TuningFigures(Judgement judgement, Tunings tunings) {
        this.judgement = judgement;
        this.tunings = tunings;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        tunings.cortex().ifPresent(found -> figures.add(curves("cortex", "Cortex", judgement.target(), found)));
        tunings.network().ifPresent(found -> figures.add(curves("network", "Network", judgement.predicted(), found)));
        List<Figure> roses = roses();
        if (roses.size() > 1) {
            figures.add(new Panels(preferredDirections(), roses.size(), false, roses));
        } else {
            figures.addAll(roses);
        }
        return figures;
    }

    private List<Figure> roses() {
        List<Figure> roses = new ArrayList<>();
        boolean alone = tunings.cortex().isEmpty();
        Caption words = preferredDirections();
        rose(Caption.of("preferred-cortex", "Cortex", words.text()), "Cortex", Role.TARGET, tunings.cortex())
                .ifPresent(roses::add);
        var network = alone ? words : Caption.of("preferred-network", "Network", words.text());
        rose(network, "Network", Role.PREDICTED, tunings.network()).ifPresent(roses::add);
        return roses;
    }

    private Caption preferredDirections() {
        String text = "Directions in which tuned units are most active, in " + SECTORS
                + " sectors; the radius is the share of the tuned units. " + counts()
                + (judgement.stays() ? " " + PostureFigures.DIRECTION : "");
        return Caption.of("preferred-directions", "Preferred directions", text);
    }

    private static Figure curves(String id, String name, Recording recording, UnitTunings tuning) {
        Signal rates = recording.signal("unit.rate");
        double[] direction = recording.trials().conditions().stream()
                .mapToDouble(condition -> Compass.degrees(condition.direction()))
                .toArray();
        List<Figure> parts = new ArrayList<>();
        for (UnitTuning unit : deepest(tuning)) {
            String title = UnitFigures.title(rates, unit.unit())
                    + String.format(Locale.ROOT, ", R² = %.2f", unit.means().r2());
            parts.add(new Lines(
                    Caption.of("tuning-" + id + "-" + unit.unit(), title, "Tuning curve"),
                    Axis.direction("Direction"),
                    UnitFigures.rate(rates, Axis.Scale.LINEAR),
                    List.of(
                            Series.of("Mean of a condition", Role.DATA, direction, toArray(unit.rates())),
                            fit(unit.means()))));
        }
        String text = String.format(
                Locale.ROOT,
                "The %d most deeply modulated of %d units: mean of each condition, and cosine fit. %s The panels differ in scale.",
                parts.size(),
                tuning.units().size(),
                tuning.finding().conventions().get(0));
        return new Panels(
                Caption.of("tuning-" + id, name + " tuning curves", text),
                Math.min(COLUMNS, parts.size()),
                false,
                parts);
    }

    /** Returns the units with the greatest gain, of those that have one. */
    private static List<UnitTuning> deepest(UnitTunings tuning) {
        return tuning.units().stream()
                .sorted(Comparator.comparingDouble(unit -> -unit.means().gain()))
                .limit(SHOWN)
                .toList();
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    /** Returns a fitted curve around the circle. */
    static Series fit(CosineTuning tuning) {
        double[] degrees = IntStream.range(0, POINTS)
                .mapToDouble(i -> i * Compass.CIRCLE / (POINTS - 1))
                .toArray();
        double[] rate = java.util.Arrays.stream(degrees)
                .map(Math::toRadians)
                .map(tuning::rate)
                .toArray();
        return Series.of("Cosine fit", Role.FIT, degrees, rate);
    }

    private static Optional<Figure> rose(Caption caption, String name, Role role, Optional<UnitTunings> tuning) {
        double[] preferred = tuning.map(TuningFigures::preferred).orElse(new double[0]);
        if (preferred.length == 0) {
            return Optional.empty();
        }
        double width = Compass.CIRCLE / SECTORS;
        double[] share = new double[SECTORS];
        for (double direction : preferred) {
            share[(int) Math.round(direction / width) % SECTORS] += PERCENT / preferred.length;
        }
        double[] centre =
                IntStream.range(0, SECTORS).mapToDouble(i -> i * width).toArray();
        return Optional.of(
                new Rose(caption, Axis.fromZero("Share", "%"), List.of(Series.of(name, role, centre, share))));
    }

    /** Returns the preferred directions of the tuned units, degrees. */
    private static double[] preferred(UnitTunings tuning) {
        return tuning.units().stream()
                .filter(UnitTuning::tuned)
                .mapToDouble(unit -> Compass.degrees(unit.means().preferredDirection()))
                .toArray();
    }

    private String counts() {
        return tunings.cortex().map(found -> count("Cortex", found) + " ").orElse("")
                + tunings.network().map(found -> count("Network", found)).orElse("");
    }

    private static String count(String name, UnitTunings tuning) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d units tuned.",
                name,
                preferred(tuning).length,
                tuning.units().size());
    }
}
