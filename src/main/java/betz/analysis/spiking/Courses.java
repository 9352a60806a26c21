// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.population.Activity;
import betz.common.BadSetting;
import betz.common.Require;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Trials that are smoothed one by one and then averaged over those of each condition. */
final class Courses {
    private Courses() {}

    /**
     * Averages rates that spikes were counted for.
     *
     * @param bin width, s; what is left of the trial after the last whole bin is not counted
     * @param smoother of one unit in one trial
     */
    static Activity ofSpikes(SpikeTrains trains, double bin, UnaryOperator<double[]> smoother) {
        int bins = (int) ((trains.to() - trains.from()) / bin + 1e-6);
        Require.that(bins > 0, "bin", Milliseconds.of(bin), "no more than the trials last");
        List<Condition> conditions = trains.conditions().stream()
                .distinct()
                .sorted(Comparator.comparingInt(Condition::index))
                .toList();
        double[][][] mean = new double[conditions.size()][bins][trains.units().size()];
        int[] trials = new int[conditions.size()];
        for (Condition condition : trains.conditions()) {
            trials[conditions.indexOf(condition)]++;
        }
        for (int trial = 0; trial < trains.trials(); trial++) {
            int c = conditions.indexOf(trains.conditions().get(trial));
            for (int unit = 0; unit < trains.units().size(); unit++) {
                double[] rates = smoother.apply(rates(trains, trial, unit, bin, bins));
                for (int t = 0; t < bins; t++) {
                    mean[c][t][unit] += rates[t] / trials[c];
                }
            }
        }
        double[] times = IntStream.range(0, bins)
                .mapToDouble(t -> trains.from() + (t + 0.5) * bin)
                .toArray();
        return new Activity(bin, times, conditions, trains.units(), mean);
    }

    /** A rounded time falls into the bin that it was meant for. */
    private static double[] rates(SpikeTrains trains, int trial, int unit, double bin, int bins) {
        double[] rates = new double[bins];
        for (double time : trains.times(trial, unit)) {
            int place = (int) Math.floor((time - trains.from()) / bin + 1e-6);
            if (place >= 0 && place < bins) {
                rates[place] += 1 / bin;
            }
        }
        return rates;
    }

    /**
     * Averages a signal around the go cue.
     *
     * @param smoother for a step in s, of one channel of one trial
     */
    static Activity ofSignal(Recording recording, String name, DoubleFunction<UnaryOperator<double[]>> smoother) {
        unit(recording, name);
        Signal raw = recording.signal(name);
        UnaryOperator<double[]> smooth = smoother.apply(recording.trials().dt());
        Signal done = Signal.zeros("smooth", raw.unit(), raw.trials(), raw.steps(), raw.channels());
        for (int trial = 0; trial < raw.trials(); trial++) {
            int end = Math.min(recording.trials().get(trial).end(), raw.steps());
            for (int channel = 0; channel < raw.channels().size(); channel++) {
                double[] trace = smooth.apply(Arrays.copyOf(raw.trace(trial, channel), end));
                for (int step = 0; step < end; step++) {
                    done.set(trial, step, channel, trace[step]);
                }
            }
        }
        return Activity.of(new Recording(recording.trials(), List.of(done)), "smooth");
    }

    /** Returns the unit of a signal, which must be there. */
    static String unit(Recording recording, String name) {
        return recording
                .find(name)
                .orElseThrow(() -> new BadSetting(
                        "signal",
                        name,
                        "one of "
                                + recording.signals().stream().map(Signal::name).toList()))
                .unit();
    }

    /** Returns the mean over units, [condition][time]. */
    static double[][] population(Activity rates) {
        double[][] mean = new double[rates.conditions().size()][rates.times().length];
        for (int unit = 0; unit < rates.units().size(); unit++) {
            double[][] one = unit(rates, unit);
            for (int c = 0; c < mean.length; c++) {
                for (int t = 0; t < mean[c].length; t++) {
                    mean[c][t] += one[c][t] / rates.units().size();
                }
            }
        }
        return mean;
    }

    /** Returns one unit's courses, [condition][time]. */
    static double[][] unit(Activity rates, int unit) {
        double[][] courses = new double[rates.conditions().size()][rates.times().length];
        for (int c = 0; c < courses.length; c++) {
            for (int t = 0; t < courses[c].length; t++) {
                courses[c][t] = rates.condition(c)[t][unit];
            }
        }
        return courses;
    }
}
