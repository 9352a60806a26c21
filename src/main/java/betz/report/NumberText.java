// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text that depends on neither the locale nor the version of the JDK. */
final class NumberText {
    /** Decimal digits that every double keeps, and that tell any two doubles apart (IEEE 754). */
    private static final int KEPT = 15;

    private static final int EXACT = 17;

    private NumberText() {}

    /** Returns the fewest digits that read back as the same number. */
    static String exact(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var full = new BigDecimal(value);
        var shown = full;
        for (int digits = KEPT; digits <= EXACT; digits++) {
            shown = full.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shown.doubleValue() == value) {
                break;
            }
        }
        return plain(shown.stripTrailingZeros());
    }

    /** Returns a number with a fixed count of decimals and a true minus sign, as axes show it. */
    static String decimals(double value, int decimals) {
        var text = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (text.signum() < 0 ? "\u2212" : "") + text.abs().toPlainString();
    }

    /** Returns a coordinate in hundredths of a point, without needless zeros. */
    static String coordinate(double value) {
        long hundredths = Math.round(value * 100);
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    private static String plain(BigDecimal value) {
        boolean readable = value.precision() - value.scale() > -4 && value.precision() - value.scale() <= KEPT;
        return readable ? value.toPlainString() : value.toString();
    }
}
