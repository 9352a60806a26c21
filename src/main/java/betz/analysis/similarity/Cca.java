// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.List;

/**
 * Canonical correlations between the leading principal components of two recordings.
 *
 * @param components kept of each side
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://doi.org/10.1038/s41586-023-06714-0">Safaie et al. (2023)</a>
 */
@About(
        value = "How well what two populations do together agrees up to a linear map: canonical correlations.",
        source = "Safaie et al. (2023), doi:10.1038/s41586-023-06714-0")
public record Cca(
        @About("Principal components kept of each side; all where there are fewer.")
        int components,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** Ten components, as in Safaie et al. (2023), of all times in common. */
    public static final Cca DEFAULT =
            new Cca(10, "unit.rate", "unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    public Cca {
        Require.count("components", components, 1, 1000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        Leading data = Leading.of(pair.rows(), components);
        Leading other = Leading.of(pair.otherRows(), components);
        var found = CanonicalCorrelations.of(data.scores(), other.scores());
        return new Finding(
                "cca",
                List.of(
                        Measure.of("largest_correlation", "1", found.correlations()[0]),
                        Measure.of("mean_correlation", "1", Samples.mean(found.correlations())),
                        Measure.of("variance_share", "1", data.share()),
                        Measure.of("other_variance_share", "1", other.share())),
                List.of(
                        Values.list("canonical_correlations", "1", found.correlations()),
                        Values.table("weights", "1", data.weights(found.weights())),
                        Values.table("other_weights", "1", other.weights(found.otherWeights())),
                        Values.table("scores", "1", found.scores()),
                        Values.table("other_scores", "1", found.otherScores())),
                List.of(spectrum(found.correlations()), leading(pair, found)),
                List.of(
                        pair.text(),
                        matching.text(),
                        Leading.text(data, other),
                        "Canonical correlations: singular values of QxᵀQy, with orthonormal bases of the components;"
                                + " mean over all pairs; scores have mean 0 and variance 1 (n − 1 below); signs are"
                                + " arbitrary."));
    }

    private static Plot spectrum(double[] correlations) {
        return new Plot(
                "cca-correlations",
                "Canonical correlations",
                "Correlation of each pair of canonical variates, each uncorrelated with the pairs before.",
                Plot.Form.DOTS,
                new Axis("Pair", ""),
                new Axis("Canonical correlation", ""),
                List.of(Curve.of("data and other", Charts.places(correlations.length), correlations)));
    }

    private static Plot leading(Pair pair, CanonicalCorrelations found) {
        return new Plot(
                "cca-leading",
                "Leading canonical variates",
                "The first pair of canonical variates, one line for each condition.",
                Plot.Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Canonical variate", "SD"),
                Charts.both(
                        Charts.courses("data", Kind.DATA, pair.data(), Matrices.column(found.scores(), 0)),
                        Charts.courses("other", Kind.OTHER, pair.data(), Matrices.column(found.otherScores(), 0))));
    }
}
