// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/** Takes vector operations; all shapes are in points of the page, and colours carry their opacity. */
interface Canvas {
    /** Fills a shape inside a clip. */
    void fill(Shape shape, Color color, @Nullable Shape clip);

    /** Draws the outline of a shape inside a clip. */
    void outline(Shape shape, BasicStroke stroke, Color color, @Nullable Shape clip);

    /** Sets a line of text; the transform takes the start of its baseline to the page. */
    void text(String text, Font font, Color color, AffineTransform place);
}
