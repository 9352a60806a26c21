// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.awt.geom.Rectangle2D;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AxisTicksTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 300, 170);

    private static Lines figure(Axis axis, double... y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return new Lines(
                Caption.of("f", "F", "f"), Axis.of("Time", "s"), axis, List.of(Series.of("a", Role.PREDICTED, x, y)));
    }

    private static ValueAxis vertical(Axis axis, double... y) {
        var figure = figure(axis, y);
        var parts = List.<Figure>of(figure);
        var plot = PlotMaker.plot(
                figure, Span.across(figure.x(), parts), Span.up(axis, parts), AREA.getWidth(), AREA.getHeight());
        return plot.getRangeAxis();
    }

    private static List<NumberTick> ticks(ValueAxis axis) {
        var graphics = new VectorGraphics(Sketch.NOWHERE);
        var ticks = new ArrayList<NumberTick>();
        for (Object tick : axis.refreshTicks(graphics, new AxisState(), AREA, RectangleEdge.LEFT)) {
            ticks.add((NumberTick) tick);
        }
        return ticks;
    }

    @Test
    void what_is_counted_has_no_halves() {
        assertThat(labels(vertical(Axis.counted("Step"), 1, 2))).containsExactly("0", "1", "2");
        assertThat(labels(vertical(Axis.fromZero("Step", ""), 1, 2))).contains("0.5");
        assertThat(labels(vertical(Axis.counted("Step"), 1, 40))).contains("0", "10", "40");
    }

    private static List<String> labels(ValueAxis axis) {
        return ticks(axis).stream()
                .map(NumberTick::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Reads a label as a person would. */
    private static double number(String label) {
        return Double.parseDouble(label.replace('\u2212', '-'));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-1, 1",
        "3.1, 3.2",
        "-0.004, 0.017",
        "99, 101",
        "1e-9, 3e-9",
        "-7e12, 2e12",
        "1e6, 1000010",
        "-250, -249",
        "0, 7",
        "0, 1e-12",
        "123.4, 567.8",
        "-1e250, 1e250",
        "0, 1e-200"
    })
    void labels_are_round_evenly_spaced_apart_and_true(double low, double high) {
        var axis = vertical(Axis.of("v", ""), low, high);

        var labels = labels(axis);
        var values = ticks(axis).stream().map(NumberTick::getValue).toList();

        assertThat(labels).hasSizeBetween(3, 12).doesNotHaveDuplicates();
        double step = values.get(1) - values.get(0);
        for (int i = 0; i < labels.size(); i++) {
            // a label is its tick, but for rounding in the last digits of the tick
            assertThat(number(labels.get(i))).isCloseTo(values.get(i), within(1e-6 * step));
        }
        // 1, 2 or 5 times a power of ten
        double leading = step / StrictMath.pow(10, Math.floor(StrictMath.log10(step * 1.0000001)));
        assertThat(List.of(1.0, 2.0, 5.0)).anySatisfy(m -> assertThat(leading).isCloseTo(m, within(1e-5)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "3.1, 3.2", "1e-9, 3e-9", "-7e12, 2e12", "99999, 100001", "0, 1e-12", "-1e250, 1e250"})
    void no_label_is_longer_than_a_person_reads_at_a_glance(double low, double high) {
        assertThat(labels(vertical(Axis.of("v", ""), low, high)))
                .allSatisfy(label -> assertThat(label.length()).isLessThanOrEqualTo(10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, -5, 1e-7, 1e7, -3e-250, 1e-310, Double.MIN_VALUE})
    void a_constant_lies_inside_of_an_axis_with_ticks(double value) {
        for (var axis : List.of(Axis.of("v", ""), Axis.fromZero("v", ""))) {
            var made = vertical(axis, value, value, value);

            boolean below = axis.scale() == Axis.Scale.FROM_ZERO && value < 0;
            assertThat(made.getRange().contains(value) || below).isTrue();
            assertThat(labels(made)).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_differs_by_rounding_alone_is_not_blown_up_to_a_whole_axis() {
        var made = vertical(Axis.of("v", ""), 45, 45 + 1e-12, 45 - 1e-12);

        assertThat(made.getRange().getLength()).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE})
    void values_that_cannot_be_drawn_leave_an_axis_of_its_own(double value) {
        for (var axis : List.of(Axis.of("v", ""), Axis.fromZero("v", ""), Axis.logarithmic("v", ""))) {
            var made = vertical(axis, value, value);

            assertThat(made.getRange().getLength()).isBetween(0.5, 10.0);
            assertThat(labels(made)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void one_point_alone_has_axes_on_both_sides_of_it() {
        var plot = new Sketch(figure(Axis.of("v", ""), 3)).plots().get(0);

        assertThat(plot.getDomainAxis().getRange().contains(0)).isTrue();
        assertThat(plot.getRangeAxis().getRange().getLowerBound()).isLessThan(3);
        assertThat(plot.getRangeAxis().getRange().getUpperBound()).isGreaterThan(3);
    }

    @Test
    void random_ranges_always_get_at_least_three_labels_that_differ() {
        var random = RandomStream.of(5, "ranges");
        for (int i = 0; i < 200; i++) {
            double low = (random.nextDouble() - 0.5) * StrictMath.pow(10, 16 * random.nextDouble() - 8);
            double high = low + StrictMath.pow(10, 16 * random.nextDouble() - 8);

            assertThat(labels(vertical(Axis.of("v", ""), low, high)))
                    .as("%s to %s", low, high)
                    .hasSizeBetween(3, 12)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void lines_and_dots_at_the_ends_of_the_data_are_not_cut() {
        var made = vertical(Axis.of("v", ""), 0, 100);
        var fromZero = vertical(Axis.fromZero("v", ""), 0, 100);

        // half a dot is 2.3 of the 165 points that an axis is long
        double half = 2.3 / 165 * 100;
        assertThat(made.getLowerBound()).isLessThan(-half);
        assertThat(made.getUpperBound()).isGreaterThan(100 + half);
        assertThat(fromZero.getLowerBound()).isLessThan(-half);
        assertThat(fromZero.getUpperBound()).isGreaterThan(100 + half);
    }

    @Test
    void a_circle_of_directions_is_labelled_by_quarters_or_halves() {
        var wide = new Sketch(DemoFigures.endpointError()).plots().get(0).getDomainAxis();
        var narrow = new Sketch(DemoFigures.tuning()).plots().get(4).getDomainAxis();

        assertThat(labels(wide)).containsExactly("0", "90", "180", "270", "360");
        assertThat(labels(narrow)).containsExactly("0", "180", "360");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.02;3;0.01,0.1,1,10",
                "1;1;1,10",
                "2000;90000;1000,10000,100000",
                "0.5;20000;0.1,10,1000,100000",
                "1e-9;1e-7;1e\u22129,1e\u22128,1e\u22127",
                "1e-6;1e6;1e\u22126,1e\u22123,1,1e3,1e6"
            })
    void decades_are_labelled_in_one_manner_and_thinned_evenly(double low, double high, String expected) {
        assertThat(labels(vertical(Axis.logarithmic("v", ""), low, high))).containsExactly(expected.split(","));
    }

    @Test
    void small_ticks_stand_at_two_to_nine_times_a_decade_as_long_as_there_is_room() {
        var few = ticks(vertical(Axis.logarithmic("v", ""), 0.01, 10));
        var many = ticks(vertical(Axis.logarithmic("v", ""), 1e-3, 1e3));

        var minor =
                few.stream().filter(t -> t.getTickType().equals(TickType.MINOR)).toList();
        assertThat(minor).hasSize(3 * 8);
        assertThat(minor.get(0).getValue()).isCloseTo(0.02, within(1e-12));
        assertThat(minor.get(7).getValue()).isCloseTo(0.09, within(1e-12));
        assertThat(many).allMatch(t -> t.getTickType().equals(TickType.MAJOR)).hasSize(7);
    }

    @Test
    void an_axis_of_decades_leaves_out_what_is_not_positive() {
        var made = vertical(Axis.logarithmic("v", ""), -5, 0, 0.5);

        assertThat(made.getLowerBound()).isCloseTo(0.1, within(1e-12));
        assertThat(made.getUpperBound()).isCloseTo(1, within(1e-12));
    }

    @Test
    void numbers_on_an_axis_are_written_and_never_read() {
        var format = PlainFormat.of(new Span(0, 1), 0.25);

        assertThat(format.format(0.25)).isEqualTo("0.2"); // half to even: a step of 0.25 is never chosen
        assertThat(format.format(3L)).isEqualTo("3.0");
        assertThatThrownBy(() -> format.parse("3", new ParsePosition(0)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("3");
    }

    @Test
    void zero_among_powers_of_ten_is_plain_zero() {
        assertThat(PlainFormat.of(new Span(0, 2e-9), 1e-9).format(0)).isEqualTo("0");
        assertThat(PlainFormat.of(new Span(0, 2e-9), 1e-9).format(-1e-9)).isEqualTo("\u22121e\u22129");
        assertThat(PlainFormat.of(new Span(0, 2.5e7), 5e6).format(1.5e7)).isEqualTo("1.5e7");
    }
}
