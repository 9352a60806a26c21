// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the reference of all settings in Markdown, one table per record, from the records themselves. */
public final class ReferencePage {
    private static final String HEAD = "| Key | Value | Default | What it does | Source |\n|---|---|---|---|---|\n";
    private final TypeNames names = new TypeNames("");
    private final StringBuilder page = new StringBuilder();

    private ReferencePage() {}

    /** Returns the page. */
    public static String of(Class<? extends Record> type) {
        var reference = new ReferencePage();
        reference.page.append("# Keys of a ").append(Kinds.name(type)).append("\n\n");
        reference.table(type, null);
        while (reference.names.hasNext()) {
            reference.section(reference.names.next());
        }
        return reference.page.toString();
    }

    private void section(Class<?> type) {
        page.append("\n## ").append(names.name(type)).append("\n\n");
        paragraph(Kinds.about(type), Kinds.source(type));
        if (Kinds.isFamily(type)) {
            kinds(Kinds.of(type));
        } else {
            Key bare = Bare.key(type);
            equation(Kinds.equation(type));
            paragraph(bare == null ? "" : "A bare value sets `" + bare.name() + "`.", "");
            table(type, Kinds.familyOf(type));
        }
    }

    private void paragraph(String about, String source) {
        if (!about.isEmpty()) {
            page.append(escaped(about))
                    .append(source.isEmpty() ? "" : " Source: " + escaped(source))
                    .append("\n\n");
        }
    }

    private void equation(String text) {
        if (!text.isEmpty()) {
            page.append("    ").append(text).append("\n\n");
        }
    }

    private void kinds(Kinds kinds) {
        page.append("| `").append(kinds.key()).append("` | What it is |\n|---|---|\n");
        kinds.records()
                .forEach((name, record) -> page.append("| ")
                        .append(link(record, name))
                        .append(" | ")
                        .append(escaped(Kinds.about(record)))
                        .append(" |\n"));
    }

    private void table(Class<?> record, @Nullable Kinds kinds) {
        if (kinds == null && Key.of(record).isEmpty()) {
            page.append("No keys.\n");
            return;
        }
        page.append(HEAD);
        if (kinds != null) {
            String words = String.join("` or `", Kinds.words(record));
            row(kinds.key(), "`" + words + "`", "", "Chooses this kind.", "");
        }
        Object base = Kinds.base(record, null);
        for (Key key : Key.of(record)) {
            String names = String.join("` or `", key.names());
            row(names, value(key.type(), key.unit()), usual(key, base), about(key), key.source());
        }
    }

    private static String about(Key key) {
        return key.equation().isEmpty() ? key.about() : key.about() + " " + key.equation() + ".";
    }

    private void row(String key, String value, String usual, String about, String source) {
        page.append("| `").append(key).append("` | ").append(value);
        page.append(" | ").append(usual).append(" | ").append(escaped(about));
        page.append(" | ").append(escaped(source)).append(" |\n");
    }

    private String value(Type type, String unit) {
        Class<?> raw = Types.raw(type);
        if (Types.isNested(raw)) {
            Key bare = Bare.key(raw);
            String keys = link(raw, names.name(raw));
            return bare == null ? keys : value(bare.type(), bare.unit()) + ", or keys of " + keys;
        }
        if (Types.isList(raw)) {
            return "list of " + value(Types.element(type), unit);
        }
        if (Types.isMap(raw)) {
            return "keys, each with " + value(Types.element(type), unit);
        }
        if (raw.isEnum()) {
            return Kinds.constants(raw).stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
        }
        return escaped(Types.expected(type, unit, null));
    }

    private String link(Class<?> type, String text) {
        return "[" + text + "](#" + names.name(type) + ")";
    }

    static String usual(Key key, @Nullable Object base) {
        if (key.inherits()) {
            return "the scenario's";
        }
        Object value = key.valueInAny(base);
        if (value == null) {
            return key.optional() ? SettingList.ABSENT : "required";
        }
        Key bare = Bare.key(Types.raw(key.type()));
        if (bare != null) {
            return usual(bare, value);
        }
        if (Types.isNested(Types.raw(key.type()))) {
            return Kinds.isFamily(Types.raw(key.type())) ? "`" + Kinds.name(value) + "`" : "";
        }
        return value instanceof List<?> list && list.isEmpty()
                ? "`[]`"
                : "`" + SettingList.text(value, key.unit()) + "`";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|");
    }
}
