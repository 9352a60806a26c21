// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Bootstrap;
import betz.analysis.Finding.Measure;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.ReachKinematics;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.data.Recording;
import betz.data.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** When the condition-invariant signal of single trials rises, and when their movements begin. */
final class SignalTiming {
    private static final String HAND = "hand.position";

    /** Fewer trials make no correlation. */
    private static final int LEAST = 3;

    /** Times that differ by less are the same, s. */
    private static final double SAME = 1e-9;

    private final double[] onsets;
    private final double[] reactions;
    private final String text;
    private final long seed;

    private SignalTiming(double[] onsets, double[] reactions, String text, long seed) {
        this.onsets = onsets;
        this.reactions = reactions;
        this.text = text;
        this.seed = seed;
    }

    /** Finds onsets, and reaction times where the hand was recorded, in trials that have both. */
    static SignalTiming of(Subject subject, String name, SignalOnset rule) {
        Recording recording = subject.recording();
        Signal signal = recording.signal(name);
        if (signal.trials() == recording.trials().conditions().size()) {
            return none("No onsets of single trials, as there is but one trial of each condition.");
        }
        double[] onsets = rule.of(recording, signal);
        int[] found = IntStream.range(0, onsets.length)
                .filter(trial -> Double.isFinite(onsets[trial]))
                .toArray();
        if (recording.find(HAND).isEmpty()) {
            return new SignalTiming(
                    chosen(onsets, found),
                    new double[0],
                    "No reaction times, as there is no signal " + "" + HAND + ".",
                    0);
        }
        double[] reactions = new double[onsets.length];
        Arrays.setAll(
                reactions,
                trial -> ReachKinematics.of(recording, trial, OnsetRule.DEFAULT).reactionTime());
        int[] both = Arrays.stream(found)
                .filter(trial -> Double.isFinite(reactions[trial]))
                .toArray();
        return paired(chosen(onsets, found), chosen(onsets, both), chosen(reactions, both), subject.seed());
    }

    private static SignalTiming paired(double[] all, double[] onsets, double[] reactions, long seed) {
        if (onsets.length < LEAST) {
            String few = "No correlation with reaction times, as only " + onsets.length
                    + " trials have an onset of both the signal and the movement.";
            return new SignalTiming(all, new double[0], few, seed);
        }
        if (!varies(onsets) || !varies(reactions)) {
            String same = "No correlation with reaction times, as single trials do not vary in time.";
            return new SignalTiming(all, new double[0], same, seed);
        }
        String text = "Correlation of the signal's onset with the reaction time over " + onsets.length
                + " trials that have both. " + OnsetRule.DEFAULT.text() + " " + Bootstrap.DEFAULT.text();
        return new SignalTiming(onsets, reactions, text, seed);
    }

    private static SignalTiming none(String text) {
        return new SignalTiming(new double[0], new double[0], text, 0);
    }

    private static double[] chosen(double[] values, int... trials) {
        return Arrays.stream(trials).mapToDouble(trial -> values[trial]).toArray();
    }

    private static boolean varies(double[] values) {
        return Samples.quantile(values, 1) - Samples.quantile(values, 0) > SAME;
    }

    /** Returns the figures that could be found. */
    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        if (onsets.length > 0) {
            measures.add(Measure.of("onset_median", "s", Samples.median(onsets)));
            measures.add(Measure.of("onset_trials", "1", onsets.length));
        }
        if (reactions.length > 0) {
            var interval = Bootstrap.DEFAULT.interval(
                    onsets.length,
                    seed,
                    "reaction_time_correlation",
                    drawn -> Samples.correlation(chosen(onsets, drawn), chosen(reactions, drawn)));
            measures.add(new Measure("reaction_time_correlation", "1", interval));
        }
        return measures;
    }

    /** Returns the times that could be found, of the same trials. */
    List<Values> values() {
        List<Values> values = new ArrayList<>();
        if (onsets.length > 0) {
            values.add(Values.list("onsets_s", "s", onsets));
        }
        if (reactions.length > 0) {
            values.add(Values.list("reaction_times_s", "s", reactions));
        }
        return values;
    }

    /** Returns reaction times over onsets, where both could be found. */
    List<Plot> plots() {
        if (reactions.length == 0) {
            return List.of();
        }
        UnaryOperator<double[]> ms =
                seconds -> Arrays.stream(seconds).map(s -> 1000 * s).toArray();
        return List.of(new Plot(
                "condition-invariant-onset",
                "Onset of the signal and of the movement",
                "Each point is a trial.",
                Form.DOTS,
                new Axis("Onset of the condition-invariant signal", "ms"),
                new Axis("Reaction time", "ms"),
                List.of(Curve.of("trials", ms.apply(onsets), ms.apply(reactions)))));
    }

    /** Returns the signal of each condition over time. */
    static Plot courses(Activity projected) {
        double[] times = Arrays.stream(projected.times()).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        for (int condition = 0; condition < projected.conditions().size(); condition++) {
            double[] course = Arrays.stream(projected.condition(condition))
                    .mapToDouble(row -> row[0])
                    .toArray();
            curves.add(Curve.of(projected.conditions().get(condition).label(), times, course));
        }
        return new Plot(
                "condition-invariant-over-time",
                "Condition-invariant signal",
                "Each condition's activity along the largest component of what all conditions share.",
                Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Projection", ""),
                curves);
    }

    /** Returns what was found in a sentence, or why not. */
    String text() {
        return text;
    }
}
