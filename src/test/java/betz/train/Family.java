// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds and words of a scenario, derived from its records as the schema is; for tests. */
final class Family {
    private Family() {}

    /** Returns the records of a sealed family by name, since compilers permit them in no order to be relied on. */
    static List<Class<?>> kinds(Class<?> family) {
        return leaves(family).sorted(Comparator.comparing(Class::getName)).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Family::leaves)
                : Stream.of(family);
    }

    /** Returns one record of every kind of a family: the one that is given, or else the kind's own default. */
    static List<Object> oneOfEach(Class<?> family, Object... given) {
        List<Object> all = new ArrayList<>();
        for (Class<?> kind : kinds(family)) {
            all.add(Arrays.stream(given).filter(kind::isInstance).findFirst().orElseGet(() -> usual(kind)));
        }
        return List.copyOf(all);
    }

    private static Object usual(Class<?> kind) {
        try {
            return kind.getField("DEFAULT").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no default of " + kind, e);
        }
    }

    /**
     * Returns all kinds of sealed families and words of enums that records of a type may be made of, and of what these are made.
     *
     * @param ignored types that are not looked into
     */
    static Set<Object> possible(Class<?> type, Set<Class<?>> ignored) {
        Set<Object> found = new LinkedHashSet<>();
        addPossible(type, ignored, found);
        return found;
    }

    private static void addPossible(Class<?> type, Set<Class<?>> ignored, Set<Object> found) {
        if (ignored.contains(type)) {
            return;
        }
        if (type.isEnum()) {
            found.addAll(List.of(type.getEnumConstants()));
        } else if (type.isSealed()) {
            kinds(type).forEach(kind -> addPossible(kind, ignored, found));
        } else if (type.isRecord() && found.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                types(component.getGenericType()).forEach(part -> addPossible(part, ignored, found));
            }
        }
    }

    /** Returns what a component holds: its type, or that of the elements of a list. */
    private static List<Class<?>> types(Type type) {
        return type instanceof ParameterizedType several
                ? Arrays.stream(several.getActualTypeArguments())
                        .flatMap(element -> types(element).stream())
                        .toList()
                : List.of((Class<?>) type);
    }

    /** Adds all kinds and words that a record is made of. */
    static void addActual(Object value, Set<Object> found) {
        if (value instanceof Enum<?>) {
            found.add(value);
        } else if (value instanceof Iterable<?> several) {
            several.forEach(each -> addActual(each, found));
        } else if (value instanceof Record) {
            found.add(value.getClass());
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                addActual(read(component, value), found);
            }
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            Object part = component.getAccessor().invoke(value);
            return part == null ? "absent" : part;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + component + " of " + value, e);
        }
    }
}
