// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers with units into SI values, rounding once, and writes SI values in a unit that reads well. */
public final class Quantity {
    private static final int LONGEST = 80; // characters of a number; the longest exact double of use has fewer
    private static final MathContext DIGITS = new MathContext(15); // a decimal of so many comes back from a double
    private static final Pattern FORM =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?)\\s*([^\\s0-9.,].*|1/.*)?");
    private static final Pattern COMMA = Pattern.compile("([-+]?[0-9]+),([0-9]+\\s*[^0-9,]*)");

    private Quantity() {}

    /**
     * Reads a number with its unit, such as {@code 10 ms} as 0.01 for seconds.
     *
     * @param text the number and its unit; the space between them may be left out
     * @param unit unit to return it in; empty for a plain number, which may also be given in %
     * @throws Unreadable if it is no number, or its unit is missing, unknown or of another dimension
     */
    public static double parse(String text, String unit) {
        return parse(text, unit, null);
    }

    /** Reads as {@link #parse(String, String)}; the usual value helps to guess a missing unit. */
    static double parse(String text, String unit, @Nullable Double usual) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            throw new Unreadable(Words.shorten(text), expected(unit, usual), pointForComma(text));
        }
        String given = form.group(2) == null ? "" : form.group(2).strip();
        ScaledUnit declared = ScaledUnit.declared(unit);
        ScaledUnit scale = ScaledUnit.parse(given);
        if (scale == null || !scale.dimension().equals(declared.dimension())) {
            throw new Unreadable(
                    text + complaint(given, scale), expected(unit, usual), meant(form.group(1), given, unit, usual));
        }
        BigDecimal number = new BigDecimal(form.group(1));
        double value = number.multiply(scale.factor(), ScaledUnit.EXACT)
                .divide(declared.factor(), ScaledUnit.EXACT)
                .doubleValue();
        if (!Double.isFinite(value)) {
            throw new Unreadable(text, "a number below 1.8e308", null);
        }
        return value;
    }

    private static @Nullable String pointForComma(String text) {
        Matcher comma = COMMA.matcher(text);
        return comma.matches() ? comma.group(1) + "." + comma.group(2) : null;
    }

    private static String complaint(String given, @Nullable ScaledUnit scale) {
        if (scale == null) {
            return " (unknown unit " + given + ")";
        }
        return given.isEmpty() ? " (no unit)" : " (" + Measure.noun(scale.dimension(), given) + ")";
    }

    /** Returns what is expected, such as "a time such as 10 ms". */
    static String expected(String unit, @Nullable Double usual) {
        Dimension dimension = ScaledUnit.declared(unit).dimension();
        if (dimension.equals(Dimension.NONE)) {
            return "a number without a unit";
        }
        String example = usual == null || usual == 0 ? Measure.example(unit) : text(usual, unit);
        return Measure.noun(dimension, unit) + " such as " + example;
    }

    private static @Nullable String meant(String number, String given, String unit, @Nullable Double usual) {
        Dimension wanted = ScaledUnit.declared(unit).dimension();
        if (wanted.equals(Dimension.NONE)) {
            return given.isEmpty() ? null : number;
        }
        if (!given.isEmpty()) {
            String symbol = UnitSymbols.meant(given, wanted);
            return symbol == null ? null : number + " " + symbol;
        }
        double scale = usual == null || usual == 0 ? parse(Measure.example(unit), unit) : Math.abs(usual);
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (String candidate : Measure.units(unit)) {
            double value = Math.abs(parse(number + " " + candidate, unit));
            double off = Math.abs(Math.log(Math.max(value, Double.MIN_NORMAL) / scale));
            if (off < least) {
                least = off;
                best = number + " " + candidate;
            }
        }
        return best;
    }

    /** Writes an SI value in the unit that needs the fewest digits and still means exactly this value. */
    public static String text(double value, String unit) {
        if (ScaledUnit.declared(unit).dimension().equals(Dimension.NONE)) {
            return plain(value);
        }
        String best = plain(value) + " " + unit;
        for (String candidate : Measure.units(unit)) {
            BigDecimal scaled = new BigDecimal(value)
                    .multiply(ScaledUnit.declared(unit).factor(), ScaledUnit.EXACT)
                    .divide(ScaledUnit.declared(candidate).factor(), ScaledUnit.EXACT);
            for (BigDecimal number : List.of(scaled, scaled.round(DIGITS))) {
                String text = plain(number.doubleValue()) + " " + candidate;
                if (clumsiness(text) < clumsiness(best) && parse(text, unit) == value) {
                    best = text;
                }
            }
        }
        return best;
    }

    /** Counts the characters of the number, twice; 200 reads better than 0.2. */
    private static int clumsiness(String text) {
        boolean belowOne = text.startsWith("0.") || text.startsWith("-0.");
        return 2 * text.indexOf(' ') + (belowOne ? 1 : 0);
    }

    /** Writes a number without a needless fraction or exponent. */
    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        boolean readable = size >= 1e-4 && size < 1e9; // beyond these the zeros are hard to count
        return readable ? exact.toPlainString() : Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
