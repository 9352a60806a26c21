// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Activity;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Whether conditions that are alike in one population are alike in another: representational similarity analysis.
 *
 * @param dissimilarity of two conditions
 * @param average whether activity is averaged over time first
 * @param permutations of conditions that tell chance
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://doi.org/10.3389/neuro.06.004.2008">Kriegeskorte et al. (2008)</a>
 */
@About(
        value = "Whether conditions that are alike in one population are alike in another.",
        source = "Kriegeskorte et al. (2008), doi:10.3389/neuro.06.004.2008")
public record Rsa(
        @About("How unlike the activity in two conditions is.")
        Dissimilarity dissimilarity,

        @About("Whether activity is averaged over time first; otherwise a pattern is that of all units at all times.")
        boolean average,

        @About("How many orders of the conditions tell what chance gives.")
        int permutations,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** Fewer conditions have too few orders for any chance. */
    private static final int LEAST = 4;

    /** Correlation distance and Spearman's correlation, as in Kriegeskorte et al. (2008). */
    public static final Rsa DEFAULT = new Rsa(
            Dissimilarity.CORRELATION,
            false,
            1000,
            "unit.rate",
            "unit.rate",
            -Matching.ALWAYS,
            Matching.ALWAYS,
            Scaling.NONE,
            false);

    public Rsa {
        Require.count("permutations", permutations, 1, 1_000_000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        double[][] data = matrix(pair.data().needConditions(LEAST));
        double[][] other = matrix(pair.other());
        double[] ours = RankCorrelation.entries(data);
        double[] theirs = RankCorrelation.entries(other);
        double spearman = RankCorrelation.spearman(ours, theirs);
        Require.that(
                Double.isFinite(spearman),
                "dissimilarities",
                "the same for all pairs of conditions",
                "conditions of which some are more alike than others");
        var random = RandomStream.of(subject.seed(), "order of conditions");
        return new Finding(
                "rsa",
                List.of(
                        Measure.of("spearman", "1", spearman),
                        Measure.of("p", "1", RankCorrelation.chance(data, other, permutations, random))),
                List.of(Values.table("dissimilarities", "1", data), Values.table("other_dissimilarities", "1", other)),
                List.of(plot(ours, theirs)),
                List.of(
                        pair.text(),
                        matching.text(),
                        "Dissimilarity of two conditions: " + words() + ", of "
                                + (average ? "the mean over time of each unit." : "all units at all times."),
                        "Spearman's correlation over all pairs of conditions, ties with mean ranks; p: one-sided, "
                                + permutations + " random orders of the conditions, seeded, the data counted in."));
    }

    private String words() {
        return switch (dissimilarity) {
            case CORRELATION -> "1 less Pearson's correlation";
            case EUCLIDEAN -> "Euclidean distance, in the unit of the signal";
            case COSINE -> "1 less the cosine";
        };
    }

    private double[][] matrix(Activity activity) {
        double[][] patterns =
                Arrays.stream(activity.values()).map(this::pattern).toArray(double[][]::new);
        return dissimilarity.matrix(
                patterns, activity.conditions().stream().map(Condition::label).toList());
    }

    private double[] pattern(double[][] course) {
        return average
                ? Matrices.means(course)
                : Stream.of(course).flatMapToDouble(DoubleStream::of).toArray();
    }

    private Plot plot(double[] ours, double[] theirs) {
        return new Plot(
                "rsa-pairs",
                "Dissimilarity of conditions in both",
                "Each dot is a pair of conditions.",
                Plot.Form.DOTS,
                new Axis("Dissimilarity in the data", ""),
                new Axis("Dissimilarity in the other", ""),
                List.of(Curve.of("pairs of conditions", ours, theirs)));
    }
}
