// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Range;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one word of a scenario into a number, a flag, a text, a path or a constant. */
final class ScalarBinder {
    private static final int MOST_DIGITS = 19; // of a long
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[0-9]{1,19})\\s*[^-+0-9.,][^0-9.,]*");
    private static final Pattern GROUPED = Pattern.compile("([-+]?[0-9]{1,3})([_,' ][0-9]{3})+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,2})?");
    private static final Map<String, String> FLAGS = Map.of("yes", "true", "on", "true", "no", "false", "off", "false");

    private ScalarBinder() {}

    /**
     * Returns the value.
     *
     * @param usual the value it has by default, a help for hints, or null
     * @throws Unreadable if the text is no value of this type
     */
    static Object bind(Class<?> type, Node.Scalar word, String unit, @Nullable Object usual) {
        if (Types.isCount(type)) {
            return count(type, word);
        }
        if (Types.isNumber(type)) {
            return number(word, unit, usual instanceof Double d ? d : null);
        }
        if (type == Range.class) {
            return range(word, unit, usual instanceof Range r ? r : null);
        }
        if (Types.isFlag(type)) {
            return flag(word);
        }
        if (type.isEnum()) {
            return constant(type, word);
        }
        return type == Path.class ? path(word) : word.text();
    }

    private static Object count(Class<?> type, Node.Scalar word) {
        String text = word.text();
        if (word.quoted()) {
            String meant = WHOLE.matcher(text).matches() ? text : null;
            throw new Unreadable(word.shown() + " (a text)", "a whole number", meant);
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new Unreadable(word.shown(), "a whole number", wholeMeant(text));
        }
        long most = Types.isInt(type) ? Integer.MAX_VALUE : Long.MAX_VALUE;
        BigDecimal value = text.length() > MOST_DIGITS + 1 ? null : new BigDecimal(text);
        boolean fits = value != null
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.compareTo(BigDecimal.valueOf(-most - 1)) >= 0;
        if (value == null || !fits) {
            String limit = text.startsWith("-") ? "down to " + (-most - 1) : "up to " + most;
            throw new Unreadable(word.shown(), "a whole number " + limit, null);
        }
        if (Types.isInt(type)) {
            return value.intValueExact();
        }
        return value.longValueExact();
    }

    private static @Nullable String wholeMeant(String text) {
        if (GROUPED.matcher(text).matches()) {
            return text.replaceAll("[_,' ]", "");
        }
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text)
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
        Matcher number = WITH_UNIT.matcher(text);
        return number.matches() ? number.group(1) : null;
    }

    private static double number(Node.Scalar word, String unit, @Nullable Double usual) {
        boolean plain = ScaledUnit.declared(unit).dimension().equals(Dimension.NONE);
        if (plain && word.quoted() && NUMBER.matcher(word.text()).matches()) {
            throw new Unreadable(word.shown() + " (a text)", "a number without quotes", word.text());
        }
        return Quantity.parse(word.text(), unit, usual);
    }

    private static Range range(Node.Scalar word, String unit, @Nullable Range usual) {
        return RangeText.parse(word.text(), unit, usual);
    }

    private static Object flag(Node.Scalar word) {
        if (!word.quoted() && (word.text().equals("true") || word.text().equals("false"))) {
            return word.text().equals("true");
        }
        String bare = word.text().toLowerCase(java.util.Locale.ROOT);
        String meant = FLAGS.getOrDefault(bare, bare);
        throw new Unreadable(
                word.shown(), "true or false", meant.equals("true") || meant.equals("false") ? meant : null);
    }

    private static Object constant(Class<?> type, Node.Scalar word) {
        List<String> names = Kinds.constants(type);
        int index = names.indexOf(word.text());
        if (index < 0) {
            throw new Unreadable(word.shown(), Words.or(names), Words.nearest(word.text(), names));
        }
        return type.getEnumConstants()[index];
    }

    private static Path path(Node.Scalar word) {
        try {
            return Path.of(word.text());
        } catch (InvalidPathException e) {
            throw new Unreadable(word.shown(), "the name of a file", null);
        }
    }
}
