// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.common.Range;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes ranges of quantities such as {@code 200..600 ms}; the unit may stand once, at the high end. */
final class RangeText {
    private static final Pattern ENDS = Pattern.compile("(.+?)\\s*\\.\\.\\s*([-+]?[.0-9].*)");
    private static final Pattern PLAIN = Pattern.compile("[-+.0-9eE]+");
    private static final Pattern WITH_UNIT = Pattern.compile("[-+.0-9eE]+?\\s*([^-+\\s0-9.,eE].*|1/.*)");
    private static final Pattern DASHED = // 200-600 ms, 200 ms to 600 ms, 200...600 ms
            Pattern.compile("([-+]?[.0-9]+[^-–.0-9]*?)\\s*(?:-|–|to|…|\\.\\.\\.)\\s*([.0-9].*)");

    private RangeText() {}

    /**
     * Reads a range, or one value as a range without width.
     *
     * @param usual the default, a help for hints, or null
     * @throws Unreadable if an end is no quantity of this unit, or the low end is above the high one
     */
    static Range parse(String text, String unit, @Nullable Range usual) {
        Matcher ends = ENDS.matcher(text);
        if (!ends.matches() || text.contains("...")) {
            double only = single(text, unit, usual);
            return new Range(only, only);
        }
        String first = ends.group(1);
        String last = ends.group(2);
        double high = end(last, unit, usual, text, first.replace(',', '.') + "..", "");
        double low = end(withUnit(first, last), unit, usual, text, "", ".." + last);
        if (low > high) {
            throw new Unreadable(text, "a range from low to high", text(new Range(high, low), unit));
        }
        return new Range(low, high);
    }

    private static double single(String text, String unit, @Nullable Range usual) {
        try {
            return Quantity.parse(text, unit, size(usual));
        } catch (Unreadable bad) {
            String meant = dotsForDash(text, unit);
            throw new Unreadable(bad.found(), expected(unit, usual), meant == null ? bad.suggestion() : meant);
        }
    }

    /** Reads one end; where it is wrong the whole range is told, with what was meant between the two other texts. */
    private static double end(
            String end, String unit, @Nullable Range usual, String whole, String before, String after) {
        try {
            return Quantity.parse(end, unit, size(usual));
        } catch (Unreadable bad) {
            int note = bad.found().indexOf(" (");
            String told = Words.shorten(whole) + (note < 0 ? "" : bad.found().substring(note));
            String meant = bad.suggestion() == null ? null : before + bad.suggestion() + after;
            throw new Unreadable(told, expected(unit, usual), meant);
        }
    }

    private static String withUnit(String first, String last) {
        Matcher high = WITH_UNIT.matcher(last);
        return PLAIN.matcher(first).matches() && high.matches() ? first + " " + high.group(1) : first;
    }

    private static @Nullable String dotsForDash(String text, String unit) {
        Matcher dashed = DASHED.matcher(text);
        if (!dashed.matches()) {
            return null;
        }
        try {
            return text(parse(dashed.group(1) + ".." + dashed.group(2), unit, null), unit);
        } catch (Unreadable e) {
            return null; // not meant as a range
        }
    }

    private static @Nullable Double size(@Nullable Range usual) {
        return usual == null ? null : Double.valueOf(usual.high());
    }

    /** Returns what is expected, such as "a time or a range such as 200..600 ms". */
    static String expected(String unit, @Nullable Range usual) {
        if (usual == null) {
            return unit.isEmpty() ? "a range" : "a range or " + Quantity.expected(unit, null);
        }
        if (usual.low() == usual.high()) {
            return Quantity.expected(unit, usual.low()) + ", or a range";
        }
        String one = Measure.noun(ScaledUnit.declared(unit).dimension(), unit);
        return one + " or a range such as " + text(usual, unit);
    }

    /** Returns what is expected in place of a bad value; limits in the units that people write, such as 0 to 135 deg. */
    static String expected(BadSetting bad) {
        BadSetting.Limits limits = bad.limits();
        return limits == null || ScaledUnit.parse(limits.unit()) == null
                ? bad.expected()
                : text(new Range(limits.low(), limits.high()), limits.unit()).replace("..", " to ");
    }

    /** Returns a bad value; beyond its limits, in the unit that people write. */
    static String found(BadSetting bad) {
        BadSetting.Limits limits = bad.limits();
        return limits == null || ScaledUnit.parse(limits.unit()) == null || !Double.isFinite(limits.value())
                ? bad.found()
                : Quantity.text(limits.value(), limits.unit());
    }

    /** Writes a range of SI values, such as {@code 200..600 ms}; one without width as its value. */
    static String text(Range range, String unit) {
        if (range.low() == range.high()) {
            return Quantity.text(range.low(), unit);
        }
        String high = Quantity.text(range.high(), unit);
        String low = range.low() == 0 ? "0" + suffix(high) : Quantity.text(range.low(), unit);
        String ending = range.high() == 0 ? suffix(low) : suffix(high);
        String end = range.high() == 0 ? "0" + ending : high;
        return (low.endsWith(ending) ? low.substring(0, low.length() - ending.length()) : low) + ".." + end;
    }

    private static String suffix(String quantity) {
        int gap = quantity.indexOf(' ');
        return gap < 0 ? "" : quantity.substring(gap);
    }
}
