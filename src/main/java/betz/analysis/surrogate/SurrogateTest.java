// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Activity;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a number of the activity is greater than simpler features of the activity make it.
 *
 * @param signal the units' activity
 * @param statistic the number
 * @param method how surrogates are made
 * @param margins what TME keeps
 * @param similarity at which the search of CMPT ends
 * @param draws number of surrogates
 * @param from first time, s after the go cue
 * @param to last time, s after the go cue
 * @param normalise divide each unit by its range
 * @param soften added to the range, in the unit of the activity
 */
@About(
        value = "How a number of a population's activity stands among surrogates that share simpler features with it.",
        source = "Elsayed & Cunningham (2017), doi:10.1038/nn.4617; Michaels et al. (2016),"
                + " doi:10.1371/journal.pcbi.1005175",
        equation = "p = (1 + #{surrogates >= value}) / (1 + draws)")
public record SurrogateTest(
        @About("Signal whose channels are the units.") String signal,

        @About("The number that is tested.") TestedStatistic statistic,

        @About("How surrogates are made.") SurrogateMethod method,

        @About("TME: covariances that surrogates keep.") List<Margin> margins,

        @About("CMPT: similarity of the covariances between units at which the search ends.")
        double similarity,

        @About("Number of surrogates.") int draws,

        @Unit("s") @About("First time that counts, after the go cue.")
        double from,

        @Unit("s") @About("Last time that counts, after the go cue.")
        double to,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften)
        implements Analysis {
    /** Surrogates of which similarity is told; it takes as long as drawing them. */
    private static final int LOOKED_AT = 20;

    private static final int BINS = 20;

    /** All three covariances, 200 draws, and the window and softening that are usual for jPCA. */
    public static final SurrogateTest DEFAULT = new SurrogateTest(
            "unit.rate",
            TestedStatistic.ROTATIONS,
            SurrogateMethod.TME,
            List.of(Margin.values()),
            0.95,
            200,
            -0.05,
            0.15,
            true,
            5);

    public SurrogateTest {
        margins = List.copyOf(margins);
        Require.items("margins", margins.size(), "margin", 1, Margin.values().length);
        boolean distinct = margins.stream().distinct().count() == margins.size();
        Require.that(distinct, "margins", margins.toString(), "each at most once");
        Require.within("similarity", similarity, 0, 1, "");
        Require.count("draws", draws, 1, 1_000_000);
        Require.finite("from", from, "s");
        Require.finite("to", to, "s");
        Require.that(to > from, "to", to + " s", "a time after from, " + from + " s");
        Require.notNegative("soften", soften, "");
        Require.that(
                !(statistic.ofCovariance() && keepsUnits(method, margins)),
                "statistic",
                statistic.name() + ", which the covariances between units decide, with surrogates that keep them",
                SurrogateMethod.CONDITION_SHUFFLE + ", or TME without " + Margin.UNIT);
    }

    private static boolean keepsUnits(SurrogateMethod method, List<Margin> margins) {
        return switch (method) {
            case CONDITION_SHUFFLE -> false;
            case TME -> margins.contains(Margin.UNIT);
            case CMPT -> true;
        };
    }

    @Override
    public Finding of(Subject subject) {
        Activity recorded = Activity.of(subject.recording(), signal).needConditions(2);
        Activity activity = (normalise ? recorded.normalised(soften) : recorded).window(from, to);
        return of(activity.need(2, 2), subject.seed());
    }

    /** Tests activity that is normalised and cut already. */
    Finding of(Activity activity, long seed) {
        Surrogates surrogates = surrogates(activity);
        SurrogateDraws drawn = SurrogateDraws.of(statistic, activity, surrogates, draws, seed);
        List<Measure> measures = new ArrayList<>(measures(drawn));
        if (method != SurrogateMethod.TME) {
            measures.add(Measure.of("covariance_similarity", "1", reached(activity, surrogates, seed)));
        }
        return new Finding(
                "surrogate_test",
                measures,
                List.of(Values.list("surrogates", "1", drawn.drawn())),
                List.of(histogram(drawn)),
                conventions(surrogates));
    }

    private Surrogates surrogates(Activity activity) {
        return switch (method) {
            case CONDITION_SHUFFLE -> new ConditionShuffle(activity);
            case TME -> new Tme(activity, margins);
            case CMPT -> new Cmpt(activity, similarity);
        };
    }

    /** Not for TME, whose covariances scatter from draw to draw around the recorded ones. */
    private double reached(Activity activity, Surrogates surrogates, long seed) {
        var matched = new Cmpt(activity, similarity);
        double sum = 0;
        int count = Math.min(LOOKED_AT, draws);
        for (int i = 0; i < count; i++) {
            sum += matched.similarity(SurrogateDraws.draw(surrogates, seed, i));
        }
        return sum / count;
    }

    private static List<Measure> measures(SurrogateDraws drawn) {
        var spread = new Interval(drawn.mean(), drawn.quantile(0.025), drawn.quantile(0.975));
        return List.of(
                Measure.of("value", "1", drawn.value()),
                new Measure("surrogate_mean", "1", spread),
                Measure.of("surrogate_median", "1", drawn.quantile(0.5)),
                Measure.of("p", "1", drawn.p()),
                Measure.of("p_lower", "1", drawn.pLower()));
    }

    private Plot histogram(SurrogateDraws drawn) {
        double[] values = drawn.drawn();
        double low = Math.min(drawn.value(), Arrays.stream(values).min().orElseThrow());
        double high = Math.max(drawn.value(), Arrays.stream(values).max().orElseThrow());
        double width = high > low ? (high - low) / BINS : 1;
        double[] centres = new double[BINS];
        Arrays.setAll(centres, bin -> low + (bin + 0.5) * width);
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.of("Surrogates", Kind.OTHER, centres, counts(values, low, width)));
        curves.add(Curve.of("Recorded", centres, counts(new double[] {drawn.value()}, low, width)));
        return new Plot(
                "surrogate-test",
                "Recorded activity among surrogates",
                "Values of " + draws + " surrogates, and the recorded value as a bar of one.",
                Form.BARS,
                new Axis(label(), ""),
                new Axis("Surrogates", ""),
                curves);
    }

    private String label() {
        String words = statistic.statistic().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static double[] counts(double[] values, double low, double width) {
        double[] counts = new double[BINS];
        for (double value : values) {
            counts[Math.min(BINS - 1, (int) ((value - low) / width))]++;
        }
        return counts;
    }

    private List<String> conventions(Surrogates surrogates) {
        return List.of(
                signal + " averaged over the trials of each condition, from " + Math.round(1000 * from) + " to "
                        + Math.round(1000 * to) + " ms after the go cue, both included; "
                        + (normalise
                                ? "each unit divided by its range over all recorded times plus " + soften + "."
                                : "not normalised."),
                surrogates.text() + " Made of the window alone, " + draws + " draws, seeded one by one.",
                "p: (1 + surrogates with a " + statistic.statistic() + " of the recorded value or more)/(1 + " + draws
                        + "); p_lower: the same with or less; the interval holds 95 % of the surrogates.",
                "covariance_similarity: 1 - |S - S0|²/|S0|² of the covariances S between different units over all"
                        + " conditions and times, S0 the recorded ones, mean of the first " + Math.min(LOOKED_AT, draws)
                        + " surrogates; not told for TME, which keeps covariances in expectation alone.");
    }
}
