// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be chosen where a scenario names a kind, and the terms of the loss, for {@code betz list}. */
public final class KindList {
    private static final Map<String, Class<?>> FAMILIES = families();

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
        return families;
    }

    /** Returns the families that can be listed. */
    public static Set<String> names() {
        return FAMILIES.keySet();
    }

    /** Returns a line for every kind of a family, or for every key of a record, or nothing if there is neither. */
    public static Optional<List<String>> lines(String family) {
        return Optional.ofNullable(FAMILIES.get(family)).map(type -> type.isRecord() ? keys(type) : kinds(type));
    }

    private static List<String> keys(Class<?> record) {
        return Key.of(record).stream()
                .map(key -> key.name() + "   " + key.about())
                .toList();
    }

    private static List<String> kinds(Class<?> family) {
        return Kinds.of(family).records().entrySet().stream()
                .map(kind -> line(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static String line(String name, Class<?> kind) {
        String source = Kinds.source(kind);
        return name + "   " + Kinds.about(kind) + (source.isEmpty() ? "" : " [" + source + "]");
    }
}
