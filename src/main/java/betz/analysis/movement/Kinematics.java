// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.OnsetRule;
import betz.analysis.Samples;
import betz.analysis.Spread;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Unit;
import betz.data.Condition;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How hands reach: when, how fast, how straight, how smoothly and how exactly.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param order of the filter in one pass
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param slowest least peak speed of a movement, m/s
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "How hands reach: when, how fast, how straight, how smoothly and how exactly.",
        source = "Gordon, Ghilardi & Ghez (1994), doi:10.1007/BF00241415; Balasubramanian et al. (2015),"
                + " doi:10.1186/s12984-015-0090-9; Flash & Hogan (1985), doi:10.1523/JNEUROSCI.05-07-01688.1985")
public record Kinematics(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position.")
        double cutoff,

        @About("Order of the low-pass in one of its two passes.")
        int order,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @Unit("m/s") @About("A hand whose peak speed is lower has not moved.")
        double slowest,

        @About("How often trials are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** The rule of the recorded reaches that the scorecard tells of. */
    public static final Kinematics DEFAULT = new Kinematics(8, 2, 0.10, 0.35, 0.01, 1000, 0.95);

    /** One figure of a reach: name, unit, value. */
    private record Told(String name, String unit, ToDoubleFunction<Reach> figure) {}

    private static final List<Told> TOLD = List.of(
            new Told("reaction_time", "s", reach -> reach.usual().reactionTime()),
            new Told("movement_time", "s", reach -> reach.usual().movementTime()),
            new Told("peak_speed", "m/s", reach -> reach.usual().peakSpeed()),
            new Told("peak_time", "1", reach -> reach.usual().peakTime()),
            new Told("peak_to_mean_speed", "1", Reach::peakToMean),
            new Told("path_ratio", "1", reach -> reach.usual().pathRatio()),
            new Told("linearity", "1", reach -> reach.usual().linearity()),
            new Told("direction_error", "rad", reach -> reach.usual().directionError()),
            new Told("minimum_jerk_correlation", "1", reach -> reach.usual().minimumJerkCorrelation()),
            new Told("minimum_jerk_r2", "1", Reach::minimumJerkR2),
            new Told("smoothness", "1", reach -> reach.usual().smoothness()),
            new Told("log_dimensionless_jerk", "1", Reach::logJerk),
            new Told("offset_error", "m", Reach::missed));

    public Kinematics {
        new OnsetRule(cutoff, order, fraction, dip, slowest); // which checks them
        new Bootstrap(resamples, level);
    }

    private OnsetRule rule() {
        return new OnsetRule(cutoff, order, fraction, dip, slowest);
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(resamples, level);
    }

    @Override
    public Finding of(Subject subject) {
        Recording recording = Hands.reaching(subject);
        List<Reach> reaches = Reach.all(recording, rule(), 2);
        List<Measure> measures = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        measures.add(Measure.of("trials", "1", recording.trials().size()));
        measures.add(Measure.of("trials_moved", "1", reaches.size()));
        for (Told told : TOLD) {
            double[] each = reaches.stream().mapToDouble(told.figure).toArray();
            measures.add(bootstrap().measure(told.name, told.unit, each, Samples::median, subject.seed()));
            values.add(Values.list("trial_" + told.name, told.unit, each));
            values.add(Values.list(told.name + "_quartiles", told.unit, quartiles(each)));
        }
        double[] errors =
                reaches.stream().mapToDouble(r -> r.usual().directionError()).toArray();
        measures.add(bootstrap().measure("direction_error_sd", "rad", errors, Kinematics::deviation, subject.seed()));
        measures.addAll(ellipse(reaches, subject.seed()));
        values.add(Values.table("end_covariance", "m^2", covariance(reaches)));
        var plots = new KinematicsPlots(recording, reaches, rule());
        return new Finding("kinematics", measures, values, List.of(plots.speed(), plots.ends()), conventions());
    }

    private static double[] quartiles(double[] each) {
        return new double[] {Samples.quantile(each, 0.25), Samples.median(each), Samples.quantile(each, 0.75)};
    }

    /** Returns the standard deviation with n - 1. */
    private static double deviation(double[] values) {
        double mean = Samples.mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    /** Returns how end points scatter; nothing where no condition has two reaches. */
    private List<Measure> ellipse(List<Reach> reaches, long seed) {
        List<Condition> conditions =
                reaches.stream().map(reach -> reach.asked().condition()).toList();
        double[] along = EndEllipse.deviations(
                conditions, reaches.stream().mapToDouble(Reach::along).toArray());
        double[] across = EndEllipse.deviations(
                conditions, reaches.stream().mapToDouble(Reach::across).toArray());
        return along.length < 2
                ? List.of()
                : List.of(
                        measure("end_sd_along", "m", along, across, EndEllipse::along, seed),
                        measure("end_sd_across", "m", along, across, EndEllipse::across, seed),
                        measure("end_ellipse_ratio", "1", along, across, EndEllipse::ratio, seed),
                        measure("end_ellipse_angle", "rad", along, across, EndEllipse::angle, seed));
    }

    private Measure measure(
            String name, String unit, double[] along, double[] across, ToDoubleFunction<EndEllipse> figure, long seed) {
        ToDoubleFunction<int[]> drawn =
                chosen -> figure.applyAsDouble(EndEllipse.of(pick(along, chosen), pick(across, chosen)));
        return new Measure(name, unit, bootstrap().interval(along.length, seed, name, drawn));
    }

    private static double[] pick(double[] values, int... chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    /** Returns the covariance of all end points relative to their targets, [axis][axis], m². */
    private static double[][] covariance(List<Reach> reaches) {
        Spread spread = Spread.of(
                reaches.stream().mapToDouble(reach -> reach.end().x()).toArray(),
                reaches.stream().mapToDouble(reach -> reach.end().y()).toArray());
        return new double[][] {{spread.xx(), spread.xy()}, {spread.xy(), spread.yy()}};
    }

    private List<String> conventions() {
        return List.of(
                rule().text(),
                "Figures are medians over the trials in which the hand moves; quartiles interpolate between order"
                        + " statistics (type 7).",
                "Speed: central differences. Peak time: share of the movement time. Peak over mean speed: the mean is"
                        + " path length over movement time.",
                "Path ratio: path over chord from onset to offset. Linearity: greatest distance from that chord over"
                        + " its length.",
                "Direction error: from the target's direction to that from the onset to the hand at peak speed,"
                        + " counter-clockwise; its standard deviation has n - 1 and all conditions together.",
                "Minimum jerk: correlation and R2 of the speed from onset to offset with 30 s^2 (1 - s)^2 of the same"
                        + " duration and path length.",
                "Smoothness: spectral arc length, cutoff 10 Hz, threshold 0.05, padding 4. Log dimensionless jerk:"
                        + " second differences of the speed from onset to offset, scaled by duration^3 / peak^2.",
                "End points: where the hand is at the offset, from the target's centre. Their spread is around each"
                        + " condition's mean with n - 1, along and across the way from start to target; the angle of the"
                        + " ellipse's longer axis is from that way. end_covariance (x, y) is of all end points around"
                        + " their common mean.",
                bootstrap().text());
    }
}
