// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key of a scenario where it stands below its kinds, without a file: what can be said of a setting before it is set.
 *
 * @param path such as {@code network.tau}
 * @param key its name, type, unit and sentence
 * @param record the record it is a component of
 * @param base the record of defaults around it, or null
 * @param kinds the kinds chosen above it, such as {@code leaky}
 */
record Described(
        String path, Key key, Class<?> record, @Nullable Object base, List<String> kinds) {

    /** Returns the type of the value, or of an item where the value is a list. */
    Class<?> item() {
        Type type = key.type();
        Class<?> raw = Types.raw(type);
        return Types.isList(raw) || Types.isMap(raw) ? Types.raw(Types.element(type)) : raw;
    }

    /** Returns the kinds above it, such as {@code bptt with adam}. */
    String kindText() {
        return String.join(" with ", kinds);
    }

    boolean isGroup() {
        return Types.isNested(item());
    }

    @Nullable
    Object usual() {
        return key.valueInAny(base);
    }

    /** Returns the default as it would be written. */
    String usualText() {
        Object usual = usual();
        if (usual == null) {
            return key.optional() ? "absent" : "none, it must be given";
        }
        return usual.equals("") ? "empty" : SettingList.text(usual, key.unit());
    }

    /** Returns what the record accepts, if it refuses a number that no range holds. */
    Optional<String> range() {
        Object outside = outside(Types.raw(key.type()));
        if (base == null || outside == null) {
            return Optional.empty();
        }
        try {
            RecordMaker.make(record, valuesWith(outside));
            return Optional.empty();
        } catch (BadSetting bad) {
            boolean own = bad.name().equals(key.component().getName());
            return own ? Optional.of(bad.expected()) : Optional.empty();
        }
    }

    private @Nullable Object[] valuesWith(Object outside) {
        return Key.of(record).stream()
                .map(other -> other.name().equals(key.name()) ? outside : other.valueInAny(base))
                .toArray();
    }

    private static @Nullable Object outside(Class<?> type) {
        if (Types.isInt(type)) {
            return Integer.MIN_VALUE;
        }
        if (Types.isCount(type)) {
            return Long.MIN_VALUE;
        }
        return Types.isNumber(type) ? Double.NaN : null;
    }
}
