// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Psth;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Charts of the units: mean rates around the go cue in the most modulated units. */
final class UnitFigures {
    private static final int SHOWN = 6;
    private static final int COLUMNS = 3;
    /** Rates of models are smooth already; a Gaussian would only blur their onset. */
    private static final double UNSMOOTHED = 0;

    private final Judgement judgement;

    UnitFigures(Judgement judgement) {
        this.judgement = judgement;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        psth("cortex", "Cortex units", judgement.target()).ifPresent(figures::add);
        psth("network", "Network units", judgement.predicted()).ifPresent(figures::add);
        return figures;
    }

    private static Optional<Figure> psth(String id, String title, Recording recording) {
        if (recording.find("unit.rate").isEmpty()) {
            return Optional.empty();
        }
        var aligned = new GoAligned(recording.trials());
        var psth = Psth.of(recording, "unit.rate", aligned.before(), aligned.after(), UNSMOOTHED);
        List<Condition> shown = opposite(psth.conditions());
        boolean reaches = !recording.trials().follows() && !recording.trials().stays();
        List<Figure> parts = new ArrayList<>();
        for (int unit : mostModulated(psth.mean())) {
            parts.add(new Lines(
                    Caption.of("psth-" + id + "-" + unit, title(psth.mean(), unit), title),
                    aligned.axis(),
                    rate(psth.mean(), Axis.Scale.FROM_ZERO),
                    courses(psth, shown, reaches ? "To " : "", unit, aligned.milliseconds()),
                    List.of(aligned.mark())));
        }
        String text = "Mean rates of the " + parts.size() + " most modulated of "
                + psth.mean().channels().size()
                + " units in " + (reaches ? "reaches to two opposite targets" : "two conditions")
                + ", not smoothed. The panels differ in scale.";
        return Optional.of(
                new Panels(Caption.of("psth-" + id, title, text), Math.min(COLUMNS, parts.size()), false, parts));
    }

    private static List<Series> courses(Psth psth, List<Condition> shown, String to, int unit, double[] time) {
        List<Series> series = new ArrayList<>();
        for (Condition condition : shown) {
            Role role = series.isEmpty() ? Role.EXTRA : Role.PERTURBED;
            double[] course = psth.mean().trace(psth.conditions().indexOf(condition), unit);
            series.add(Series.of(Words.capital(to + condition.label()), role, time, course));
        }
        return series;
    }

    /** Returns a unit's name with a capital. */
    static String title(Signal rates, int unit) {
        return Words.capital(rates.channels().get(unit));
    }

    /** Returns the axis of the rates of a cortex on a scale, or of the activity of a network, which may be negative. */
    static Axis rate(Signal rates, Axis.Scale scale) {
        return rates.unit().equals("1") ? Axis.of("Activity", "") : new Axis("Rate", rates.unit(), scale);
    }

    private static List<Condition> opposite(List<Condition> conditions) {
        return conditions.size() < 2 ? conditions : List.of(conditions.get(0), conditions.get(conditions.size() / 2));
    }

    /** Returns the units whose mean rates vary most over conditions and steps. */
    private static List<Integer> mostModulated(Signal mean) {
        double[] variance = IntStream.range(0, mean.channels().size())
                .mapToDouble(unit -> variance(mean, unit))
                .toArray();
        return IntStream.range(0, variance.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer unit) -> -variance[unit]))
                .limit(SHOWN)
                .toList();
    }

    private static double variance(Signal mean, int unit) {
        double[] values = IntStream.range(0, mean.trials())
                .mapToObj(condition -> mean.trace(condition, unit))
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        double middle = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - middle) * (v - middle)).sum();
    }
}
