// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.math.StepMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Where a network rests under an input that is held still, and the modes in which it moves around there.
 *
 * @param signal in which states were recorded
 * @param starts number of states from which points are sought
 * @param noise added to recorded states, its standard deviation
 * @param tolerance greatest q of a fixed point
 * @param slow greatest q of a slow point
 * @param unique distance within which two points are one
 * @param iterations steps from each start
 * @see <a href="https://doi.org/10.1162/NECO_a_00409">Sussillo &amp; Barak (2013)</a>
 */
@About(
        value = "Where a network rests or moves slowly while its input is held still, and how it moves around there.",
        source = "Sussillo & Barak (2013), doi:10.1162/NECO_a_00409; Golub & Sussillo (2018), doi:10.21105/joss.01003")
public record FixedPoints(
        @About("Signal of recorded states to start from; without it, states between -1 and 1, carried on or not.")
        String signal,

        @About("Number of states from which points are sought.")
        int starts,

        @About("Standard deviation of the noise on each unit of a recorded state.")
        double noise,

        @About("Greatest q, half the squared length of a step, at which the network is said to rest.")
        double tolerance,

        @About("Greatest q at which it is said to move slowly.")
        double slow,

        @About("Distance within which two points are one.") double unique,

        @About("Steps of the search from each start.") int iterations)
        implements Analysis {
    /** Distance as in the public fixed-point finder, noise as in its example; derivatives are exact, so q may be next to nothing. */
    public static final FixedPoints DEFAULT = new FixedPoints("unit.rate", 256, 0.5, 1e-20, 1e-6, 1e-3, 500);

    public FixedPoints {
        Require.count("starts", starts, 1, 1_000_000);
        Require.notNegative("noise", noise, "");
        Require.positive("tolerance", tolerance, "");
        Require.that(slow >= tolerance, "slow", "" + slow, "no less than tolerance, " + tolerance);
        Require.positive("unique", unique, "");
        Require.count("iterations", iterations, 1, 1_000_000);
    }

    @Override
    public Finding of(Subject subject) {
        StepMap map = subject.network();
        Starts from = Starts.of(subject, signal, starts, noise);
        PointSearch found = PointSearch.of(map, from.states(), tolerance, slow, unique, iterations);
        Require.that(
                !found.points().isEmpty(),
                "fixed and slow points",
                "none from " + starts + " starts, where the least q is " + found.least(),
                "a q of " + slow + " or less: a greater slow, more iterations, or states of the network to start from");
        List<RestPoint> points = found.points();
        return new Finding(
                "fixed_points",
                measures(points),
                values(points),
                PointPlots.of(points, from),
                conventions(map, from, found));
    }

    private static List<Measure> measures(List<RestPoint> points) {
        List<RestPoint> fixed = points.stream().filter(RestPoint::isFixed).toList();
        long stable = fixed.stream().filter(point -> point.unstable() == 0).count();
        double slowest = points.stream()
                .flatMapToDouble(point -> Arrays.stream(point.timeConstants()).filter(constant -> constant > 0))
                .max()
                .orElse(Double.NaN);
        double fastest = points.stream()
                .flatMapToDouble(point -> Arrays.stream(point.frequencies(), 0, 1))
                .max()
                .orElse(Double.NaN);
        return List.of(
                Measure.of("fixed_points", "1", fixed.size()),
                Measure.of("stable_fixed_points", "1", (double) stable),
                Measure.of("slow_points", "1", points.size() - (double) fixed.size()),
                Measure.of(
                        "most_unstable_modes",
                        "1",
                        points.stream().mapToInt(RestPoint::unstable).max().orElse(0)),
                Measure.of("greatest_modulus", "1", greatest(points)),
                Measure.of("longest_time_constant", "s", slowest),
                Measure.of("frequency_of_leading_modes", "Hz", fastest),
                Measure.of("median_q", "1", Samples.median(each(points, RestPoint::q))));
    }

    private static double greatest(List<RestPoint> points) {
        return points.stream().mapToDouble(point -> point.moduli()[0]).max().orElse(Double.NaN);
    }

    private static List<Values> values(List<RestPoint> points) {
        return List.of(
                Values.table("points", "1", rows(points, RestPoint::x)),
                Values.list("q", "1", each(points, RestPoint::q)),
                Values.list("fixed", "1", each(points, point -> point.isFixed() ? 1 : 0)),
                Values.list("unstable_modes", "1", each(points, RestPoint::unstable)),
                Values.list("reached_from", "1", each(points, RestPoint::starts)),
                Values.table("eigenvalues_real", "1", rows(points, RestPoint::real)),
                Values.table("eigenvalues_imaginary", "1", rows(points, RestPoint::imaginary)),
                Values.table("time_constants_s", "s", rows(points, RestPoint::timeConstants)),
                Values.table("frequencies_hz", "Hz", rows(points, RestPoint::frequencies)));
    }

    private static double[] each(List<RestPoint> points, ToDoubleFunction<RestPoint> figure) {
        return points.stream().mapToDouble(figure).toArray();
    }

    private static double[][] rows(List<RestPoint> points, Function<RestPoint, double[]> row) {
        return points.stream().map(row).toArray(double[][]::new);
    }

    private List<String> conventions(StepMap map, Starts from, PointSearch found) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Points are those of the network under the input that it was given, held still; under another input it "
                        + "has others. Step " + map.dt() + " s.");
        sentences.add(
                from.areRecorded()
                        ? "Starts: " + starts + " states of " + signal + ", drawn with Gaussian noise of sd " + noise
                                + ", seeded."
                        : "Starts: " + starts + " states uniform between -1 and 1, every second carried on by 1 to "
                                + Starts.MOST + " steps of the network, seeded.");
        sentences.add("q = ½|F(x) − x|² lowered by Levenberg's method with the exact derivative, at most " + iterations
                + " steps; fixed: q up to " + tolerance + ", slow: up to " + slow + "; one point within a distance of "
                + unique
                + ", that of least q.");
        int other = starts - found.fixed() - found.slow();
        sentences.add(found.fixed() + " starts came to a fixed point, " + found.slow() + " to a slow one"
                + (other == 0
                        ? "."
                        : ", " + other + " to neither; " + found.unsettled() + " had not settled after all steps."));
        sentences.add(
                "Eigenvalues λ of ∂F/∂x, greatest modulus first: time constant −dt / ln|λ| (negative where it grows, NaN "
                        + "at |λ| = 1), frequency |arg λ| / (2π dt), half the rate of steps for a negative real λ; "
                        + "unstable above 1 + "
                        + RestPoint.MARGIN + ".");
        return sentences;
    }
}
