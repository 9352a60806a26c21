// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.GaussianSmoother;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Activity;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Mean courses of rates around an event, one for each unit and condition, from spikes or from a signal; smoothed trial by trial.
 *
 * @param signal what is averaged where no spikes are given
 * @param sd of the Gaussian, s; 0 leaves samples as they are
 * @param causal whether only the past is smoothed over
 * @param bin in which spikes are counted, s
 * @param normalised whether each unit is divided by its range plus {@code soften}
 * @param soften spikes/s, or in the unit of the signal
 * @param shown number of units that are drawn
 */
@About(
        value = "Mean courses of units' rates around an event, one per condition.",
        source = "Churchland et al. (2012), doi:10.1038/nature11129, for the Gaussian and the soft range")
public record TimeHistogram(
        @About("Signal that is averaged where no spikes are given.")
        String signal,

        @Unit("s") @About("Standard deviation of the Gaussian that each trial is smoothed with; 0 for none.")
        double sd,

        @About("Whether each sample is smoothed over its past alone.")
        boolean causal,

        @Unit("s") @About("Width of the bins in which spikes are counted.")
        double bin,

        @About("Whether each unit is divided by its range over conditions and times, plus soften.")
        boolean normalised,

        @About("What is added to the range of each unit, spikes/s or in the signal's unit.")
        double soften,

        @About("How many units are drawn one by one, those of the greatest range.")
        int shown)
        implements Analysis {
    /** 25 ms is between what is usual for reaches (20 to 30 ms) and for cycling (25 ms); 5 spikes/s soften. */
    public static final TimeHistogram DEFAULT = new TimeHistogram("unit.rate", 0.025, false, 0.005, false, 5, 4);

    public TimeHistogram {
        Require.notNegative("sd", sd, "s");
        Require.positive("bin", bin, "s");
        Require.notNegative("soften", soften, "");
        Require.count("shown", shown, 0, 100);
    }

    @Override
    public Finding of(Subject subject) {
        boolean spiked = subject.trains() != null;
        Activity rates = spiked
                ? Courses.ofSpikes(subject.spikes(), bin, smoother(bin))
                : Courses.ofSignal(subject.recording(), signal, this::smoother);
        String unit = spiked ? "spikes/s" : Courses.unit(subject.recording(), signal);
        Activity told = normalised ? rates.normalised(soften) : rates;
        return new Finding(
                "time_histogram",
                measures(rates, unit),
                values(told, normalised ? "1" : unit),
                plots(told, normalised || unit.equals("1") ? "" : unit),
                conventions(spiked));
    }

    private UnaryOperator<double[]> smoother(double dt) {
        if (sd == 0) {
            return UnaryOperator.identity();
        }
        return causal ? new CausalSmoother(sd, dt)::smooth : new GaussianSmoother(sd, dt)::smooth;
    }

    private static List<Measure> measures(Activity rates, String unit) {
        double[][] mean = Courses.population(rates);
        double sum = 0;
        double peak = Double.NEGATIVE_INFINITY;
        double time = Double.NaN;
        for (double[] course : mean) {
            for (int t = 0; t < course.length; t++) {
                sum += course[t];
                time = course[t] > peak ? rates.times()[t] : time;
                peak = Math.max(peak, course[t]);
            }
        }
        return List.of(
                Measure.of("mean_rate", unit, sum / (mean.length * rates.times().length)),
                Measure.of("peak_population_rate", unit, peak),
                Measure.of("peak_time", "s", time),
                Measure.of(
                        "greatest_range",
                        unit,
                        Arrays.stream(rates.ranges()).max().orElse(Double.NaN)),
                Measure.of("conditions", "1", mean.length),
                Measure.of("units", "1", rates.units().size()));
    }

    private static List<Values> values(Activity told, String unit) {
        return List.of(
                Values.list("times_s", "s", told.times()),
                Values.table("population", unit, Courses.population(told)),
                Values.table("courses", unit, told.rows()));
    }

    private List<Plot> plots(Activity told, String unit) {
        List<Plot> plots = new ArrayList<>();
        plots.add(plot("time-histogram", "Mean of all units", told, unit, Courses.population(told)));
        double[] ranges = told.ranges();
        int[] order = IntStream.range(0, ranges.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -ranges[i]))
                .limit(shown)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            int one = order[i];
            plots.add(plot(
                    "time-histogram-unit-" + (i + 1),
                    "Unit " + told.units().get(one),
                    told,
                    unit,
                    Courses.unit(told, one)));
        }
        return plots;
    }

    private Plot plot(String id, String title, Activity told, String unit, double[]... courses) {
        double[] ms = Arrays.stream(told.times()).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < courses.length; c++) {
            curves.add(Curve.of(told.conditions().get(c).label(), ms, courses[c]));
        }
        String text = "Mean over the trials of each condition, " + (normalised ? "over the softened range, " : "")
                + (sd == 0 ? "not smoothed." : "smoothed with a Gaussian of " + Milliseconds.of(sd) + ".");
        return new Plot(id, title, text, Plot.Form.LINES, new Axis("Time", "ms"), new Axis("Rate", unit), curves);
    }

    private List<String> conventions(boolean spiked) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                spiked
                        ? "Spikes counted in bins of " + Milliseconds.of(bin)
                                + ", told at their middle; time 0 is that of the data."
                        : "Signal: " + signal + "; time 0 is the go cue; only times that all trials have.");
        String bell = causal
                ? "the backward half of a Gaussian, its weights summing to 1 at the beginning too"
                : "a Gaussian with mirrored ends";
        sentences.add(
                sd == 0
                        ? "Not smoothed."
                        : "Each trial smoothed with " + bell + ", sd " + Milliseconds.of(sd) + ", cut at 4 sd.");
        sentences.add(
                normalised
                        ? "Courses are over each unit's range over all conditions and times plus " + soften
                                + "; the figures are not."
                        : "Not normalised.");
        sentences.add("Rows of courses: condition after condition, time by time; columns are units.");
        return sentences;
    }
}
