// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LegendTest {
    private static final double[] TWO = {0, 1};

    static List<Figure> figures() {
        return DemoFigures.all();
    }

    private static Series series(String name, Role role) {
        return Series.of(name, role, TWO, TWO);
    }

    private static Lines lines(String title, List<Series> series, Mark... marks) {
        return new Lines(
                Caption.of("f-" + Math.abs(title.hashCode() % 1000), title, "f"),
                Axis.of("t", "s"),
                Axis.of("v", ""),
                series,
                List.of(marks));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void it_stands_below_all_axes_and_covers_no_data(Figure figure) {
        var record = new CanvasRecord();
        var areas = new Sketch(figure).draw(record);
        Set<String> names = new java.util.HashSet<>();
        figure.parts().forEach(part -> {
            part.series().forEach(series -> names.add(series.name()));
            part.marks().forEach(mark -> names.add(mark.name()));
        });

        for (var text : record.texts) {
            if (names.contains(text.text())) {
                Rectangle2D box = GeometryTest.box(text);
                assertThat(areas).noneMatch(area -> area.intersects(box));
                assertThat(areas).allMatch(area -> area.getMaxY() < box.getMinY());
            }
        }
    }

    @Test
    void one_series_alone_needs_no_legend_and_no_room_for_it() {
        var alone = new Sketch(lines("Speed", List.of(series("Network", Role.PREDICTED))));

        var record = new CanvasRecord();
        alone.draw(record);

        assertThat(record.words()).doesNotContain("Network");
        assertThat(alone.height()).isEqualTo(PageSize.of(lines("a", List.of())).height());
    }

    @Test
    void a_mark_beside_one_series_is_named() {
        var record =
                CanvasRecord.of(lines("Speed", List.of(series("Network", Role.PREDICTED)), new Mark("Go cue", 0.5)));

        assertThat(record.words()).contains("Network", "Go cue");
    }

    @Test
    void panels_whose_titles_name_their_only_series_need_none() {
        var panels = new Panels(
                Caption.of("p", "P", "p"),
                2,
                false,
                List.of(
                        lines("Cortex", List.of(series("Cortex", Role.TARGET))),
                        lines("Network", List.of(series("Network", Role.PREDICTED)))));

        assertThat(CanvasRecord.of(panels).words()).containsOnlyOnce("Cortex", "Network");
    }

    @Test
    void panels_whose_titles_say_something_else_keep_it() {
        var panels = new Panels(
                Caption.of("p", "P", "p"),
                2,
                false,
                List.of(
                        lines("Unit 1", List.of(series("Cortex", Role.TARGET))),
                        lines("Unit 2", List.of(series("Network", Role.PREDICTED)))));

        assertThat(CanvasRecord.of(panels).words()).contains("Unit 1", "Unit 2", "Cortex", "Network");
    }

    @Test
    void the_same_name_in_another_role_is_another_entry() {
        var record = CanvasRecord.of(lines(
                "Speed", List.of(series("a", Role.TARGET), series("a", Role.PREDICTED), series("a", Role.TARGET))));

        assertThat(record.words().stream().filter("a"::equals)).hasSize(2);
    }

    @Test
    void entries_stand_in_the_order_of_the_series_whatever_lies_on_top() {
        var record = CanvasRecord.of(lines(
                "Speed",
                List.of(series("second", Role.TARGET), series("first", Role.PREDICTED), series("third", Role.FIT))));

        assertThat(record.words()).containsSubsequence("second", "first", "third");
    }

    @Test
    void a_name_too_long_for_the_page_ends_in_an_ellipsis() {
        String name = "n".repeat(200);
        var record = CanvasRecord.of(lines("Speed", List.of(series(name, Role.TARGET), series("b", Role.PREDICTED))));

        var shown =
                record.words().stream().filter(word -> word.startsWith("nn")).toList();
        assertThat(shown).containsExactly("n".repeat(59) + "…");
    }

    @Test
    void many_entries_break_into_lines_on_the_page() {
        var series = new ArrayList<Series>();
        for (int i = 0; i < 12; i++) {
            series.add(series("A fairly long name " + i, Role.EXTRA));
        }
        var sketch = new Sketch(lines("Speed", series));
        var record = new CanvasRecord();
        sketch.draw(record);

        var page = new Rectangle2D.Double(0, 0, sketch.width(), sketch.height());
        var entries = record.texts.stream()
                .filter(text -> text.text().startsWith("A fairly"))
                .toList();
        assertThat(entries).hasSize(12).allMatch(text -> page.contains(GeometryTest.box(text)));
        assertThat(entries.stream().map(CanvasRecord.Written::y).distinct().count())
                .isGreaterThan(2);
    }

    @Test
    void a_dot_stands_close_to_its_name() {
        var record = new CanvasRecord();
        new Sketch(DemoFigures.endpointError()).draw(record);
        var name = record.text("network");

        double right = record.shapes.stream()
                .map(drawn -> drawn.shape().getBounds2D())
                .filter(box -> box.getMinY() < name.y() && box.getMaxY() > name.y() - 8 && box.getWidth() < 10)
                .mapToDouble(Rectangle2D::getMaxX)
                .filter(x -> x < name.x())
                .max()
                .orElseThrow();

        assertThat(name.x() - right).isLessThan(8);
    }
}
