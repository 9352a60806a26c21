// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario that has been read: the record, and where each of its settings comes from. */
public final class Bound<T extends Record> {
    private final T value;
    private final Node tree;
    private final String file;

    Bound(T value, Node tree, String file) {
        this.value = value;
        this.tree = tree;
        this.file = file;
    }

    /** Returns the record. */
    public T value() {
        return value;
    }

    /** Returns the same for another record, of which the text still tells where settings come from. */
    public Bound<T> with(T other) {
        return new Bound<>(other, tree, file);
    }

    /** Returns every setting in the order of its declaration. */
    public List<Setting> settings() {
        return SettingList.of(value, tree);
    }

    /** Returns the canonical JSON of the record, see {@link CanonicalJson}. */
    public String canonicalJson() {
        return CanonicalJson.of(value);
    }

    /** Returns the breaches of rules across settings, each at its place, in reading order. */
    public List<Problem> problems(List<? extends Rule<? super T>> rules) {
        List<Problem> problems = new ArrayList<>();
        for (Rule<? super T> rule : rules) {
            rule.check(value).forEach(breach -> problems.add(problem(breach)));
        }
        return problems.stream().sorted().toList();
    }

    /** Tells a breach where its setting stands; that of a default, at the nearest setting above it that is written. */
    private Problem problem(Rule.Breach breach) {
        Node node = tree;
        Place place = Place.whole(file);
        for (String key : breach.path().split("\\.", -1)) {
            node = below(node, key);
            if (node == null) {
                break;
            }
            place = node.place();
        }
        String found = breach.found() + (node == null ? origin(breach.path()) : "");
        return new Problem(place, breach.path(), found, breach.expected(), breach.suggestion());
    }

    /** A phase of a curriculum has its defaults from the scenario. */
    private static String origin(String path) {
        return path.startsWith("curriculum.") ? " (the scenario's)" : Problem.BY_DEFAULT;
    }

    static @Nullable Node below(@Nullable Node node, String key) {
        if (node instanceof Node.Fields fields) {
            return fields.get(key);
        }
        boolean index = node instanceof Node.Items && key.matches("[0-9]{1,4}");
        return index
                        && node instanceof Node.Items items
                        && Integer.parseInt(key) < items.items().size()
                ? items.items().get(Integer.parseInt(key))
                : null;
    }
}
