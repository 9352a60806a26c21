// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which analyses the command line asks for, with their settings, and how the data are laid out. */
public final class AskedAnalyses {
    /** What settings of the data begin with. */
    private static final String DATA = "data";

    private static final String WITH = "--with";

    private final List<Problem> problems = new ArrayList<>();
    private final Node.Fields settings;
    private final Set<String> with = new LinkedHashSet<>();

    /**
     * What was asked for.
     *
     * @param analyses by their words, each with its settings
     * @param chosen whether they were named; otherwise all are there, and those that the data cannot answer are passed over
     * @param layout how the data are laid out
     */
    public record Asked<L extends Record>(Map<String, Analysis> analyses, boolean chosen, L layout) {}

    private AskedAnalyses(List<String> with, List<String> words) {
        Node.Fields none = new Node.Fields(Place.commandLine(), Map.of(), null);
        settings = Overrides.apply(none, words, problems) instanceof Node.Fields fields ? fields : none;
        with.stream().filter(word -> isKnown(WITH, word)).forEach(this.with::add);
        for (String key : settings.fields().keySet()) {
            if (!key.equals(DATA) && isKnown(key, key) && !this.with.isEmpty() && !this.with.contains(key)) {
                tell(key, "set, and " + WITH + " does not ask for it", "a setting of " + Words.or(this.with), null);
            }
        }
    }

    /**
     * Reads what was asked for.
     *
     * @param with words of analyses
     * @param words {@code analysis.setting=value}, or {@code data.setting=value}
     * @param layout type of the settings of the data, with a constant DEFAULT
     * @throws BadScenario with all problems
     */
    public static <L extends Record> Asked<L> read(List<String> with, List<String> words, Class<L> layout) {
        return new AskedAnalyses(with, words).asked(layout);
    }

    /** Tells whether a path is a setting of an analysis or of data, such as {@code jpca.from}. */
    public static boolean sets(String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? "" : path.substring(0, dot);
        return first.equals(DATA) || Analyses.words().contains(first);
    }

    private <L extends Record> Asked<L> asked(Class<L> layout) {
        var binder = new Binder(problems);
        Object data = bind(binder, layout, DATA);
        Set<String> named = new LinkedHashSet<>(with);
        settings.fields().keySet().stream()
                .filter(key -> Analyses.words().contains(key))
                .forEach(named::add);
        var analyses = new LinkedHashMap<String, Analysis>();
        for (String word : named.isEmpty() ? Analyses.words() : named) {
            if (bind(binder, kind(word), word) instanceof Analysis analysis) {
                analyses.put(word, analysis);
            }
        }
        if (!problems.isEmpty()) {
            throw new BadScenario(problems);
        }
        return new Asked<>(analyses, !named.isEmpty(), layout.cast(Objects.requireNonNull(data)));
    }

    private static Class<?> kind(String word) {
        return Objects.requireNonNull(Kinds.of(Analysis.class).record(word));
    }

    private @Nullable Object bind(Binder binder, Class<?> record, String key) {
        Node written = settings.get(key);
        Node node = written == null ? new Node.Fields(Place.commandLine(), Map.of(), null) : written;
        return node instanceof Node.Fields fields
                ? new RecordBinder(binder, record, null).bind(fields, new Binder.Site(key, node.place(), "", null))
                : setWhole(node, record, key);
    }

    private @Nullable Object setWhole(Node node, Class<?> record, String key) {
        String expected = "one of its settings, such as " + key + "."
                + Kinds.keys(record, null).stream().findFirst().orElse("setting") + "=...";
        tell(key, node.shown(), expected, null);
        return null;
    }

    private boolean isKnown(String path, String word) {
        boolean known = Analyses.words().contains(word);
        if (!known) {
            String found = path.equals(word) ? "not the name of an analysis" : word;
            String meant = Words.nearest(word, Analyses.words());
            tell(path, found, "one of those that betz list analyses tells", meant);
        }
        return known;
    }

    private void tell(String path, String found, String expected, @Nullable String meant) {
        problems.add(new Problem(Place.commandLine(), path, found, expected, meant));
    }
}
