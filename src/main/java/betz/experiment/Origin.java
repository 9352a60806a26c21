// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a state of a training was reached with. A training goes on only from a state of the same origin.
 *
 * @param settings the scenario's settings but the number of iterations, in canonical JSON: a training goes the same way
 *     however long it goes on
 * @param inputs digests of the input files, see {@link Inputs}
 * @param numerics version of the numerics
 * @param network the learner's name
 */
record Origin(String settings, String inputs, int numerics, String network) {

    /** Returns the origin of a run's states, whichever network's. */
    static Origin of(Request request) throws IOException {
        String settings = endless(request.bound().canonicalJson());
        return new Origin(settings, Inputs.of(request).text(), Versions.NUMERICS, "any");
    }

    /** Returns the origin of one network's states. */
    Origin of(String learner) {
        return new Origin(settings, inputs, numerics, learner);
    }

    /** Returns canonical settings without the number of iterations. */
    static String endless(String canonical) {
        JsonNode settings = JsonMapper.shared().readTree(canonical);
        if (settings.path("training") instanceof ObjectNode training) {
            training.remove("iterations");
        }
        return settings.toString();
    }

    /** Returns in what this origin differs from the one that is needed, each in a few words. */
    List<String> differencesFrom(Origin needed) {
        Map<String, String> here = leaves();
        Map<String, String> there = needed.leaves();
        List<String> differences = new ArrayList<>();
        here.forEach((name, value) -> {
            String other = there.getOrDefault(name, "absent");
            if (!value.equals(other)) {
                differences.add(name + " was " + value + " and is " + other);
            }
        });
        there.forEach((name, value) -> {
            if (!here.containsKey(name)) {
                differences.add(name + " was absent and is " + value);
            }
        });
        return differences;
    }

    private Map<String, String> leaves() {
        Map<String, String> leaves = new TreeMap<>();
        collect("", JsonMapper.shared().readTree(settings), leaves);
        leaves.put("the input file's SHA-256", inputs.isEmpty() ? "none" : inputs);
        leaves.put("the version of the numerics", String.valueOf(numerics));
        leaves.put("the network", network);
        return leaves;
    }

    private static void collect(String name, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(entry -> collect(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), leaves));
        } else {
            leaves.put(name, node.isString() ? node.asString() : node.toString());
        }
    }
}
