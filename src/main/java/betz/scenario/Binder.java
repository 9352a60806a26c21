// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any setting's type from a tree of text, and collects what is wrong with it.
 *
 * <p>Absent keys take their value from the nearest default: that of the surrounding record, else the constant DEFAULT of
 * the record itself. Where a value is refused the default stands in, so that the rest can be checked too; {@link
 * #trusted()} tells whether that has happened.
 */
final class Binder {
    private final List<Problem> problems;
    private boolean trusted = true;

    Binder(List<Problem> problems) {
        this.problems = problems;
    }

    /** Tells whether every value is what the file says, so that rules across settings make sense. */
    boolean trusted() {
        return trusted;
    }

    /**
     * Returns the value of one setting, or null after telling why there is none.
     *
     * @param site where it stands, its unit and its default
     */
    @Nullable
    Object bind(Type type, Node node, Site site) {
        Class<?> raw = Types.raw(type);
        if (node instanceof Node.Broken) {
            return refused();
        }
        if (Kinds.isFamily(raw)) {
            return bindKind(raw, node, site);
        }
        if (Types.isNested(raw)) {
            return Bare.opened(raw, node) instanceof Node.Fields fields
                    ? new RecordBinder(this, raw, null).bind(fields, site)
                    : wrongShape(type, node, site);
        }
        if (Types.isList(raw)) {
            return node instanceof Node.Items items ? bindList(type, items, site) : wrongShape(type, node, site);
        }
        if (Types.isMap(raw)) {
            return node instanceof Node.Fields fields ? bindMap(type, fields, site) : wrongShape(type, node, site);
        }
        return node instanceof Node.Scalar word ? bindScalar(raw, word, site) : wrongShape(type, node, site);
    }

    private @Nullable Object bindScalar(Class<?> type, Node.Scalar word, Site site) {
        if (word.isNothing()) {
            return wrongShape(type, word, site);
        }
        try {
            return ScalarBinder.bind(type, word, site.unit(), site.usual());
        } catch (Unreadable e) {
            tell(e.at(word.place(), site.path()));
            return refused();
        }
    }

    private @Nullable Object bindKind(Class<?> family, Node node, Site site) {
        Kinds kinds = Kinds.of(family);
        Object usual = site.usual() == null ? Kinds.base(family, null) : site.usual();
        if (node instanceof Node.Scalar word && !word.isNothing()) {
            Class<?> record = kind(kinds, word, site.path());
            var bare = new Node.Fields(word.place(), Map.of(), word);
            return record == null ? refused() : new RecordBinder(this, record, kinds).bind(bare, site);
        }
        if (!(node instanceof Node.Fields fields)) {
            return wrongShape(family, node, site);
        }
        Node word = fields.get(kinds.key()) == null ? fields.kind() : fields.get(kinds.key());
        String path = YamlTree.join(site.path(), kinds.key());
        Class<?> record = word == null && usual != null ? usual.getClass() : null;
        if (word instanceof Node.Scalar name) {
            record = kind(kinds, name, path);
        } else if (record == null && !(word instanceof Node.Broken)) {
            String found = word == null ? "missing" : word.shown();
            Place place = word == null ? node.place() : word.place();
            tell(new Problem(place, path, found, Words.or(kinds.records().keySet()), null));
        }
        return record == null ? refused() : new RecordBinder(this, record, kinds).bind(fields, site);
    }

    private @Nullable Class<?> kind(Kinds kinds, Node.Scalar word, String path) {
        Class<?> record = kinds.record(word.text());
        if (record == null) {
            var names = kinds.records().keySet();
            String nearest = Words.nearest(word.text(), names);
            String meant = nearest == null ? Words.withSpace(word.text()) : nearest;
            tell(new Problem(word.place(), path, word.shown(), Words.or(names), meant));
        }
        return record;
    }

    private @Nullable Object bindList(Type type, Node.Items items, Site site) {
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (Node item : items.items()) {
            Site below = site.item(values.size(), item.place());
            Object value = bind(Types.element(type), item, below);
            whole &= value != null;
            values.add(value == null ? "" : value);
        }
        boolean even = !Types.isList(Types.raw(Types.element(type))) || isEven(items, site);
        return even && whole ? List.copyOf(values) : refused();
    }

    /** A list of lists is a table: tells every row that has another length than the first. */
    private boolean isEven(Node.Items table, Site site) {
        int columns = -1;
        boolean even = true;
        for (int i = 0; i < table.items().size(); i++) {
            if (table.items().get(i) instanceof Node.Items row) {
                int found = row.items().size();
                columns = columns < 0 ? found : columns;
                if (found != columns) {
                    String path = YamlTree.join(site.path(), Integer.toString(i));
                    String expected = columns + ", as many as the first row";
                    tell(new Problem(row.place(), path, found + (found == 1 ? " number" : " numbers"), expected, null));
                    even = false;
                }
            }
        }
        return even;
    }

    private @Nullable Object bindMap(Type type, Node.Fields fields, Site site) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var entry : fields.fields().entrySet()) {
            Node node = entry.getValue().value();
            Object value = bind(Types.element(type), node, site.below(entry.getKey(), node.place()));
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return values.size() == fields.fields().size() ? Collections.unmodifiableMap(values) : refused();
    }

    private @Nullable Object wrongShape(Type type, Node node, Site site) {
        String expected = Types.expected(type, site.unit(), site.usual());
        tell(new Problem(node.place(), site.path(), node.shown(), expected, meant(type, node)));
        return refused();
    }

    private static @Nullable String meant(Type type, Node node) {
        if (!(node instanceof Node.Scalar word) || word.isNothing()) {
            return null;
        }
        if (Types.isList(Types.raw(type))) {
            List<String> names = Kinds.names(Types.raw(Types.element(type)));
            String item = names.isEmpty() ? word.shown() : Words.nearest(word.text(), names);
            return item == null ? null : "[" + item + "]";
        }
        return Types.isNested(Types.raw(type)) ? Words.withSpace(word.text()) : null;
    }

    void tell(Problem problem) {
        problems.add(problem);
    }

    /** Notes that a default must stand in for a value. */
    @Nullable
    Object refused() {
        trusted = false;
        return null;
    }

    /**
     * Where a value stands, and what is known about it beforehand.
     *
     * @param path the setting, such as {@code network.units}
     * @param place its key, where the value itself has no place
     * @param unit SI unit, or empty
     * @param usual its default, or null
     * @param usualItem the default of its items where it is a list whose items inherit, or null
     */
    record Site(
            String path,
            Place place,
            String unit,
            @Nullable Object usual,
            @Nullable Object usualItem) {
        Site(String path, Place place, String unit, @Nullable Object usual) {
            this(path, place, unit, usual, null);
        }

        Site item(int index, Place at) {
            return new Site(YamlTree.join(path, Integer.toString(index)), at, unit, usualItem);
        }

        Site below(String key, Place at) {
            return new Site(YamlTree.join(path, key), at, unit, null);
        }
    }
}
