// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Shorthand;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bare values that stand for whole records, by {@link Shorthand}. */
final class Bare {
    private Bare() {}

    /** Returns the key that a bare value of a record sets, or null if none may stand for it. */
    static @Nullable Key key(Class<?> record) {
        Shorthand shorthand = record.getAnnotation(Shorthand.class);
        if (shorthand == null) {
            return null;
        }
        return Key.of(record).stream()
                .filter(key -> key.component().getName().equals(shorthand.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(record + " has no component " + shorthand.value()));
    }

    /** Returns the keys of a record whose text is a bare value or keys; other text as it is. */
    static Node opened(Class<?> record, Node node) {
        return node instanceof Node.Scalar word && !word.isNothing() && key(record) != null
                ? new Node.Fields(word.place(), Map.of(), word)
                : node;
    }

    /** Returns the text of one key of a record, be it written as such or as the bare value; null if there is none. */
    static @Nullable Node written(Class<?> record, Key key, @Nullable Node node) {
        if (node == null || !(opened(record, node) instanceof Node.Fields fields)) {
            return null;
        }
        Node own = fields.get(key.name());
        return own == null ? word(record, key, fields) : own;
    }

    /** Returns the bare value that one key of a record is written as, or null if it is not. */
    static Node.@Nullable Scalar word(Class<?> record, Key key, Node.Fields fields) {
        Key bare = key(record);
        boolean sets = bare != null && bare.name().equals(key.name()) && fields.get(key.name()) == null;
        return sets ? fields.kind() : null;
    }
}
