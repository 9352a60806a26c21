// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.Color;

/**
 * Colours of one lightness around a circle, so that neighbouring directions look alike and none stands out.
 *
 * @see <a href="https://bottosson.github.io/posts/oklab/">the Oklab colour space</a>, whose matrices stand here
 */
final class ColourCircle {
    /** As light as text on white may be, and as colourful as a screen can show all around. */
    private static final double LIGHTNESS = 0.60;

    private static final double CHROMA = 0.12;

    /** Where the circle begins: red. */
    private static final double FIRST = 0.4;

    private ColourCircle() {}

    /** Returns the colour at a share of the circle. */
    static Color at(double share) {
        double angle = FIRST + 2 * Math.PI * share;
        double a = CHROMA * StrictMath.cos(angle);
        double b = CHROMA * StrictMath.sin(angle);
        double l = cube(LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(LIGHTNESS - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** Returns a linear share of light as sRGB, IEC 61966-2-1. */
    private static float channel(double linear) {
        double clipped = Math.max(0, Math.min(1, linear));
        return (float) (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * StrictMath.pow(clipped, 1 / 2.4) - 0.055);
    }
}
