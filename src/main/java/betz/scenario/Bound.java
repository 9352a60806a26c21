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
        Object record = value;
        Place place = Place.whole(file);
        for (String key : breach.path().split("\\.", -1)) {
            node = isBare(node, record, key) ? node : below(node, key);
            if (node == null) {
                break;
            }
            place = node.place();
            record = below(record, key);
        }
        String found = breach.found() + (node == null ? origin(breach.path()) : "");
        return new Problem(place, breach.path(), found, breach.expected(), breach.suggestion());
    }

    /** A phase of a curriculum has its task and its training from the scenario. */
    private static String origin(String path) {
        return path.matches("curriculum\\.[0-9]+\\.(task|training)\\b.*") ? " (the scenario's)" : Problem.BY_DEFAULT;
    }

    /** Tells whether the text of a record is the bare value of one of its keys. */
    private static boolean isBare(@Nullable Node node, @Nullable Object record, String key) {
        Key bare = node instanceof Node.Scalar && record instanceof Record ? Bare.key(record.getClass()) : null;
        return bare != null && bare.name().equals(key);
    }

    /** Returns what a key of a record or the place of an item leads to; nothing where it leads nowhere. */
    private static @Nullable Object below(@Nullable Object value, String key) {
        if (value instanceof List<?> items) {
            return key.matches("[0-9]{1,4}") && Integer.parseInt(key) < items.size()
                    ? items.get(Integer.parseInt(key))
                    : null;
        }
        return value instanceof Record record
                ? Key.of(record.getClass()).stream()
                        .filter(one -> one.name().equals(key))
                        .findFirst()
                        .map(one -> one.valueIn(record))
                        .orElse(null)
                : null;
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
