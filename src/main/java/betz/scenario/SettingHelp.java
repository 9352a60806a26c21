// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what every setting that a scenario can have does, for {@code betz help}; from the records themselves. */
public final class SettingHelp {
    /** Every setting by its path, once for each of the kinds that have it, in the order of declaration. */
    private final Map<String, List<Described>> settings = new LinkedHashMap<>();

    /** Families by the path of the key that chooses among their kinds, such as {@code network.cell}. */
    private final Map<String, Kinds> choices = new TreeMap<>();

    /** Describes the settings of a record. */
    public SettingHelp(Class<? extends Record> type) {
        walk(type, null, "", List.of());
    }

    private void walk(Class<?> record, @Nullable Object around, String path, List<String> kinds) {
        Object base = Kinds.base(record, around);
        for (Key key : Key.of(record)) {
            var described = new Described(YamlTree.join(path, key.name()), key, record, base, kinds);
            settings.computeIfAbsent(described.path(), p -> new ArrayList<>()).add(described);
            if (described.isGroup() && !key.inherits()) {
                walkInto(described);
            }
        }
    }

    private void walkInto(Described group) {
        Class<?> item = group.item();
        if (!Kinds.isFamily(item)) {
            walk(item, group.usual(), group.path(), group.kinds());
            return;
        }
        Kinds family = Kinds.of(item);
        choices.put(YamlTree.join(group.path(), family.key()), family);
        family.records().forEach((name, kind) -> {
            List<String> kinds = new ArrayList<>(group.kinds());
            kinds.add(name);
            walk(kind, group.usual(), group.path(), List.copyOf(kinds));
        });
    }

    /** Returns the paths of all settings, of groups of settings, and of the keys that choose a kind. */
    public Set<String> paths() {
        Set<String> all = new LinkedHashSet<>(settings.keySet());
        all.addAll(choices.keySet());
        return all;
    }

    /** Returns what is to be said of a setting or a group, in lines; none if there is no such path. */
    public List<String> lines(String path) {
        Kinds family = choices.get(path);
        if (family != null) {
            List<String> lines = new ArrayList<>(List.of(path, "    Chooses the kind:"));
            lines.addAll(kinds(family));
            return lines;
        }
        List<String> lines = new ArrayList<>();
        bySense(settings.getOrDefault(path, List.of())).forEach((told, kinds) -> {
            lines.add(kinds.isEmpty() ? path : path + "   (" + String.join(", ", kinds) + ")");
            lines.addAll(told);
        });
        return lines;
    }

    /** Returns the keys of the whole record, a line each. */
    public List<String> all() {
        return below("");
    }

    /** Gathers the kinds of which the same is to be said. */
    private Map<List<String>, List<String>> bySense(List<Described> same) {
        Map<List<String>, List<String>> senses = new LinkedHashMap<>();
        for (Described setting : same) {
            List<String> kinds = senses.computeIfAbsent(body(setting), told -> new ArrayList<>());
            if (!setting.kinds().isEmpty()) {
                kinds.add(setting.kindText());
            }
        }
        return senses;
    }

    private List<String> body(Described setting) {
        List<String> lines = new ArrayList<>();
        if (!setting.key().about().isEmpty()) {
            lines.add("    " + setting.key().about());
        }
        if (setting.key().inherits()) {
            lines.add(fact("keys", "those of " + setting.key().name() + ", each as it is there if it is absent"));
        } else if (setting.isGroup()) {
            lines.addAll(group(setting));
        } else {
            lines.add(fact(
                    "value", Types.expected(setting.key().type(), setting.key().unit(), null)));
            lines.add(fact("default", setting.usualText()));
            setting.range().ifPresent(range -> lines.add(fact("range", range)));
        }
        if (!setting.key().source().isEmpty()) {
            lines.add(fact("source", setting.key().source()));
        }
        return lines;
    }

    private List<String> group(Described group) {
        List<String> lines = new ArrayList<>();
        if (Kinds.isFamily(group.item())) {
            Kinds family = Kinds.of(group.item());
            lines.add(fact("default", group.usualText()));
            lines.add("  " + YamlTree.join(group.path(), family.key()) + " is one of");
            lines.addAll(kinds(family));
            lines.add("  Its settings, each with the kinds that have it if not all have:");
        }
        Key bare = Bare.key(group.item());
        if (bare != null) {
            lines.add(fact(
                    "value",
                    Types.expected(bare.type(), bare.unit(), null) + ", which sets " + bare.name() + ", or keys"));
        }
        lines.addAll(below(group.path()));
        return lines;
    }

    private static List<String> kinds(Kinds family) {
        int width = width(family.records().keySet());
        List<String> lines = new ArrayList<>();
        family.records().forEach((name, kind) -> lines.add("    " + padded(name, width) + Kinds.about(kind)));
        return lines;
    }

    /** Returns a line for every key right below a path, with the kinds that have it if others have not. */
    private List<String> below(String path) {
        Map<String, List<Described>> keys = new LinkedHashMap<>();
        settings.forEach((name, same) -> {
            if (name.equals(YamlTree.join(path, same.get(0).key().name()))) {
                keys.put(name, same);
            }
        });
        int most = keys.values().stream().mapToInt(List::size).max().orElse(0);
        int width = width(keys.keySet());
        List<String> lines = new ArrayList<>();
        keys.forEach((name, same) -> {
            String kinds = same.size() == most
                    ? ""
                    : same.stream().map(Described::kindText).collect(Collectors.joining(", ", " (", ")"));
            lines.add("    " + padded(name, width) + same.get(0).key().about() + kinds);
        });
        return lines;
    }

    private static int width(Set<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0) + 3;
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    private static String fact(String name, String value) {
        return "    " + padded(name, "default   ".length()) + value;
    }

    /** Returns what numbers with a dimension may be written in, a line for each dimension. */
    public static List<String> units() {
        return Measure.lines();
    }
}
