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
    private static final int BASE = 10;

    /** Beyond this power of ten zeros are no longer counted at a glance. */
    private static final int WRITTEN_OUT = 5;

    /** An axis that goes further writes only 1 out, so that all other labels look alike. */
    private static final int WRITTEN_OUT_IF_MORE = 0;

    /** More labelled decades than this crowd a small chart. */
    private static final int MOST_LABELS = 6;

    /** Small ticks of more decades than this run into one another. */
    private static final int MOST_WITH_MINOR_TICKS = 4;

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
        int digits = high - low > MOST_WITH_MINOR_TICKS ? 2 : BASE;
        int writtenOut = Math.max(-low, high) > WRITTEN_OUT ? WRITTEN_OUT_IF_MORE : WRITTEN_OUT;
        for (int power = low; power <= high; power++) {
            String label = isTickLabelsVisible() && (power - low) % every == 0 ? label(power, writtenOut) : "";
            ticks.add(tick(TickType.MAJOR, StrictMath.pow(BASE, power), label, anchor));
            for (int digit = 2; digit < digits && power < high; digit++) {
                ticks.add(tick(TickType.MINOR, digit * StrictMath.pow(BASE, power), "", anchor));
            }
        }
        return ticks;
    }

    private static NumberTick tick(TickType type, double value, String label, TextAnchor anchor) {
        return new NumberTick(type, value, label, anchor, TextAnchor.CENTER, 0);
    }

    /** Returns a power of ten, with its zeros if it has no more of them than {@code writtenOut}. */
    static String label(int power, int writtenOut) {
        if (Math.abs(power) > writtenOut) {
            return "1e" + NumberText.decimals(power, 0);
        }
        return NumberText.decimals(StrictMath.pow(BASE, power), Math.max(0, -power));
    }
}
