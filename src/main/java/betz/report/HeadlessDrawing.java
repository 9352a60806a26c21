// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes drawing work without a display, without fonts and without fontconfig.
 *
 * <p>On Linux the JDK asks fontconfig for the fonts behind its logical names when the first font is used, and then
 * wants one font file on disk; it fails if either is missing. So it is given a configuration that names no fonts and a
 * folder that holds ours. Charts are drawn with the fonts of {@link Fonts} only.
 */
public final class HeadlessDrawing {
    private static final String CONFIGURATION = "version=1\nsequence.allfonts=latin-1\n";
    private static final String CONFIGURATION_KEY = "sun.awt.fontconfig";
    private static final String FOLDER_KEY = "sun.java2d.fontpath";

    private HeadlessDrawing() {}

    /** Prepares this JVM; must run before anything else touches AWT. Calling it again changes nothing. */
    public static synchronized void prepare() {
        System.setProperty("java.awt.headless", "true");
        if (needsFonts() && System.getProperty(CONFIGURATION_KEY) == null && System.getProperty(FOLDER_KEY) == null) {
            var folder = fonts();
            System.setProperty(
                    CONFIGURATION_KEY, folder.resolve("fontconfig.properties").toString());
            System.setProperty(FOLDER_KEY, folder.toString());
        }
    }

    /** Windows and macOS always have fonts. */
    private static boolean needsFonts() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !system.startsWith("windows") && !system.startsWith("mac");
    }

    private static Path fonts() {
        try {
            var folder = Files.createTempDirectory("betz-fonts");
            folder.toFile().deleteOnExit(); // files registered later are deleted first
            put(folder.resolve("fontconfig.properties"), CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1));
            put(folder.resolve(Resource.REGULAR), Resource.bytes(Resource.REGULAR));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write a font to the temporary folder " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        file.toFile().deleteOnExit();
        Files.write(file, bytes);
    }
}
