// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Directional tuning of units of a cortex or a network, from their mean rates in a window after the go cue.
 *
 * @param window where rates are averaged
 * @param cue what the window is relative to, in words
 * @param counts how spikes were drawn from the rates; empty where the rates were taken as they are
 * @param units [unit]
 * @param directions spread of the preferred directions of the tuned units
 */
public record UnitTunings(
        Window window,
        String cue,
        Optional<SpikeCounts> counts,
        List<UnitTuning> units,
        PreferredDirections directions) {
    /** Units whose F-test gives less are called tuned. */
    public static final double SIGNIFICANT = 0.05;

    /** A second level that is told, since the F-test of many trials is easily passed. */
    private static final double STRICT = 0.001;

    /** From here on a unit's mean rates are said to follow the cosine. */
    private static final double GOOD = 0.7;

    public UnitTunings {
        units = List.copyOf(units);
    }

    /**
     * A window relative to the go cue.
     *
     * @param from first, s after the go cue
     * @param to end, s after the go cue; cut at the trial's end
     */
    public record Window(
            @Unit("s") @About("First, after the go cue.") double from,
            @Unit("s") @About("End, after the go cue.") double to) {
        /** Around the movement of a typical reach. */
        public static final Window MOVEMENT = new Window(0.100, 0.600);

        public Window {
            Require.finite("from", from, "s");
            Require.that(to > from, "to", to + " s", "more than from, " + from + " s");
        }

        /** Returns the steps of a trial that lie in this window. */
        private IntStream steps(Recording recording, int number) {
            double dt = recording.trials().dt();
            Trial trial = recording.trials().get(number);
            return IntStream.range(
                    Math.max(0, trial.goCue() + (int) Math.round(from / dt)),
                    Math.min(trial.end(), trial.goCue() + (int) Math.round(to / dt)));
        }

        /** Returns this window in words; {@code cue} are those for the moment that it is relative to. */
        String text(String cue) {
            return "Rates averaged from " + Math.round(1000 * from) + " to " + Math.round(1000 * to) + " ms after the "
                    + cue + ".";
        }
    }

    /**
     * Tuning of one unit.
     *
     * @param unit index
     * @param trials fit to single trials; its F-test decides whether the unit is tuned
     * @param means fit to the mean rates of the conditions
     * @param rates mean rate in each condition, in the order of the conditions' indices
     */
    public record UnitTuning(int unit, CosineTuning trials, CosineTuning means, List<Double> rates) {
        public UnitTuning {
            rates = List.copyOf(rates);
        }

        /** Fits one unit to its rates, [sample], and the conditions in which it had them, [sample]. */
        private static UnitTuning fit(int unit, List<Condition> asked, double[] rate) {
            List<Condition> conditions = asked.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Condition::index))
                    .toList();
            double[] means = conditions.stream()
                    .mapToDouble(condition -> Samples.mean(IntStream.range(0, rate.length)
                            .filter(i -> asked.get(i).equals(condition))
                            .mapToDouble(i -> rate[i])
                            .toArray()))
                    .toArray();
            return new UnitTuning(
                    unit,
                    CosineTuning.fit(directions(asked), rate),
                    CosineTuning.fit(directions(conditions), means),
                    Arrays.stream(means).boxed().toList());
        }

        private static double[] directions(List<Condition> conditions) {
            return conditions.stream().mapToDouble(Condition::direction).toArray();
        }

        /** Returns whether direction explains the unit's single-trial rates better than chance. */
        public boolean tuned() {
            return trials.p() < SIGNIFICANT;
        }
    }

    /** Measures the tuning during movement. */
    public static UnitTunings of(Recording recording) {
        return of(recording, Window.MOVEMENT);
    }

    /**
     * Measures the tuning of every unit.
     *
     * @param recording has {@code unit.rate} and at least three directions
     * @param window where rates are averaged
     */
    public static UnitTunings of(Recording recording, Window window) {
        Signal rates = recording.signal("unit.rate");
        List<Condition> asked =
                recording.trials().trials().stream().map(Trial::condition).toList();
        var units = IntStream.range(0, rates.channels().size())
                .mapToObj(unit -> UnitTuning.fit(unit, asked, means(recording, rates, unit, window)))
                .toList();
        return of(window, recording, Optional.empty(), units);
    }

    /**
     * Measures the tuning of chosen units during movement as it is recorded: from spike counts of repeated reaches.
     *
     * <p>Counts are drawn from the rates as of Poisson processes. Repeats of a condition go through its trials in order,
     * again and again where there are fewer trials than repeats.
     *
     * @param recording has {@code unit.rate} in spikes/s and at least three directions
     * @param units indices of the units to be judged
     * @param repeats reaches per condition
     * @param seed fixes the counts
     */
    public static UnitTunings ofCounts(Recording recording, int[] units, int repeats, long seed) {
        Signal rates = recording.signal("unit.rate");
        Require.that(
                rates.unit().equals("spikes/s"), "unit of unit.rate", rates.unit(), "spikes/s, of which spikes come");
        var counts = new SpikeCounts(repeats, seed);
        List<Condition> asked = recording.trials().conditions().stream()
                .flatMap(condition -> Stream.generate(() -> condition).limit(repeats))
                .toList();
        var fitted = Arrays.stream(units)
                .mapToObj(unit -> UnitTuning.fit(unit, asked, drawn(recording, rates, unit, counts)))
                .toList();
        return of(Window.MOVEMENT, recording, Optional.of(counts), fitted);
    }

    private static UnitTunings of(
            Window window, Recording recording, Optional<SpikeCounts> counts, List<UnitTuning> units) {
        double[] preferred = units.stream()
                .filter(UnitTuning::tuned)
                .mapToDouble(one -> one.means().preferredDirection())
                .toArray();
        return new UnitTunings(window, recording.trials().cue(), counts, units, PreferredDirections.of(preferred));
    }

    /** Returns rates by counting, [condition x repeat]. */
    private static double[] drawn(Recording recording, Signal rates, int unit, SpikeCounts counts) {
        Require.count("unit", unit, 0, rates.channels().size() - 1);
        double[] means = means(recording, rates, unit, Window.MOVEMENT);
        return recording.trials().conditions().stream()
                .flatMapToDouble(condition -> {
                    int[] trials = IntStream.range(0, means.length)
                            .filter(i -> recording.trials().get(i).condition().equals(condition))
                            .toArray();
                    return IntStream.range(0, counts.repeats()).mapToDouble(repeat -> {
                        int trial = trials[repeat % trials.length];
                        double duration =
                                Window.MOVEMENT.steps(recording, trial).count()
                                        * recording.trials().dt();
                        return counts.rate(means[trial], duration, unit, condition.index(), repeat);
                    });
                })
                .toArray();
    }

    private static double[] means(Recording recording, Signal rates, int unit, Window window) {
        double[] means = new double[recording.trials().size()];
        Arrays.setAll(
                means,
                trial -> window.steps(recording, trial)
                        .mapToDouble(step -> rates.get(trial, step, unit))
                        .average()
                        .orElse(Double.NaN));
        return means;
    }

    /** Returns the summary: how many units are tuned, how well the cosine fits them, where they point. */
    public Finding finding() {
        var tuned = units.stream().filter(UnitTuning::tuned).toList();
        double strictly =
                units.stream().filter(unit -> unit.trials().p() < STRICT).count();
        double good = tuned.stream().filter(unit -> unit.means().r2() >= GOOD).count();
        return new Finding(
                "tuning",
                List.of(
                        Measure.of("tuned_share", "1", tuned.size() / (double) units.size()),
                        Measure.of("strictly_tuned_share", "1", strictly / (double) units.size()),
                        Measure.of(
                                "cosine_r2_of_means",
                                "1",
                                median(tuned, unit -> unit.means().r2())),
                        Measure.of("share_with_cosine_r2_above_0_7", "1", good / tuned.size()),
                        Measure.of(
                                "cosine_r2_of_trials",
                                "1",
                                median(tuned, unit -> unit.trials().r2())),
                        Measure.of("preferred_direction_resultant", "1", directions.resultant()),
                        Measure.of("preferred_direction_rayleigh_p", "1", directions.rayleighP()),
                        Measure.of("preferred_direction_bimodality", "1", directions.bimodality()),
                        Measure.of("preferred_direction_axial_p", "1", directions.axialP())),
                List.of(
                        window.text(cue)
                                + counts.map(drawn -> " " + drawn.text()).orElse(""),
                        "Tuned: p < 0.05 in the F-test of the cosine fit to single trials; medians and directions are those"
                                + " of tuned units."));
    }

    private static double median(List<UnitTuning> units, ToDoubleFunction<UnitTuning> figure) {
        return Samples.median(units.stream().mapToDouble(figure).toArray());
    }
}
