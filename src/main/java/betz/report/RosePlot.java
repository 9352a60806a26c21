// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws a histogram around a circle in a plane of its own: rings, spokes, and a sector for each count. */
final class RosePlot {
    private static final int QUARTERS = 4;
    private static final double RIGHT_ANGLE = 90;
    private static final double FULL_CIRCLE = 360;

    /** Direction in which the rings are labelled, outside of each, degrees. */
    private static final double LABELS_AT = 67.5;

    /** Radius of the plane and of the words around it, in radii of the outer ring. */
    private static final double ROOM = 1.22;

    private static final double WORDS_AT = 1.06;

    private final XYPlot plot = new XYPlot(null, hidden(), hidden(), null);
    private final double step;
    private final double outer;

    private RosePlot(Rose rose) {
        double peak = Math.max(
                1e-9, rose.series().stream().mapToDouble(Series::peak).max().orElse(1));
        step = new Span(0, peak).step(QUARTERS);
        outer = Math.ceil(peak / step) * step;
    }

    static XYPlot of(Rose rose) {
        var made = new RosePlot(rose);
        PlotMaker.plain(made.plot);
        made.plot.setRangeGridlinesVisible(false);
        made.plot.getDomainAxis().setRange(-ROOM * made.outer, ROOM * made.outer);
        made.plot.getRangeAxis().setRange(-ROOM * made.outer, ROOM * made.outer);
        made.grid();
        made.sectors(rose.series());
        made.words(rose.radius());
        return made.plot;
    }

    private static NumberAxis hidden() {
        var axis = new NumberAxis();
        axis.setTickLabelFont(Look.TICK); // measured even when hidden
        axis.setLabelFont(Look.LABEL);
        axis.setVisible(false);
        return axis;
    }

    private void grid() {
        for (double r = step; r < outer + step / 2; r += step) {
            plot.addAnnotation(
                    new XYShapeAnnotation(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r), Look.HAIR, Look.GRID.darker()));
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            double angle = Math.toRadians(quarter * RIGHT_ANGLE);
            plot.addAnnotation(new XYShapeAnnotation(
                    new Line2D.Double(0, 0, outer * StrictMath.cos(angle), outer * StrictMath.sin(angle)),
                    Look.HAIR,
                    Look.GRID.darker()));
        }
    }

    private void sectors(List<Series> series) {
        for (var one : series) {
            Color color = Look.color(one.role());
            double width = FULL_CIRCLE / one.size();
            for (int i = 0; i < one.size(); i++) {
                if (one.y(i) > 0) {
                    sector(one.x(i), width, one.y(i), Look.faded(color), color);
                }
            }
        }
    }

    private void sector(double centre, double width, double radius, Paint fill, Color edge) {
        // Arc2D counts angles clockwise in a plane whose y axis points up, hence the minus
        var arc = new Arc2D.Double(-radius, -radius, 2 * radius, 2 * radius, -centre - width / 2, width, Arc2D.PIE);
        plot.addAnnotation(new XYShapeAnnotation(arc, Look.AXIS, edge, fill));
    }

    private void words(Axis radius) {
        for (double r = step; r < outer + step / 2; r += step) {
            boolean last = r > outer - step / 2;
            int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step)));
            String count = NumberText.decimals(r, decimals);
            word(
                    last ? count + " " + (radius.unit().isEmpty() ? radius.label() : radius.unit()) : count,
                    LABELS_AT,
                    r,
                    TextAnchor.BOTTOM_LEFT);
        }
        word("0°", 0, outer * WORDS_AT, TextAnchor.CENTER_LEFT);
        word("90°", RIGHT_ANGLE, outer * WORDS_AT, TextAnchor.BOTTOM_CENTER);
        word("180°", 2 * RIGHT_ANGLE, outer * WORDS_AT, TextAnchor.CENTER_RIGHT);
        word("270°", 3 * RIGHT_ANGLE, outer * WORDS_AT, TextAnchor.TOP_CENTER);
    }

    private void word(String text, double degrees, double radius, TextAnchor anchor) {
        double angle = Math.toRadians(degrees);
        var note = new XYTextAnnotation(text, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        note.setFont(Look.TICK);
        note.setPaint(Look.INK);
        note.setTextAnchor(anchor);
        plot.addAnnotation(note);
    }
}
