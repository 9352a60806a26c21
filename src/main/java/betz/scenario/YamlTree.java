// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns YAML 1.2 (and so JSON) into {@link Node}s.
 *
 * <p>Walks the parser's events, before any of them means anything: data binders resolve an alias {@code *a} to the text
 * "a" without a word. Anchors, aliases, tags, merge keys, duplicate keys, a second document, not-a-number and nesting
 * beyond 64 are told as problems, and reading goes on behind them.
 */
final class YamlTree {
    private static final int DEEPEST = 64;
    private static final String WANTED = "one key: value on a line, each level indented alike";
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.?(nan|inf|infinity)");

    private final String file;
    private final String root;
    private final List<Problem> problems;
    private final Iterator<Event> events;

    private YamlTree(String text, String file, String root, List<Problem> problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
        var settings = LoadSettings.builder().setLabel(file).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** Returns the tree of a file's text, or null where nothing could be read; says why in {@code problems}. */
    static @Nullable Node parse(String text, String file, List<Problem> problems) {
        return parse(text, file, "", problems);
    }

    /** Returns the tree of the text of one override. */
    static @Nullable Node parseOverride(String text, String path, List<Problem> problems) {
        return parse(text, Place.COMMAND_LINE, path, problems);
    }

    private static @Nullable Node parse(String text, String file, String root, List<Problem> problems) {
        var tree = new YamlTree(text, file, root, problems);
        try {
            return tree.document();
        } catch (MarkedYamlEngineException e) {
            String wanted = root.isEmpty() ? WANTED : "a value; a text with special characters in quotes";
            tree.tell(tree.place(e.getProblemMark()), root, "not valid YAML (" + YamlReason.of(e) + ")", wanted);
        } catch (TooDeep e) {
            tree.tell(e.place, root, "nested deeper than " + DEEPEST, "at most " + DEEPEST + " levels");
        } catch (YamlEngineException e) {
            tree.tell(Place.whole(file), root, "not valid YAML", "YAML 1.2 in printable characters");
        }
        return null;
    }

    private @Nullable Node document() {
        events.next(); // the stream's start
        if (events.next().getEventId() == ID.StreamEnd) {
            tell(Place.whole(file), root, "empty", root.isEmpty() ? "a scenario" : "a value");
            return null;
        }
        Node node = node(events.next(), root, 1);
        events.next(); // the document's end
        Event end = events.next();
        if (end.getEventId() != ID.StreamEnd) {
            tell(place(end.getStartMark()), root, "followed by a second document", "one document");
        }
        return node;
    }

    private Node node(Event event, String path, int depth) {
        Place place = place(event.getStartMark());
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (event.getEventId() == ID.Alias) {
            tell(place, path, "an alias", "the value written out");
            return new Node.Broken(place);
        }
        refuseMarks((NodeEvent) event, place, path);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, place, path);
        }
        return event.getEventId() == ID.SequenceStart ? items(place, path, depth) : fields(place, path, depth);
    }

    private void refuseMarks(NodeEvent event, Place place, String path) {
        if (event.getAnchor().isPresent()) {
            tell(place, path, "marked with an anchor", "plain values without &");
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            tell(place, path, "marked with a tag", "plain values without !");
        }
    }

    private Node scalar(ScalarEvent event, Place place, String path) {
        if (event.isPlain() && NOT_FINITE.matcher(event.getValue()).matches()) {
            boolean word = Character.isLetter(event.getValue().charAt(0));
            tell(place, path, event.getValue(), "a finite number" + (word ? ", or quotes around a text" : ""));
            return new Node.Broken(place);
        }
        return new Node.Scalar(place, event.getValue(), !event.isPlain());
    }

    private Node items(Place place, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
            items.add(node(next, join(path, Integer.toString(items.size())), depth + 1));
        }
        return new Node.Items(place, List.copyOf(items));
    }

    private Node fields(Place place, String path, int depth) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
            Place at = place(next.getStartMark());
            String key = key(next, at, path, depth);
            Node value = node(events.next(), join(path, key == null ? "?" : key), depth + 1);
            if (key == null) {
                continue;
            }
            Node.Field first = fields.putIfAbsent(key, new Node.Field(at, value));
            if (first != null) {
                String before = at.onCommandLine()
                        ? ""
                        : " (first on line " + first.place().line() + ")";
                tell(at, join(path, key), "given twice", "each key once" + before);
            }
        }
        return new Node.Fields(place, fields, null);
    }

    /** Returns the text of a key, or null for one that has been refused. */
    private @Nullable String key(Event event, Place at, String path, int depth) {
        if (event instanceof ScalarEvent scalar) {
            refuseMarks(scalar, at, join(path, scalar.getValue()));
            if (scalar.isPlain() && scalar.getValue().equals("<<")) {
                tell(at, join(path, "<<"), "a merge key", "the keys written out");
                return null;
            }
            return scalar.getValue();
        }
        int told = problems.size();
        node(event, path, depth + 1);
        if (problems.size() == told) {
            tell(at, path, "keyed by a list or a mapping", "a word as the key");
        }
        return null;
    }

    private Place place(Optional<Mark> mark) {
        return file.equals(Place.COMMAND_LINE)
                ? Place.commandLine()
                : mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
                        .orElse(Place.whole(file));
    }

    private void tell(Place place, String path, String found, String expected) {
        problems.add(new Problem(place, path, found, expected, null));
    }

    static String join(String path, String key) {
        String shown = key.isEmpty() ? "\"\"" : key;
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** Stops a walk that has gone too deep. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Place place;

        TooDeep(Place place) {
            super("nested too deep at " + place);
            this.place = place;
        }
    }
}
