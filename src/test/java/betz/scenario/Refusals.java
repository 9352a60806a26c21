// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Tables of scenarios that are refused, each with the exact lines that a person reads.
 *
 * <p>An entry is the text of {@code x.yaml}, then words of the command line behind {@code $}, then the messages behind
 * {@code >}; entries are separated by an empty line.
 */
@NullMarked
final class Refusals {
    private Refusals() {}

    /** One entry of a table. */
    record Refusal(String text, List<String> overrides, List<String> messages) {
        /** Holds the reader to the messages, in their order. */
        void holds() {
            assertThat(told(text, overrides)).containsExactlyElementsOf(messages);
        }

        @Override
        public String toString() {
            return String.join(" ", overrides) + " " + text.strip().replace("\n", " / ");
        }
    }

    static Stream<Refusal> table(String table) {
        return Arrays.stream(table.split("\n\n")).map(Refusals::entry);
    }

    private static Refusal entry(String entry) {
        var text = new StringBuilder();
        List<String> overrides = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        entry.lines().forEach(line -> {
            if (line.startsWith("> ")) {
                messages.add(line.substring(2));
            } else if (line.startsWith("$ ")) {
                overrides.add(line.substring(2));
            } else {
                text.append(line).append('\n');
            }
        });
        return new Refusal(text.isEmpty() ? "name: x\n" : text.toString(), overrides, messages);
    }

    /** Returns the messages that a scenario is refused with; none if it is accepted. */
    static List<String> told(String text, List<String> overrides) {
        try {
            read(text, overrides);
            return List.of();
        } catch (BadScenario bad) {
            return bad.problems().stream().map(Problem::message).toList();
        }
    }

    static Bound<Scenario> read(String text, List<String> overrides) {
        return ScenarioReader.read(text, "x.yaml", overrides, Scenario.class, ScenarioRules.ALL);
    }
}
