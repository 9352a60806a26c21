// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reference of all analyses in Markdown, from the records themselves: a section for each.
 *
 * <p>What a record does not say, the figures that come out, is written by hand: a section keeps its text from the line on that
 * begins with {@value #BY_HAND}, and the page keeps what stands above the first section.
 */
public final class AnalysisPage {
    /** What the part of a section begins with that is written by hand. */
    private static final String BY_HAND = "\n**Figures.**";

    private static final String SECTION = "\n## ";
    private static final String HEAD = "| Setting | Value | Default | What it does |\n|---|---|---|---|\n";
    private final StringBuilder page = new StringBuilder();
    private final String before;

    private AnalysisPage(String before) {
        this.before = before;
    }

    /**
     * Returns the page.
     *
     * @param before the page as it is, for what is written by hand
     */
    public static String of(String before) {
        var written = new AnalysisPage(before);
        int first = before.indexOf(SECTION);
        written.page.append(first < 0 ? before : before.substring(0, first));
        Analyses.ALL.forEach(written::section);
        return written.page.toString();
    }

    private void section(Class<?> kind) {
        page.append(SECTION).append(Kinds.name(kind)).append("\n\n");
        page.append(ReferencePage.escaped(Kinds.about(kind))).append(" Source: ");
        page.append(ReferencePage.escaped(Kinds.source(kind))).append(".\n");
        if (!Kinds.equation(kind).isEmpty()) {
            page.append("\n    ").append(Kinds.equation(kind)).append('\n');
        }
        if (!Key.of(kind).isEmpty()) {
            page.append('\n').append(HEAD);
            rows("", kind, Kinds.base(kind, null));
        }
        page.append(byHand(SECTION + Kinds.name(kind) + "\n"));
    }

    /** Writes a row for every setting; those of a record inside another carry its name before theirs. */
    private void rows(String prefix, Class<?> record, @Nullable Object base) {
        for (Key key : Key.of(record)) {
            Class<?> type = Types.raw(key.type());
            if (type.isRecord() && Bare.key(type) == null) {
                rows(prefix + key.name() + ".", type, key.valueInAny(base));
            } else {
                page.append("| `").append(prefix).append(key.name()).append("` | ");
                page.append(value(key.type(), key.unit())).append(" | ");
                page.append(ReferencePage.usual(key, base)).append(" | ");
                page.append(ReferencePage.escaped(key.about())).append(" |\n");
            }
        }
    }

    private static String value(Type type, String unit) {
        Class<?> raw = Types.raw(type);
        if (Types.isList(raw)) {
            return "list of " + value(Types.element(type), unit);
        }
        return raw.isEnum()
                ? Kinds.constants(raw).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "))
                : ReferencePage.escaped(Types.expected(type, unit, null));
    }

    /** Returns what is written by hand in the section of this title, with an empty line above. */
    private String byHand(String title) {
        int begin = before.indexOf(title);
        int next = begin < 0 ? -1 : before.indexOf(SECTION, begin + 1);
        String section = begin < 0 ? "" : before.substring(begin, next < 0 ? before.length() : next);
        int hand = section.indexOf(BY_HAND);
        return hand < 0 ? "" : section.substring(hand);
    }
}
