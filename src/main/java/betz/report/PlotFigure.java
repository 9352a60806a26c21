// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import java.util.ArrayList;
import java.util.List;

/** Turns what an analysis says is to be drawn into a figure. */
public final class PlotFigure {
    /** More names than these would fill the page below a chart. */
    private static final int MOST_NAMES = 12;

    private static final String ONE_NAME = "Conditions, in the order of their colours";

    private PlotFigure() {}

    /** Returns the figure; with a prefix, its file name begins with that and a hyphen. */
    public static Figure of(Plot plot, String prefix) {
        String id = prefix.isEmpty() ? plot.id() : prefix + "-" + plot.id();
        var caption = Caption.of(id, plot.title(), plot.text());
        Axis x = axis(plot.x());
        Axis y = axis(plot.y());
        List<Series> series = series(plot);
        return switch (plot.form()) {
            case LINES -> new Lines(caption, x, y, series);
            case PATHS -> new Paths(caption, x, y, series);
            case DOTS -> hasFit(plot) ? new Lines(caption, x, y, series) : new Dots(caption, x, y, series);
            case BARS ->
                new Lines(caption, x, Axis.fromZero(plot.y().label(), plot.y().unit()), outlined(series));
            case ROSE -> new Rose(caption, Axis.counted(plot.y().label()), series);
        };
    }

    /** Dots stand side by side unless a curve runs through them. */
    private static boolean hasFit(Plot plot) {
        return plot.curves().stream().anyMatch(curve -> curve.kind() == Kind.FIT);
    }

    private static Axis axis(Plot.Axis axis) {
        return Axis.of(axis.label(), axis.unit());
    }

    /** Curves of the data alone, if there are several, have the colours of a circle. */
    private static List<Series> series(Plot plot) {
        List<Curve> data = plot.curves().stream()
                .filter(curve -> curve.kind() == Kind.DATA)
                .toList();
        long names = data.stream().map(Curve::name).distinct().count();
        boolean coloured = names > 1 && (plot.form() == Plot.Form.PATHS || plot.form() == Plot.Form.LINES);
        List<Series> series = new ArrayList<>();
        for (Curve curve : plot.curves()) {
            int index = data.indexOf(curve);
            String name = coloured && index >= 0 && names > MOST_NAMES ? ONE_NAME : curve.name();
            Series made = series(curve, name, plot.form());
            series.add(coloured && index >= 0 ? made.coloured(index / (double) data.size()) : made);
        }
        return series;
    }

    private static Series series(Curve curve, String name, Plot.Form form) {
        Role role = switch (curve.kind()) {
            case DATA -> form == Plot.Form.DOTS ? Role.DATA : Role.PREDICTED;
            case OTHER -> Role.PERTURBED;
            case FIT -> Role.FIT;
        };
        Series joined = Series.of(name, role, curve.x(), curve.y());
        Series made = form == Plot.Form.DOTS && curve.kind() == Kind.OTHER ? joined.scattered() : joined;
        return curve.hasInterval() ? made.between(curve.low(), curve.high()) : made;
    }

    /** Returns the outlines of histograms: from each bin's centre half a bin to either side. */
    private static List<Series> outlined(List<Series> bars) {
        return bars.stream().map(PlotFigure::outline).toList();
    }

    private static Series outline(Series bars) {
        int bins = bars.size();
        double half = bins < 2 ? 0.5 : (bars.x(1) - bars.x(0)) / 2;
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin + 1] = bars.x(bin) - half;
            x[2 * bin + 2] = bars.x(bin) + half;
            y[2 * bin + 1] = bars.y(bin);
            y[2 * bin + 2] = bars.y(bin);
        }
        x[0] = x[1];
        x[2 * bins + 1] = x[2 * bins];
        return Series.of(bars.name(), bars.role(), x, y);
    }
}
