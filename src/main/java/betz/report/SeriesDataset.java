// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.stream.IntStream;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** One series as the chart library reads it. */
final class SeriesDataset extends AbstractIntervalXYDataset {
    private final transient Series series;
    private final int[] points;
    private final double shift;

    private SeriesDataset(Series series, int[] points, double shift) {
        this.series = series;
        this.points = points;
        this.shift = shift;
    }

    /** All points, moved sideways by a shift. */
    static SeriesDataset of(Series series, double shift) {
        return new SeriesDataset(series, IntStream.range(0, series.size()).toArray(), shift);
    }

    /** The points whose interval can be drawn. */
    static SeriesDataset banded(Series series) {
        var points = IntStream.range(0, series.size())
                .filter(i -> Double.isFinite(series.low(i)) && Double.isFinite(series.high(i)))
                .toArray();
        return new SeriesDataset(series, points, 0);
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return series.name();
    }

    @Override
    public int getItemCount(int index) {
        return points.length;
    }

    @Override
    public Number getX(int index, int item) {
        return series.x(points[item]) + shift;
    }

    @Override
    public Number getY(int index, int item) {
        double y = series.y(points[item]);
        return Double.isFinite(y) ? y : Double.NaN;
    }

    @Override
    public Number getStartX(int index, int item) {
        return getX(index, item);
    }

    @Override
    public Number getEndX(int index, int item) {
        return getX(index, item);
    }

    @Override
    public Number getStartY(int index, int item) {
        return series.low(points[item]);
    }

    @Override
    public Number getEndY(int index, int item) {
        return series.high(points[item]);
    }
}
