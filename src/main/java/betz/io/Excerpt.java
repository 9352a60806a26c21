// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.regex.Pattern;

/** What a file says, as a message quotes it: short, on one line, and unable to move a cursor. */
final class Excerpt {
    private static final int LONGEST = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private Excerpt() {}

    static String of(Object said) {
        String line = UNPRINTABLE.matcher(said.toString()).replaceAll("?");
        if (line.isEmpty()) {
            return "nothing";
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
