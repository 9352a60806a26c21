// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a scenario from a file or a text into a record. */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @param file YAML 1.2 or JSON
     * @param overrides {@code key=value} words of the command line
     * @param type record to read into; see the package for what it may hold
     * @param rules checks across settings; run once every single setting is sound
     * @throws BadScenario with all problems, if there is any
     */
    public static <T extends Record> Bound<T> read(
            Path file, List<String> overrides, Class<T> type, List<? extends Rule<? super T>> rules) {
        return read(SourceText.read(file), file.toString(), overrides, type, rules);
    }

    /** Reads a file without rules across settings. */
    public static <T extends Record> Bound<T> read(Path file, List<String> overrides, Class<T> type) {
        return read(file, overrides, type, List.of());
    }

    /** Reads a text; the name stands for the file in messages. */
    public static <T extends Record> Bound<T> read(
            String text, String name, List<String> overrides, Class<T> type, List<? extends Rule<? super T>> rules) {
        List<Problem> problems = new ArrayList<>();
        Node file = YamlTree.parse(text, name, problems);
        if (file == null) {
            throw new BadScenario(problems);
        }
        boolean readable = problems.isEmpty();
        Node tree = Overrides.apply(file, overrides, problems);
        var binder = new Binder(problems);
        Object value = binder.bind(type, tree, new Binder.Site("", new Place(name, 1, 1), "", null));
        if (value != null) {
            Bound<T> bound = new Bound<>(type.cast(value), tree, name);
            if (readable && binder.trusted()) {
                problems.addAll(bound.problems(rules));
            }
            if (problems.isEmpty()) {
                return bound;
            }
        }
        throw new BadScenario(problems);
    }
}
