// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks how tangled the trajectories of a population are; muscles are far more so than motor cortex.
 *
 * @param signal analysed
 * @param components how many principal components make the state
 * @param normalise whether each unit is divided by its range plus {@code soften}
 * @param soften in the unit of the signal
 * @param meanSubtract whether the mean over conditions is taken away
 * @param epsilon share of the state's total variance that is added to squared distances
 * @param from first time, s after the go cue
 * @param to last time, s after the go cue
 * @param every n-th sample is analysed, from the first on
 */
@About(
        value = "How tangled trajectories are: whether states close by change in different ways.",
        source = "Russo et al. (2018), doi:10.1016/j.neuron.2018.01.004",
        equation = "Q(t) = max_t' |dx(t) - dx(t')|^2 / (|x(t) - x(t')|^2 + e)")
public record Tangling(
        @About("Signal analysed, averaged over the trials of each condition.")
        String signal,

        @About("How many principal components make the state.")
        int components,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal: 5 for spikes/s, 0 for muscles.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract,

        @About("Share of the state's total variance that is added to squared distances.")
        double epsilon,

        @Unit("s") @About("First time after the go cue; where the data begin later, all from there.")
        double from,

        @Unit("s") @About("Last time after the go cue; where the data end earlier, all up to there.")
        double to,

        @About("Every n-th sample is analysed; tangling of finely sampled data depends on it.")
        int every)
        implements Analysis, Statistic {
    /** Russo et al. (2018), doi:10.1016/j.neuron.2018.01.004, for neurons, over all that was recorded. */
    public static final Tangling DEFAULT = new Tangling("unit.rate", 8, true, 5, false, 0.1, -1000, 1000, 1);

    public Tangling {
        Require.count("components", components, 1, 1000);
        Require.notNegative("soften", soften, "");
        Require.positive("epsilon", epsilon, "");
        Epoch.check("from", from, "to", to);
        Require.count("every", every, 1, 10_000);
    }

    @Override
    public Finding of(Subject subject) {
        Activity state = state(Activity.of(subject.recording(), signal));
        double[] q = tangling(state);
        int units = subject.recording().signal(signal).channels().size();
        return new Finding(
                "tangling", measures(q), List.of(table(state, q)), List.of(plot(state, q)), conventions(state, units));
    }

    /**
     * Returns the course of the first principal components, of which there are as many as asked for, or as units if
     * those are fewer.
     */
    private Activity state(Activity activity) {
        Activity scaled = new UnitScale(normalise, soften).of(activity);
        Activity centred = meanSubtract ? scaled.needConditions(2).lessAcrossConditions() : scaled;
        Activity part = thinned(new Epoch(from, to).within(centred)).need(2, 1);
        double[][] rows = part.rows();
        Covariance.needVariance(signal, rows);
        int most = Math.min(part.units().size(), rows.length);
        return part.with(PrincipalComponents.of(rows).scores(rows, Math.min(components, most)));
    }

    private Activity thinned(Activity activity) {
        double[] times =
                thinned(activity.times()).mapToDouble(t -> activity.times()[t]).toArray();
        double[][][] values = new double[activity.values().length][][];
        Arrays.setAll(
                values,
                condition -> thinned(activity.times())
                        .mapToObj(t -> activity.condition(condition)[t])
                        .toArray(double[][]::new));
        return new Activity(every * activity.dt(), times, activity.conditions(), activity.units(), values);
    }

    private IntStream thinned(double[] times) {
        return IntStream.range(0, times.length).filter(t -> t % every == 0);
    }

    /** Returns Q, condition after condition, [condition x time], 1/s². */
    private double[] tangling(Activity state) {
        List<double[]> slopes = new ArrayList<>();
        for (double[][] course : state.values()) {
            slopes.addAll(List.of(StateTangling.slopes(course, state.dt())));
        }
        double[][] x = state.rows();
        return StateTangling.of(x, slopes.toArray(double[][]::new), epsilon * Covariance.total(x));
    }

    @Override
    public String statistic() {
        return "median";
    }

    /** Returns the median of Q, 1/s². */
    @Override
    public double value(Activity activity) {
        return Samples.median(tangling(state(activity)));
    }

    private static List<Measure> measures(double[] q) {
        return List.of(
                Measure.of("median", "1/s^2", Samples.median(q)),
                Measure.of("p90", "1/s^2", Samples.quantile(q, 0.9)),
                Measure.of("max", "1/s^2", Samples.quantile(q, 1)));
    }

    private static Values table(Activity state, double[] q) {
        double[][] rows = new double[state.conditions().size()][];
        Arrays.setAll(rows, condition -> part(state, q, condition));
        return Values.table("tangling", "1/s^2", rows);
    }

    private static Plot plot(Activity state, double[] q) {
        double[] times = Arrays.stream(state.times()).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        for (int condition = 0; condition < state.conditions().size(); condition++) {
            curves.add(Curve.of(state.conditions().get(condition).label(), times, part(state, q, condition)));
        }
        return new Plot(
                "tangling-over-time",
                "Tangling",
                "How differently the state changes, at most, from where it is close by at any time of any condition.",
                Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Tangling Q", "1/s²"),
                curves);
    }

    private static double[] part(Activity state, double[] q, int condition) {
        int length = state.times().length;
        return Arrays.copyOfRange(q, condition * length, (condition + 1) * length);
    }

    private List<String> conventions(Activity state, int units) {
        double[] times = state.times();
        var covered = new Epoch(times[0], times[times.length - 1]);
        int kept = state.units().size();
        return List.of(
                "State: the first " + kept + " principal components of " + units + " units of " + signal
                        + (kept < components ? ", as there are no more" : "") + ", over all conditions and "
                        + covered.text() + ".",
                new UnitScale(normalise, soften).text(),
                meanSubtract ? "Mean over conditions taken away at each time." : "Mean over conditions kept.",
                "Derivative: difference to the sample before over its step of " + Epoch.number(1000 * state.dt())
                        + " ms" + (every > 1 ? ", " + every + " samples" : "") + ", the first difference given twice.",
                "Epsilon: " + Epoch.number(epsilon) + " of the state's total variance (n - 1).",
                "Median and 90th percentile over all times of all conditions, by linear interpolation (type 7).");
    }
}
