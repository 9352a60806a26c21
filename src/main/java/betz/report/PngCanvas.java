// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Paints vector operations at 300 dots per inch; letters are painted as shapes, so they never depend on hinting. */
final class PngCanvas implements Canvas {
    /** What journals ask for. */
    static final int DOTS_PER_INCH = 300;

    /** One point is 1/72 inch. */
    static final double SCALE = DOTS_PER_INCH / 72.0;

    private static final double METRES_PER_INCH = 0.0254;

    /** Signature (8) and the IHDR chunk (4 + 4 + 13 + 4) come first: PNG specification, section 5. */
    private static final int AFTER_HEADER = 33;

    private final BufferedImage image;
    private final Graphics2D graphics;

    PngCanvas(double width, double height) {
        image = new BufferedImage(
                (int) Math.round(width * SCALE), (int) Math.round(height * SCALE), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        // a page may end within a pixel
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
    }

    @Override
    public void fill(Shape shape, Color color, @Nullable Shape clip) {
        graphics.setClip(clip);
        graphics.setColor(color);
        graphics.fill(shape);
    }

    @Override
    public void outline(Shape shape, BasicStroke stroke, Color color, @Nullable Shape clip) {
        graphics.setClip(clip);
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    @Override
    public void text(String text, Font font, Color color, AffineTransform place) {
        var letters = font.createGlyphVector(Fonts.CONTEXT, text).getOutline();
        fill(place.createTransformedShape(letters), color, null);
    }

    /** Returns the picture as a PNG file that states its resolution. */
    byte[] file() {
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture", e);
        }
        var resolution = resolution();
        return ByteBuffer.allocate(bytes.size() + resolution.length)
                .put(bytes.toByteArray(), 0, AFTER_HEADER)
                .put(resolution)
                .put(bytes.toByteArray(), AFTER_HEADER, bytes.size() - AFTER_HEADER)
                .array();
    }

    /** The chunk pHYs: pixels per metre across and up, and 1 for "metre". */
    private static byte[] resolution() {
        int perMetre = (int) Math.round(DOTS_PER_INCH / METRES_PER_INCH);
        var chunk = ByteBuffer.allocate(4 + 4 + 9 + 4)
                .putInt(9)
                .put("pHYs".getBytes(StandardCharsets.US_ASCII))
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + 9);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
