// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Psth;
import betz.data.Recording;
import betz.data.Signal;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Mark;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charts of the areas of a network: how active each is around the go cue, and how much that depends on the target. */
final class AreaFigures {
    private static final int COLUMNS = 3;
    /** Activity of networks is smooth already. */
    private static final double UNSMOOTHED = 0;

    private AreaFigures() {}

    /**
     * Returns a panel for each area, or nothing where there is but one.
     *
     * @param areas name of each unit's area, [unit]
     */
    static Optional<Figure> of(Recording recording, List<String> areas) {
        List<String> names = areas.stream().distinct().toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        var aligned = new GoAligned(recording.trials());
        var psth = Psth.of(recording, "unit.rate", aligned.before(), aligned.after(), UNSMOOTHED);
        List<Figure> parts = new ArrayList<>();
        for (String name : names) {
            int[] units = IntStream.range(0, areas.size())
                    .filter(unit -> areas.get(unit).equals(name))
                    .toArray();
            String id = "area-" + (parts.size() + 1);
            parts.add(panel(id, name, units, psth.mean(), aligned.milliseconds()));
        }
        String text =
                "Activity of the units of each area, averaged over the trials of each condition, then over units: their mean"
                        + " over conditions, and their standard deviation over conditions, which tells how much an area knows of"
                        + " what is asked."
                        + " The panels differ in scale.";
        return Optional.of(
                new Panels(Caption.of("areas", "Areas", text), Math.min(COLUMNS, parts.size()), false, parts));
    }

    private static Figure panel(String id, String name, int[] units, Signal mean, double[] time) {
        double[] level = new double[time.length];
        double[] spread = new double[time.length];
        for (int step = 0; step < time.length; step++) {
            for (int unit : units) {
                double middle = middle(mean, step, unit);
                level[step] += middle / units.length;
                spread[step] += deviation(mean, step, unit, middle) / units.length;
            }
        }
        return new Lines(
                Caption.of(id, name, "Activity of " + units.length + " units"),
                Axis.of("Time from go cue", "ms"),
                Axis.of("Activity", ""),
                List.of(
                        Series.of("Mean", Role.PREDICTED, time, level),
                        Series.of("Deviation over conditions", Role.EXTRA, time, spread)),
                List.of(new Mark("Go cue", 0)));
    }

    private static double middle(Signal mean, int step, int unit) {
        return IntStream.range(0, mean.trials())
                .mapToDouble(condition -> mean.get(condition, step, unit))
                .average()
                .orElse(Double.NaN);
    }

    private static double deviation(Signal mean, int step, int unit, double middle) {
        double variance = IntStream.range(0, mean.trials())
                .mapToDouble(condition -> mean.get(condition, step, unit) - middle)
                .map(difference -> difference * difference)
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(variance);
    }
}
