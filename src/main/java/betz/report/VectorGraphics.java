// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link java.awt.Graphics2D} that hands every operation to a {@link Canvas}, in points of the page. */
final class VectorGraphics extends PlainGraphics {
    private final Canvas canvas;
    private final RenderingHints hints = new RenderingHints(Map.of());
    private AffineTransform transform = new AffineTransform();
    private @Nullable Shape clip;
    private Paint paint = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke();
    private Composite composite = AlphaComposite.SrcOver;
    private Font font = Fonts.REGULAR;

    VectorGraphics(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public Graphics create() {
        var copy = new VectorGraphics(canvas);
        copy.hints.putAll(hints);
        copy.transform = getTransform();
        copy.clip = clip;
        copy.paint = paint;
        copy.background = background;
        copy.stroke = stroke;
        copy.composite = composite;
        copy.font = font;
        return copy;
    }

    @Override
    public void draw(Shape shape) {
        if (stroke instanceof BasicStroke basic) {
            canvas.outline(transform.createTransformedShape(shape), basic, ink(), clip);
        } else {
            fill(stroke.createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        canvas.fill(transform.createTransformedShape(shape), ink(), clip);
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (!text.isBlank()) {
            var place = getTransform();
            place.translate(x, y);
            canvas.text(text, font, ink(), place);
        }
    }

    /** The colour with the opacity of the composite worked in. */
    private Color ink() {
        Color color = paint instanceof Color plain ? plain : Color.BLACK;
        float alpha = composite instanceof AlphaComposite rule ? rule.getAlpha() : 1;
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.round(color.getAlpha() * alpha));
    }

    @Override
    public void clip(@Nullable Shape shape) {
        if (shape != null && clip != null) {
            clip = intersection(clip, transform.createTransformedShape(shape));
        } else {
            setClip(shape);
        }
    }

    private static Shape intersection(Shape a, Shape b) {
        var area = new Area(a);
        area.intersect(new Area(b));
        return area.isRectangular() ? area.getBounds2D() : area;
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape == null ? null : transform.createTransformedShape(shape);
    }

    @Override
    public @Nullable Shape getClip() {
        try {
            return clip == null ? null : transform.createInverse().createTransformedShape(clip);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("the transform is " + transform + ", expected one that can be inverted", e);
        }
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        var shape = getClip();
        return shape == null ? null : shape.getBounds();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform further) {
        transform.concatenate(further);
    }

    @Override
    public void setTransform(AffineTransform to) {
        transform = new AffineTransform(to);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setPaint(@Nullable Paint to) {
        paint = to == null ? paint : to;
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setColor(@Nullable Color to) {
        setPaint(to);
    }

    @Override
    public Color getColor() {
        return paint instanceof Color plain ? plain : Color.BLACK;
    }

    @Override
    public void setBackground(Color to) {
        background = to;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setStroke(Stroke to) {
        stroke = to;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setComposite(Composite to) {
        composite = to;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setFont(@Nullable Font to) {
        font = to == null ? font : Fonts.own(to);
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        return Fonts.metrics(of);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return Fonts.CONTEXT;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        if (value != null) {
            hints.put(key, value);
        }
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> to) {
        hints.clear();
        hints.putAll(to);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }
}
