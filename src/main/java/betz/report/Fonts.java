// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one typeface of all charts, Open Sans, read from the program itself. */
final class Fonts {
    /** How text is measured: unhinted, so that it is as long on paper as on a screen. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static final Font REGULAR;
    static final Font BOLD;
    private static final Graphics2D RULER;

    static {
        HeadlessDrawing.prepare();
        REGULAR = load(Resource.REGULAR);
        BOLD = load(Resource.BOLD);
        RULER = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        RULER.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        RULER.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private Fonts() {}

    /** Returns the measures of a font. */
    static synchronized FontMetrics metrics(Font font) {
        return RULER.getFontMetrics(own(font));
    }

    /** Returns the font itself, or ours of its size in place of one that this machine may lack. */
    static Font own(Font font) {
        return font.getName().startsWith("Open Sans") ? font : REGULAR.deriveFont(font.getSize2D());
    }

    private static Font load(String file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Resource.bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is damaged, expected a TrueType font", e);
        }
    }
}
