// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** The layout of a figure on its page: charts in a grid whose axes line up, titles above them, one legend below. */
final class Sketch {
    /** A canvas for measuring. */
    static final Canvas NOWHERE = new Canvas() {
        @Override
        public void fill(Shape shape, Color color, @Nullable Shape clip) {}

        @Override
        public void outline(Shape shape, BasicStroke stroke, Color color, @Nullable Shape clip) {}

        @Override
        public void text(String text, Font font, Color color, AffineTransform place) {}
    };

    private static final double EDGE = 4;

    /** Room for the half of a line that lies beyond the end of an axis. */
    private static final double HALF_LINE = 1;

    private static final double TITLE = 15;

    /** Room for an axis without labels. */
    private static final double TICKS = 8;

    /** Room for the half of the last tick label that stands beyond its axis. */
    private static final double BESIDE = 12;

    private final Figure figure;
    private final PageSize size;
    private final List<Figure> parts;
    private final List<XYPlot> plots = new ArrayList<>();
    private final double[] left;
    private final double[] bottom;

    /** Room that the vertical axis of each chart takes by itself. */
    private final double[] own;

    private final double legend;

    Sketch(Figure figure) {
        this.figure = figure;
        parts = figure.parts();
        size = PageSize.of(figure);
        left = new double[size.columns()];
        bottom = new double[size.rows()];
        own = new double[parts.size()];
        legend = new Legend(figure).height(new VectorGraphics(NOWHERE), size.width());
        for (int i = 0; i < parts.size(); i++) {
            plots.add(plot(i));
            measure(i);
        }
        plots.forEach(this::reserve);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Paths || parts.get(i) instanceof Rose) {
                EqualAspect.fit(plots.get(i), drawChart(i, new VectorGraphics(NOWHERE)), margin(parts.get(i)));
            }
        }
    }

    private static double margin(Figure part) {
        return part instanceof Rose ? 0 : EqualAspect.MARGIN;
    }

    double width() {
        return size.width();
    }

    double height() {
        return size.height() + legend;
    }

    /** Returns where the axes of each chart are, after drawing everything. */
    List<Rectangle2D> draw(Canvas canvas) {
        var graphics = new VectorGraphics(canvas);
        canvas.fill(new Rectangle2D.Double(0, 0, width(), height()), Color.WHITE, null);
        var areas = new ArrayList<Rectangle2D>();
        for (int i = 0; i < plots.size(); i++) {
            areas.add(drawChart(i, graphics));
            drawTitle(i, graphics);
        }
        new Legend(figure).draw(graphics, width(), height());
        return areas;
    }

    /** Returns the plots, row by row. */
    List<XYPlot> plots() {
        return plots;
    }

    private XYPlot plot(int i) {
        var part = parts.get(i);
        var axes = Axes.of(part);
        boolean oneX = parts.stream().allMatch(p -> Axes.of(p).x().equals(axes.x()));
        boolean oneY = parts.stream().allMatch(p -> Axes.of(p).y().equals(axes.y()));
        boolean sharedY = oneY && figure instanceof Panels panels && panels.shared();
        var plot = PlotMaker.plot(
                part,
                Span.across(axes.x(), oneX ? parts : List.of(part)),
                Span.up(axes.y(), sharedY ? parts : List.of(part)),
                size.width() / size.columns(),
                size.height() / size.rows());
        hideRepeated(plot, i, oneX, oneY, sharedY);
        return plot;
    }

    private void hideRepeated(XYPlot plot, int i, boolean oneX, boolean oneY, boolean sharedY) {
        if (oneX && i + size.columns() < parts.size()) {
            plot.getDomainAxis().setLabel(null);
            plot.getDomainAxis().setTickLabelsVisible(false);
        }
        if (oneY && column(i) > 0) {
            plot.getRangeAxis().setLabel(null);
            plot.getRangeAxis().setTickLabelsVisible(!sharedY);
        }
    }

    /** Finds the room that the axes of a chart take, so that charts one above the other line up. */
    private void measure(int i) {
        var graphics = new VectorGraphics(NOWHERE);
        var plot = plots.get(i);
        var cell = new Rectangle2D.Double(0, 0, size.width() / size.columns(), size.height() / size.rows());
        var range = plot.getRangeAxis().reserveSpace(graphics, plot, cell, RectangleEdge.LEFT, new AxisSpace());
        var domain = plot.getDomainAxis().reserveSpace(graphics, plot, cell, RectangleEdge.BOTTOM, new AxisSpace());
        own[i] = range.getLeft();
        left[column(i)] = Math.max(left[column(i)], Math.max(TICKS, Math.ceil(range.getLeft())));
        bottom[row(i)] = Math.max(bottom[row(i)], Math.max(TICKS, Math.ceil(domain.getBottom())));
    }

    private void reserve(XYPlot plot) {
        int i = plots.indexOf(plot);
        var label = plot.getRangeAxis().getLabelInsets();
        double further = left[column(i)] - own[i];
        plot.getRangeAxis()
                .setLabelInsets(new RectangleInsets(
                        label.getTop(), label.getLeft(), label.getBottom(), label.getRight() + further));
        var space = new AxisSpace();
        space.setLeft(left[column(i)]);
        plot.setFixedRangeAxisSpace(space, false);
        var below = new AxisSpace();
        below.setBottom(bottom[row(i)]);
        plot.setFixedDomainAxisSpace(below, false);
    }

    private Rectangle2D drawChart(int i, Graphics2D graphics) {
        var chart = new JFreeChart(null, Look.TITLE, plots.get(i), false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(HALF_LINE, 0, 0, HALF_LINE));
        var info = new ChartRenderingInfo();
        var cell = cell(i);
        var page = new Rectangle2D.Double(
                cell.getX(), cell.getY() - HALF_LINE, cell.getWidth() + HALF_LINE, cell.getHeight() + HALF_LINE);
        chart.draw(graphics, page, info);
        return info.getPlotInfo().getDataArea();
    }

    private void drawTitle(int i, Graphics2D graphics) {
        if (figure instanceof Panels) {
            var cell = cell(i);
            graphics.setFont(Look.TITLE);
            graphics.setPaint(Look.INK);
            graphics.drawString(
                    PlainText.of(parts.get(i).caption().title()), (float) (cell.getX() + left[column(i)]), (float)
                            (cell.getY() - TITLE / 3));
        }
    }

    /** The rectangle of a chart with its axes, in whole points: all data areas of a figure have one size. */
    private Rectangle2D cell(int i) {
        int column = column(i);
        int row = row(i);
        double titles = figure instanceof Panels ? TITLE : 0;
        double across = Math.floor((size.width() - 2 * EDGE - sum(left, left.length)) / size.columns()) - BESIDE;
        double up = Math.floor((size.height() - 2 * EDGE - sum(bottom, bottom.length)) / size.rows()) - titles - EDGE;
        return new Rectangle2D.Double(
                EDGE + sum(left, column) + column * (across + BESIDE),
                2 * EDGE + titles + sum(bottom, row) + row * (up + titles + EDGE),
                left[column] + across,
                bottom[row] + up);
    }

    private int column(int i) {
        return i % size.columns();
    }

    private int row(int i) {
        return i / size.columns();
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
