// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of the units: mean rates around the go cue in the most modulated units. */
final class UnitFigures {
    private static final int SHOWN = 6;
    private final Judgement judgement;

    UnitFigures(Judgement judgement) {
        this.judgement = judgement;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (judgement.lessons().cortex().isPresent()) {
            figures.add(psth("cortex", "Cortex units", judgement.lessons().heldOut()));
        }
        figures.add(psth("network", "Network units", judgement.predicted()));
        return figures;
    }

    private static Figure psth(String id, String title, Recording recording) {
        Signal rates = recording.signal("unit.rate");
        var aligned = new GoAligned(recording.trials());
        List<Figure> parts = new ArrayList<>();
        for (int unit : mostModulated(rates)) {
            List<Series> series = new ArrayList<>();
            for (Condition condition : opposite(recording.trials().conditions())) {
                var traces = aligned.of(condition.index()).stream()
                        .map(trial -> aligned.cut(rates, trial, unit, 1))
                        .toList();
                Role role = series.isEmpty() ? Role.PREDICTED : Role.PERTURBED;
                series.add(Series.of(condition.label(), role, aligned.milliseconds(), GoAligned.mean(traces)));
            }
            parts.add(new Lines(
                    Caption.of("psth-" + id + "-" + unit, rates.channels().get(unit), title),
                    Axis.of("Time from go cue", "ms"),
                    Axis.of(
                            rates.unit().equals("1") ? "Activity" : "Rate",
                            rates.unit().equals("1") ? "" : rates.unit()),
                    series));
        }
        String text = "Mean rates of the " + parts.size() + " most modulated units in reaches to two opposite targets.";
        return new Panels(Caption.of("psth-" + id, title, text), 3, false, parts);
    }

    private static List<Condition> opposite(List<Condition> conditions) {
        return conditions.size() < 2 ? conditions : List.of(conditions.get(0), conditions.get(conditions.size() / 2));
    }

    /** Returns the units whose rates vary most over trials and steps. */
    private static List<Integer> mostModulated(Signal rates) {
        int units = rates.channels().size();
        double[] variance = new double[units];
        int samples = rates.values().length / units;
        for (int unit = 0; unit < units; unit++) {
            double sum = 0;
            double squares = 0;
            for (int i = unit; i < rates.values().length; i += units) {
                sum += rates.values()[i];
                squares += rates.values()[i] * rates.values()[i];
            }
            variance[unit] = squares / samples - sum / samples * (sum / samples);
        }
        return IntStream.range(0, units)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer unit) -> -variance[unit]))
                .limit(SHOWN)
                .toList();
    }
}
