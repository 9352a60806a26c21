// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Range;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks a record side by side with the text it was read from and with its defaults, and lists every setting. */
final class SettingList {
    /** How an optional setting is shown, and may be written, that has no value. */
    static final String ABSENT = "absent";

    private static final String DEFAULT = "default";

    private final List<Setting> settings = new ArrayList<>();

    private SettingList() {}

    static List<Setting> of(Record record, @Nullable Node tree) {
        var list = new SettingList();
        list.record(record, new Spot("", tree, null, null, null));
        return List.copyOf(list.settings);
    }

    private void record(Object record, Spot spot) {
        Object base = Kinds.base(record.getClass(), spot.usual);
        for (Key key : Key.of(record.getClass())) {
            Node node = Bare.written(record.getClass(), key, spot.node);
            String path = YamlTree.join(spot.path, key.name());
            Object usualItem = Inherited.item(key.type(), name -> Inherited.value(record, name));
            var here = new Spot(path, node, key, key.valueInAny(base), usualItem);
            if (!key.inherits()) {
                any(key.type(), key.valueIn(record), here);
            } else if (node != null) {
                writtenOnly(key.type(), key.valueIn(record), here);
            }
        }
    }

    /** Lists what is written, and not what is as it is around the list. */
    private void writtenOnly(Type type, @Nullable Object value, Spot spot) {
        int before = settings.size();
        any(type, value, spot);
        List<Setting> own = settings.subList(before, settings.size());
        own.removeIf(setting -> setting.origin().equals(DEFAULT));
    }

    private void any(Type type, @Nullable Object value, Spot spot) {
        Class<?> raw = Types.raw(type);
        if (value != null && Types.isNested(raw)) {
            if (Kinds.isFamily(raw)) {
                kind(Kinds.of(raw), value, spot);
            }
            record(value, spot);
        } else if (value instanceof List<?> list && Types.isNested(Types.raw(Types.element(type)))) {
            if (spot.node != null && spot.usual instanceof List<?> usually && usually.size() > list.size()) {
                leaf(value, spot); // its items alone would not tell that others are gone
            }
            for (int i = 0; i < list.size(); i++) {
                Node node = Bound.below(spot.node, Integer.toString(i));
                Object usual = spot.usual instanceof List<?> all && i < all.size() ? all.get(i) : spot.usualItem;
                any(Types.element(type), list.get(i), spot.below(Integer.toString(i), node, usual));
            }
        } else {
            leaf(value, spot);
        }
    }

    private void kind(Kinds kinds, Object value, Spot spot) {
        Node node = spot.node;
        if (node instanceof Node.Fields fields) {
            node = fields.get(kinds.key()) == null ? fields.kind() : fields.get(kinds.key());
        }
        boolean changed = node != null && (spot.usual == null || spot.usual.getClass() != value.getClass());
        String path = YamlTree.join(spot.path, kinds.key());
        Class<?> type = value.getClass();
        settings.add(
                new Setting(path, Kinds.name(value), "", origin(node), changed, Kinds.about(type), Kinds.source(type)));
    }

    private void leaf(@Nullable Object value, Spot spot) {
        Key key = spot.key;
        String unit = key == null ? "" : key.unit();
        String text = spot.node instanceof Node.Scalar word && !word.isNothing() ? word.text() : text(value, unit);
        boolean changed = spot.node != null && !Objects.equals(value, spot.usual);
        String about = key == null ? "" : key.about();
        String source = key == null ? "" : key.source();
        settings.add(new Setting(spot.path, text, unit, origin(spot.node), changed, about, source));
    }

    private static String origin(@Nullable Node node) {
        if (node == null) {
            return DEFAULT;
        }
        return node.place().onCommandLine()
                ? Place.COMMAND_LINE
                : "line " + node.place().line();
    }

    /** Returns a value as one would write it in a scenario. */
    static String text(@Nullable Object value, String unit) {
        if (value instanceof Double number) {
            return Quantity.text(number, unit);
        }
        if (value instanceof Range range) {
            return RangeText.text(range, unit);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> text(v, unit)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + text(e.getValue(), unit))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Record record) {
            return name(record);
        }
        if (value instanceof Enum<?>) {
            return Kinds.name(value);
        }
        return value == null ? ABSENT : value.toString();
    }

    /** Returns the name that a record has among others, such as that of a muscle, or the word that its kind goes by. */
    private static String name(Record record) {
        return Key.of(record.getClass()).stream()
                .filter(key -> key.name().equals("name"))
                .map(key -> String.valueOf(key.valueIn(record)))
                .findFirst()
                .orElseGet(() -> Kinds.name(record));
    }

    /** Where the walk stands: the path, the text there if any, the key and its default. */
    private record Spot(
            String path,
            @Nullable Node node,
            @Nullable Key key,
            @Nullable Object usual,
            @Nullable Object usualItem) {
        Spot below(String name, @Nullable Node below, @Nullable Object value) {
            return new Spot(YamlTree.join(path, name), below, key, value, null);
        }
    }
}
