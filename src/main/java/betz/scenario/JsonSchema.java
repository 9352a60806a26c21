// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Range;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the JSON Schema (2020-12) of the scenarios that a record accepts, so that an editor completes and checks them.
 *
 * <p>It accepts all that the reader accepts in the usual notation; the reader is stricter on ranges of values and on
 * dimensions of compound units.
 */
public final class JsonSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private final TypeNames names = new TypeNames("");

    /** Of records whose absent keys, their kinds as well, are as they are elsewhere. */
    private final TypeNames inherited = new TypeNames("-of-phase");

    private boolean inherits; // whether the record in hand is one of those

    private JsonSchema() {}

    /** Returns the schema, indented, with line feeds on every machine. */
    public static String of(Class<? extends Record> type) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(new JsonSchema().root(type)) + "\n";
    }

    private Map<String, Object> root(Class<? extends Record> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", "Betz " + Kinds.name(type));
        schema.putAll(object(type, null, Kinds.base(type, null)));
        List<String> required = missing(type, null);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        Map<String, Object> definitions = new LinkedHashMap<>();
        while (names.hasNext() || inherited.hasNext()) {
            inherits = !names.hasNext();
            TypeNames open = inherits ? inherited : names;
            Class<?> next = open.next();
            definitions.put(open.name(next), object(next, Kinds.familyOf(next), Kinds.base(next, null)));
        }
        schema.put("$defs", definitions);
        return schema;
    }

    private Map<String, Object> object(Class<?> record, @Nullable Kinds kinds, @Nullable Object base) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (kinds != null) {
            List<String> words = Kinds.words(record);
            properties.put(kinds.key(), words.size() == 1 ? Map.of("const", words.get(0)) : Map.of("enum", words));
        }
        for (Key key : Key.of(record)) {
            Map<String, Object> property = property(key, key.valueInAny(base));
            key.names().forEach(name -> properties.put(name, property));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        describe(schema, Kinds.about(record), Kinds.source(record));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(Key key, @Nullable Object usual) {
        Map<String, Object> schema = new LinkedHashMap<>();
        describe(schema, key.about(), key.source());
        if (usual != null && !inherits && !Types.isNested(Types.raw(key.type()))) {
            schema.put("default", plain(usual, key.unit()));
        }
        boolean around = inherits;
        inherits |= key.inherits();
        Map<String, Object> value = value(key.type(), key.unit(), usual);
        inherits = around;
        if (key.optional()) {
            schema.put("anyOf", List.of(value, Map.of("type", "null"), Map.of("const", SettingList.ABSENT)));
        } else {
            schema.putAll(value);
        }
        return schema;
    }

    private Map<String, Object> reference(Class<?> record) {
        return Map.of("$ref", "#/$defs/" + (inherits ? inherited : names).name(record));
    }

    private static void describe(Map<String, Object> schema, String about, String source) {
        String text = source.isEmpty() ? about : about + " Source: " + source;
        if (!text.isBlank()) {
            schema.put("description", text.strip());
        }
    }

    private static Object plain(Object usual, String unit) {
        boolean asIs = usual instanceof Integer || usual instanceof Long || usual instanceof Boolean;
        if (asIs || (usual instanceof Double && unit.isEmpty())) {
            return usual;
        }
        if (usual instanceof List<?> list) {
            return list.stream().map(item -> plain(item, unit)).toList();
        }
        return usual instanceof Map<?, ?> ? usual : SettingList.text(usual, unit);
    }

    private Map<String, Object> value(Type type, String unit, @Nullable Object usual) {
        Class<?> raw = Types.raw(type);
        if (Kinds.isFamily(raw)) {
            return family(raw, usual == null ? Kinds.base(raw, null) : usual);
        }
        if (Types.isNested(raw)) {
            Key bare = Bare.key(raw);
            Map<String, Object> whole = whole(raw, null, usual);
            return bare == null ? whole : Map.of("anyOf", List.of(value(bare.type(), bare.unit(), null), whole));
        }
        if (Types.isList(raw)) {
            return ordered("type", "array", "items", value(Types.element(type), unit, null));
        }
        if (Types.isMap(raw)) {
            return ordered("type", "object", "additionalProperties", value(Types.element(type), unit, null));
        }
        return scalar(raw, unit);
    }

    private static Map<String, Object> scalar(Class<?> type, String unit) {
        if (Types.isCount(type)) {
            return Map.of("type", "integer");
        }
        if (Types.isFlag(type)) {
            return Map.of("type", "boolean");
        }
        if (type.isEnum()) {
            return Map.of("enum", Kinds.constants(type));
        }
        if (Types.isNumber(type)) {
            return unit.isEmpty()
                    ? ordered("type", List.of("number", "string"), "pattern", SchemaPatterns.percent())
                    : ordered("type", "string", "pattern", SchemaPatterns.quantity(unit));
        }
        if (type == Range.class) {
            Object types = unit.isEmpty() ? List.of("number", "string") : "string";
            return ordered("type", types, "pattern", SchemaPatterns.range(unit));
        }
        return Map.of("type", type == Path.class ? "string" : List.of("string", "number", "boolean"));
    }

    /** A family is a bare kind, or one kind's keys; the kind may be left out where it is the default. */
    private Map<String, Object> family(Class<?> family, @Nullable Object usual) {
        Kinds kinds = Kinds.of(family);
        List<Object> choices = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        kinds.records().forEach((name, record) -> {
            if (inherits || missing(record, usual).isEmpty()) {
                bare.addAll(Kinds.words(record));
            }
            choices.add(whole(record, record.isInstance(usual) ? null : kinds.key(), usual));
        });
        if (!bare.isEmpty()) {
            choices.add(0, Map.of("enum", bare));
        }
        return Map.of("anyOf", choices);
    }

    /** Returns a record by reference, with the keys that must be given here. */
    private Map<String, Object> whole(Class<?> record, @Nullable String kindKey, @Nullable Object usual) {
        Map<String, Object> schema = new LinkedHashMap<>(reference(record));
        if (inherits) {
            return schema;
        }
        List<String> required = new ArrayList<>(missing(record, usual));
        if (kindKey != null) {
            required.add(0, kindKey);
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static List<String> missing(Class<?> record, @Nullable Object usual) {
        Object base = Kinds.base(record, usual);
        return Key.of(record).stream()
                .filter(key -> !key.optional() && key.valueInAny(base) == null)
                .map(Key::name)
                .toList();
    }

    private static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
