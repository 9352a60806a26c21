// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Numbers on an axis, the same in every locale: {@code 0.25}, {@code 1500}, {@code 2.5e−7}. */
final class PlainFormat extends NumberFormat {
    /** Numbers of more digits than this before the point, or zeros behind it, are written with a power of ten. */
    private static final int WRITTEN_OUT = 5;

    private static final double BASE = 10;

    private final int decimals;
    private final int power;

    /** Numbers as multiples of a power of ten. */
    private PlainFormat(int decimals, int power) {
        this.decimals = decimals;
        this.power = power;
    }

    /** Returns the form in which an axis with such steps tells its ticks apart. */
    static PlainFormat of(Span span, double step) {
        int largest = exponent(Math.max(Math.abs(span.low()), Math.abs(span.high())));
        int smallest = exponent(step);
        boolean plain = largest <= WRITTEN_OUT && smallest >= -WRITTEN_OUT;
        int power = plain ? 0 : largest;
        return new PlainFormat(Math.max(0, power - smallest), power);
    }

    private static int exponent(double value) {
        return (int) Math.floor(StrictMath.log10(value));
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        if (power == 0 || number == 0) {
            return to.append(NumberText.decimals(number, power == 0 ? decimals : 0));
        }
        String digits = NumberText.decimals(number / StrictMath.pow(BASE, power), decimals);
        return to.append(digits + "e" + NumberText.decimals(power, 0));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axis labels such as " + source + " are written, never read");
    }
}
