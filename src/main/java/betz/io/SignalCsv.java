// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;

/** One signal of a recording as CSV: {@code trial,condition,time [s]} and a column per channel, a row per step. */
public final class SignalCsv {
    /** Significant digits; the NPZ beside it is exact. */
    private static final MathContext DIGITS = new MathContext(12);

    private SignalCsv() {}

    /** Writes a signal from the first step of each trial to its end. */
    public static void write(Path file, Recording recording, String name) throws IOException {
        Signal signal = recording.signal(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("trial,condition,time [s]");
            for (String channel : signal.channels()) {
                out.write("," + text(channel + " [" + signal.unit() + "]"));
            }
            out.write('\n');
            for (int trial = 0; trial < signal.trials(); trial++) {
                rows(out, recording, signal, trial);
            }
        }
    }

    private static void rows(BufferedWriter out, Recording recording, Signal signal, int index) throws IOException {
        Trial trial = recording.trials().get(index);
        String start = index + "," + text(trial.condition().label()) + ",";
        for (int step = 0; step < Math.min(trial.end(), signal.steps()); step++) {
            out.write(start + number(step * recording.trials().dt()));
            for (int channel = 0; channel < signal.channels().size(); channel++) {
                out.write("," + number(signal.get(index, step, channel)));
            }
            out.write('\n');
        }
    }

    /** Returns a number with a point and the same digits on every JDK, in any locale. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() <= 0 && rounded.precision() - rounded.scale() < DIGITS.getPrecision()
                ? rounded.toPlainString()
                : rounded.toString();
    }

    /** Returns a text that no reader takes for several cells and no spreadsheet for a formula. */
    static String text(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String tame = formula ? "'" + text : text;
        boolean plain = tame.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? tame : "\"" + tame.replace("\"", "\"\"") + "\"";
    }
}
