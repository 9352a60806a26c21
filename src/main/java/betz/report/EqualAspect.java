// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Makes a unit as long across as it is up, by showing more of the axis that has room to spare. */
final class EqualAspect {
    /** Room around the paths: a share of their extent. */
    static final double MARGIN = 0.08;

    private EqualAspect() {}

    /**
     * Widens one axis of a plot.
     *
     * @param area where the axes were in a trial drawing, points
     * @param margin room around the data, a share of their extent
     */
    static void fit(XYPlot plot, Rectangle2D area, double margin) {
        var x = plot.getDomainAxis();
        var y = plot.getRangeAxis();
        double unitsPerPoint = (1 + margin)
                * Math.max(
                        x.getRange().getLength() / area.getWidth(), y.getRange().getLength() / area.getHeight());
        stretch(x, unitsPerPoint * area.getWidth());
        stretch(y, unitsPerPoint * area.getHeight());
    }

    private static void stretch(ValueAxis axis, double length) {
        var span = new Span(axis.getLowerBound(), axis.getUpperBound()).stretched(length);
        axis.setRange(span.low(), span.high());
    }
}
