// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.common.Range;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes one record from its keys.
 *
 * <p>A record's constructor stops at its first bad value. So that the others are told too, the bad one is replaced by
 * its default and the record is made again.
 */
final class RecordBinder {
    private final Binder binder;
    private final Class<?> record;
    private final @Nullable Kinds kinds;
    private final List<Key> keys;

    RecordBinder(Binder binder, Class<?> record, @Nullable Kinds kinds) {
        this.binder = binder;
        this.record = record;
        this.kinds = kinds;
        this.keys = Key.of(record);
    }

    /** Returns the record, or null after telling why there is none. */
    @Nullable
    Object bind(Node.Fields fields, Binder.Site site) {
        tellUnknown(fields, site.path());
        Object base = Kinds.base(record, site.usual());
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Key key = keys.get(i);
            Object usual = key.valueInAny(base);
            Object usualItem = Inherited.item(key.type(), name -> valueOf(name, values));
            values[i] = value(key, fields, site, usual, usualItem);
            Node written = Bare.written(record, key, fields);
            boolean isSwitchedOff = key.optional() && written != null && isAbsent(written);
            if (values[i] == null && !isSwitchedOff) {
                values[i] = usual;
            }
            complete &= values[i] != null || (key.optional() && isAbsent(written));
        }
        return complete ? make(values, base, fields, site) : binder.refused();
    }

    private static boolean isAbsent(@Nullable Node node) {
        return node == null
                || (node instanceof Node.Scalar word
                        && (word.isNothing() || word.text().equals(SettingList.ABSENT)));
    }

    /** Returns the value of a key that is bound already. */
    private @Nullable Object valueOf(String name, @Nullable Object[] values) {
        int index = indexOf(name);
        if (index < 0 || values[index] == null) {
            throw new IllegalStateException(name + " must stand in " + record + " before the list that inherits it");
        }
        return values[index];
    }

    private @Nullable Object value(
            Key key, Node.Fields fields, Binder.Site site, @Nullable Object usual, @Nullable Object usualItem) {
        Node node = Bare.written(record, key, fields);
        String path = path(key, fields, site);
        if (key.optional() && isAbsent(node)) {
            return null;
        }
        if (node != null) {
            return binder.bind(key.type(), node, new Binder.Site(path, node.place(), key.unit(), usual, usualItem));
        }
        if (usual == null) {
            String expected = Types.expected(key.type(), key.unit(), null);
            binder.tell(new Problem(site.place(), path, "missing", expected, null));
            binder.refused();
        }
        return usual;
    }

    /** A bare value stands for its record, under whose path it is told. */
    private String path(Key key, Node.Fields fields, Binder.Site site) {
        return Bare.word(record, key, fields) != null ? site.path() : YamlTree.join(site.path(), key.name());
    }

    private void tellUnknown(Node.Fields fields, String path) {
        List<String> known = Kinds.keys(record, kinds);
        for (Key key : keys) {
            tellTwice(key, fields, path);
        }
        fields.fields().forEach((name, field) -> {
            if (!known.contains(name)
                    && keys.stream().noneMatch(key -> key.names().contains(name))) {
                String full = YamlTree.join(path, name);
                String meant = meant(name, field.value(), known);
                binder.tell(new Problem(field.place(), full, "not a known key", Words.or(known), meant));
            }
        });
    }

    private void tellTwice(Key key, Node.Fields fields, String path) {
        List<String> written =
                key.names().stream().filter(fields.fields()::containsKey).toList();
        if (written.size() > 1) {
            String name = written.get(written.size() - 1);
            Place place = Objects.requireNonNull(fields.fields().get(name)).place();
            String expected = "each key once, as " + Words.or(written);
            binder.tell(new Problem(place, YamlTree.join(path, name), "given twice", expected, null));
        }
    }

    private @Nullable String meant(String name, Node value, List<String> known) {
        if (kinds != null && (name.equals("kind") || name.equals("type"))) {
            return kinds.key();
        }
        if (name.matches("[0-9].*") && isAbsent(value)) {
            return "a point in place of the comma"; // {rate: 0,5} has the keys "rate" and "5"
        }
        for (Key key : keys) {
            Class<?> below = Types.raw(key.type());
            if (Bare.key(below) != null && Kinds.keys(below, null).contains(name)) {
                return YamlTree.join(key.name(), name);
            }
        }
        int dot = name.indexOf('.');
        return dot > 0 && known.contains(name.substring(0, dot))
                ? name.substring(0, dot) + ": {" + name.substring(dot + 1) + ": " + value.shown() + "}"
                : Words.nearest(name, known);
    }

    private @Nullable Object make(
            @Nullable Object[] values, @Nullable Object base, Node.Fields fields, Binder.Site site) {
        for (int attempt = 0; attempt <= keys.size(); attempt++) {
            try {
                return RecordMaker.make(record, values);
            } catch (BadSetting bad) {
                int index = indexOf(bad.name());
                binder.tell(problem(bad, index, values, fields, site));
                binder.refused();
                Object usual = index < 0 ? null : keys.get(index).valueInAny(base);
                if (usual == null || Objects.equals(usual, values[index])) {
                    return null;
                }
                values[index] = usual;
            }
        }
        return null;
    }

    private int indexOf(String name) {
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i).name();
            if (name.equals(key) || name.startsWith(key + ".") || name.startsWith(key + "[")) {
                return i;
            }
        }
        return -1;
    }

    private Problem problem(
            BadSetting bad, int index, @Nullable Object[] values, Node.Fields fields, Binder.Site site) {
        String expected = RangeText.expected(bad);
        if (index < 0) {
            String path = YamlTree.join(site.path(), bad.name());
            return new Problem(site.place(), path, RangeText.found(bad), expected, null);
        }
        Node.Scalar word = Bare.word(record, keys.get(index), fields);
        if (word != null) {
            return new Problem(word.place(), site.path(), word.text(), expected, withoutMinus(word, index, values));
        }
        Node node = fields;
        String path = site.path();
        Place place = site.place();
        for (String step : steps(bad.name())) {
            if (node instanceof Node.Scalar) {
                break; // its text holds all that is below
            }
            path = YamlTree.join(path, step);
            node = Bound.below(node, step);
            place = node == null ? place : node.place();
        }
        if (node instanceof Node.Scalar text) {
            return new Problem(place, path, text.text(), expected, withoutMinus(text, index, values));
        }
        String origin = node == null ? Problem.BY_DEFAULT : "";
        return new Problem(place, path, RangeText.found(bad) + origin, expected, null);
    }

    /** Returns the keys that lead to a bad component, such as posture and elbow. */
    private static String[] steps(String name) {
        return name.replace("]", "").split("[.\\[]", -1);
    }

    /** Returns the text without its minus if the record would then accept it. */
    private @Nullable String withoutMinus(Node.Scalar word, int index, @Nullable Object[] values) {
        @Nullable Object[] turned = values.clone();
        Object value = values[index];
        if (value instanceof Double d && d < 0) {
            turned[index] = -d;
        } else if (value instanceof Integer i && i < 0) {
            turned[index] = -i;
        } else if (value instanceof Range range && range.high() < 0 && range.low() == range.high()) {
            turned[index] = new Range(-range.high(), -range.low());
        } else {
            return null;
        }
        try {
            RecordMaker.make(record, turned);
        } catch (BadSetting e) {
            if (indexOf(e.name()) == index) {
                return null;
            }
        }
        return word.text().substring(1);
    }
}
