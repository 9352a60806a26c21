// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import betz.data.Perturbation;
import betz.data.Reference;
import betz.effector.Effector;
import betz.effector.Muscle;
import betz.network.Cell;
import betz.network.Connectivity;
import betz.network.Initialisation;
import betz.network.Signs;
import betz.network.Start;
import betz.task.Task;
import betz.train.LearningRule;
import betz.train.Loss;
import betz.train.Optimiser;
import betz.train.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be chosen where a scenario names a kind, and the terms of the loss, for {@code betz list}. */
public final class KindList {
    private static final Map<String, Class<?>> FAMILIES = families();

    private static final String INDENT = "    ";

    private KindList() {}

    private static Map<String, Class<?>> families() {
        var families = new LinkedHashMap<String, Class<?>>();
        families.put("tasks", Task.class);
        families.put("effectors", Effector.class);
        families.put("muscles", Muscle.class);
        families.put("references", Reference.class);
        families.put("cells", Cell.class);
        families.put("connectivity", Connectivity.class);
        families.put("signs", Signs.class);
        families.put("initialisations", Initialisation.class);
        families.put("starts", Start.class);
        families.put("rules", LearningRule.class);
        families.put("optimisers", Optimiser.class);
        families.put("schedules", Schedule.class);
        families.put("losses", Loss.class);
        families.put("perturbations", Perturbation.class);
        families.put("analyses", Analysis.class);
        return families;
    }

    /** Returns the families that can be listed. */
    public static Set<String> names() {
        return FAMILIES.keySet();
    }

    /**
     * Returns lines for every kind of a family, or for every key of a record, or nothing if there is neither: what it is, its
     * source, its equation, and the defaults of its keys.
     */
    public static Optional<List<String>> lines(String family) {
        return Optional.ofNullable(FAMILIES.get(family)).map(type -> type.isRecord() ? keys(type) : kinds(type));
    }

    private static List<String> keys(Class<?> record) {
        Object base = Kinds.base(record, null);
        List<String> lines = new ArrayList<>();
        for (Key key : Key.of(record)) {
            add(key.name(), key.about(), key.source(), List.of(key.equation(), "default: " + usual(key, base)), lines);
        }
        return lines;
    }

    private static List<String> kinds(Class<?> family) {
        List<String> lines = new ArrayList<>();
        Kinds.of(family).records().forEach((name, kind) -> {
            List<String> details = new ArrayList<>(List.of(Kinds.equation(kind), defaults(kind)));
            Key.of(kind).stream().filter(KindList::listsRecords).forEach(key -> details.add(items(key)));
            add(name, Kinds.about(kind), Kinds.source(kind), details, lines);
        });
        return lines;
    }

    private static void add(String name, String about, String source, List<String> details, List<String> lines) {
        lines.add(name + "   " + about + (source.isEmpty() ? "" : " [" + source + "]"));
        details.stream().filter(detail -> !detail.isEmpty()).forEach(detail -> lines.add(INDENT + detail));
    }

    private static String defaults(Class<?> kind) {
        Object base = Kinds.base(kind, null);
        String defaults = Key.of(kind).stream()
                .filter(key -> !isGroup(key))
                .map(key -> key.name() + " " + usual(key, base))
                .collect(Collectors.joining(", "));
        return defaults.isEmpty() ? "" : "default: " + defaults;
    }

    /** Tells whether a key's default is a record of which no word says what is in it. */
    private static boolean isGroup(Key key) {
        Class<?> type = Types.raw(key.type());
        return Types.isNested(type) && !Kinds.isFamily(type) && Bare.key(type) == null;
    }

    private static boolean listsRecords(Key key) {
        return Types.isList(Types.raw(key.type()))
                && Types.raw(Types.element(key.type())).isRecord();
    }

    /** Tells what each item of a list is made of, whose names alone stand among the defaults. */
    private static String items(Key key) {
        Class<?> item = Types.raw(Types.element(key.type()));
        return "each of " + key.name() + ": " + String.join(", ", Kinds.keys(item, null));
    }

    private static String usual(Key key, @Nullable Object base) {
        Object value = key.valueInAny(base);
        Key bare = Bare.key(Types.raw(key.type()));
        if (value == null) {
            return key.optional() ? SettingList.ABSENT : "none, it must be given";
        }
        return bare == null ? SettingList.text(value, key.unit()) : usual(bare, value);
    }
}
