// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How each role looks: sizes in points, and colours that people with any colour vision tell apart.
 *
 * <p>Colours are those of Okabe &amp; Ito (2008), "Color universal design"; dashes and shapes differ too, so that a black
 * and white copy still reads.
 */
final class Look {
    /** Journals ask for 7 to 9 points in the printed figure. */
    static final Font LABEL = Fonts.REGULAR.deriveFont(8.5f);

    static final Font TICK = Fonts.REGULAR.deriveFont(7.5f);
    static final Font TITLE = Fonts.BOLD.deriveFont(8.5f);

    static final Color INK = new Color(0x222222);
    static final Color GRID = new Color(0xe4e4e4);
    static final BasicStroke AXIS = line(0.7f);
    static final BasicStroke HAIR = line(0.5f);
    static final BasicStroke THIN = line(0.8f);
    private static final float[] DASH_AND_DOT = {6f, 1.8f, 1.2f, 1.8f};
    static final BasicStroke EVENT = dashed(0.8f, 1.5f, 2f);
    static final Color EVENT_INK = new Color(0x777777);

    /** Opacity of a band over white: lines behind it stay visible. */
    static final float BAND = 0.22f;

    private static final double DOT = 4.6;
    private static final double RING = 9;

    private Look() {}

    static Color color(Role role) {
        return switch (role) {
            case TARGET -> new Color(0x4d4d4d);
            case PREDICTED, DATA -> new Color(0x0072b2);
            case PERTURBED -> new Color(0xd55e00);
            case EXTRA -> new Color(0x009e73);
            case FIT -> INK;
            case GOAL -> new Color(0x999999);
        };
    }

    /** Returns the colour of a series: that of its role, or its own of a circle of equally light ones. */
    static Color color(Series series) {
        return Double.isNaN(series.hue()) ? color(series.role()) : ColourCircle.at(series.hue());
    }

    static BasicStroke stroke(Role role) {
        return switch (role) {
            case TARGET -> dashed(1.2f, 3.5f, 2.5f);
            case FIT, GOAL -> line(0.9f);
            case PERTURBED -> dashed(1.5f, DASH_AND_DOT);
            case EXTRA -> dashed(1.5f, 10f, 1.8f);
            default -> line(1.5f);
        };
    }

    /** Returns the stroke of a role for noise, or for lines that would hide one another. */
    static BasicStroke thin(Role role) {
        return switch (role) {
            case TARGET -> stroke(role);
            case PERTURBED -> dashed(THIN.getLineWidth(), DASH_AND_DOT);
            default -> THIN;
        };
    }

    static Shape dot(Role role) {
        double half = DOT / 2;
        return switch (role) {
            case TARGET -> new Rectangle2D.Double(-half, -half, DOT, DOT);
            case PERTURBED -> triangle(half * 1.2);
            case GOAL -> new Ellipse2D.Double(-RING / 2, -RING / 2, RING, RING);
            default -> new Ellipse2D.Double(-half, -half, DOT, DOT);
        };
    }

    /** Returns whether a series is drawn as dots among curves. */
    static boolean dotted(Series series) {
        return series.isScattered() || series.role() == Role.DATA || series.role() == Role.GOAL;
    }

    /** Returns the place in the stack: what is dashed or thin lies on top, so that nothing hides anything. */
    static int depth(Role role) {
        return switch (role) {
            case GOAL -> 0;
            case PREDICTED -> 1;
            case PERTURBED -> 2;
            case EXTRA -> 3;
            case DATA -> 4;
            case FIT -> 5;
            case TARGET -> 6;
        };
    }

    static Color faded(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.round(255 * BAND));
    }

    private static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float... onAndOff) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, onAndOff, 0f);
    }

    private static Shape triangle(double radius) {
        var path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, radius);
        path.lineTo(-radius, radius);
        path.closePath();
        return path;
    }
}
