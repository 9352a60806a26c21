// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.ReachVariability;
import betz.analysis.ReachVariability.ConditionSpread;
import betz.analysis.Spread;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Panels;
import betz.report.Paths;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A chart of the end points per target, with their ellipses; network over reference. */
final class VariabilityFigures {
    private static final double MILLIMETRES = 1000;
    private static final int COLUMNS = 4;
    private static final int SHOWN = 16;
    /** Points of an ellipse: every 5 degrees. */
    private static final int POINTS = 73;

    private static final String ID = "endpoint-spread";

    private final String reference;
    private final Variabilities.Both both;

    private VariabilityFigures(String reference, Variabilities.Both both) {
        this.reference = reference;
        this.both = both;
    }

    static List<Figure> of(String reference, Variabilities variabilities) {
        return variabilities.found().stream()
                .map(both -> new VariabilityFigures(reference, both).figure())
                .toList();
    }

    private Figure figure() {
        int conditions = both.network().conditions().size();
        int every = (conditions + SHOWN - 1) / SHOWN;
        List<Figure> panels = new ArrayList<>();
        for (int i = 0; i < conditions; i += every) {
            panels.add(panel(i));
        }
        String which = every == 1 ? "each target" : panels.size() + " of " + conditions + " targets";
        String text =
                "Where the hand ends in the held-out trials to " + which + ", mean over the last 50 ms, relative to the"
                        + " target's centre, which a circle marks (not its size). Ellipses hold 95 % of a normal distribution with the"
                        + " same covariance.";
        return new Panels(
                Caption.of(ID, "End points from trial to trial", text), Math.min(COLUMNS, panels.size()), true, panels);
    }

    private Figure panel(int condition) {
        List<Series> series = new ArrayList<>();
        add(series, "Network", Role.PREDICTED, both.network(), condition);
        add(series, reference, Role.TARGET, both.reference(), condition);
        series.add(Series.of("Target", Role.GOAL, new double[1], new double[1]));
        String title = both.network().conditions().get(condition).condition().label();
        return new Paths(
                Caption.of(ID + "-" + condition, Words.capital(title), "End points of reaches to " + title + "."),
                Axis.of("Right", "mm"),
                Axis.of("Forward", "mm"),
                series);
    }

    private static void add(List<Series> series, String name, Role role, ReachVariability variability, int condition) {
        ConditionSpread spread = variability.conditions().get(condition);
        double[] x =
                spread.ends().stream().mapToDouble(end -> end.x() * MILLIMETRES).toArray();
        double[] y =
                spread.ends().stream().mapToDouble(end -> end.y() * MILLIMETRES).toArray();
        series.add(Series.of(name, role, x, y).scattered());
        series.add(Series.of(name + ", 95 % ellipse", role, outline(spread.end(), 0), outline(spread.end(), 1)));
    }

    private static double[] outline(Spread spread, int axis) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> spread.ellipse(2 * Math.PI * i / (POINTS - 1))[axis] * MILLIMETRES)
                .toArray();
    }
}
