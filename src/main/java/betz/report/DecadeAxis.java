// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis that says 0.001, 0.01, 0.1, where the library's own would say 10^-3.00. */
final class DecadeAxis extends LogAxis {
    /** Beyond this power of ten zeros are no longer counted at a glance. */
    private static final int WRITTEN_OUT = 4;

    /** More labelled decades than this crowd a small chart. */
    private static final int MOST_LABELS = 6;

    DecadeAxis(String label) {
        super(label);
        setMinorTickMarksVisible(true);
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's signature
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        var ticks = new ArrayList<NumberTick>();
        int low = (int) Math.round(StrictMath.log10(getLowerBound()));
        int high = (int) Math.round(StrictMath.log10(getUpperBound()));
        int every = (high - low) / MOST_LABELS + 1;
        for (int power = low; power <= high; power++) {
            String label = isTickLabelsVisible() && (power - low) % every == 0 ? label(power) : "";
            ticks.add(tick(TickType.MAJOR, StrictMath.pow(10, power), label, anchor));
            for (int digit = 2; digit < 10 && power < high; digit++) {
                ticks.add(tick(TickType.MINOR, digit * StrictMath.pow(10, power), "", anchor));
            }
        }
        return ticks;
    }

    private static NumberTick tick(TickType type, double value, String label, TextAnchor anchor) {
        return new NumberTick(type, value, label, anchor, TextAnchor.CENTER, 0);
    }

    static String label(int power) {
        if (Math.abs(power) > WRITTEN_OUT) {
            return "1e" + NumberText.decimals(power, 0);
        }
        return NumberText.decimals(StrictMath.pow(10, power), Math.max(0, -power));
    }
}
