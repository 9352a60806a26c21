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
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * The angle between the shapes of two populations, a metric: it is symmetric and holds to the triangle inequality.
 *
 * @param alpha 1 keeps the variances of dimensions, 0 makes them equal
 * @param components kept of each side
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://arxiv.org/abs/2110.14739">Williams et al. (2021)</a>
 */
@About(
        value = "The angle between the shapes of two populations, a metric that no rotation changes.",
        source = "Williams et al. (2021), arXiv:2110.14739")
public record ShapeMetric(
        @About("Partial whitening: 1 keeps the variances of dimensions, 0 makes them equal.")
        double alpha,

        @About("Principal components kept of each side; all where there are fewer.")
        int components,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** Without whitening, so that only rotations do not matter, on ten components. */
    public static final ShapeMetric DEFAULT =
            new ShapeMetric(1, 10, "unit.rate", "unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    public ShapeMetric {
        Require.within("alpha", alpha, 0, 1, "");
        Require.count("components", components, 1, 1000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        Leading data = Leading.of(pair.rows(), components);
        Leading other = Leading.of(pair.otherRows(), components);
        Alignment found = Shape.between(data.scores(), other.scores(), alpha);
        double[] parts = Arrays.stream(found.singular())
                .map(s -> s * found.cosine() / found.nuclear())
                .toArray();
        return new Finding(
                "shape_metric",
                List.of(
                        Measure.of("angle", "rad", found.angle()),
                        Measure.of("similarity", "1", found.cosine()),
                        Measure.of("variance_share", "1", data.share()),
                        Measure.of("other_variance_share", "1", other.share())),
                List.of(Values.list("similarity_parts", "1", parts)),
                List.of(plot(parts)),
                List.of(
                        pair.text(),
                        matching.text(),
                        Leading.text(data, other),
                        "Each side is scaled to a sum of squares of 1, then whitened with alpha = " + alpha
                                + " (1 not at all, 0 wholly), then scaled again; the narrower gets columns of zeros."
                                + " The angle is the arc cosine of the similarity, the sum of the singular values of"
                                + " the cross product."));
    }

    private static Plot plot(double[] parts) {
        return new Plot(
                "shape-metric-parts",
                "Similarity by dimension",
                "What each pair of matched dimensions adds to the similarity, the cosine of the angle between shapes.",
                Plot.Form.DOTS,
                new Axis("Dimension", ""),
                new Axis("Part of the similarity", ""),
                List.of(Curve.of("data and other", Charts.places(parts.length), parts)));
    }
}
