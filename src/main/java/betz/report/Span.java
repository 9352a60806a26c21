// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The stretch of numbers that an axis shows.
 *
 * @param low first number
 * @param high last number, above the first
 */
record Span(double low, double high) {
    /** Room at the ends of a vertical axis, so that no line and no dot is cut in half: a share of the range. */
    private static final double BREATH = 0.04;

    /** Values closer than this share of their size differ by rounding alone. */
    private static final double SAME = 1e-9;

    /** Larger numbers would overflow on their way to the page, and smaller ones vanish. */
    private static final double LARGEST = 1e300;

    private static final double SMALLEST = 1e-290;

    /** Room beside the first and last reach direction, degrees. */
    private static final double CIRCLE_MARGIN = 15;

    private static final double FULL_CIRCLE = 360;

    /** Returns what a horizontal axis must show. */
    static Span across(Axis axis, List<Figure> figures) {
        Span fitted = fit(axis, figures.stream().flatMapToDouble(Span::xs), false);
        boolean even = axis.scale() == Axis.Scale.LINEAR && figures.stream().allMatch(Span::isOfDots);
        return even ? fitted.stretched((1 + 2 * BREATH) * fitted.length()) : fitted;
    }

    /** Tells whether a chart shows dots alone, which would be cut in half at the ends of an axis. */
    private static boolean isOfDots(Figure figure) {
        boolean dots = figure instanceof Dots || figure.series().stream().allMatch(Look::dotted);
        return dots && !(figure instanceof Paths) && !(figure instanceof Rose);
    }

    /** Returns what a vertical axis must show, with intervals; a plane is rounded on neither axis. */
    static Span up(Axis axis, List<Figure> figures) {
        return fit(axis, figures.stream().flatMapToDouble(Span::ys), !(figures.get(0) instanceof Paths));
    }

    double length() {
        return high - low;
    }

    /** Returns a round step that divides the span into at most so many parts. */
    double step(int most) {
        double rough = length() / Math.max(1, most);
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        return DoubleStream.of(1, 2, 5)
                .map(m -> m * decade)
                .filter(s -> s >= rough)
                .findFirst()
                .orElse(10 * decade);
    }

    /** Returns how many multiples of a step lie on the span. */
    long multiples(double step) {
        return Math.round(Math.floor(high / step) - Math.ceil(low / step)) + 1;
    }

    /** Returns the same middle, stretched to another length. */
    Span stretched(double length) {
        double middle = (low + high) / 2;
        return new Span(middle - length / 2, middle + length / 2);
    }

    private static Span fit(Axis axis, DoubleStream values, boolean rounded) {
        DoublePredicate shown = axis.scale() == Axis.Scale.LOGARITHMIC ? v -> v > SMALLEST : v -> true;
        var found = values.filter(v -> Math.abs(v) < LARGEST).filter(shown).summaryStatistics();
        return switch (axis.scale()) {
            case DIRECTION -> new Span(-CIRCLE_MARGIN, FULL_CIRCLE + CIRCLE_MARGIN);
            case LOGARITHMIC -> found.getCount() == 0 ? new Span(1, 10) : decades(found.getMin(), found.getMax());
            case FROM_ZERO, COUNTED -> found.getCount() == 0 ? new Span(0, 1) : fromZero(found.getMax());
            case LINEAR -> found.getCount() == 0 ? new Span(0, 1) : even(found.getMin(), found.getMax(), rounded);
        };
    }

    private static Span decades(double min, double max) {
        double low = Math.floor(StrictMath.log10(min));
        double high = Math.max(low + 1, Math.ceil(StrictMath.log10(max)));
        return new Span(StrictMath.pow(10, low), StrictMath.pow(10, high));
    }

    private static Span fromZero(double max) {
        double top = max > SMALLEST ? even(0, max, true).high : 1;
        return new Span(-BREATH * top, top);
    }

    private static Span even(double min, double max, boolean rounded) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min <= SAME * size || size < SMALLEST) {
            double half = size < SMALLEST ? 1 : size / 2;
            return new Span(min - half, max + half);
        }
        // 8 parts: the rounded end is at most an eighth beyond the data
        double step = new Span(min, max).step(8);
        double room = BREATH * (max - min);
        return rounded
                ? new Span(
                        Math.min(Math.floor(min / step) * step, min - room),
                        Math.max(Math.ceil(max / step) * step, max + room))
                : new Span(min, max);
    }

    private static DoubleStream xs(Figure figure) {
        return figure.series().stream()
                .flatMapToDouble(s -> IntStream.range(0, s.size()).mapToDouble(s::x));
    }

    private static DoubleStream ys(Figure figure) {
        return figure.series().stream()
                .flatMapToDouble(s -> IntStream.range(0, s.size())
                        .boxed()
                        .flatMapToDouble(i -> DoubleStream.of(s.low(i), s.y(i), s.high(i))));
    }
}
