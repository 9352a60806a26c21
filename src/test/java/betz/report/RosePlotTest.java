// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RosePlotTest {
    private static Rose rose(Axis radius, double... counts) {
        double[] centre = new double[counts.length];
        Arrays.setAll(centre, i -> 360.0 * i / counts.length);
        return new Rose(
                Caption.of("rose", "Rose", "r"), radius, List.of(Series.of("Network", Role.PREDICTED, centre, counts)));
    }

    private static Rose rose(double... counts) {
        return rose(Axis.fromZero("Share", "%"), counts);
    }

    private static List<CanvasRecord.Drawn> sectors(CanvasRecord record) {
        return record.shapes.stream()
                .filter(d -> d.filled() && d.color().equals(Look.faded(Look.color(Role.PREDICTED))))
                .toList();
    }

    /** Returns the outermost ring. */
    private static Rectangle2D ring(CanvasRecord record) {
        return record.lines(Look.GRID.darker()).stream()
                .map(d -> d.shape().getBounds2D())
                .max((a, b) -> Double.compare(a.getWidth(), b.getWidth()))
                .orElseThrow();
    }

    private static Point2D on(Rectangle2D ring, double share, double degrees) {
        double angle = Math.toRadians(degrees);
        double radius = share * ring.getWidth() / 2;
        // up on the page is a smaller y
        return new Point2D.Double(
                ring.getCenterX() + radius * StrictMath.cos(angle), ring.getCenterY() - radius * StrictMath.sin(angle));
    }

    @Test
    void rings_are_circles_and_the_outer_one_is_a_round_number_at_or_beyond_the_largest_count() {
        var record = CanvasRecord.of(rose(3, 7, 1, 9.5));

        var ring = ring(record);

        assertThat(ring.getWidth()).isCloseTo(ring.getHeight(), within(1e-6));
        assertThat(record.words()).contains("5", "10 %").doesNotContain("15 %");
    }

    @Test
    void a_sector_reaches_its_count_in_its_direction_counter_clockwise_from_the_right() {
        var record = CanvasRecord.of(rose(10, 0, 5, 0, 0, 0, 2.5, 0));
        var ring = ring(record);

        var sectors = sectors(record);

        assertThat(sectors).hasSize(3);
        var right = sectors.get(0).shape();
        var up = sectors.get(1).shape();
        var down = sectors.get(2).shape();
        assertThat(right.contains(on(ring, 0.98, 0))).isTrue();
        assertThat(up.contains(on(ring, 0.48, 90))).isTrue();
        assertThat(up.contains(on(ring, 0.52, 90))).isFalse();
        assertThat(down.contains(on(ring, 0.23, 270))).isTrue();
        assertThat(down.contains(on(ring, 0.23, 90))).isFalse();
    }

    @Test
    void a_sector_is_as_wide_as_the_circle_over_their_number() {
        var record = CanvasRecord.of(rose(10, 0, 0, 0, 0, 0, 0, 0));
        var ring = ring(record);

        var sector = sectors(record).get(0).shape();

        assertThat(sector.contains(on(ring, 0.9, 22))).isTrue();
        assertThat(sector.contains(on(ring, 0.9, 23))).isFalse(); // 45 degrees wide: to 22.5 on either side
        assertThat(sector.contains(on(ring, 0.9, -22))).isTrue();
        assertThat(sector.contains(on(ring, 0.9, -23))).isFalse();
    }

    @Test
    void quarters_are_named_outside_of_all_rings() {
        var record = CanvasRecord.of(rose(3, 7, 1, 9.5));
        var ring = ring(record);

        assertThat(GeometryTest.box(record.text("0°")).getMinX()).isGreaterThan(ring.getMaxX());
        assertThat(GeometryTest.box(record.text("180°")).getMaxX()).isLessThan(ring.getMinX());
        assertThat(GeometryTest.box(record.text("90°")).getMaxY()).isLessThan(ring.getMinY());
        assertThat(GeometryTest.box(record.text("270°")).getMinY()).isGreaterThan(ring.getMaxY());
    }

    @Test
    void no_ring_strikes_through_the_number_that_labels_it() {
        var record = CanvasRecord.of(rose(3, 7, 1, 9.5));
        var ring = ring(record);
        double middleX = ring.getCenterX();
        double middleY = ring.getCenterY();

        for (var label : List.of("5", "10 %")) {
            var box = GeometryTest.box(record.text(label));
            double nearest = Point2D.distance(box.getMinX(), box.getMaxY(), middleX, middleY);
            double radius = ring.getWidth() / 2 * (label.equals("5") ? 0.5 : 1);
            assertThat(nearest).isGreaterThan(radius);
        }
    }

    @Test
    void a_radius_without_a_unit_is_named_by_its_label() {
        assertThat(CanvasRecord.of(rose(Axis.fromZero("Units", ""), 4, 4, 4, 4)).words())
                .contains("4 Units");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 0.04, 1, 100, 12345})
    void any_largest_count_gets_two_to_five_labelled_rings(double peak) {
        var record = CanvasRecord.of(rose(peak, 0, 0, 0));

        var labels = record.words().stream().filter(word -> !word.endsWith("°")).toList();

        assertThat(labels).hasSizeBetween(2, 5).doesNotHaveDuplicates();
        assertThat(labels.get(labels.size() - 1)).endsWith(" %");
    }

    @Test
    void too_few_or_too_many_sectors_are_refused_with_their_number() {
        assertThatThrownBy(() -> rose(1, 2, 3)).isInstanceOf(BadSetting.class).hasMessageContaining("3");
        assertThatThrownBy(() -> rose(new double[73]))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("73");
    }
}
