// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what is drawn on it. */
final class CanvasRecord implements Canvas {
    /** A filled or outlined shape; without a stroke it is filled. */
    record Drawn(
            Shape shape,
            @Nullable BasicStroke stroke,
            Color color,
            @Nullable Shape clip) {
        boolean filled() {
            return stroke == null;
        }

        /** Returns the stroke of an outline. */
        BasicStroke pen() {
            return Objects.requireNonNull(stroke);
        }
    }

    /** A line of text and where its baseline begins. */
    record Written(String text, Font font, Color color, AffineTransform place) {
        double x() {
            return place.getTranslateX();
        }

        double y() {
            return place.getTranslateY();
        }

        boolean upright() {
            return place.getShearX() == 0;
        }

        double width() {
            return font.getStringBounds(text, Fonts.CONTEXT).getWidth();
        }
    }

    final List<Drawn> shapes = new ArrayList<>();
    final List<Written> texts = new ArrayList<>();

    /** Draws a whole figure. */
    static CanvasRecord of(Figure figure) {
        var record = new CanvasRecord();
        new Sketch(figure).draw(record);
        return record;
    }

    /** Returns the one text that reads so. */
    Written text(String words) {
        var found = texts.stream().filter(t -> t.text().equals(words)).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    words + " stands " + found.size() + " times in " + words() + ", expected it to stand once");
        }
        return found.get(0);
    }

    /** Returns all texts in the order in which they were written. */
    List<String> words() {
        return texts.stream().map(Written::text).toList();
    }

    /** Returns what was outlined in a colour. */
    List<Drawn> lines(Color color) {
        return shapes.stream()
                .filter(d -> !d.filled() && d.color().equals(color))
                .toList();
    }

    @Override
    public void fill(Shape shape, Color color, @Nullable Shape clip) {
        shapes.add(new Drawn(shape, null, color, clip));
    }

    @Override
    public void outline(Shape shape, BasicStroke stroke, Color color, @Nullable Shape clip) {
        shapes.add(new Drawn(shape, stroke, color, clip));
    }

    @Override
    public void text(String text, Font font, Color color, AffineTransform place) {
        texts.add(new Written(text, font, color, new AffineTransform(place)));
    }
}
