// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Numbers on an axis, the same in every locale. */
final class PlainFormat extends NumberFormat {
    private final int decimals;

    PlainFormat(int decimals) {
        this.decimals = decimals;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(NumberText.decimals(number, decimals));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(NumberText.decimals((double) number, decimals));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axis labels such as " + source + " are written, never read");
    }
}
