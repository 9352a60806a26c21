// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.population.PrincipalComponents;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Charts of fixed points: their eigenvalues around the unit circle, and where they lie. */
final class PointPlots {
    private static final int CIRCLE = 120;

    /** What points are called in the legends. */
    private enum Sort {
        STABLE,
        UNSTABLE,
        SLOW;

        static Sort of(RestPoint point) {
            if (!point.isFixed()) {
                return SLOW;
            }
            return point.unstable() == 0 ? STABLE : UNSTABLE;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<RestPoint> among(List<RestPoint> points) {
            return points.stream().filter(point -> of(point) == this).toList();
        }
    }

    private PointPlots() {}

    /** Draws eigenvalues, and places where there is a plane to lie in: two units and two states. */
    static List<Plot> of(List<RestPoint> points, Starts starts) {
        List<Plot> plots = new ArrayList<>(List.of(eigenvalues(points)));
        double[][] rows = starts.areRecorded() ? starts.states() : rows(points);
        if (rows.length > 1 && rows[0].length > 1) {
            plots.add(places(points, starts, PrincipalComponents.of(rows)));
        }
        return plots;
    }

    private static Plot eigenvalues(List<RestPoint> points) {
        double[] cosine = new double[CIRCLE];
        double[] sine = new double[CIRCLE];
        Arrays.setAll(cosine, i -> StrictMath.cos(2 * Math.PI * i / CIRCLE));
        Arrays.setAll(sine, i -> StrictMath.sin(2 * Math.PI * i / CIRCLE));
        List<Curve> curves = new ArrayList<>(List.of(Curve.of("unit circle", Kind.OTHER, cosine, sine)));
        for (Sort sort : Sort.values()) {
            List<RestPoint> chosen = sort.among(points);
            if (!chosen.isEmpty()) {
                curves.add(Curve.of(sort.label(), all(chosen, RestPoint::real), all(chosen, RestPoint::imaginary)));
            }
        }
        return new Plot(
                "fixed-points-eigenvalues",
                "Eigenvalues at fixed points",
                "Eigenvalues of the derivative of a step; modes outside the unit circle grow.",
                Plot.Form.DOTS,
                new Axis("Real part", ""),
                new Axis("Imaginary part", ""),
                curves);
    }

    private static Plot places(List<RestPoint> points, Starts starts, PrincipalComponents components) {
        List<Curve> curves = new ArrayList<>();
        if (starts.areRecorded()) {
            double[][] scores = components.scores(starts.states(), 2);
            curves.add(Curve.of("starts", Kind.OTHER, Matrices.column(scores, 0), Matrices.column(scores, 1)));
        }
        for (Sort sort : Sort.values()) {
            List<RestPoint> chosen = sort.among(points);
            if (!chosen.isEmpty()) {
                double[][] scores = components.scores(rows(chosen), 2);
                curves.add(Curve.of(sort.label(), Matrices.column(scores, 0), Matrices.column(scores, 1)));
            }
        }
        return new Plot(
                "fixed-points",
                "Fixed and slow points",
                "Points along the first two principal components of "
                        + (starts.areRecorded() ? "the states that were started from." : "the points."),
                Plot.Form.DOTS,
                new Axis("PC 1", ""),
                new Axis("PC 2", ""),
                curves);
    }

    private static double[][] rows(List<RestPoint> points) {
        return points.stream().map(RestPoint::x).toArray(double[][]::new);
    }

    private static double[] all(List<RestPoint> points, Function<RestPoint, double[]> part) {
        return points.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }
}
