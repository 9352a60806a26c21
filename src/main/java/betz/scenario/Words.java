// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of messages: lists in prose, names in kebab case, and the known word nearest to a mistyped one. */
public final class Words {
    private static final int MOST_LISTED = 12; // words in one message; more is not read
    private static final int LONGEST_SHOWN = 60; // characters of a value in one message
    private static final Pattern GLUED = Pattern.compile("([A-Za-z][A-Za-z0-9]*):(\\S.*)");
    private static final Pattern DASH = Pattern.compile("(?<=.)-([a-z])");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Words() {}

    /** Returns the beginning of a text that is too long for a message. */
    static String shorten(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** Returns words as one would say them, such as "a, b or c". */
    public static String or(Collection<String> words) {
        return join(words, " or ");
    }

    static String and(Collection<String> words) {
        return join(words, " and ");
    }

    private static String join(Collection<String> words, String last) {
        List<String> all = List.copyOf(words);
        if (all.size() <= 1) {
            return all.isEmpty() ? "nothing" : all.get(0);
        }
        if (all.size() > MOST_LISTED) {
            return String.join(", ", all.subList(0, MOST_LISTED)) + last + (all.size() - MOST_LISTED) + " more";
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + last + all.get(all.size() - 1);
    }

    /** Returns {@code TunedCortex} as {@code tuned-cortex} and {@code CENTRE_OUT} as {@code centre-out}. */
    static String kebab(String name) {
        String humps = name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', '-')
                : HUMP.matcher(name).replaceAll("-");
        return humps.toLowerCase(Locale.ROOT);
    }

    /** Returns {@code mini-steps} as {@code miniSteps}. */
    static String camel(String name) {
        return DASH.matcher(name).replaceAll(dash -> dash.group(1).toUpperCase(Locale.ROOT));
    }

    /** Returns the word that the kind of a setting's value goes by in a scenario, such as {@code feed-forward}. */
    public static String kind(Object value) {
        return Kinds.name(value);
    }

    /** Returns the known word that was probably meant: at most a third of its letters differ, or null. */
    public static @Nullable String nearest(String typed, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = distance(plain(typed), plain(word));
            if (distance < least && distance <= Math.max(1, word.length() / 3)) {
                best = word;
                least = distance;
            }
        }
        return best;
    }

    /** Returns {@code dt: 5 ms} for {@code dt:5 ms}, which is one word to YAML; null for other texts. */
    static @Nullable String withSpace(String text) {
        Matcher glued = GLUED.matcher(text);
        return glued.matches() ? shorten(glued.group(1) + ": " + glued.group(2)) : null;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Counts the insertions, deletions, replacements and swaps of neighbours between two words. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_LISTED) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
