// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measurement, simple or compound such as {@code N*s/m}, {@code 1/s^2} or {@code kg·m²}.
 *
 * @param factor the SI value of one of it
 * @param dimension what it measures
 */
record ScaledUnit(BigDecimal factor, Dimension dimension) {
    /** Far beyond the 17 digits of a double, so that one rounding remains. */
    static final MathContext EXACT = new MathContext(50);

    static final ScaledUnit ONE = new ScaledUnit(BigDecimal.ONE, Dimension.NONE);

    private static final Pattern PART =
            Pattern.compile("([*/·]?)\\s*(1|[A-Za-zµμΩ°%]+)(?:\\^?(-?[1-9])|([⁻²³¹]+))?\\s*");

    /** Reads a unit; null if it is none. Products and divisions go from left to right: {@code N/m*s} is N/m times s. */
    static @Nullable ScaledUnit parse(String text) {
        ScaledUnit product = ONE;
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            part.region(at, text.length());
            if (!part.lookingAt() || (at > 0 && part.group(1).isEmpty())) {
                return null;
            }
            ScaledUnit symbol = UnitSymbols.find(part.group(2));
            int power = power(part);
            if (symbol == null || power == 0 || (at == 0 && part.group(1).matches("[*·]"))) {
                return null;
            }
            product = product.times(symbol, part.group(1).equals("/") ? -power : power);
            at = part.end();
        }
        return product;
    }

    /** Reads the unit that a setting is declared with. */
    static ScaledUnit declared(String text) {
        ScaledUnit unit = parse(text);
        if (unit == null) {
            throw new IllegalStateException("the declared unit " + text + " is not known");
        }
        return unit;
    }

    /** Returns the power of a part, 0 for superscripts that are none, such as ²³. */
    private static int power(Matcher part) {
        if (part.group(3) != null) {
            return Integer.parseInt(part.group(3));
        }
        return switch (part.group(4) == null ? "" : part.group(4)) {
            case "", "¹" -> 1;
            case "²" -> 2;
            case "³" -> 3;
            case "⁻¹" -> -1;
            case "⁻²" -> -2;
            case "⁻³" -> -3;
            default -> 0;
        };
    }

    ScaledUnit times(ScaledUnit other, int power) {
        BigDecimal scale = factor.multiply(other.factor.pow(power, EXACT), EXACT);
        return new ScaledUnit(scale, dimension.times(other.dimension, power));
    }
}
