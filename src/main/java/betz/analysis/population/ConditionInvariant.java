// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks how much of the activity is the same in all conditions, and whether it tells when a movement begins.
 *
 * @param signal analysed
 * @param from beginning of the window, s after the go cue
 * @param to its end, s
 * @param normalise whether each unit is divided by its range plus {@code soften}
 * @param soften in the unit of the signal
 * @param sd of the Gaussian that smooths single trials, s
 */
@About(
        value = "How much of the activity is the same in all conditions, and whether it tells when a movement "
                + "begins.",
        source = "Kaufman et al. (2016), doi:10.1523/ENEURO.0085-16.2016")
public record ConditionInvariant(
        @About("Signal analysed, averaged over the trials of each condition.")
        String signal,

        @Unit("s") @About("Beginning of the window, after the go cue.")
        double from,

        @Unit("s") @About("End of the window, after the go cue.")
        double to,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften,

        @Unit("s") @About("Gaussian that smooths single trials before their onsets are sought; 0 for none.")
        double sd)
        implements Analysis, Statistic {
    /** Kaufman et al. (2016), doi:10.1523/ENEURO.0085-16.2016; the window, from the go cue on, is ours. */
    public static final ConditionInvariant DEFAULT = new ConditionInvariant("unit.rate", 0, 0.5, true, 5, 0.03);

    public ConditionInvariant {
        Epoch.check("from", from, "to", to);
        Require.notNegative("soften", soften, "");
        Require.notNegative("sd", sd, "s");
    }

    @Override
    public Finding of(Subject subject) {
        Activity all = Activity.of(subject.recording(), signal).needConditions(2);
        Activity scaled = new UnitScale(normalise, soften).of(all);
        InvariantPart part = part(scaled);
        Activity projected = scaled.onto(part.axis());
        double[] average = Matrices.column(window().of(projected).acrossConditions(), 0);
        var onset = new SignalOnset(weights(all, part.axis()), average, window(), sd);
        var timing = SignalTiming.of(subject, signal, onset);
        List<Measure> measures = measures(part);
        measures.addAll(timing.measures());
        List<Plot> plots = new ArrayList<>();
        plots.add(SignalTiming.courses(projected));
        plots.addAll(timing.plots());
        List<Values> values = new ArrayList<>();
        values.add(Values.list("axis", "1", Matrices.column(part.axis(), 0)));
        values.addAll(timing.values());
        return new Finding("condition_invariant", measures, values, plots, conventions(timing));
    }

    private InvariantPart part(Activity scaled) {
        Activity windowed = window().of(scaled.needConditions(2));
        Covariance.needVariance(signal, windowed.rows());
        Covariance.needVariance("mean over conditions of " + signal, windowed.acrossConditions());
        return InvariantPart.of(windowed);
    }

    private Epoch window() {
        return new Epoch(from, to);
    }

    /** Returns the axis in the units' own scale, [unit]. */
    private double[] weights(Activity all, double[][] axis) {
        double[] weights = Matrices.column(axis, 0);
        double[] ranges = all.ranges();
        Arrays.setAll(weights, unit -> normalise ? weights[unit] / (ranges[unit] + soften) : weights[unit]);
        return weights;
    }

    @Override
    public String statistic() {
        return "share";
    }

    /** Returns the share of all variance that is in the mean over conditions. */
    @Override
    public double value(Activity activity) {
        return part(new UnitScale(normalise, soften).of(activity)).share();
    }

    private static List<Measure> measures(InvariantPart part) {
        var measures = new ArrayList<Measure>();
        measures.add(Measure.of("share", "1", part.share()));
        measures.add(Measure.of("component_share", "1", part.componentShare()));
        measures.add(Measure.of("component_invariance", "1", part.invariance()));
        measures.add(Measure.of("largest_specific_share", "1", part.specificShare()));
        return measures;
    }

    private List<String> conventions(SignalTiming timing) {
        return List.of(
                signal + " averaged over the trials of each condition; window: " + window().text()
                        + " after the go cue, both ends included.",
                new UnitScale(normalise, soften).text(),
                "Share: variance of the mean over conditions around its mean over the window, of all variance "
                        + "around the same "
                        + "mean, each condition counting once.",
                "Condition-invariant signal: the first principal component of the mean over conditions in the "
                        + "window; component "
                        + "invariance: share of the variance along it that is the mean's.",
                "Onset in single trials, smoothed by a Gaussian of " + Epoch.number(1000 * sd)
                        + " ms: first crossing half way from the trial average's first sample in the window to "
                        + "its peak, by linear "
                        + "interpolation.",
                timing.text());
    }
}
