// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Writes a report as one HTML file that loads nothing.
 *
 * <p>The content security policy allows one style sheet and one script, named by their hashes; so even a text that
 * slipped through escaping could run nothing. Without script the page is complete, only its search box is missing.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** Writes the report, in UTF-8; the same content gives the same bytes. */
    public static void write(ReportContent content, Path file) throws IOException {
        Files.write(file, html(content).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the page. */
    public static String html(ReportContent content) {
        String style = Resource.text("report.css");
        String script = Resource.text("report.js");
        var page = new Html();
        page.raw("<!DOCTYPE html>").raw("<html lang=\"en\">").raw("<head>").raw("<meta charset=\"utf-8\">");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(style, script) + "\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">");
        page.element("title", content.title());
        page.raw("<style>" + style + "</style>").raw("</head>").raw("<body>");
        new ReportBody(content, page).write();
        page.raw("<script>" + script + "</script>").raw("</body>").raw("</html>");
        return page.toString();
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src " + source(style) + "; script-src " + source(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String source(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM lacks SHA-256, which every JVM must have", e);
        }
    }
}
