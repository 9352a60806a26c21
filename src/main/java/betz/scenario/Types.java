// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Range;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Java types that a setting may have, and how messages call their values. */
final class Types {
    private static final Set<Class<?>> COUNTS = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

    private Types() {}

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    }

    /** Returns the last type argument: the element of a list, the value of a map. */
    static Type element(Type type) {
        Type[] all = ((ParameterizedType) type).getActualTypeArguments();
        return all[all.length - 1];
    }

    static boolean isCount(Class<?> type) {
        return COUNTS.contains(type);
    }

    static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    static boolean isNumber(Class<?> type) {
        return NUMBERS.contains(type);
    }

    static boolean isFlag(Class<?> type) {
        return FLAGS.contains(type);
    }

    static boolean isList(Class<?> type) {
        return type == List.class;
    }

    static boolean isMap(Class<?> type) {
        return type == Map.class;
    }

    /** Tells whether values are records with keys of their own. */
    static boolean isNested(Class<?> type) {
        return (type.isRecord() && type != Range.class) || Kinds.isFamily(type);
    }

    /** Returns what a value is expected to be, such as "a whole number" or "a time such as 10 ms". */
    static String expected(Type type, String unit, @Nullable Object usual) {
        Class<?> raw = raw(type);
        if (isCount(raw)) {
            return "a whole number";
        }
        if (isNumber(raw)) {
            return Quantity.expected(unit, usual instanceof Double d ? d : null);
        }
        if (raw == Range.class) {
            return RangeText.expected(unit, usual instanceof Range range ? range : null);
        }
        return isFlag(raw) ? "true or false" : expectedWords(type, raw, unit);
    }

    private static String expectedWords(Type type, Class<?> raw, String unit) {
        if (raw.isEnum()) {
            return Words.or(Kinds.constants(raw));
        }
        if (Kinds.isFamily(raw)) {
            return Words.or(Kinds.of(raw).records().keySet());
        }
        if (raw.isRecord()) {
            Key bare = Bare.key(raw);
            String of = Kinds.familyOf(raw) == null ? "" : " of " + Kinds.name(raw); // no other kind can stand there
            String keys = "the keys " + Words.and(Kinds.keys(raw, null)) + of;
            return bare == null ? keys : expected(bare.type(), bare.unit(), null) + " or " + keys;
        }
        if (isList(raw) && isList(raw(element(type)))) {
            return "rows of numbers in brackets such as [[1, 2], [3, 4]]";
        }
        if (isList(raw)) {
            return "a list in brackets, each item " + expected(element(type), unit, null);
        }
        if (isMap(raw)) {
            return "keys, each with " + expected(element(type), unit, null);
        }
        return raw == Path.class ? "the name of a file" : "a text";
    }
}
