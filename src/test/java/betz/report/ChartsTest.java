// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartsTest {
    static List<Figure> figures() {
        return DemoFigures.all();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void the_same_figure_gives_the_same_bytes_in_any_locale(Figure figure) {
        var before = Locale.getDefault();
        String svg = Charts.svg(figure);
        String csv = Charts.csv(figure);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Charts.svg(figure)).isEqualTo(svg);
            assertThat(Charts.csv(figure)).isEqualTo(csv);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_same_figure_gives_the_same_picture() {
        assertThat(Charts.png(DemoFigures.psths())).isEqualTo(Charts.png(DemoFigures.psths()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void svg_is_well_formed_and_refers_to_nothing_outside_itself(Figure figure) throws Exception {
        var elements = parse(Charts.svg(figure)).getElementsByTagName("*");

        assertThat(elements.getLength()).isGreaterThan(10);
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            assertThat(element.getTagName()).isIn("svg", "title", "defs", "clipPath", "path", "text");
            assertThat(element.getAttribute("style")).isEmpty();
            assertThat(element.getAttribute("href")).isEmpty();
            assertThat(element.getAttribute("clip-path"))
                    .matches("(url\\(#" + figure.caption().id() + "-clip\\d+\\))?");
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void png_states_300_dots_per_inch_and_has_the_size_of_the_svg(Figure figure) throws Exception {
        var root = parse(Charts.svg(figure)).getDocumentElement();
        byte[] png = Charts.png(figure);

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(pixels(root.getAttribute("width")));
        assertThat(image.getHeight()).isEqualTo(pixels(root.getAttribute("height")));
        var chunk = ByteBuffer.wrap(png, 33, 21);
        assertThat(chunk.getInt()).isEqualTo(9);
        assertThat(chunk.getInt()).isEqualTo(0x70485973); // "pHYs"
        assertThat(chunk.getInt()).isEqualTo(11811); // 300 / 0.0254
        assertThat(chunk.getInt()).isEqualTo(11811);
        assertThat(chunk.get()).isEqualTo((byte) 1);
    }

    private static int pixels(String points) {
        return (int) Math.round(Double.parseDouble(points.replace("pt", "")) * 300 / 72);
    }

    @Test
    void a_centimetre_of_a_hand_path_is_as_long_across_as_it_is_up() {
        var sketch = new Sketch(DemoFigures.handPaths());
        var area = sketch.draw(Sketch.NOWHERE).get(0);
        var plot = sketch.plots().get(0);

        double across = area.getWidth() / plot.getDomainAxis().getRange().getLength();
        double up = area.getHeight() / plot.getRangeAxis().getRange().getLength();

        assertThat(across).isCloseTo(up, within(1e-9 * up)); // rounding only
    }

    @Test
    void panels_have_equal_axes_that_line_up_in_columns_and_rows() {
        var areas = new Sketch(DemoFigures.muscles()).draw(Sketch.NOWHERE);

        for (int i = 0; i < 6; i++) {
            assertThat(areas.get(i).getWidth()).isCloseTo(areas.get(0).getWidth(), within(1e-9));
            assertThat(areas.get(i).getHeight()).isCloseTo(areas.get(0).getHeight(), within(1e-9));
            assertThat(areas.get(i).getX()).isCloseTo(areas.get(i % 3).getX(), within(1e-9));
            assertThat(areas.get(i).getY()).isCloseTo(areas.get(i - i % 3).getY(), within(1e-9));
        }
    }

    @Test
    void a_straight_path_is_drawn_where_its_axes_say() throws Exception {
        var line = Series.of("a", Role.PREDICTED, new double[] {0, 10}, new double[] {0, 10});
        var figure = new Paths(Caption.of("diagonal", "D", "d"), Axis.of("x", "cm"), Axis.of("y", "cm"), List.of(line));

        var area = new Sketch(figure).draw(Sketch.NOWHERE).get(0);

        double side = Math.min(area.getWidth(), area.getHeight()) / 1.08; // 8 % margin
        var expected = String.format(
                Locale.ROOT,
                "M%s %sL%s %s",
                NumberText.coordinate((float) (area.getCenterX() - side / 2)),
                NumberText.coordinate((float) (area.getCenterY() + side / 2)),
                NumberText.coordinate((float) (area.getCenterX() + side / 2)),
                NumberText.coordinate((float) (area.getCenterY() - side / 2)));
        assertThat(Charts.svg(figure)).contains(expected);
    }

    @Test
    void a_decade_axis_writes_plain_powers_of_ten() {
        var svg = Charts.svg(DemoFigures.training());

        assertThat(svg).contains(">0.001<", ">0.01<", ">0.1<", ">1<").doesNotContain("10^");
        assertThat(DecadeAxis.label(-6, 5)).isEqualTo("1e\u22126");
        assertThat(DecadeAxis.label(4, 5)).isEqualTo("10000");
    }

    @Test
    void the_legend_names_each_kind_of_series_once() {
        assertThat(Charts.svg(DemoFigures.handPaths()).split(">network<", -1)).hasSize(2);
        assertThat(Charts.svg(DemoFigures.muscles()).split(">go cue<", -1)).hasSize(2);
    }

    @Test
    void gaps_constants_and_empty_series_are_drawn_without_a_number_that_is_none() {
        var gap = Series.of(
                "gap", Role.PREDICTED, new double[] {0, 1, 2}, new double[] {1, Double.NaN, Double.POSITIVE_INFINITY});
        var none = Series.of("none", Role.TARGET, new double[0], new double[0]);
        for (var axis : List.of(Axis.of("v", ""), Axis.fromZero("v", ""), Axis.logarithmic("v", ""))) {
            var svg = Charts.svg(new Lines(Caption.of("odd", "Odd", "o"), Axis.of("t", "s"), axis, List.of(gap, none)));

            assertThat(svg)
                    .contains(">gap<")
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity")
                    .doesNotContain("\uFFFD");
        }
    }

    @Test
    void hostile_names_stay_text_in_the_svg() throws Exception {
        var series = List.of(
                Series.of("<script>alert(1)</script>", Role.TARGET, new double[] {0, 1}, new double[] {0, 1}),
                Series.of("\u001B[31m\"red\" & '\u0000", Role.PREDICTED, new double[] {0, 1}, new double[] {0, 1}));
        var figure = new Lines(
                new Caption("x", "</title><a>", "t", "\" onload=\"x"), Axis.of("<b>", "&"), Axis.of("y", ""), series);

        var root = parse(Charts.svg(figure)).getDocumentElement();

        assertThat(root.getAttribute("onload")).isEmpty();
        assertThat(root.getElementsByTagName("script").getLength()).isZero();
        assertThat(root.getTextContent())
                .contains("<script>alert(1)</script>", "\"red\" & '", "<b> (&)")
                .doesNotContain("[31m");
    }

    @Test
    void two_figures_of_one_id_are_refused_before_anything_is_written(@TempDir Path folder) {
        var twice = List.<Figure>of(DemoFigures.speed(), DemoFigures.speed());

        assertThatThrownBy(() -> Charts.writeAll(twice, folder))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("hand-speed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void each_figure_becomes_three_files(@TempDir Path folder) throws Exception {
        Charts.writeAll(List.of(DemoFigures.speed()), folder.resolve("new/figures"));

        try (var files = Files.list(folder.resolve("new/figures"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("hand-speed.csv", "hand-speed.png", "hand-speed.svg");
        }
    }

    static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
