// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PngCanvasTest {
    private static final int WHITE = 0xffffffff;
    private static final int RED = 0xffff0000;

    static List<Figure> figures() {
        return List.of(DemoFigures.speed(), DemoFigures.handPaths(), DemoFigures.training());
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void an_inch_of_the_page_is_300_pixels() throws Exception {
        var canvas = new PngCanvas(72, 36);
        canvas.fill(new Rectangle(18, 9, 18, 9), Color.RED, null);

        var image = image(canvas.file());

        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(150);
        // a quarter of an inch is 75 pixels, an eighth 37.5
        assertThat(image.getRGB(75, 40)).isEqualTo(RED);
        assertThat(image.getRGB(149, 73)).isEqualTo(RED);
        assertThat(image.getRGB(74, 40)).isEqualTo(WHITE);
        assertThat(image.getRGB(150, 40)).isEqualTo(WHITE);
    }

    @Test
    void nothing_is_painted_outside_of_a_clip() throws Exception {
        var canvas = new PngCanvas(72, 72);
        canvas.fill(new Rectangle(0, 0, 72, 72), Color.RED, new Rectangle2D.Double(24, 24, 24, 24));
        canvas.outline(
                new Line2D.Double(0, 60, 72, 60),
                new BasicStroke(4),
                Color.RED,
                new Rectangle2D.Double(24, 24, 24, 24));

        var image = image(canvas.file());

        assertThat(image.getRGB(150, 150)).isEqualTo(RED);
        assertThat(image.getRGB(99, 150)).isEqualTo(WHITE);
        assertThat(image.getRGB(201, 150)).isEqualTo(WHITE);
        assertThat(image.getRGB(150, 250)).isEqualTo(WHITE);
    }

    @Test
    void a_clip_holds_for_its_shape_alone() throws Exception {
        var canvas = new PngCanvas(72, 72);
        canvas.fill(new Rectangle(0, 0, 72, 72), Color.RED, new Rectangle2D.Double(0, 0, 1, 1));
        canvas.fill(new Rectangle(36, 36, 36, 36), Color.RED, null);

        assertThat(image(canvas.file()).getRGB(299, 299)).isEqualTo(RED);
    }

    @Test
    void a_line_is_as_wide_as_its_pen_and_stands_where_it_is_drawn() throws Exception {
        var canvas = new PngCanvas(72, 72);
        canvas.outline(new Line2D.Double(36, 0, 36, 72), new BasicStroke(2.4f), Color.RED, null);

        var image = image(canvas.file());

        // 2.4 points are 10 pixels, half of them on either side of pixel 150
        for (int x = 145; x < 155; x++) {
            assertThat(image.getRGB(x, 100)).isEqualTo(RED);
        }
        assertThat(image.getRGB(144, 100)).isEqualTo(WHITE);
        assertThat(image.getRGB(155, 100)).isEqualTo(WHITE);
    }

    @Test
    void letters_are_painted_in_their_colour_above_their_baseline() throws Exception {
        var canvas = new PngCanvas(72, 72);
        canvas.text("I", Look.LABEL.deriveFont(40f), Color.RED, AffineTransform.getTranslateInstance(10, 50));

        var image = image(canvas.file());

        int lowest = 0;
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                if (image.getRGB(x, y) == RED) {
                    lowest = Math.max(lowest, y);
                }
            }
        }
        // an I stands on its baseline: 50 points are 208.3 pixels
        assertThat((double) lowest).isCloseTo(50 * PngCanvas.SCALE, within(1.5));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_picture_has_white_edges_all_around(Figure figure) throws Exception {
        var image = image(Charts.png(figure));

        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        var edge = new HashSet<Integer>();
        for (int y = 0; y <= bottom; y++) {
            edge.add(image.getRGB(0, y));
            edge.add(image.getRGB(right, y));
        }
        for (int x = 0; x <= right; x++) {
            edge.add(image.getRGB(x, 0));
            edge.add(image.getRGB(x, bottom));
        }
        assertThat(edge).containsExactly(WHITE);
    }

    @Test
    void every_chunk_of_the_file_has_the_checksum_it_states() {
        var file = ByteBuffer.wrap(Charts.png(DemoFigures.preferred()));
        file.position(8); // signature
        var names = new ArrayList<String>();

        while (file.hasRemaining()) {
            int length = file.getInt();
            var crc = new CRC32();
            crc.update(file.array(), file.position(), 4 + length);
            byte[] name = new byte[4];
            file.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            file.position(file.position() + length);
            assertThat(file.getInt()).isEqualTo((int) crc.getValue());
        }

        assertThat(names).startsWith("IHDR", "pHYs").endsWith("IEND").contains("IDAT");
    }
}
