// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** The key below a chart, outside all axes; it names each kind of series once and is left out if there is only one. */
final class Legend {
    private static final Shape SAMPLE = new Line2D.Double(-12, 0, 12, 0);

    /** Takes no room beside a dot. */
    private static final Shape NO_LINE = new Line2D.Double(0, 0, 0, 0);

    /** A longer name would not fit below a chart. */
    private static final int LONGEST = 60;

    private static final double GAP = 2;

    private final List<LegendItem> items;

    Legend(Figure figure) {
        Map<String, LegendItem> found = new LinkedHashMap<>();
        for (var part : figure.parts()) {
            for (var series : part.series()) {
                found.putIfAbsent(series.role() + series.name(), item(series, part));
            }
            for (var mark : part.marks()) {
                found.putIfAbsent("mark " + mark.name(), event(mark));
            }
        }
        items = titlesTellAll(figure) ? List.of() : new ArrayList<>(found.values());
    }

    /** Returns whether each panel shows one thing, whose name stands above it. */
    private static boolean titlesTellAll(Figure figure) {
        return figure instanceof Panels
                && figure.parts().stream()
                        .allMatch(part -> part.marks().isEmpty()
                                && part.series().size() == 1
                                && part.series()
                                        .get(0)
                                        .name()
                                        .equals(part.caption().title()));
    }

    /** Returns the height that the legend takes at a width. */
    double height(Graphics2D graphics, double width) {
        return items.size() < 2 ? 0 : title(graphics, width).height() + GAP;
    }

    /** Draws the legend along the lower edge of a page. */
    void draw(Graphics2D graphics, double width, double pageHeight) {
        if (items.size() > 1) {
            var placed = title(graphics, width);
            placed.title()
                    .draw(
                            graphics,
                            new Rectangle2D.Double(
                                    (width - placed.width()) / 2,
                                    pageHeight - placed.height() - GAP,
                                    placed.width(),
                                    placed.height()));
        }
    }

    private record Placed(LegendTitle title, double width, double height) {}

    private Placed title(Graphics2D graphics, double width) {
        var collection = new LegendItemCollection();
        items.forEach(collection::add);
        var title = new LegendTitle(() -> collection);
        title.setItemFont(Look.LABEL);
        title.setItemPaint(Look.INK);
        title.setBackgroundPaint(null);
        title.setItemLabelPadding(new RectangleInsets(1, 3, 1, 8));
        var size = title.arrange(
                graphics,
                new RectangleConstraint(
                        width,
                        new Range(0, width),
                        LengthConstraintType.RANGE,
                        0,
                        new Range(0, Short.MAX_VALUE),
                        LengthConstraintType.RANGE));
        return new Placed(title, size.getWidth(), size.getHeight());
    }

    private static LegendItem item(Series series, Figure figure) {
        var role = series.role();
        var color = Look.color(series);
        boolean sector = figure instanceof Rose;
        boolean dots = sector || figure instanceof Dots || Look.dotted(series);
        var shape = sector ? new Rectangle2D.Double(-5, -4, 10, 8) : Look.dot(role);
        boolean filled = role != Role.GOAL;
        var item = new LegendItem(
                shortened(series.name()),
                null,
                null,
                null,
                dots,
                shape,
                filled,
                sector ? Look.faded(color) : color,
                sector || !filled,
                color,
                Look.HAIR,
                !dots,
                dots ? NO_LINE : SAMPLE,
                Look.stroke(role),
                color);
        return item;
    }

    private static LegendItem event(Mark mark) {
        return new LegendItem(
                shortened(mark.name()),
                null,
                null,
                null,
                false,
                SAMPLE,
                false,
                Look.EVENT_INK,
                false,
                Look.EVENT_INK,
                Look.HAIR,
                true,
                SAMPLE,
                Look.EVENT,
                Look.EVENT_INK);
    }

    private static String shortened(String name) {
        String text = PlainText.of(name);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
