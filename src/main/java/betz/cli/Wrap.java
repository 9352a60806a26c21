// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts between words; a no-break space holds words together. */
final class Wrap {
    /** Stands between words of one line. */
    static final char NO_BREAK = '\u00a0';

    private Wrap() {}

    /** Returns the lines of a text, each at most so wide, unless a single word is wider; at least one line. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.trim().split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(shown(line));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(shown(line));
        return lines;
    }

    private static String shown(StringBuilder line) {
        return line.toString().replace(NO_BREAK, ' ');
    }

    /** Returns the lines of a text with a mark before the first and as much space before the others. */
    static List<String> hanging(String mark, String text, int width) {
        List<String> lines = new ArrayList<>(lines(text, width - mark.length()));
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, (i == 0 ? mark : " ".repeat(mark.length())) + lines.get(i));
        }
        return lines;
    }
}
