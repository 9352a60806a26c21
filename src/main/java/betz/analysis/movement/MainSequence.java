// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How peak speed and movement time grow with the distance of a reach.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param distance which distance
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "How peak speed and movement time grow with the distance of a reach.",
        source = "Gordon, Ghilardi, Cooper & Ghez (1994), doi:10.1007/BF00241416; Bahill, Clark & Stark (1975),"
                + " doi:10.1016/0025-5564(75)90075-9",
        equation = "peak speed = intercept + slope distance")
public record MainSequence(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position.")
        double cutoff,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @About("Whether the distance is the one that the hand covered or the one that was asked for.")
        Distance distance,

        @About("How often trials are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** Distances as covered, under the usual rule of onset. */
    public static final MainSequence DEFAULT = new MainSequence(8, 0.10, 0.35, Distance.COVERED, 1000, 0.95);

    private static final int LEAST = 3;
    private static final double CENTI = 100;

    /** Which distance is meant. */
    public enum Distance {
        /** Straight from where the hand is at the onset to where it is at the offset. */
        COVERED,
        /** From the start to the target. */
        ASKED
    }

    public MainSequence {
        rule(cutoff, fraction, dip);
        new Bootstrap(resamples, level); // which checks them
    }

    private static OnsetRule rule(double cutoff, double fraction, double dip) {
        return new OnsetRule(cutoff, OnsetRule.DEFAULT.order(), fraction, dip, OnsetRule.DEFAULT.slowest());
    }

    @Override
    public Finding of(Subject subject) {
        var rule = rule(cutoff, fraction, dip);
        List<Reach> reaches = Reach.all(Hands.reaching(subject), rule, LEAST);
        double[] far = reaches.stream().mapToDouble(this::far).toArray();
        double[] fast = reaches.stream().mapToDouble(r -> r.usual().peakSpeed()).toArray();
        double[] time =
                reaches.stream().mapToDouble(r -> r.usual().movementTime()).toArray();
        StraightLine line = StraightLine.fit(far, fast);
        Require.that(Double.isFinite(line.slope()), "distances", "all the same", "reaches of different distances");
        var measures = List.of(
                measure("slope", "1/s", far, fast, StraightLine::slope, subject.seed()),
                measure("intercept", "m/s", far, fast, StraightLine::intercept, subject.seed()),
                measure("r2", "1", far, fast, StraightLine::explained, subject.seed()),
                measure("exponent", "1", logs(far), logs(fast), StraightLine::slope, subject.seed()),
                measure("time_slope", "s/m", far, time, StraightLine::slope, subject.seed()),
                measure("time_intercept", "s", far, time, StraightLine::intercept, subject.seed()),
                Measure.of("trials_moved", "1", reaches.size()));
        var values = List.of(Values.list("trial_distance", "m", far), Values.list("trial_peak_speed", "m/s", fast));
        return new Finding("main_sequence", measures, values, List.of(plot(far, fast, line)), conventions(rule));
    }

    private double far(Reach reach) {
        return distance == Distance.COVERED
                ? reach.covered()
                : reach.asked().start().distance(reach.asked().target());
    }

    private static double[] logs(double... values) {
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }

    private Measure measure(
            String name, String unit, double[] x, double[] y, ToDoubleFunction<StraightLine> figure, long seed) {
        ToDoubleFunction<int[]> drawn =
                chosen -> figure.applyAsDouble(StraightLine.fit(pick(x, chosen), pick(y, chosen)));
        return new Measure(name, unit, new Bootstrap(resamples, level).interval(x.length, seed, name, drawn));
    }

    private static double[] pick(double[] values, int... chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    private static Plot plot(double[] far, double[] fast, StraightLine line) {
        double[] ends = {
            Arrays.stream(far).min().orElse(0), Arrays.stream(far).max().orElse(0),
        };
        return new Plot(
                "main-sequence-speed",
                "Peak speed and distance",
                "Peak speed of every reach over its distance, and the line of least squares.",
                Form.DOTS,
                new Axis("Distance", "cm"),
                new Axis("Peak speed", "cm/s"),
                List.of(
                        Curve.of("Reach", scaled(far), scaled(fast)),
                        Curve.of(
                                "Line",
                                Kind.FIT,
                                scaled(ends),
                                scaled(Arrays.stream(ends).map(line::at).toArray()))));
    }

    private static double[] scaled(double... metres) {
        return Arrays.stream(metres).map(v -> CENTI * v).toArray();
    }

    private List<String> conventions(OnsetRule rule) {
        return List.of(
                rule.text(),
                distance == Distance.COVERED
                        ? "Distance: straight from where the hand is at the onset to where it is at the offset."
                        : "Distance: from start to target, as asked for.",
                "Lines are least squares over the trials in which the hand moves; the exponent is the slope of the"
                        + " natural logarithm of peak speed over that of distance.",
                new Bootstrap(resamples, level).text());
    }
}
