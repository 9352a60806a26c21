// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * Draws figures.
 *
 * <p>The same figure gives the same bytes on every machine with the same JDK. Text of figures may come from anywhere: it
 * is escaped.
 */
public final class Charts {
    private Charts() {}

    /**
     * Writes {@code id.png}, {@code id.svg} and {@code id.csv} for each figure.
     *
     * @param folder made if it does not exist
     * @throws IllegalArgumentException if two figures have the same id
     */
    public static void writeAll(List<Figure> figures, Path folder) throws IOException {
        var ids = new HashSet<String>();
        figures.forEach(
                f -> Require.that(ids.add(f.caption().id()), "id", f.caption().id() + " twice", "one figure"));
        Files.createDirectories(folder);
        for (var figure : figures) {
            var sketch = new Sketch(figure);
            String id = figure.caption().id();
            Files.write(folder.resolve(id + ".svg"), svg(figure, sketch).getBytes(StandardCharsets.UTF_8));
            Files.write(folder.resolve(id + ".png"), png(sketch));
            Files.write(folder.resolve(id + ".csv"), csv(figure).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Returns the chart as an SVG document without a prologue, so that it may also stand inside a page. */
    public static String svg(Figure figure) {
        return svg(figure, new Sketch(figure));
    }

    /** Returns the chart as a PNG file of 300 dots per inch. */
    public static byte[] png(Figure figure) {
        return png(new Sketch(figure));
    }

    /** Returns the numbers of the chart, one point a row, with full precision. */
    public static String csv(Figure figure) {
        return FigureCsv.of(figure);
    }

    private static String svg(Figure figure, Sketch sketch) {
        var canvas = new SvgCanvas(figure.caption().id());
        sketch.draw(canvas);
        return canvas.document(figure.caption(), sketch.width(), sketch.height());
    }

    private static byte[] png(Sketch sketch) {
        var canvas = new PngCanvas(sketch.width(), sketch.height());
        sketch.draw(canvas);
        return canvas.file();
    }
}
