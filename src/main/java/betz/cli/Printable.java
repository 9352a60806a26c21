// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.regex.Pattern;

/** Keeps what a user typed from moving the cursor, recolouring the terminal or hiding text when it is told back. */
final class Printable {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\n]]");

    private Printable() {}

    /** Returns a text with a question mark for every character that is none; lines stay lines. */
    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
