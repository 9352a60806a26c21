// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.report.Axis;
import betz.report.Caption;
import betz.report.Charts;
import betz.report.Lines;
import betz.report.Role;
import betz.report.Series;
import java.util.List;
import java.util.function.Supplier;

/** Whether charts can be drawn, without a display and with the fonts of the program. */
final class DrawingCheck {
    private static final String NAME = "Charts";

    private DrawingCheck() {}

    static Check draw() {
        return draw(() -> Charts.png(new Lines(
                Caption.of("checkup", "Line", "A line to draw."),
                Axis.of("Time", "s"),
                Axis.of("Position", "m"),
                List.of(Series.of("Hand", Role.PREDICTED, new double[] {0, 1}, new double[] {0, 1})))));
    }

    /** A JDK without its drawing libraries fails with an error of linking. */
    static Check draw(Supplier<byte[]> chart) {
        try {
            return Check.ok(NAME, "a chart of " + chart.get().length + " bytes was drawn to memory");
        } catch (LinkageError | RuntimeException failed) {
            return new Check(
                    NAME,
                    Check.State.MACHINE_PROBLEM,
                    "no chart can be drawn: " + failed,
                    "Install the library freetype (Debian: libfreetype6), or a JDK that is whole.");
        }
    }
}
