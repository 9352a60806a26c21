// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Directional tuning of all units of a cortex or a network, from their mean rates in a window after the go cue.
 *
 * @param window where rates are averaged
 * @param units [unit]
 * @param directions spread of the preferred directions of the tuned units
 */
public record Tuning(Window window, List<UnitTuning> units, PreferredDirections directions) {
    /** Units whose F-test gives less are called tuned. */
    public static final double SIGNIFICANT = 0.05;

    /** From here on a unit's mean rates are said to follow the cosine. */
    private static final double GOOD = 0.7;

    public Tuning {
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

        /** Returns this window in words. */
        public String text() {
            return "Rates averaged from " + Math.round(1000 * from) + " to " + Math.round(1000 * to)
                    + " ms after the go cue.";
        }
    }

    /**
     * Tuning of one unit.
     *
     * @param unit index
     * @param trials fit to single trials; its F-test decides whether the unit is tuned
     * @param means fit to the mean rates of the conditions
     */
    public record UnitTuning(int unit, CosineTuning trials, CosineTuning means) {
        /** Returns whether direction explains the unit's single-trial rates better than chance. */
        public boolean tuned() {
            return trials.p() < SIGNIFICANT;
        }
    }

    /** Measures the tuning during movement. */
    public static Tuning of(Recording recording) {
        return of(recording, Window.MOVEMENT);
    }

    /**
     * Measures the tuning of every unit.
     *
     * @param recording has {@code unit.rate} and at least three directions
     * @param window where rates are averaged
     */
    public static Tuning of(Recording recording, Window window) {
        Signal rates = recording.signal("unit.rate");
        double[] direction = recording.trials().trials().stream()
                .mapToDouble(trial -> trial.condition().direction())
                .toArray();
        List<UnitTuning> units = new ArrayList<>();
        for (int unit = 0; unit < rates.channels().size(); unit++) {
            double[] mean = means(recording, rates, unit, window);
            units.add(new UnitTuning(unit, CosineTuning.fit(direction, mean), conditionFit(recording, mean)));
        }
        double[] preferred = units.stream()
                .filter(UnitTuning::tuned)
                .mapToDouble(one -> one.means().preferredDirection())
                .toArray();
        return new Tuning(window, units, PreferredDirections.of(preferred));
    }

    private static double[] means(Recording recording, Signal rates, int unit, Window window) {
        double dt = recording.trials().dt();
        double[] means = new double[recording.trials().size()];
        Arrays.setAll(means, i -> {
            Trial trial = recording.trials().get(i);
            int end = Math.min(trial.end(), rates.steps());
            int from = Math.max(0, trial.goCue() + (int) Math.round(window.from() / dt));
            int to = Math.min(end, trial.goCue() + (int) Math.round(window.to() / dt));
            return IntStream.range(from, to)
                    .mapToDouble(step -> rates.get(i, step, unit))
                    .average()
                    .orElse(Double.NaN);
        });
        return means;
    }

    private static CosineTuning conditionFit(Recording recording, double[] trialMean) {
        var conditions = recording.trials().conditions();
        double[] direction = new double[conditions.size()];
        double[] mean = new double[conditions.size()];
        for (int i = 0; i < mean.length; i++) {
            var condition = conditions.get(i);
            direction[i] = condition.direction();
            mean[i] = Samples.mean(IntStream.range(0, trialMean.length)
                    .filter(trial -> recording.trials().get(trial).condition().equals(condition))
                    .mapToDouble(trial -> trialMean[trial])
                    .toArray());
        }
        return CosineTuning.fit(direction, mean);
    }

    /** Returns the summary that the scorecard asks for. */
    public Finding finding() {
        var tuned = units.stream().filter(UnitTuning::tuned).toList();
        double good = tuned.stream().filter(unit -> unit.means().r2() >= GOOD).count();
        return new Finding(
                "tuning",
                List.of(
                        Measure.of("tuned_share", "1", tuned.size() / (double) units.size()),
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
                        window.text(),
                        "Tuned: p < 0.05 in the F-test of the cosine fit to single trials; medians and directions are those"
                                + " of tuned units."));
    }

    private static double median(List<UnitTuning> units, ToDoubleFunction<UnitTuning> figure) {
        return Samples.median(units.stream().mapToDouble(figure).toArray());
    }
}
