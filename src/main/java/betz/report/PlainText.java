// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.regex.Pattern;

/** Text without what a terminal or an XML reader would take for a command. */
final class PlainText {
    /** ANSI sequences: CSI, OSC, and two-character escapes (ECMA-48). */
    private static final Pattern ANSI =
            Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B[@-_]?");

    /** What XML 1.0 forbids even as a character reference, and the C1 controls. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private PlainText() {}

    /** Returns the text without escape sequences and control characters. */
    static String of(String text) {
        return CONTROL.matcher(ANSI.matcher(text).replaceAll("")).replaceAll("");
    }

    /** Returns the text so that it may stand inside an element or a quoted attribute. */
    static String escaped(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
