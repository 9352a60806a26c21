// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColourCircleTest {
    private static final int STEPS = 96;

    /** Relative luminance, WCAG 2. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void colours_are_equally_light_all_around_and_dark_enough_on_white() {
        double darkest = 1;
        double lightest = 0;
        for (int i = 0; i < STEPS; i++) {
            double luminance = luminance(ColourCircle.at(i / (double) STEPS));
            darkest = Math.min(darkest, luminance);
            lightest = Math.max(lightest, luminance);
        }

        assertThat(1.05 / (lightest + 0.05))
                .as("contrast with white")
                .isGreaterThan(3); // WCAG 2.1 asks this of graphics
        assertThat(lightest / darkest).isLessThan(1.6); // Oklab's lightness is that of the eye, not luminance
    }

    @Test
    void neighbours_are_alike_and_opposites_are_not() {
        for (int i = 0; i < STEPS; i++) {
            double share = i / (double) STEPS;
            assertThat(distance(ColourCircle.at(share), ColourCircle.at(share + 1.0 / STEPS)))
                    .isLessThan(25);
            assertThat(distance(ColourCircle.at(share), ColourCircle.at(share + 0.5)))
                    .isGreaterThan(90);
        }
        assertThat(distance(ColourCircle.at(0), ColourCircle.at(1))).isCloseTo(0, within(2.0)); // rounding to 255ths
    }

    private static double distance(Color a, Color b) {
        int red = a.getRed() - b.getRed();
        int green = a.getGreen() - b.getGreen();
        int blue = a.getBlue() - b.getBlue();
        return Math.sqrt((double) red * red + (double) green * green + (double) blue * blue);
    }
}
