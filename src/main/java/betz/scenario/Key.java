// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Inherits;
import betz.common.Unit;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of a scenario: a component of a record, and what its annotations say.
 *
 * @param name as written in a file; a component may end in an underscore where the plain name is a word of Java
 * @param type of the value
 * @param unit SI unit, empty for a plain number
 * @param about one sentence, or empty
 * @param source where the default comes from, or empty
 * @param equation what it computes, or empty
 * @param optional whether it may be absent
 * @param inherits whether its default is the value of the same name around the list that its record is in
 */
record Key(
        String name,
        Type type,
        String unit,
        String about,
        String source,
        String equation,
        boolean optional,
        boolean inherits,
        RecordComponent component) {

    static List<Key> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(Key::of).toList();
    }

    private static Key of(RecordComponent component) {
        Unit unit = component.getAnnotation(Unit.class);
        About about = component.getAnnotation(About.class);
        AnnotatedType type = component.getAnnotatedType();
        String name = component.getName();
        return new Key(
                name.endsWith("_") ? name.substring(0, name.length() - 1) : name,
                component.getGenericType(),
                unit == null ? "" : unit.value(),
                about == null ? "" : about.value(),
                about == null ? "" : about.source(),
                about == null ? "" : about.equation(),
                type.isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Inherits.class),
                component);
    }

    /** Returns the names that it may be written by, its own first. */
    List<String> names() {
        AlsoKnownAs other = component.getAnnotation(AlsoKnownAs.class);
        if (other == null) {
            return List.of(name);
        }
        if (!Words.camel(other.value()).equals(name)) {
            throw new IllegalStateException(
                    other.value() + " is not " + name + " with dashes, which a file may say for it");
        }
        return List.of(name, other.value());
    }

    /** Returns the value of this key in a record. */
    @Nullable
    Object valueIn(Object record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + name + " of " + record, e);
        }
    }

    /** Returns the value of this key in a record that may be absent. */
    @Nullable
    Object valueInAny(@Nullable Object record) {
        return record == null ? null : valueIn(record);
    }
}
