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
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How movement time grows with the difficulty of a reach: Fitts' law.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param index how difficult a reach is
 * @param widths which width of the target counts
 * @param width of the targets, m
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "How movement time grows with the difficulty of a reach: Fitts' law.",
        source = "Fitts (1954), doi:10.1037/h0055392; MacKenzie (1992), doi:10.1207/s15327051hci0701_3",
        equation = "movement time = intercept + slope ID; ID = log2(2 D / W) or log2(D / W + 1)")
public record Fitts(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position.")
        double cutoff,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @About("Formula of the index of difficulty.") FittsLaw index,

        @About("Whether the width is the given one, or what the spread of end points of each condition is worth.")
        Widths widths,

        @Unit("m") @About("Diameter of the targets, where the width is the given one.")
        double width,

        @About("How often trials are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** Fitts' formula, and targets of 1 cm radius, as in many recordings of reaches from a centre outwards. */
    public static final Fitts DEFAULT = new Fitts(8, 0.10, 0.35, FittsLaw.FITTS, Widths.GIVEN, 0.02, 1000, 0.95);

    private static final int LEAST = 3;

    /** Within less, the scatter of starts decides on the slope, bits. */
    private static final double LEAST_RANGE = 0.5;

    private static final double MILLI = 1000;

    /** Which width of the target counts. */
    public enum Widths {
        /** The setting. */
        GIVEN,
        /** 4.133 times the standard deviation, along the movement, of the end points of each condition. */
        EFFECTIVE
    }

    public Fitts {
        rule(cutoff, fraction, dip);
        Require.positive("width", width, "m");
        new Bootstrap(resamples, level); // which checks them
    }

    private static OnsetRule rule(double cutoff, double fraction, double dip) {
        return new OnsetRule(cutoff, OnsetRule.DEFAULT.order(), fraction, dip, OnsetRule.DEFAULT.slowest());
    }

    @Override
    public Finding of(Subject subject) {
        var rule = rule(cutoff, fraction, dip);
        List<Reach> reaches = Reach.all(Hands.reaching(subject), rule, LEAST);
        Map<Condition, Double> wide = widths(reaches);
        double[] bits = reaches.stream().mapToDouble(r -> bits(r, wide)).toArray();
        double[] time =
                reaches.stream().mapToDouble(r -> r.usual().movementTime()).toArray();
        StraightLine line = StraightLine.fit(bits, time);
        double range =
                Arrays.stream(bits).max().orElse(0) - Arrays.stream(bits).min().orElse(0);
        Require.that(
                range >= LEAST_RANGE,
                "range of difficulties",
                OnsetRule.plain(Math.round(100 * range) / 100.0) + " bit",
                LEAST_RANGE + " bit or more: targets of different distances or, by the effective width, conditions of"
                        + " different spread");
        double[][] means = means(bits, time);
        double[] throughput = new double[bits.length];
        Arrays.setAll(throughput, i -> bits[i] / time[i]);
        var measures = List.of(
                measure("slope", "s/bit", bits, time, StraightLine::slope, subject.seed()),
                measure("intercept", "s", bits, time, StraightLine::intercept, subject.seed()),
                measure("r2", "1", bits, time, StraightLine::explained, subject.seed()),
                Measure.of(
                        "r2_of_means", "1", StraightLine.fit(means[0], means[1]).explained()),
                new Bootstrap(resamples, level)
                        .measure("throughput", "bit/s", throughput, Samples::mean, subject.seed()),
                Measure.of("trials_moved", "1", reaches.size()));
        var values = List.of(
                Values.list("trial_difficulty", "bit", bits),
                Values.list("trial_movement_time", "s", time),
                Values.list("difficulties", "bit", means[0]),
                Values.list("mean_movement_times", "s", means[1]));
        return new Finding("fitts", measures, values, List.of(plot(bits, time, means, line)), conventions(rule));
    }

    private Map<Condition, Double> widths(List<Reach> reaches) {
        Map<Condition, Double> wide = new LinkedHashMap<>();
        reaches.stream()
                .collect(Collectors.groupingBy(r -> r.asked().condition(), LinkedHashMap::new, Collectors.toList()))
                .forEach((condition, own) -> wide.put(condition, width(condition, own)));
        return wide;
    }

    private double width(Condition condition, List<Reach> own) {
        if (widths == Widths.GIVEN) {
            return width;
        }
        Require.that(
                own.size() >= LEAST,
                "trials of condition " + condition.label(),
                "" + own.size(),
                LEAST + " or more, for the spread of their end points");
        double[] ends = own.stream().mapToDouble(Reach::along).toArray();
        double mean = Samples.mean(ends);
        double squares = Arrays.stream(ends).map(v -> (v - mean) * (v - mean)).sum();
        return FittsLaw.EFFECTIVE * Math.sqrt(squares / (ends.length - 1));
    }

    private double bits(Reach reach, Map<Condition, Double> wide) {
        double distance = reach.asked().start().distance(reach.asked().target());
        return index.difficulty(distance, wide.getOrDefault(reach.asked().condition(), width));
    }

    /** Returns each difficulty, rising, and its reaches' mean time, [2][difficulty], told apart from a millionth of a bit on. */
    private static double[][] means(double[] bits, double[] time) {
        Map<Long, List<Double>> groups = new java.util.TreeMap<>();
        for (int i = 0; i < bits.length; i++) {
            groups.computeIfAbsent(Math.round(1e6 * bits[i]), key -> new java.util.ArrayList<>())
                    .add(time[i]);
        }
        return new double[][] {
            groups.keySet().stream().mapToDouble(key -> key / 1e6).toArray(),
            groups.values().stream()
                    .mapToDouble(
                            all -> all.stream().mapToDouble(v -> v).average().orElse(Double.NaN))
                    .toArray(),
        };
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

    private static Plot plot(double[] bits, double[] time, double[][] means, StraightLine line) {
        double[] ends = {
            Arrays.stream(bits).min().orElse(0), Arrays.stream(bits).max().orElse(0),
        };
        return new Plot(
                "fitts-law",
                "Movement time and difficulty",
                "Movement time of every reach over its index of difficulty, means of each index, and the line of least"
                        + " squares.",
                Form.DOTS,
                new Axis("Index of difficulty", "bit"),
                new Axis("Movement time", "ms"),
                List.of(
                        Curve.of("Reach", Kind.OTHER, bits, scaled(time)),
                        Curve.of("Mean", means[0], scaled(means[1])),
                        Curve.of(
                                "Line",
                                Kind.FIT,
                                ends,
                                scaled(Arrays.stream(ends).map(line::at).toArray()))));
    }

    private static double[] scaled(double... seconds) {
        return Arrays.stream(seconds).map(v -> MILLI * v).toArray();
    }

    private List<String> conventions(OnsetRule rule) {
        String wide = widths == Widths.GIVEN
                ? "W is " + OnsetRule.plain(100 * width) + " cm"
                : "W is " + FittsLaw.EFFECTIVE
                        + " times the standard deviation, with n - 1 and along the movement, of the"
                        + " condition's end points at the offset";
        return List.of(
                rule.text(),
                "Index of difficulty: " + index.text() + ", D from start to target; " + wide + ".",
                "Slope, intercept and R2: least squares over trials; r2_of_means over the mean times of each"
                        + " difficulty. Throughput: mean over trials of difficulty over movement time.",
                new Bootstrap(resamples, level).text());
    }
}
