// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Makes drawing work without a display, without fonts and without fontconfig.
 *
 * <p>On Linux the JDK asks fontconfig for the fonts behind its logical names when the first font is used, and fails if
 * there are none. A configuration of our own that names one font makes it ask for nothing; charts are drawn with the
 * fonts of {@link Fonts} only.
 */
public final class HeadlessDrawing {
    private static final String NO_FONTS = "version=1\nsequence.allfonts=latin-1\n";

    private HeadlessDrawing() {}

    /** Prepares this JVM; must run before anything else touches AWT. Calling it again changes nothing. */
    public static synchronized void prepare() {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") == null) {
            System.setProperty("sun.awt.fontconfig", configuration());
        }
    }

    private static String configuration() {
        try {
            var file = Files.createTempFile("betz-fontconfig", ".properties");
            file.toFile().deleteOnExit();
            Files.write(file, NO_FONTS.getBytes(StandardCharsets.ISO_8859_1));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write a font configuration to " + System.getProperty("java.io.tmpdir"), e);
        }
    }
}
