// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes vector operations as SVG 1.1.
 *
 * <p>Text stays text, so it can be searched and edited; its length is stated, so it fits in any typeface. Looks are
 * plain attributes: a strict content security policy refuses {@code style}. Ids begin with the figure's.
 */
final class SvgCanvas implements Canvas {
    private static final String FAMILY = "'Open Sans', 'DejaVu Sans', Verdana, sans-serif";
    private static final int SEMIBOLD = 600;

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> clips = new LinkedHashMap<>();
    private final String id;

    SvgCanvas(String id) {
        this.id = id;
    }

    /** Returns the whole picture. */
    String document(Caption caption, double width, double height) {
        String w = NumberText.coordinate(width);
        String h = NumberText.coordinate(height);
        var text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "pt\" height=\"" + h
                + "pt\" viewBox=\"0 0 " + w + " " + h + "\" role=\"img\" aria-label=\""
                + PlainText.escaped(caption.alt()) + "\" font-family=\"" + FAMILY + "\">\n");
        text.append("<title>" + PlainText.escaped(caption.title()) + "</title>\n");
        if (!clips.isEmpty()) {
            text.append("<defs>\n");
            clips.forEach((path, name) ->
                    text.append("<clipPath id=\"" + name + "\"><path d=\"" + path + "\"/></clipPath>\n"));
            text.append("</defs>\n");
        }
        return text.append(body).append("</svg>\n").toString();
    }

    @Override
    public void fill(Shape shape, Color color, @Nullable Shape clip) {
        element(shape, clip, paint("fill", color));
    }

    @Override
    public void outline(Shape shape, BasicStroke stroke, Color color, @Nullable Shape clip) {
        element(shape, clip, " fill=\"none\"" + paint("stroke", color) + pen(stroke));
    }

    @Override
    public void text(String text, Font font, Color color, AffineTransform place) {
        double length = font.getStringBounds(text, Fonts.CONTEXT).getWidth();
        body.append("<text" + transform(place) + " font-size=\"" + NumberText.coordinate(font.getSize2D()) + "\""
                + (font.getFontName(Locale.ROOT).contains("Semibold") ? " font-weight=\"" + SEMIBOLD + "\"" : "")
                + paint("fill", color)
                + " textLength=\"" + NumberText.coordinate(length) + "\" lengthAdjust=\"spacingAndGlyphs\">"
                + PlainText.escaped(text) + "</text>\n");
    }

    private void element(Shape shape, @Nullable Shape clip, String looks) {
        String path = path(shape);
        if (!path.isEmpty()) {
            body.append("<path d=\"" + path + "\"" + looks + clipping(shape, clip) + "/>\n");
        }
    }

    private String clipping(Shape shape, @Nullable Shape clip) {
        if (clip == null || clip.contains(shape.getBounds2D())) {
            return "";
        }
        String name = clips.computeIfAbsent(path(clip), p -> id + "-clip" + (clips.size() + 1));
        return " clip-path=\"url(#" + name + ")\"";
    }

    private static String transform(AffineTransform at) {
        if (at.getShearX() == 0 && at.getScaleX() == 1) {
            return " x=\"" + NumberText.coordinate(at.getTranslateX()) + "\" y=\""
                    + NumberText.coordinate(at.getTranslateY()) + "\"";
        }
        double[] m = new double[6];
        at.getMatrix(m);
        var text = new StringBuilder(" transform=\"matrix(");
        for (int i = 0; i < m.length; i++) {
            text.append(i == 0 ? "" : " ").append(NumberText.coordinate(m[i]));
        }
        return text.append(")\"").toString();
    }

    private static String paint(String what, Color color) {
        String rgb = String.format(Locale.ROOT, " %s=\"#%06x\"", what, color.getRGB() & 0xffffff);
        return color.getAlpha() == 255
                ? rgb
                : rgb + " " + what + "-opacity=\"" + NumberText.coordinate(color.getAlpha() / 255.0) + "\"";
    }

    private static String pen(BasicStroke stroke) {
        var text = new StringBuilder(" stroke-width=\"" + NumberText.coordinate(stroke.getLineWidth()) + "\"");
        text.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
        text.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            text.append(" stroke-dasharray=\"");
            for (float dash : dashes) {
                text.append(NumberText.coordinate(dash)).append(' ');
            }
            text.setCharAt(text.length() - 1, '"');
        }
        return text.toString();
    }

    /** Returns path data, without steps that are too short to see. */
    private static String path(Shape shape) {
        var text = new StringBuilder();
        String last = "";
        double[] p = new double[6];
        for (var i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            String points = points(p, kind);
            if (kind != PathIterator.SEG_LINETO || !points.equals(last)) {
                text.append("MLQCZ".charAt(kind)).append(points);
            }
            last = kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_LINETO ? points : "";
        }
        return text.toString();
    }

    private static String points(double[] p, int kind) {
        int numbers = kind == PathIterator.SEG_CLOSE ? 0 : kind == PathIterator.SEG_MOVETO ? 2 : 2 * kind;
        var text = new StringBuilder();
        for (int i = 0; i < numbers; i++) {
            text.append(i == 0 ? "" : " ").append(NumberText.coordinate(p[i]));
        }
        return text.toString();
    }
}
