// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays {@code key=value} words of the command line over the tree of a file; the last word on a key counts. */
final class Overrides {
    /** The place in a list of records at which one begins that is not in the file. */
    private static final String FIRST = "0";

    private static final String FORM = "key=value such as network.units=256";
    private final List<Problem> problems;

    private Overrides(List<Problem> problems) {
        this.problems = problems;
    }

    static Node apply(Node tree, List<String> overrides, List<Problem> problems) {
        var all = new Overrides(problems);
        Node result = tree;
        for (String override : overrides) {
            result = all.apply(result, override);
        }
        return result;
    }

    private Node apply(Node tree, String override) {
        int equals = override.indexOf('=');
        String path = equals < 0 ? override : override.substring(0, equals).strip();
        List<String> keys = Arrays.asList(path.split("\\.", -1));
        if (equals < 0 || keys.contains("")) {
            problems.add(new Problem(Place.commandLine(), '"' + override + '"', "not understood", FORM, null));
            return tree;
        }
        String text = override.substring(equals + 1);
        Node value = text.isBlank()
                ? new Node.Scalar(Place.commandLine(), "", false)
                : YamlTree.parseOverride(text, path, problems);
        return value == null ? tree : put(tree, keys, 0, value);
    }

    private Node put(@Nullable Node node, List<String> keys, int depth, Node value) {
        if (depth == keys.size()) {
            return value;
        }
        boolean begins = node == null && keys.get(depth).equals(FIRST) && depth + 1 < keys.size();
        Node list = begins ? new Node.Items(Place.commandLine(), List.of()) : node;
        return list instanceof Node.Items items
                ? putItem(items, keys, depth, value)
                : putField(asFields(node), keys, depth, value);
    }

    private static Node.Fields asFields(@Nullable Node node) {
        if (node instanceof Node.Fields fields) {
            return fields;
        }
        Place place = node == null ? Place.commandLine() : node.place();
        Node.Scalar kind = node instanceof Node.Scalar word && !word.isNothing() ? word : null;
        return new Node.Fields(place, Map.of(), kind);
    }

    private Node putField(Node.Fields fields, List<String> keys, int depth, Node value) {
        String key = keys.get(depth);
        Map<String, Node.Field> changed = new LinkedHashMap<>(fields.fields());
        Node below = put(fields.get(key), keys, depth + 1, value);
        changed.keySet().removeIf(other -> !other.equals(key) && other.equals(fields.written(key)));
        changed.put(key, new Node.Field(Place.commandLine(), below));
        return new Node.Fields(fields.place(), changed, fields.kind());
    }

    private Node putItem(Node.Items items, List<String> keys, int depth, Node value) {
        int index = keys.get(depth).matches("[0-9]{1,4}") ? Integer.parseInt(keys.get(depth)) : -1;
        int size = items.items().size();
        if (index == size && items.place().equals(Place.commandLine())) { // a list that began here grows here
            List<Node> longer = new ArrayList<>(items.items());
            longer.add(put(null, keys, depth + 1, value));
            return new Node.Items(items.place(), List.copyOf(longer));
        }
        if (index < 0 || index >= size) {
            String path = String.join(".", keys.subList(0, depth + 1));
            int last = size - 1;
            String expected = last < 0 ? "a whole list in brackets" : "a place in the list, 0 to " + last;
            problems.add(new Problem(Place.commandLine(), path, "not in the list", expected, null));
            return items;
        }
        List<Node> changed = new ArrayList<>(items.items());
        changed.set(index, put(changed.get(index), keys, depth + 1, value));
        return new Node.Items(items.place(), List.copyOf(changed));
    }
}
