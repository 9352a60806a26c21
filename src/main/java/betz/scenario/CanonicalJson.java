// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Range;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The one JSON text that stands for a record: keys as declared, kinds first, every default written out, quantities as
 * text in SI units, numbers with all the digits that tell them apart. Equal records give equal texts on every machine.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** Returns the text, on one line. */
    public static String of(Record record) {
        return object(record, null);
    }

    private static String value(Type type, @Nullable Object value, String unit) {
        if (value == null) {
            return "null";
        }
        Class<?> raw = Types.raw(type);
        if (Types.isNested(raw)) {
            return object(value, Kinds.isFamily(raw) ? Kinds.of(raw) : null);
        }
        if (value instanceof List<?> list) {
            var items = new StringJoiner(",", "[", "]");
            list.forEach(item -> items.add(value(Types.element(type), item, unit)));
            return items.toString();
        }
        if (value instanceof Map<?, ?> map) {
            var entries = new StringJoiner(",", "{", "}");
            map.forEach(
                    (key, item) -> entries.add(quoted(key.toString()) + ":" + value(Types.element(type), item, unit)));
            return entries.toString();
        }
        return scalar(value, unit);
    }

    private static String object(Object record, @Nullable Kinds kinds) {
        var entries = new StringJoiner(",", "{", "}");
        if (kinds != null) {
            entries.add(quoted(kinds.key()) + ":" + quoted(Kinds.name(record)));
        }
        for (Key key : Key.of(record.getClass())) {
            entries.add(quoted(key.name()) + ":" + value(key.type(), key.valueIn(record), key.unit()));
        }
        return entries.toString();
    }

    private static String scalar(Object value, String unit) {
        if (value instanceof Range range) {
            return quoted(range.low() + ".." + range.high() + (unit.isEmpty() ? "" : " " + unit));
        }
        if (value instanceof Double && !unit.isEmpty()) {
            return quoted(value + " " + unit);
        }
        if (value instanceof Path path) {
            return quoted(path.toString().replace('\\', '/'));
        }
        if (value instanceof Enum<?>) {
            return quoted(Kinds.name(value));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
