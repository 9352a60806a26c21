// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SvgCanvasTest {
    private static final Caption WORDS = new Caption("fig", "Title", "Text", "Alt");
    private static final BasicStroke PEN = new BasicStroke(1);

    private final SvgCanvas canvas = new SvgCanvas("fig");

    private Document document() throws Exception {
        return ChartsTest.parse(canvas.document(WORDS, 100, 50.5));
    }

    private List<Element> elements(String tag) throws Exception {
        var found = document().getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private Element only(String tag) throws Exception {
        var found = elements(tag);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void the_page_states_its_size_once_in_points_and_once_in_its_own_units() throws Exception {
        var root = document().getDocumentElement();

        assertThat(root.getAttribute("width")).isEqualTo("100pt");
        assertThat(root.getAttribute("height")).isEqualTo("50.5pt");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 100 50.5");
        assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    }

    @Test
    void a_picture_without_anything_in_it_still_has_a_title_and_an_alternative_text() throws Exception {
        assertThat(only("title").getTextContent()).isEqualTo("Title");
        assertThat(document().getDocumentElement().getAttribute("aria-label")).isEqualTo("Alt");
        assertThat(elements("defs")).isEmpty();
    }

    @Test
    void every_kind_of_segment_has_its_letter() throws Exception {
        var path = new Path2D.Double();
        path.moveTo(0, 1);
        path.lineTo(2, 3);
        path.quadTo(4, 5, 6, 7);
        path.curveTo(8, 9, 10, 11, 12, 13);
        path.closePath();
        canvas.fill(path, Color.BLACK, null);

        assertThat(only("path").getAttribute("d")).isEqualTo("M0 1L2 3Q4 5 6 7C8 9 10 11 12 13Z");
    }

    @Test
    void a_coordinate_is_a_hundredth_of_a_point() throws Exception {
        canvas.outline(new Line2D.Double(1.0 / 3, -0.004, 2.004, 1e7), PEN, Color.BLACK, null);

        assertThat(only("path").getAttribute("d")).isEqualTo("M0.33 0L2 10000000");
    }

    @Test
    void steps_too_short_to_see_are_left_out_but_the_end_of_a_curve_is_kept() throws Exception {
        var path = new Path2D.Double();
        path.moveTo(0, 0);
        path.lineTo(0.001, 0.001);
        path.lineTo(5, 5);
        path.lineTo(5.001, 5.001);
        path.append(new QuadCurve2D.Double(5, 5, 6, 6, 5, 5), true);
        canvas.outline(path, PEN, Color.BLACK, null);

        assertThat(only("path").getAttribute("d")).isEqualTo("M0 0L5 5Q6 6 5 5");
    }

    @Test
    void an_area_has_a_fill_and_no_line_and_a_line_no_fill() throws Exception {
        canvas.fill(new Rectangle(0, 0, 1, 1), new Color(0x0072b2), null);
        canvas.outline(new Rectangle(0, 0, 1, 1), PEN, new Color(0xd55e00), null);

        var area = elements("path").get(0);
        var line = elements("path").get(1);
        assertThat(area.getAttribute("fill")).isEqualTo("#0072b2");
        assertThat(area.hasAttribute("stroke")).isFalse();
        assertThat(line.getAttribute("fill")).isEqualTo("none");
        assertThat(line.getAttribute("stroke")).isEqualTo("#d55e00");
    }

    @Test
    void opacity_is_an_attribute_only_where_something_shows_through() throws Exception {
        canvas.fill(new Rectangle(0, 0, 1, 1), new Color(1, 2, 3, 51), null);
        canvas.fill(new Rectangle(0, 0, 1, 1), new Color(1, 2, 3), null);

        assertThat(elements("path").get(0).getAttribute("fill-opacity")).isEqualTo("0.2");
        assertThat(elements("path").get(1).hasAttribute("fill-opacity")).isFalse();
    }

    @Test
    void a_pen_is_told_by_width_ends_joins_and_dashes() throws Exception {
        var round = new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        var dashed =
                new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 1.8f, 1.2f}, 0);
        canvas.outline(new Line2D.Double(0, 0, 1, 1), round, Color.BLACK, null);
        canvas.outline(new Line2D.Double(0, 0, 1, 1), dashed, Color.BLACK, null);

        var first = elements("path").get(0);
        var second = elements("path").get(1);
        assertThat(first.getAttribute("stroke-width")).isEqualTo("1.5");
        assertThat(first.getAttribute("stroke-linecap")).isEqualTo("round");
        assertThat(first.getAttribute("stroke-linejoin")).isEqualTo("round");
        assertThat(first.hasAttribute("stroke-dasharray")).isFalse();
        assertThat(second.getAttribute("stroke-dasharray")).isEqualTo("6 1.8 1.2");
        assertThat(second.hasAttribute("stroke-linecap")).isFalse();
    }

    @Test
    void a_shape_inside_its_clip_needs_none() throws Exception {
        canvas.fill(new Rectangle(2, 2, 2, 2), Color.BLACK, new Rectangle(0, 0, 10, 10));

        assertThat(only("path").hasAttribute("clip-path")).isFalse();
        assertThat(elements("clipPath")).isEmpty();
    }

    @Test
    void a_shape_across_the_edge_of_its_clip_names_it_and_one_clip_is_written_once() throws Exception {
        var clip = new Rectangle2D.Double(0, 0, 10, 10);
        canvas.fill(new Rectangle(5, 5, 10, 10), Color.BLACK, clip);
        canvas.fill(new Rectangle(6, 6, 10, 10), Color.BLACK, clip);
        canvas.fill(new Rectangle(6, 6, 10, 10), Color.BLACK, new Ellipse2D.Double(0, 0, 8, 8));

        assertThat(elements("clipPath"))
                .extracting(clipPath -> clipPath.getAttribute("id"))
                .containsExactly("fig-clip1", "fig-clip2");
        assertThat(elements("path").stream()
                        .map(path -> path.getAttribute("clip-path"))
                        .filter(reference -> !reference.isEmpty()))
                .containsExactly("url(#fig-clip1)", "url(#fig-clip1)", "url(#fig-clip2)");
        assertThat(((Element) elements("clipPath").get(0).getFirstChild()).getAttribute("d"))
                .isEqualTo("M0 0L10 0L10 10L0 10L0 0Z");
    }

    @Test
    void a_shape_without_segments_is_not_written() throws Exception {
        canvas.fill(new Path2D.Double(), Color.BLACK, null);

        assertThat(elements("path")).isEmpty();
    }

    @Test
    void upright_text_has_a_place_and_turned_text_a_matrix() throws Exception {
        canvas.text("up", Look.LABEL, Color.BLACK, AffineTransform.getTranslateInstance(3, 4));
        var turn = AffineTransform.getTranslateInstance(5, 6);
        turn.rotate(-Math.PI / 2);
        canvas.text("left", Look.LABEL, Color.BLACK, turn);

        var up = elements("text").get(0);
        assertThat(up.getAttribute("x")).isEqualTo("3");
        assertThat(up.getAttribute("y")).isEqualTo("4");
        assertThat(elements("text").get(1).getAttribute("transform")).isEqualTo("matrix(0 -1 1 0 5 6)");
    }

    @Test
    void text_tells_size_weight_and_the_length_it_had_when_it_was_laid_out() throws Exception {
        canvas.text("Speed", Look.LABEL, Look.INK, new AffineTransform());
        canvas.text("Speed", Look.TITLE, Look.INK, new AffineTransform());

        var plain = elements("text").get(0);
        assertThat(plain.getAttribute("font-size")).isEqualTo("8.5");
        assertThat(plain.hasAttribute("font-weight")).isFalse();
        assertThat(elements("text").get(1).getAttribute("font-weight")).isEqualTo("600");
        double length = Look.LABEL.getStringBounds("Speed", Fonts.CONTEXT).getWidth();
        assertThat(Double.parseDouble(plain.getAttribute("textLength")))
                .isCloseTo(length, within(0.005)); // rounded to hundredths
        assertThat(plain.getTextContent()).isEqualTo("Speed");
    }
}
