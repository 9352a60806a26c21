// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The default of the items of a list that take values from the record around it, see {@link betz.common.Inherits}. */
final class Inherited {
    private Inherited() {}

    /**
     * Returns the default of a list's items, or null if they have none, or take nothing from around.
     *
     * @param list type of the list
     * @param around returns the value of a key around the list
     */
    static @Nullable Object item(Type list, Function<String, @Nullable Object> around) {
        Class<?> raw = Types.raw(list);
        Class<?> item = Types.isList(raw) ? Types.raw(Types.element(list)) : raw;
        if (!item.isRecord() || Key.of(item).stream().noneMatch(Key::inherits)) {
            return null;
        }
        Object base = Kinds.base(item, null);
        List<Key> keys = Key.of(item);
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            Key key = keys.get(i);
            Object above = key.inherits() ? around.apply(key.name()) : null;
            values[i] = above == null ? key.valueInAny(base) : above;
        }
        return RecordMaker.make(item, values);
    }

    /** Returns the value of a key in a record. */
    static @Nullable Object value(Object record, String name) {
        return Key.of(record.getClass()).stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> key.valueIn(record))
                .orElse(null);
    }
}
