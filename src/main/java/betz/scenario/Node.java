// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a scenario's text that knows its place: a word, a list, or keys with values. */
sealed interface Node {
    /** Where it begins. */
    Place place();

    /** Returns it as a message shows it: short, on one line. */
    String shown();

    /** A single value, with its exact text. */
    record Scalar(Place place, String text, boolean quoted) implements Node {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        boolean isNothing() {
            return !quoted && NOTHING.contains(text);
        }

        @Override
        public String shown() {
            String start = Words.shorten(text);
            return isNothing() ? "empty" : quoted ? '"' + start + '"' : start;
        }
    }

    /** A list. */
    record Items(Place place, List<Node> items) implements Node {
        @Override
        public String shown() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /**
     * Keys with values, in the order written.
     *
     * @param kind the bare word that stood here before an override added keys to it, or null
     */
    record Fields(
            Place place,
            Map<String, Field> fields,
            @Nullable Scalar kind) implements Node {
        /** Returns the value of a key, which may be written with dashes; null if there is none. */
        @Nullable
        Node get(String key) {
            Field field = fields.get(written(key));
            return field == null ? null : field.value();
        }

        /** Returns a key as it is written here, {@code miniSteps} or {@code mini-steps}; as given if it is not. */
        String written(String key) {
            return fields.containsKey(key)
                    ? key
                    : fields.keySet().stream()
                            .filter(other -> Words.camel(other).equals(Words.camel(key)))
                            .findFirst()
                            .orElse(key);
        }

        @Override
        public String shown() {
            return fields.isEmpty() ? "an empty mapping" : "a mapping with " + Words.and(List.copyOf(fields.keySet()));
        }
    }

    /** Something already told to be wrong; nothing more is said about it. */
    record Broken(Place place) implements Node {
        @Override
        public String shown() {
            return "not readable";
        }
    }

    /** The value of one key, and where the key stands. */
    record Field(Place place, Node value) {}
}
