// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How regularly each unit spikes: CV, CV2, LV and LvR of its intervals, and their medians over units.
 *
 * @param refractory the constant R of LvR, s
 * @param least intervals that a unit must have to be told of
 * @param resamples of units, for the medians' intervals
 * @see Intervals
 */
@About(
        value = "How regular the intervals between spikes are.",
        source =
                "Holt et al. (1996), doi:10.1152/jn.1996.75.5.1806; Shinomoto et al. (2009), doi:10.1371/journal.pcbi.1000433")
public record IntervalStatistics(
        @Unit("s") @About(value = "Refractoriness constant R of LvR.", source = "doi:10.1371/journal.pcbi.1000433")
        double refractory,

        @About("Units with fewer intervals are left out.") int least,

        @About("How often units are drawn anew for the medians' intervals.")
        int resamples)
        implements Analysis {
    /** R of Shinomoto et al. (2009); ten intervals are a choice of ours. */
    public static final IntervalStatistics DEFAULT = new IntervalStatistics(0.005, 10, 1000);

    private static final double LEVEL = 0.95;
    private static final int BARS = 50;

    public IntervalStatistics {
        Require.notNegative("refractory", refractory, "s");
        Require.count("least", least, 2, 1_000_000);
        Require.count("resamples", resamples, 1, 1_000_000);
    }

    @Override
    public Finding of(Subject subject) {
        SpikeTrains trains = subject.spikes();
        List<Intervals> units = IntStream.range(0, trains.units().size())
                .mapToObj(unit -> Intervals.of(trains, unit))
                .toList();
        int[] chosen = IntStream.range(0, units.size())
                .filter(unit ->
                        units.get(unit).all().length >= least && units.get(unit).pairs() > 0)
                .toArray();
        if (chosen.length == 0) {
            int most = units.stream().mapToInt(unit -> unit.all().length).max().orElse(0);
            Require.that(
                    false,
                    "intervals within trials",
                    "at most " + most + " of a unit",
                    least + " or more of one unit at least, two of them next to each other: three spikes in a trial");
        }
        List<Intervals> told = IntStream.of(chosen).mapToObj(units::get).toList();
        double[] rates =
                IntStream.of(chosen).mapToDouble(unit -> rate(trains, unit)).toArray();
        return new Finding(
                "interval_statistics",
                measures(told, rates, subject.seed()),
                values(told, rates, chosen),
                List.of(histogram(told), unitsPlot(told, chosen)),
                conventions(trains, chosen));
    }

    private static double rate(SpikeTrains trains, int unit) {
        double spikes = IntStream.range(0, trains.trials())
                .map(trial -> trains.times(trial, unit).length)
                .sum();
        return spikes / (trains.trials() * (trains.to() - trains.from()));
    }

    private List<Measure> measures(List<Intervals> told, double[] rates, long seed) {
        int intervals = told.stream().mapToInt(unit -> unit.all().length).sum();
        return List.of(
                median("cv", each(told, Intervals::cv), seed),
                median("cv2", each(told, Intervals::cv2), seed),
                median("lv", each(told, Intervals::lv), seed),
                median("lvr", each(told, unit -> unit.lvR(refractory)), seed),
                Measure.of("mean_rate", "spikes/s", Samples.mean(rates)),
                Measure.of("intervals", "1", intervals),
                Measure.of("units", "1", told.size()));
    }

    private Measure median(String name, double[] values, long seed) {
        if (values.length == 1) {
            return Measure.of(name, "1", values[0]);
        }
        Interval found = new Bootstrap(resamples, LEVEL)
                .interval(
                        values.length,
                        seed,
                        name,
                        drawn -> Samples.median(
                                Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray()));
        return new Measure(name, "1", found);
    }

    private static double[] each(List<Intervals> told, ToDoubleFunction<Intervals> figure) {
        return told.stream().mapToDouble(figure).toArray();
    }

    private List<Values> values(List<Intervals> told, double[] rates, int... chosen) {
        return List.of(
                Values.list(
                        "unit_numbers",
                        "1",
                        IntStream.of(chosen).mapToDouble(u -> u + 1).toArray()),
                Values.list("unit_cv", "1", each(told, Intervals::cv)),
                Values.list("unit_cv2", "1", each(told, Intervals::cv2)),
                Values.list("unit_lv", "1", each(told, Intervals::lv)),
                Values.list("unit_lvr", "1", each(told, unit -> unit.lvR(refractory))),
                Values.list("unit_rates", "spikes/s", rates),
                Values.list("unit_intervals", "1", each(told, unit -> unit.all().length)));
    }

    private static Plot histogram(List<Intervals> told) {
        double[] all =
                told.stream().flatMapToDouble(unit -> Arrays.stream(unit.all())).toArray();
        double longest = Samples.quantile(all, 0.99);
        double width = longest / BARS;
        double[] middle = new double[BARS];
        double[] count = new double[BARS];
        Arrays.setAll(middle, i -> 1000 * width * (i + 0.5));
        for (double interval : all) {
            if (interval <= longest) {
                count[Math.min(BARS - 1, (int) (interval / width))]++;
            }
        }
        return new Plot(
                "interval-statistics",
                "Intervals between spikes",
                "All units' intervals up to their 99th percentile.",
                Plot.Form.BARS,
                new Axis("Interval", "ms"),
                new Axis("Intervals", ""),
                List.of(Curve.of("intervals", middle, count)));
    }

    private Plot unitsPlot(List<Intervals> told, int... chosen) {
        double[] number = IntStream.of(chosen).mapToDouble(u -> u + 1).toArray();
        return new Plot(
                "interval-statistics-units",
                "Regularity of each unit",
                "CV, CV2, LV and LvR of each unit; a Poisson process has 1, a clock 0.",
                Plot.Form.DOTS,
                new Axis("Unit", ""),
                new Axis("Figure", ""),
                List.of(
                        Curve.of("CV", number, each(told, Intervals::cv)),
                        Curve.of("CV2", number, each(told, Intervals::cv2)),
                        Curve.of("LV", number, each(told, Intervals::lv)),
                        Curve.of("LvR", number, each(told, unit -> unit.lvR(refractory)))));
    }

    private List<String> conventions(SpikeTrains trains, int... chosen) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Intervals lie within trials, none spans two; CV over all intervals of a unit with n below the "
                + "variance, CV2, LV and LvR over pairs next to each other in a trial.");
        sentences.add("LvR with R = " + Milliseconds.of(refractory) + ". Rates: spikes over the time of all trials.");
        sentences.add("Figures are medians over units; intervals: percentile bootstrap over units, " + resamples
                + " resamples, level " + LEVEL + ", seeded.");
        List<String> left = IntStream.range(0, trains.units().size())
                .filter(unit -> Arrays.stream(chosen).noneMatch(one -> one == unit))
                .mapToObj(trains.units()::get)
                .toList();
        if (!left.isEmpty()) {
            sentences.add(left.size() + " of " + trains.units().size() + " units have fewer than " + least
                    + " intervals, or no two next to each other, and are left out: " + String.join(", ", left) + ".");
        }
        return sentences;
    }
}
