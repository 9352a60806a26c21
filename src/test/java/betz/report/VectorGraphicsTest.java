// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class VectorGraphicsTest {
    private static final Rectangle UNIT = new Rectangle(0, 0, 1, 1);

    private final CanvasRecord canvas = new CanvasRecord();
    private final VectorGraphics graphics = new VectorGraphics(canvas);

    private Rectangle2D filled() {
        graphics.fill(UNIT);
        return last().shape().getBounds2D();
    }

    private CanvasRecord.Drawn last() {
        return canvas.shapes.get(canvas.shapes.size() - 1);
    }

    private Shape clip() {
        return java.util.Objects.requireNonNull(last().clip());
    }

    @Test
    void a_shape_arrives_in_points_of_the_page() {
        graphics.translate(10, 20);
        graphics.scale(2, 3);

        assertThat(filled()).isEqualTo(new Rectangle2D.Double(10, 20, 2, 3));
    }

    @Test
    void later_transforms_apply_first_as_in_any_graphics() {
        graphics.scale(2, 2);
        graphics.translate(5.5, 0.5);

        assertThat(filled()).isEqualTo(new Rectangle2D.Double(11, 1, 2, 2));
    }

    @Test
    void a_quarter_turn_about_a_point_leaves_the_point_where_it_is() {
        graphics.rotate(Math.PI / 2, 3, 4);

        var turned = graphics.getTransform().transform(new java.awt.geom.Point2D.Double(3, 4), null);

        assertThat(turned.distance(3, 4)).isLessThan(1e-12); // rounding only
        // right becomes down on a page whose y axis points down
        assertThat(graphics.getTransform()
                        .transform(new java.awt.geom.Point2D.Double(4, 4), null)
                        .distance(3, 5))
                .isLessThan(1e-12);
    }

    @Test
    void a_turn_a_shear_and_a_further_transform_are_those_of_the_jdk() {
        var expected = new AffineTransform();
        expected.rotate(0.3);
        expected.shear(0.1, 0.2);
        expected.concatenate(AffineTransform.getScaleInstance(4, 5));

        graphics.rotate(0.3);
        graphics.shear(0.1, 0.2);
        graphics.transform(AffineTransform.getScaleInstance(4, 5));

        assertThat(graphics.getTransform()).isEqualTo(expected);
    }

    @Test
    void the_transform_that_is_handed_out_or_in_is_a_copy() {
        var given = AffineTransform.getTranslateInstance(1, 2);
        graphics.setTransform(given);
        given.translate(100, 100);
        graphics.getTransform().translate(100, 100);

        assertThat(filled()).isEqualTo(new Rectangle2D.Double(1, 2, 1, 1));
    }

    @Test
    void a_line_keeps_its_pen_and_is_not_turned_into_an_area() {
        var pen = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        graphics.setStroke(pen);
        graphics.draw(new Line2D.Double(0, 0, 5, 5));

        assertThat(last().stroke()).isSameAs(pen);
        assertThat(graphics.getStroke()).isSameAs(pen);
    }

    @Test
    void a_pen_of_any_other_kind_is_drawn_as_the_area_it_covers() {
        Stroke frame = shape -> new Rectangle2D.Double(-1, -1, 12, 12);
        graphics.setStroke(frame);
        graphics.draw(new Rectangle(0, 0, 10, 10));

        assertThat(last().filled()).isTrue();
        assertThat(last().shape().getBounds2D()).isEqualTo(new Rectangle2D.Double(-1, -1, 12, 12));
    }

    @Test
    void opacity_of_paint_and_composite_multiply() {
        graphics.setPaint(new Color(10, 20, 30, 128));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
        graphics.fill(UNIT);

        assertThat(last().color()).isEqualTo(new Color(10, 20, 30, 64));
        assertThat(graphics.getPaint()).isEqualTo(new Color(10, 20, 30, 128));
    }

    @Test
    void no_paint_leaves_the_paint_and_a_gradient_is_black() {
        graphics.setPaint(Color.RED);
        graphics.setPaint(null);
        graphics.setColor(null);
        assertThat(graphics.getColor()).isEqualTo(Color.RED);

        graphics.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE));
        graphics.fill(UNIT);

        assertThat(last().color()).isEqualTo(Color.BLACK);
        assertThat(graphics.getColor()).isEqualTo(Color.BLACK);
    }

    @Test
    void the_first_clip_is_the_clip_itself_and_the_second_narrows_it() {
        graphics.clip(new Rectangle(0, 0, 10, 10));
        graphics.clipRect(5, -5, 10, 10);
        graphics.fill(UNIT);

        assertThat(clip()).isEqualTo(new Rectangle2D.Double(5, 0, 5, 5));
    }

    @Test
    void two_clips_apart_leave_nothing() {
        graphics.clip(new Rectangle(0, 0, 1, 1));
        graphics.clip(new Rectangle(5, 5, 1, 1));
        graphics.fill(UNIT);

        assertThat(clip().getBounds2D().isEmpty()).isTrue();
    }

    @Test
    void a_round_clip_stays_round_when_it_is_narrowed() {
        graphics.clip(new Ellipse2D.Double(0, 0, 10, 10));
        graphics.clip(new Rectangle(0, 0, 10, 5));
        graphics.fill(UNIT);

        assertThat(clip().contains(5, 4)).isTrue();
        assertThat(clip().contains(5, 6)).isFalse(); // below the rectangle
        assertThat(clip().contains(0.5, 0.5)).isFalse(); // in the corner outside of the circle
    }

    @Test
    void a_clip_moves_with_the_transform_of_the_moment_it_is_set() {
        graphics.translate(100, 0);
        graphics.setClip(0, 0, 10, 10);
        graphics.translate(0, 50);
        graphics.fill(UNIT);

        assertThat(clip().getBounds2D()).isEqualTo(new Rectangle2D.Double(100, 0, 10, 10));
        assertThat(graphics.getClipBounds()).isEqualTo(new Rectangle(0, -50, 10, 10));
        assertThat(java.util.Objects.requireNonNull(graphics.getClip()).getBounds2D())
                .isEqualTo(new Rectangle2D.Double(0, -50, 10, 10));
    }

    @Test
    void setting_no_clip_frees_the_page() {
        graphics.setClip(0, 0, 1, 1);
        graphics.setClip(null);
        graphics.fill(UNIT);

        assertThat(last().clip()).isNull();
        assertThat(graphics.getClip()).isNull();
        assertThat(graphics.getClipBounds()).isNull();
    }

    @Test
    void a_clip_under_a_flat_transform_is_refused_with_the_transform() {
        graphics.setClip(0, 0, 1, 1);
        graphics.scale(0, 1);

        assertThatThrownBy(graphics::getClip)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0.0")
                .hasMessageContaining("inverted");
    }

    @Test
    void a_copy_begins_with_the_state_and_then_goes_its_own_way() {
        graphics.translate(1, 1);
        graphics.setPaint(Color.RED);
        graphics.setBackground(Color.YELLOW);
        graphics.setClip(0, 0, 9, 9);
        graphics.setStroke(new BasicStroke(7));
        graphics.setFont(Look.TITLE);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);

        var copy = (VectorGraphics) graphics.create();
        assertThat(copy.getTransform()).isEqualTo(graphics.getTransform());
        assertThat(copy.getPaint()).isEqualTo(Color.RED);
        assertThat(copy.getBackground()).isEqualTo(Color.YELLOW);
        assertThat(copy.getClipBounds()).isEqualTo(new Rectangle(0, 0, 9, 9));
        assertThat(copy.getStroke()).isEqualTo(new BasicStroke(7));
        assertThat(copy.getFont()).isEqualTo(Look.TITLE);
        assertThat(copy.getComposite()).isEqualTo(graphics.getComposite());
        assertThat(copy.getRenderingHints()).isEqualTo(graphics.getRenderingHints());

        copy.translate(50, 50);
        copy.setPaint(Color.BLUE);
        copy.clipRect(0, 0, 1, 1);
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        copy.dispose();

        assertThat(filled()).isEqualTo(new Rectangle2D.Double(1, 1, 1, 1));
        assertThat(last().color()).isEqualTo(new Color(255, 0, 0, 128));
        assertThat(clip().getBounds2D()).isEqualTo(new Rectangle2D.Double(1, 1, 9, 9));
        assertThat(graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING))
                .isEqualTo(RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Test
    void text_begins_at_its_place_on_the_page_in_a_font_of_ours() {
        graphics.setFont(new Font("Serif", Font.PLAIN, 11));
        graphics.translate(10, 10);
        graphics.drawString("loss", 2, 3);

        var written = canvas.text("loss");
        assertThat(written.x()).isEqualTo(12);
        assertThat(written.y()).isEqualTo(13);
        assertThat(written.font().getFamily(java.util.Locale.ROOT)).isEqualTo("Open Sans");
        assertThat(written.font().getSize2D()).isEqualTo(11);
    }

    @Test
    void no_font_leaves_the_font_and_blank_text_is_not_written() {
        graphics.setFont(Look.TITLE);
        graphics.setFont(null);
        graphics.drawString("  ", 0f, 0f);

        assertThat(graphics.getFont()).isEqualTo(Look.TITLE);
        assertThat(canvas.texts).isEmpty();
    }

    @Test
    void letters_are_as_wide_when_measured_as_when_drawn() {
        String text = "Hand position, forward (cm)";

        double measured = graphics.getFontMetrics(Look.LABEL).stringWidth(text);
        double drawn = Look.LABEL
                .getStringBounds(text, graphics.getFontRenderContext())
                .getWidth();

        assertThat(Math.abs(measured - drawn)).isLessThanOrEqualTo(1); // the first is a whole number
    }

    @Test
    void hints_can_be_set_added_and_replaced() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_DITHERING, null);
        graphics.addRenderingHints(Map.of(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY));
        assertThat(graphics.getRenderingHints()).hasSize(2);

        graphics.setRenderingHints(Map.of());

        assertThat(graphics.getRenderingHints()).isEmpty();
    }

    @Test
    void glyphs_are_filled_outlines_at_their_baseline() {
        var glyphs = Look.LABEL.createGlyphVector(graphics.getFontRenderContext(), "H");
        graphics.drawGlyphVector(glyphs, 30, 40);

        assertThat(last().filled()).isTrue();
        var bounds = last().shape().getBounds2D();
        assertThat(bounds.getMaxY()).isEqualTo(40); // an H stands on its baseline
        assertThat(bounds.getMinX()).isBetween(30.0, 32.0); // its left bearing
        assertThat(last().shape().getPathIterator(null).getWindingRule()).isEqualTo(PathIterator.WIND_NON_ZERO);
    }
}
