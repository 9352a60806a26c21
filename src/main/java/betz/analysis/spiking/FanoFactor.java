// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.SpikeTrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fano factors in windows that slide over time: the slope, through the origin, of the variance of counts over trials against
 * their mean, over all pairs of a unit and a condition; of all pairs, and of pairs whose means are distributed alike in all
 * windows.
 *
 * @param window width, s
 * @param step from window to window, s
 * @param bin width of the bins in which means are matched, spikes
 * @param repeats number of draws of matched pairs; 0 for none
 * @param weighted whether pairs weigh trials / (mean + 1 spike/s)²
 * @see <a href="https://doi.org/10.1038/nn.2501">Churchland et al. (2010)</a>
 */
@About(
        value = "How much spike counts vary from trial to trial, as a share of their mean, over time.",
        source = "Churchland et al. (2010), doi:10.1038/nn.2501")
public record FanoFactor(
        @Unit("s") @About("Width of the window in which spikes are counted.")
        double window,

        @Unit("s") @About("Time from one window to the next.")
        double step,

        @About("Width of the bins, in spikes, in which the distributions of mean counts are matched.")
        double bin,

        @About("How often matched pairs are drawn; 0 leaves means as they are.")
        int repeats,

        @About("Whether a pair weighs its trials over its squared mean, softened by 1 spike/s, or all weigh the same.")
        boolean weighted)
        implements Analysis {
    /** The bins, draws and weights of the authors' public code, whose window is 80 ms by default; 50 ms every 50 ms is narrower. */
    public static final FanoFactor DEFAULT = new FanoFactor(0.05, 0.05, 0.25, 10, true);

    /** Fewer pairs tell nothing of a slope. */
    private static final int LEAST = 5;

    /** Below this rate weights hardly grow any more, spikes/s. */
    private static final double SOFTEN = 1;

    public FanoFactor {
        Require.positive("window", window, "s");
        Require.positive("step", step, "s");
        Require.positive("bin", bin, "spikes");
        Require.count("repeats", repeats, 0, 100_000);
    }

    @Override
    public Finding of(Subject subject) {
        SpikeTrains trains = subject.spikes();
        WindowCounts counts = WindowCounts.of(trains, window, step);
        double soften = weighted ? SOFTEN * window : Double.NaN;
        FanoCourse all = FanoCourse.all(counts, soften);
        Require.that(
                Arrays.stream(all.value()).anyMatch(Double::isFinite),
                "spikes",
                "none in any window",
                "spikes between " + trains.from() + " and " + trains.to() + " s");
        MeanMatching matching = new MeanMatching(counts.means(), bin);
        int kept = repeats == 0 ? counts.trials().length : kept(matching);
        FanoCourse told = repeats == 0 ? all : FanoCourse.matched(counts, soften, matching, repeats, subject.seed());
        double[] times = Arrays.stream(counts.begins()).map(t -> t + window / 2).toArray();
        return new Finding(
                "fano_factor",
                measures(counts, told, all, kept),
                values(trains, counts, told, all, times),
                List.of(plot(told, all, times)),
                conventions(counts, told));
    }

    private static int kept(MeanMatching matching) {
        Require.that(
                matching.kept() >= LEAST,
                "pairs of a unit and a condition that are left when means are matched",
                Integer.toString(matching.kept()),
                LEAST + " or more: more units or conditions, a wider bin, a greater step, or repeats 0");
        return matching.kept();
    }

    private List<Measure> measures(WindowCounts counts, FanoCourse told, FanoCourse all, int kept) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("fano_factor", "1", Samples.mean(told.value())));
        measures.add(Measure.of("fano_factor_all", "1", Samples.mean(all.value())));
        double before = mean(told, counts, -Double.MAX_VALUE, -window);
        double after = mean(told, counts, 0, Double.MAX_VALUE);
        if (Double.isFinite(before) && Double.isFinite(after)) {
            measures.add(Measure.of("fano_factor_before", "1", before));
            measures.add(Measure.of("fano_factor_after", "1", after));
            measures.add(Measure.of("decline", "1", 1 - after / before));
        }
        measures.add(Measure.of("windows", "1", counts.begins().length));
        measures.add(Measure.of("pairs", "1", counts.trials().length));
        measures.add(Measure.of("pairs_kept", "1", kept));
        return measures;
    }

    private static double mean(FanoCourse course, WindowCounts counts, double first, double last) {
        double[] begins = counts.begins();
        return Samples.mean(IntStream.range(0, begins.length)
                .filter(w -> begins[w] >= first - 1e-9 && begins[w] <= last + 1e-9)
                .mapToDouble(w -> course.value()[w])
                .toArray());
    }

    private List<Values> values(
            SpikeTrains trains, WindowCounts counts, FanoCourse told, FanoCourse all, double... times) {
        return List.of(
                Values.list("times_s", "s", times),
                Values.list("fano_factors", "1", told.value()),
                Values.list("fano_factors_low", "1", told.low()),
                Values.list("fano_factors_high", "1", told.high()),
                Values.list("fano_factors_all", "1", all.value()),
                Values.list("fano_factors_all_low", "1", all.low()),
                Values.list("fano_factors_all_high", "1", all.high()),
                Values.list("rates", "spikes/s", rates(told)),
                Values.list("rates_all", "spikes/s", rates(all)),
                Values.list(
                        "unit_fano_factors", "1", units(counts, trains.units().size())),
                Values.table("count_means", "1", counts.means()),
                Values.table("count_variances", "1", counts.variances()));
    }

    private double[] rates(FanoCourse course) {
        return Arrays.stream(course.mean()).map(count -> count / window).toArray();
    }

    /** Returns the slope of each unit alone, over its conditions and all windows. */
    private double[] units(WindowCounts counts, int units) {
        double[] slopes = new double[units];
        Arrays.setAll(slopes, unit -> {
            int[] pairs = IntStream.range(0, counts.trials().length)
                    .filter(pair -> pair % units == unit)
                    .toArray();
            int points = pairs.length * counts.begins().length;
            double[] mean = new double[points];
            double[] variance = new double[points];
            int[] pair = new int[points];
            for (int i = 0; i < points; i++) {
                pair[i] = pairs[i % pairs.length];
                mean[i] = counts.means()[i / pairs.length][pair[i]];
                variance[i] = counts.variances()[i / pairs.length][pair[i]];
            }
            double soften = weighted ? SOFTEN * window : Double.NaN;
            return OriginSlope.of(mean, variance, FanoCourse.weights(mean, pair, counts.trials(), soften))
                    .value();
        });
        return slopes;
    }

    private Plot plot(FanoCourse told, FanoCourse all, double... times) {
        double[] ms = Arrays.stream(times).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        if (repeats > 0) {
            curves.add(Curve.of("means matched", ms, told.value()).between(told.low(), told.high()));
        }
        curves.add(Curve.of("all", repeats > 0 ? Plot.Kind.OTHER : Plot.Kind.DATA, ms, all.value())
                .between(all.low(), all.high()));
        return new Plot(
                "fano-factor",
                "Fano factor",
                "Slope of the variance of spike counts against their mean in windows of " + Milliseconds.of(window)
                        + ", with intervals of two standard errors.",
                Plot.Form.LINES,
                new Axis("Time", "ms"),
                new Axis("Fano factor", ""),
                curves);
    }

    private List<String> conventions(WindowCounts counts, FanoCourse told) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Counts: windows of " + Milliseconds.of(window) + " every " + Milliseconds.of(step)
                + ", told at their middle; a window holds its beginning, not its end.");
        sentences.add(
                "Variance over trials of one condition with n − 1 below it; slope through the origin over pairs of a "
                        + "unit and a condition, "
                        + (weighted
                                ? "weighted by trials / (mean + " + SOFTEN + " spikes/s × window)²."
                                : "not weighted."));
        sentences.add(
                repeats == 0
                        ? "Means are not matched over windows."
                        : "Means matched: greatest common distribution in bins of " + bin + " spikes, mean of "
                                + repeats + " seeded draws.");
        sentences.add(
                "Intervals: two standard errors of the slope on either side. fano_factor is the mean over windows; before "
                        + "and after are windows that end by, and begin from, time 0; decline is 1 − after / before.");
        long silent = Arrays.stream(told.value()).filter(Double::isNaN).count();
        if (silent > 0) {
            sentences.add(silent + " of " + counts.begins().length + " windows hold no spike and are passed over.");
        }
        return sentences;
    }
}
