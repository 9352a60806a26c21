// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn stands where its numbers say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeometryTest {
    private static final Axis X = Axis.of("Time", "ms");
    private static final Axis Y = Axis.of("Angle", "deg");
    private static final Color BLUE = Look.color(Role.PREDICTED);

    /** Points of a page are written in single precision on the way. */
    private static final double ROUNDING = 1e-3;

    private static Lines lines(Axis y, Series... series) {
        return new Lines(Caption.of("f", "F", "f"), X, y, List.of(series));
    }

    private static Series series(Role role, double[] y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> 10 * i);
        return Series.of(role.name(), role, x, y);
    }

    /** Where an axis puts a value, by the definition of an even axis. */
    private static double at(double value, ValueAxis axis, double from, double to) {
        return from + (value - axis.getLowerBound()) / axis.getRange().getLength() * (to - from);
    }

    private static List<List<Point2D>> pieces(CanvasRecord.Drawn drawn) {
        var pieces = new ArrayList<List<Point2D>>();
        double[] p = new double[6];
        for (var i = drawn.shape().getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            if (kind == PathIterator.SEG_MOVETO) {
                pieces.add(new ArrayList<>());
            }
            if (kind != PathIterator.SEG_CLOSE) {
                pieces.get(pieces.size() - 1).add(new Point2D.Double(p[0], p[1]));
            }
        }
        return pieces;
    }

    static List<Figure> figures() {
        return DemoFigures.all();
    }

    @Test
    void scattered_points_of_any_role_are_dots_that_no_line_joins() {
        double[] y = {-3, 14.5, 8};
        var joined = new CanvasRecord();
        var scattered = new CanvasRecord();

        new Sketch(lines(Y, series(Role.PREDICTED, y))).draw(joined);
        new Sketch(lines(Y, series(Role.PREDICTED, y).scattered())).draw(scattered);

        assertThat(joined.lines(BLUE)).hasSize(1);
        assertThat(scattered.lines(BLUE))
                .hasSize(3)
                .allSatisfy(
                        dot -> assertThat(dot.shape().getBounds2D().getWidth()).isLessThan(10));
    }

    @Test
    void each_point_of_a_line_stands_where_both_axes_say() {
        double[] y = {-3, 14.5, 8, 0, 22};
        var figure = lines(Y, series(Role.PREDICTED, y));
        var sketch = new Sketch(figure);
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);
        var plot = sketch.plots().get(0);

        var points = pieces(record.lines(BLUE).get(0)).get(0);

        for (int i = 0; i < y.length; i++) {
            assertThat(points.get(i).getX())
                    .isCloseTo(at(10 * i, plot.getDomainAxis(), area.getMinX(), area.getMaxX()), within(ROUNDING));
            assertThat(points.get(i).getY())
                    .isCloseTo(at(y[i], plot.getRangeAxis(), area.getMaxY(), area.getMinY()), within(ROUNDING));
        }
    }

    @Test
    void each_point_of_a_decade_axis_stands_at_its_logarithm() {
        double[] y = {0.01, 0.1, 0.5, 10};
        var sketch = new Sketch(lines(Axis.logarithmic("Loss", ""), series(Role.PREDICTED, y)));
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);

        var points = pieces(record.lines(BLUE).get(0)).get(0);

        for (int i = 0; i < y.length; i++) {
            double share = (StrictMath.log10(y[i]) + 2) / 3; // 0.01 to 10 are three decades
            assertThat(points.get(i).getY()).isCloseTo(area.getMaxY() - share * area.getHeight(), within(ROUNDING));
        }
    }

    @Test
    void a_gap_of_numbers_that_are_none_breaks_the_line() {
        double[] y = {1, 2, Double.NaN, Double.NaN, 5, 6, 7};

        var pieces = pieces(
                CanvasRecord.of(lines(Y, series(Role.PREDICTED, y))).lines(BLUE).get(0));

        assertThat(pieces).extracting(List::size).containsExactly(2, 3);
    }

    @Test
    void a_band_follows_its_lower_and_upper_ends_and_is_clipped_to_the_axes() {
        double[] y = {10, 20, 15};
        var figure = lines(Y, series(Role.PREDICTED, y).between(new double[] {8, 17, 11}, new double[] {12, 23, 19}));
        var sketch = new Sketch(figure);
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);
        var axis = sketch.plots().get(0).getRangeAxis();

        var band = record.shapes.stream()
                .filter(d -> d.filled() && d.color().equals(Look.faded(BLUE)))
                .findFirst()
                .orElseThrow()
                .shape()
                .getBounds2D();

        assertThat(band.getMinY()).isCloseTo(at(23, axis, area.getMaxY(), area.getMinY()), within(ROUNDING));
        assertThat(band.getMaxY()).isCloseTo(at(8, axis, area.getMaxY(), area.getMinY()), within(ROUNDING));
        assertThat(area.contains(band)).isTrue();
    }

    @Test
    void an_error_bar_reaches_from_its_lower_to_its_upper_end() {
        var dots = DemoFigures.endpointError();
        var sketch = new Sketch(dots);
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);
        var axis = sketch.plots().get(0).getRangeAxis();
        var network = dots.series().get(1);

        var bars = record.lines(BLUE).stream()
                .map(d -> d.shape().getBounds2D())
                .filter(box -> box.getWidth() == 0)
                .toList();

        assertThat(bars).hasSize(network.size());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.get(i).getMinY())
                    .isCloseTo(at(network.high(i), axis, area.getMaxY(), area.getMinY()), within(ROUNDING));
            assertThat(bars.get(i).getMaxY())
                    .isCloseTo(at(network.low(i), axis, area.getMaxY(), area.getMinY()), within(ROUNDING));
        }
    }

    @Test
    void two_series_at_one_direction_stand_beside_each_other_around_it() {
        var sketch = new Sketch(DemoFigures.endpointError());
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);
        var axis = sketch.plots().get(0).getDomainAxis();
        double quarter = at(90, axis, area.getMinX(), area.getMaxX());

        double cortex = middle(record, Look.color(Role.TARGET), 2);
        double network = middle(record, BLUE, 2);

        assertThat((cortex + network) / 2).isCloseTo(quarter, within(ROUNDING));
        assertThat(network - cortex).isGreaterThan(4.6); // a dot is 4.6 points wide
    }

    private static double middle(CanvasRecord record, Color color, int dot) {
        return record.shapes.stream()
                .filter(d -> d.filled() && d.color().equals(color))
                .toList()
                .get(dot)
                .shape()
                .getBounds2D()
                .getCenterX();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void no_data_leave_their_axes(Figure figure) {
        var record = new CanvasRecord();
        var areas = new Sketch(figure).draw(record);

        for (var drawn : record.shapes) {
            if (drawn.clip() != null && isData(drawn)) {
                var clip = drawn.clip().getBounds2D();
                assertThat(areas)
                        .anySatisfy(area -> assertThat(grown(area).contains(clip))
                                .as("%s in %s", clip, area)
                                .isTrue());
            }
        }
    }

    private static boolean isData(CanvasRecord.Drawn drawn) {
        return Arrays.stream(Role.values())
                .anyMatch(role -> role != Role.FIT
                        && (Look.color(role).equals(drawn.color())
                                || Look.faded(Look.color(role)).equals(drawn.color())));
    }

    private static Rectangle2D grown(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX() - 0.01, area.getY() - 0.01, area.getWidth() + 0.02, area.getHeight() + 0.02);
    }

    @ParameterizedTest
    @CsvSource({"0,10,0,10", "0,30,0,1", "-1,1,0,50", "5,5,2,9", "0,1e-3,0,4e-3"})
    void a_unit_of_a_plane_is_as_long_across_as_up_and_everything_is_on_it(double x0, double x1, double y0, double y1) {
        var path = Series.of("p", Role.PREDICTED, new double[] {x0, x1}, new double[] {y0, y1});
        var sketch =
                new Sketch(new Paths(Caption.of("p", "P", "p"), Axis.of("x", "cm"), Axis.of("y", "cm"), List.of(path)));
        var area = sketch.draw(Sketch.NOWHERE).get(0);
        XYPlot plot = sketch.plots().get(0);

        double across = area.getWidth() / plot.getDomainAxis().getRange().getLength();
        double up = area.getHeight() / plot.getRangeAxis().getRange().getLength();

        assertThat(across).isCloseTo(up, within(1e-9 * up)); // rounding only
        assertThat(plot.getDomainAxis().getRange().contains(x0)).isTrue();
        assertThat(plot.getDomainAxis().getRange().contains(x1)).isTrue();
        assertThat(plot.getRangeAxis().getRange().contains(y0)).isTrue();
        assertThat(plot.getRangeAxis().getRange().contains(y1)).isTrue();
    }

    @Test
    void a_mark_is_a_vertical_line_through_its_moment_over_the_whole_height() {
        var sketch = new Sketch(DemoFigures.speed());
        var record = new CanvasRecord();
        var area = sketch.draw(record).get(0);
        var axis = sketch.plots().get(0).getDomainAxis();

        var mark = record.shapes.stream()
                .filter(d -> Look.EVENT.equals(d.stroke()))
                .findFirst()
                .orElseThrow()
                .shape()
                .getBounds2D();

        assertThat(mark.getWidth()).isZero();
        assertThat(mark.getX()).isCloseTo(axis.valueToJava2D(0, area, RectangleEdge.BOTTOM), within(ROUNDING));
        assertThat(mark.getHeight()).isCloseTo(area.getHeight(), within(ROUNDING));
    }

    @Test
    void more_paths_than_can_be_told_apart_are_drawn_thin() {
        var few = pen(8);
        var many = pen(40);

        assertThat(few).isEqualTo(Look.stroke(Role.PREDICTED).getLineWidth());
        assertThat(many).isLessThan(few);
    }

    private static float pen(int count) {
        var paths = new ArrayList<Series>();
        for (int i = 0; i < count; i++) {
            paths.add(Series.of("n", Role.PREDICTED, new double[] {0, 5}, new double[] {0, i}));
        }
        var figure = new Paths(Caption.of("p", "P", "p"), Axis.of("x", "cm"), Axis.of("y", "cm"), paths);
        return CanvasRecord.of(figure).lines(BLUE).get(0).pen().getLineWidth();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void no_two_texts_overlap_and_none_leaves_the_page(Figure figure) {
        var sketch = new Sketch(figure);
        var record = new CanvasRecord();
        sketch.draw(record);
        var page = new Rectangle2D.Double(0, 0, sketch.width(), sketch.height());
        var boxes = record.texts.stream().map(GeometryTest::box).toList();

        for (int i = 0; i < boxes.size(); i++) {
            assertThat(page.contains(boxes.get(i))).as(record.words().get(i)).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j)))
                        .as("%s over %s", record.words().get(i), record.words().get(j))
                        .isFalse();
            }
        }
    }

    /** The box of the ink of a text on the page. */
    static Rectangle2D box(CanvasRecord.Written text) {
        var ink = text.font().createGlyphVector(Fonts.CONTEXT, text.text()).getVisualBounds();
        return text.place().createTransformedShape(ink).getBounds2D();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void no_line_is_cut_in_half_at_the_end_of_an_axis(Figure figure) {
        for (var drawn : CanvasRecord.of(figure).lines(Look.INK)) {
            if (drawn.clip() != null && Look.AXIS.equals(drawn.stroke())) {
                var inked = drawn.pen().createStrokedShape(drawn.shape()).getBounds2D();
                assertThat(drawn.clip().getBounds2D().contains(inked))
                        .as("%s", inked)
                        .isTrue();
            }
        }
    }

    @Test
    void labels_of_axes_above_each_other_stand_in_one_line() {
        double[] wide = {-1000, 1000};
        double[] narrow = {0, 1};
        var record = CanvasRecord.of(new Panels(
                Caption.of("p", "P", "p"),
                1,
                false,
                List.of(
                        new Lines(
                                Caption.of("a", "A", "a"),
                                X,
                                Axis.of("Upper", ""),
                                List.of(series(Role.PREDICTED, wide))),
                        new Lines(
                                Caption.of("b", "B", "b"),
                                X,
                                Axis.of("Lower", ""),
                                List.of(series(Role.PREDICTED, narrow))))));

        assertThat(record.text("Upper").x()).isCloseTo(record.text("Lower").x(), within(1.0)); // whole points
    }
}
