// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.KindKey;
import betz.cortex.TunedCortex;
import betz.data.Reference;
import betz.task.CentreOut;
import betz.task.Cycling;
import betz.task.DelayedReach;
import betz.task.Ellipse;
import betz.task.FigureEight;
import betz.task.Isometric;
import betz.task.JointReach;
import betz.task.Posture;
import betz.task.RandomReach;
import betz.task.Task;
import betz.task.ViaPoints;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sealed family of records, and the word each kind goes by in a file.
 *
 * @param key the key that names the kind
 * @param records kind to record, as declared
 */
record Kinds(String key, Map<String, Class<?>> records) {
    /** Families of which no package below this one knows all kinds: of some a kind needs a file, others are in many packages. */
    private static final Map<Class<?>, List<Class<?>>> OPEN = Map.of(
            Analysis.class, Analyses.ALL,
            Reference.class, List.of(TunedCortex.class, MinimumJerk.class, Recorded.class),
            Task.class,
                    List.of(
                            CentreOut.class,
                            DelayedReach.class,
                            RandomReach.class,
                            JointReach.class,
                            ViaPoints.class,
                            Ellipse.class,
                            FigureEight.class,
                            Cycling.class,
                            Posture.class,
                            Isometric.class,
                            Table.class));

    static Kinds of(Class<?> family) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        collect(family, records);
        KindKey key = family.getAnnotation(KindKey.class);
        return new Kinds(key == null ? "kind" : key.value(), records);
    }

    private static void collect(Class<?> family, Map<String, Class<?>> records) {
        for (Class<?> kind : members(family)) {
            if (kind.isRecord()) {
                records.put(name(kind), kind);
            } else if (kind.isSealed()) {
                collect(kind, records);
            }
        }
    }

    /** Returns the record that a word stands for, or null. */
    @Nullable
    Class<?> record(String word) {
        Class<?> named = records.get(word);
        return named != null
                ? named
                : records.values().stream()
                        .filter(kind -> words(kind).contains(word))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the words that a kind goes by, its own first. */
    static List<String> words(Class<?> kind) {
        AlsoKnownAs other = kind.getAnnotation(AlsoKnownAs.class);
        return other == null ? List.of(name(kind)) : List.of(name(kind), other.value());
    }

    private static List<Class<?>> members(Class<?> family) {
        List<Class<?>> listed = OPEN.get(family);
        return listed == null ? List.of(family.getPermittedSubclasses()) : listed;
    }

    /** Returns the word for a record or for an enum's constant. */
    static String name(Object kind) {
        return Words.kebab(
                kind instanceof Enum<?> constant
                        ? constant.name()
                        : (kind instanceof Class<?> type ? type : kind.getClass()).getSimpleName());
    }

    static boolean isFamily(Class<?> type) {
        return type.isInterface() && (type.isSealed() || OPEN.containsKey(type));
    }

    /** Returns the family that a record is a kind of, or null. */
    static @Nullable Kinds familyOf(Class<?> record) {
        for (Class<?> type : record.getInterfaces()) {
            if (isFamily(type)) {
                Kinds above = familyOf(type);
                return above == null ? of(type) : above;
            }
        }
        return null;
    }

    static List<String> constants(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Kinds::name).toList();
    }

    /** Returns the words that a family or an enum goes by; none for other types. */
    static List<String> names(Class<?> type) {
        return isFamily(type) ? List.copyOf(of(type).records().keySet()) : type.isEnum() ? constants(type) : List.of();
    }

    static String about(Class<?> type) {
        About about = type.getAnnotation(About.class);
        return about == null ? "" : about.value();
    }

    static String source(Class<?> type) {
        About about = type.getAnnotation(About.class);
        return about == null ? "" : about.source();
    }

    static String equation(Class<?> type) {
        About about = type.getAnnotation(About.class);
        return about == null ? "" : about.equation();
    }

    /** Returns the record whose components stand for absent keys: the surrounding default if of this type, or DEFAULT. */
    static @Nullable Object base(Class<?> record, @Nullable Object inherited) {
        return record.isInstance(inherited) ? inherited : constant(record);
    }

    private static @Nullable Object constant(Class<?> type) {
        try {
            Field field = type.getDeclaredField("DEFAULT");
            field.setAccessible(true);
            Object value = field.get(null);
            return type.isInstance(value) ? value : null;
        } catch (NoSuchFieldException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read the default of " + type, e);
        }
    }

    /** Returns all that may be written as keys of a record, its kind first where it belongs to a family. */
    static List<String> keys(Class<?> record, @Nullable Kinds kinds) {
        List<String> keys = new ArrayList<>();
        if (kinds != null) {
            keys.add(kinds.key);
        }
        Key.of(record).forEach(key -> keys.add(key.name()));
        return keys;
    }
}
