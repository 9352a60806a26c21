// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LookTest {
    /** Roles that are drawn as lines and may cross each other. */
    private static final List<Role> CURVES = List.of(Role.TARGET, Role.PREDICTED, Role.PERTURBED, Role.EXTRA, Role.FIT);

    private static final List<Vision> VISIONS = List.of(
            new Vision("typical", 1, 0, 0, 0, 1, 0, 0, 0, 1),
            new Vision("protan", 0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1),
            new Vision("deutan", 0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1));

    /** Linear RGB as dichromats see it: Viénot, Brettel and Mollon (1999), Color Research and Application 24(4):243. */
    private static final class Vision {
        private final String name;
        private final double[] matrix;

        Vision(String name, double... matrix) {
            this.name = name;
            this.matrix = matrix;
        }

        @Override
        public String toString() {
            return name;
        }

        /** Returns lightness and the two opponent axes of CIELAB. */
        double[] seen(Color color) {
            double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
            double[] s = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    s[i] += matrix[3 * i + j] * rgb[j];
                }
            }
            double x = f((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
            double y = f(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
            double z = f((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double linear(int value) {
            double v = value / 255.0;
            return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
        }

        private static double f(double t) {
            return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
    }

    private static double difference(Vision vision, Color a, Color b) {
        double[] p = vision.seen(a);
        double[] q = vision.seen(b);
        return StrictMath.sqrt(
                (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
    }

    static List<Role[]> pairs() {
        var pairs = new ArrayList<Role[]>();
        for (int i = 0; i < CURVES.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Role[] {CURVES.get(i), CURVES.get(j)});
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_curves_differ_in_colour_for_any_vision_or_in_weight(Role one, Role other) {
        for (var vision : VISIONS) {
            double difference = difference(vision, Look.color(one), Look.color(other));

            // a difference of 10 is seen at a glance; the fit and the target are both near black, but not both dashed
            assertThat(difference > 10 || dashes(one) != dashes(other))
                    .as("%s: %s", vision, difference)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_curves_differ_in_dashes_or_weight_in_a_black_and_white_copy(Role one, Role other) {
        var a = Look.stroke(one);
        var b = Look.stroke(other);

        boolean sameDashes = Arrays.equals(a.getDashArray(), b.getDashArray());

        assertThat(sameDashes && a.getLineWidth() == b.getLineWidth()).isFalse();
    }

    private static boolean dashes(Role role) {
        return Look.stroke(role).getDashArray() != null;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GOAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_colour_of_data_has_three_times_the_contrast_of_thin_lines_on_white(Role role) {
        // WCAG 2.1, success criterion 1.4.11: graphical objects need a contrast of 3 to 1
        assertThat(contrast(Look.color(role))).isGreaterThan(3);
    }

    @Test
    void words_have_the_contrast_of_text() {
        // WCAG 2.1, success criterion 1.4.3
        assertThat(contrast(Look.INK)).isGreaterThan(4.5);
    }

    private static double contrast(Color color) {
        double luminance = 0.2126 * Vision.linear(color.getRed())
                + 0.7152 * Vision.linear(color.getGreen())
                + 0.0722 * Vision.linear(color.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    @Test
    void dots_of_network_and_reference_differ_in_shape() {
        var target = Look.dot(Role.TARGET);
        var network = Look.dot(Role.PREDICTED);

        double corner = target.getBounds2D().getMaxX() - 0.1;

        assertThat(target.contains(corner, corner)).isTrue();
        assertThat(network.contains(corner, corner)).isFalse();
    }

    @Test
    void what_is_dashed_lies_on_top_of_what_is_not() {
        assertThat(Look.depth(Role.TARGET)).isGreaterThan(Look.depth(Role.PREDICTED));
        assertThat(Arrays.stream(Role.values()).map(Look::depth)).doesNotHaveDuplicates();
    }

    @Test
    void letters_are_of_the_size_that_journals_ask_for() {
        for (var font : List.of(Look.LABEL, Look.TICK, Look.TITLE)) {
            assertThat(font.getSize2D()).isBetween(7f, 9f);
        }
    }

    @Test
    void a_line_under_a_band_shows_through() {
        assertThat(Look.faded(Color.BLUE).getAlpha()).isBetween(25, 128);
    }
}
