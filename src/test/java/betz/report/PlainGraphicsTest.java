// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.text.AttributedString;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainGraphicsTest {
    private static final BufferedImage IMAGE = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);

    private final CanvasRecord canvas = new CanvasRecord();
    private final VectorGraphics graphics = new VectorGraphics(canvas);

    private Shape drawn(boolean filled) {
        assertThat(canvas.shapes).hasSize(1);
        assertThat(canvas.shapes.get(0).filled()).isEqualTo(filled);
        return canvas.shapes.get(0).shape();
    }

    private static double[] corners(Shape shape) {
        var found = Stream.<Double>builder();
        double[] p = new double[6];
        for (var i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(p) != PathIterator.SEG_CLOSE) {
                found.add(p[0]).add(p[1]);
            }
        }
        return found.build().mapToDouble(d -> d).toArray();
    }

    private static boolean closed(Shape shape) {
        boolean closed = false;
        for (var i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            closed |= i.currentSegment(new double[6]) == PathIterator.SEG_CLOSE;
        }
        return closed;
    }

    @Test
    void a_line_joins_its_two_points() {
        graphics.drawLine(1, 2, 3, 4);

        assertThat(corners(drawn(false))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_polyline_stays_open_and_uses_only_the_points_that_count() {
        graphics.drawPolyline(new int[] {0, 5, 5, 99}, new int[] {0, 0, 5, 99}, 3);

        assertThat(corners(drawn(false))).containsExactly(0, 0, 5, 0, 5, 5);
        assertThat(closed(drawn(false))).isFalse();
    }

    @Test
    void a_polygon_is_closed() {
        graphics.drawPolygon(new int[] {0, 5, 5}, new int[] {0, 0, 5}, 3);

        assertThat(corners(drawn(false))).containsExactly(0, 0, 5, 0, 5, 5);
        assertThat(closed(drawn(false))).isTrue();
    }

    @Test
    void a_filled_polygon_holds_its_inside_alone() {
        graphics.fillPolygon(new int[] {0, 6, 6}, new int[] {0, 0, 6}, 3);

        assertThat(drawn(true).contains(5, 1)).isTrue();
        assertThat(drawn(true).contains(1, 5)).isFalse();
    }

    @Test
    void a_filled_rectangle_covers_its_width_and_height() {
        graphics.fillRect(1, 2, 3, 4);

        assertThat(drawn(true).getBounds2D()).isEqualTo(new Rectangle2D.Double(1, 2, 3, 4));
    }

    @Test
    void clearing_fills_with_the_background_and_restores_the_paint() {
        graphics.setPaint(Color.RED);
        graphics.setBackground(Color.GREEN);
        graphics.clearRect(0, 0, 2, 2);

        assertThat(canvas.shapes.get(0).color()).isEqualTo(Color.GREEN);
        assertThat(graphics.getPaint()).isEqualTo(Color.RED);
    }

    @Test
    void an_oval_touches_its_box_and_leaves_its_corners_free() {
        graphics.fillOval(0, 0, 10, 20);
        var oval = drawn(true);

        assertThat(oval.getBounds2D()).isEqualTo(new Rectangle2D.Double(0, 0, 10, 20));
        assertThat(oval.contains(5, 10)).isTrue();
        assertThat(oval.contains(1, 1)).isFalse();
        graphics.drawOval(0, 0, 10, 20);
        assertThat(canvas.shapes.get(1).filled()).isFalse();
    }

    @Test
    void a_rounded_rectangle_lacks_its_corners() {
        graphics.fillRoundRect(0, 0, 10, 10, 6, 6);

        assertThat(drawn(true).contains(0.3, 0.3)).isFalse();
        assertThat(drawn(true).contains(0.3, 5)).isTrue();
        graphics.drawRoundRect(0, 0, 10, 10, 6, 6);
        assertThat(canvas.shapes.get(1).filled()).isFalse();
    }

    @Test
    void a_filled_arc_is_a_slice_and_a_drawn_one_an_open_curve() {
        graphics.fillArc(-10, -10, 20, 20, 0, 90);
        var slice = drawn(true);

        // up to the right: angles go counter-clockwise, the y axis points down
        assertThat(slice.contains(3, -3)).isTrue();
        assertThat(slice.contains(3, 3)).isFalse();
        assertThat(slice.contains(-3, -3)).isFalse();
        graphics.drawArc(-10, -10, 20, 20, 0, 90);
        assertThat(closed(canvas.shapes.get(1).shape())).isFalse();
    }

    @Test
    void text_at_whole_numbers_is_text_at_the_same_place() {
        graphics.drawString("a", 3, 4);

        assertThat(canvas.text("a").x()).isEqualTo(3);
        assertThat(canvas.text("a").y()).isEqualTo(4);
    }

    @Test
    void a_shape_is_hit_where_it_meets_the_area() {
        assertThat(graphics.hit(new Rectangle(0, 0, 5, 5), new Rectangle(4, 4, 9, 9), false))
                .isTrue();
        assertThat(graphics.hit(new Rectangle(0, 0, 5, 5), new Rectangle(6, 6, 9, 9), false))
                .isFalse();
    }

    @Test
    void paint_mode_is_the_only_mode() {
        graphics.setPaint(Color.RED);
        graphics.setPaintMode();

        assertThat(graphics.getPaint()).isEqualTo(Color.RED);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, null)),
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, Color.RED, null)),
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, 1, 1, null)),
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, 1, 1, Color.RED, null)),
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, 1, 1, 0, 0, 1, 1, null)),
                refusal("an image", g -> g.drawImage(IMAGE, 0, 0, 1, 1, 0, 0, 1, 1, Color.RED, null)),
                refusal("an image", g -> g.drawImage(IMAGE, new AffineTransform(), null)),
                refusal("an image", g -> g.drawImage(IMAGE, new RescaleOp(1, 0, null), 0, 0)),
                refusal("an image", g -> g.drawRenderedImage(IMAGE, new AffineTransform())),
                refusal("styled text", g -> g.drawString(new AttributedString("a").getIterator(), 0, 0)),
                refusal("styled text", g -> g.drawString(new AttributedString("a").getIterator(), 0f, 0f)),
                refusal("exclusive-or", g -> g.setXORMode(Color.RED)),
                refusal("copying an area", g -> g.copyArea(0, 0, 1, 1, 2, 2)),
                refusal("a device", VectorGraphics::getDeviceConfiguration));
    }

    private static Arguments refusal(String what, Consumer<VectorGraphics> call) {
        return Arguments.of(what, call);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_is_no_shape_and_no_string_is_refused_by_name(String what, Consumer<VectorGraphics> call) {
        assertThatThrownBy(() -> call.accept(graphics))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(what + " is not a vector operation, expected shapes and strings");
        assertThat(canvas.shapes).isEmpty();
    }
}
