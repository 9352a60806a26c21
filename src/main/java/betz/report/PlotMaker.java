// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/** Turns one chart's data into a plot of the chart library. */
final class PlotMaker {
    /** Points of paper that a tick label wants: across for numbers of four digits, up for one line. */
    private static final double ACROSS = 36;

    private static final double UP = 26;

    private static final int QUARTER_TURN = 90;
    private static final double TICK_LENGTH = 3;

    /** Series that share a place stand this share of the distance between places apart. */
    private static final double DODGE = 0.16;

    /** An axis with fewer labels does not tell its scale. */
    private static final int FEWEST_LABELS = 3;

    /** A line of more points than this is likely noise, such as a loss: it is drawn thin. */
    private static final int DENSE = 400;

    /** More paths than this run into one another: they are drawn thin. */
    private static final int MANY = 24;

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // else the library turns upright labels into outlines
    }

    private PlotMaker() {}

    /** Returns the plot of a chart that will be about so many points wide and high. */
    static XYPlot plot(Figure figure, Span x, Span y, double width, double height) {
        if (figure instanceof Rose rose) {
            return RosePlot.of(rose);
        }
        var axes = Axes.of(figure);
        var plot = new XYPlot(
                null,
                axis(axes.x(), x, width / ACROSS),
                axis(axes.y(), y, height / (figure instanceof Paths ? ACROSS : UP)),
                null);
        plain(plot);
        plot.setRangeGridlinesVisible(!(figure instanceof Paths));
        figure.marks()
                .forEach(m ->
                        plot.addDomainMarker(new ValueMarker(m.at(), Look.EVENT_INK, Look.EVENT), Layer.BACKGROUND));
        addSeries(plot, figure);
        return plot;
    }

    /** Takes away the library's grey. */
    static void plain(XYPlot plot) {
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(new RectangleInsets(0, TICK_LENGTH, TICK_LENGTH, 0));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.HAIR);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private static ValueAxis axis(Axis axis, Span span, double labels) {
        var made = axis.scale() == Axis.Scale.LOGARITHMIC
                ? new DecadeAxis(axis.text())
                : evenAxis(axis, span, (int) Math.max(2, labels));
        made.setRange(span.low(), span.high());
        made.setLabelFont(Look.LABEL);
        made.setTickLabelFont(Look.TICK);
        made.setLabelPaint(Look.INK);
        made.setTickLabelPaint(Look.INK);
        made.setAxisLinePaint(Look.INK);
        made.setAxisLineStroke(Look.AXIS);
        made.setTickMarkPaint(Look.INK);
        made.setTickMarkStroke(Look.AXIS);
        made.setTickMarkOutsideLength((float) TICK_LENGTH);
        made.setMinorTickMarkOutsideLength((float) TICK_LENGTH / 2);
        return made;
    }

    private static NumberAxis evenAxis(Axis axis, Span span, int labels) {
        var made = new NumberAxis(axis.text());
        double step = axis.scale() == Axis.Scale.DIRECTION
                ? (labels < 5 ? 2 : 1) * (double) QUARTER_TURN
                : Math.max(axis.scale() == Axis.Scale.COUNTED ? 1 : 0, roundStep(span, labels));
        made.setAutoRangeIncludesZero(false);
        made.setTickUnit(new NumberTickUnit(step, PlainFormat.of(span, step)), false, true);
        return made;
    }

    private static double roundStep(Span span, int labels) {
        double step = span.step(labels);
        return span.multiples(step) < FEWEST_LABELS ? span.step(2 * labels) : step;
    }

    private static void addSeries(XYPlot plot, Figure figure) {
        List<Series> stack = figure.series().stream()
                .sorted(Comparator.comparingInt(s -> Look.depth(s.role())))
                .toList();
        boolean dots = figure instanceof Dots;
        for (var series : stack) {
            if (dots || Look.dotted(series)) {
                add(plot, SeriesDataset.of(series, dots ? shift(figure, series) : 0), dots(series));
            } else {
                if (series.hasInterval()) {
                    add(plot, SeriesDataset.banded(series), band(series));
                }
                boolean many = figure instanceof Paths && figure.series().size() > MANY;
                boolean noisy = series.size() > DENSE && series.role() != Role.TARGET;
                add(plot, SeriesDataset.of(series, 0), line(series, many || noisy));
            }
        }
    }

    private static void add(XYPlot plot, SeriesDataset data, XYItemRenderer renderer) {
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static double shift(Figure figure, Series series) {
        double middle = (figure.series().size() - 1) / 2.0;
        double spacing = series.size() < 2 ? 0 : Math.abs(series.x(1) - series.x(0));
        return (figure.series().indexOf(series) - middle) * DODGE * spacing;
    }

    private static XYItemRenderer line(Series series, boolean thin) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, Look.color(series));
        renderer.setSeriesStroke(0, thin ? Look.thin(series.role()) : Look.stroke(series.role()));
        return renderer;
    }

    private static XYItemRenderer band(Series series) {
        var renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(Look.BAND);
        renderer.setSeriesFillPaint(0, Look.color(series));
        return renderer;
    }

    private static XYItemRenderer dots(Series series) {
        var renderer = new XYErrorRenderer();
        boolean open = series.role() == Role.GOAL;
        renderer.setDrawXError(false);
        renderer.setDrawYError(series.hasInterval());
        renderer.setErrorPaint(Look.color(series));
        renderer.setErrorStroke(Look.AXIS);
        renderer.setCapLength(TICK_LENGTH);
        renderer.setSeriesShape(0, Look.dot(series.role()));
        renderer.setSeriesPaint(0, Look.color(series));
        renderer.setSeriesOutlineStroke(0, Look.AXIS);
        renderer.setSeriesShapesFilled(0, !open);
        renderer.setSeriesStroke(0, Look.AXIS);
        return renderer;
    }
}
