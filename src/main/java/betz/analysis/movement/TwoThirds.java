// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.HandPath;
import betz.analysis.Movement;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Samples;
import betz.analysis.SpeedCurvature;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a hand slows down where its path bends: the two-thirds power law.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param fraction of the peak speed below which a hand rests
 * @param trim share of a movement that is left out at either end
 * @param derivative how speed and curvature are computed
 * @param window samples of the Savitzky-Golay filter
 * @param degree of its polynomials
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "How a hand slows down where its path bends: the two-thirds power law.",
        source = "Lacquaniti, Terzuolo & Viviani (1983), doi:10.1016/0001-6918(83)90027-6",
        equation = "speed = gain curvature^(-exponent), 1/3 for the law")
public record TwoThirds(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position, which decides when it moves.")
        double cutoff,

        @About("Share of the peak speed below which the hand rests before and after the movement.")
        double fraction,

        @About("Share of the movement that is left out at either end.")
        double trim,

        @About("How speed and curvature are computed from the position.")
        Derivative derivative,

        @About("Samples in the window of the Savitzky-Golay filter, odd.")
        int window,

        @About("Degree of its polynomials, 2 or more.") int degree,

        @About("How often trials are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** The low-pass of the other measures of hands, and a tenth of the movement off either end. */
    public static final TwoThirds DEFAULT = new TwoThirds(8, 0.10, 0.1, Derivative.CENTRAL, 21, 3, 1000, 0.95);

    private static final double MOST_TRIM = 0.45;

    /** How speed and curvature are computed. */
    public enum Derivative {
        /** By central differences of the low-passed position. */
        CENTRAL,
        /** By the polynomials that fit the recorded position around each sample. */
        SAVITZKY_GOLAY
    }

    public TwoThirds {
        Require.positive("cutoff", cutoff, "Hz");
        Require.within("fraction", fraction, 0, 1, "");
        Require.within("trim", trim, 0, MOST_TRIM, "");
        Require.that(window % 2 == 1 && window > degree, "window", "" + window, "an odd number above the degree");
        Require.count("degree", degree, 2, 9);
        new Bootstrap(resamples, level); // which checks them
    }

    /** Samples of one trial: curvature (1/m) and speed (m/s) of those that count, and their fit. */
    private record Fitted(List<Double> curvature, List<Double> speed, SpeedCurvature law) {}

    @Override
    public Finding of(Subject subject) {
        Recording recording = Hands.of(subject);
        List<Fitted> fits = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> fit(recording, trial))
                .flatMap(Optional::stream)
                .filter(fit -> Double.isFinite(fit.law.exponent()))
                .toList();
        Require.that(
                !fits.isEmpty(),
                "trials",
                "without a path whose curvature varies",
                "paths that bend with a radius below 1 m and are neither lines nor circles");
        var bootstrap = new Bootstrap(resamples, level);
        double[] exponent = each(fits, SpeedCurvature::exponent);
        double[] gain = each(fits, SpeedCurvature::gain);
        double[] explained = each(fits, SpeedCurvature::explained);
        SpeedCurvature pooled = SpeedCurvature.of(curvature(fits), speed(fits));
        var measures = List.of(
                bootstrap.measure("exponent", "1", exponent, Samples::median, subject.seed()),
                bootstrap.measure("r2", "1", explained, Samples::median, subject.seed()),
                bootstrap.measure("gain", "m/s", gain, Samples::median, subject.seed()),
                Measure.of("pooled_exponent", "1", pooled.exponent()),
                Measure.of("pooled_r2", "1", pooled.explained()),
                Measure.of("trials_fitted", "1", fits.size()));
        var values = List.of(Values.list("trial_exponent", "1", exponent), Values.list("trial_r2", "1", explained));
        return new Finding("two_thirds", measures, values, List.of(plot(fits, pooled)), conventions(bootstrap));
    }

    private OnsetRule rule() {
        return new OnsetRule(cutoff, OnsetRule.DEFAULT.order(), fraction, 0, OnsetRule.DEFAULT.slowest());
    }

    private Optional<Fitted> fit(Recording recording, int trial) {
        var path = HandPath.of(recording, trial, rule());
        int go = recording.trials().get(trial).goCue();
        return rule().whole(path.speed(), go).map(movement -> fit(recording, trial, path, movement));
    }

    private Fitted fit(Recording recording, int trial, HandPath path, Movement movement) {
        int last = path.speed().length - 1;
        double off = trim * (movement.offset() - movement.onset());
        int from = Math.max(1, (int) Math.ceil(movement.onset() + off));
        int to = Math.min(last, (int) Math.floor(movement.offset() - off) + 1);
        double[][] bends = derivative == Derivative.CENTRAL
                ? new double[][] {
                    IntStream.rangeClosed(0, last)
                            .mapToDouble(step -> step == 0 || step == last ? 0 : path.curvature(step))
                            .toArray(),
                    path.speed()
                }
                : polynomials(recording, trial, last + 1);
        int[] counted = IntStream.range(from, to)
                .filter(step -> SpeedCurvature.counts(bends[0][step], bends[1][step]))
                .toArray();
        double[] curvature =
                Arrays.stream(counted).mapToDouble(step -> bends[0][step]).toArray();
        double[] speed =
                Arrays.stream(counted).mapToDouble(step -> bends[1][step]).toArray();
        return new Fitted(
                Arrays.stream(curvature).boxed().toList(),
                Arrays.stream(speed).boxed().toList(),
                SpeedCurvature.of(curvature, speed));
    }

    /** Returns curvature and speed by polynomials, [2][step]. */
    private double[][] polynomials(Recording recording, int trial, int steps) {
        double dt = recording.trials().dt();
        var filter = new SavitzkyGolay(window, degree);
        double[] x = Arrays.copyOf(recording.signal("hand.position").trace(trial, 0), steps);
        double[] y = Arrays.copyOf(recording.signal("hand.position").trace(trial, 1), steps);
        double[] vx = filter.derivative(x, 1, dt);
        double[] vy = filter.derivative(y, 1, dt);
        double[] ax = filter.derivative(x, 2, dt);
        double[] ay = filter.derivative(y, 2, dt);
        double[][] bends = new double[2][steps];
        for (int i = 0; i < steps; i++) {
            double speed = StrictMath.hypot(vx[i], vy[i]);
            bends[0][i] = Math.abs(vx[i] * ay[i] - vy[i] * ax[i]) / (speed * speed * speed);
            bends[1][i] = speed;
        }
        return bends;
    }

    private static double[] each(List<Fitted> fits, ToDoubleFunction<SpeedCurvature> figure) {
        return fits.stream().mapToDouble(fit -> figure.applyAsDouble(fit.law)).toArray();
    }

    private static double[] curvature(List<Fitted> fits) {
        return fits.stream()
                .flatMap(fit -> fit.curvature.stream())
                .mapToDouble(v -> v)
                .toArray();
    }

    private static double[] speed(List<Fitted> fits) {
        return fits.stream()
                .flatMap(fit -> fit.speed.stream())
                .mapToDouble(v -> v)
                .toArray();
    }

    private static Plot plot(List<Fitted> fits, SpeedCurvature law) {
        double[] bent = Arrays.stream(curvature(fits)).map(StrictMath::log10).toArray();
        double[] fast =
                Arrays.stream(speed(fits)).map(v -> StrictMath.log10(100 * v)).toArray();
        double[] ends = {
            Arrays.stream(bent).min().orElse(0), Arrays.stream(bent).max().orElse(0),
        };
        double[] line = Arrays.stream(ends)
                .map(k -> StrictMath.log10(100 * law.gain()) - law.exponent() * k)
                .toArray();
        return new Plot(
                "two-thirds-law",
                "Speed and curvature",
                "Every sample that counts, on logarithmic scales to the base 10, and the power law fitted to all of"
                        + " them.",
                Form.DOTS,
                new Axis("log10 of the curvature in 1/m", ""),
                new Axis("log10 of the speed in cm/s", ""),
                List.of(Curve.of("Hand", bent, fast), Curve.of("Power law", Kind.FIT, ends, line)));
    }

    private List<String> conventions(Bootstrap bootstrap) {
        String how = derivative == Derivative.CENTRAL
                ? "central differences of the position after a zero-phase low-pass of order "
                        + OnsetRule.DEFAULT.order() + " at " + OnsetRule.plain(cutoff) + " Hz"
                : "Savitzky-Golay polynomials of degree " + degree + " over " + window + " samples";
        return List.of(
                "Speed and curvature: " + how + ".",
                "Power law: speed = gain * curvature^-exponent, least squares of the natural logarithms in each trial;"
                        + " 1/3 is the two-thirds law. Figures are medians over trials; pooled ones fit the samples of all"
                        + " trials at once.",
                "Samples: from the last before to the first after all above " + OnsetRule.plain(100 * fraction)
                        + " % of the peak speed, less " + OnsetRule.plain(100 * trim)
                        + " % of the movement at either end; without places of a radius above 1 m. Trials whose"
                        + " logarithm of curvature has a standard deviation below 0.05 are left out.",
                bootstrap.text());
    }
}
