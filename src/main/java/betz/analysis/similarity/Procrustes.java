// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.List;

/**
 * What is left between two populations after the best shift, scale and rotation of one onto the other.
 *
 * @param components kept of each side
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://doi.org/10.1007/BF02289451">Schönemann (1966)</a>
 */
@About(
        value = "What two populations differ in after the best shift, scale and rotation of one onto the other.",
        source = "Schönemann (1966), doi:10.1007/BF02289451")
public record Procrustes(
        @About("Principal components kept of each side; all where there are fewer.")
        int components,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** Ten components, as for canonical correlations, of all times in common. */
    public static final Procrustes DEFAULT =
            new Procrustes(10, "unit.rate", "unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    public Procrustes {
        Require.count("components", components, 1, 1000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        Leading data = Leading.of(pair.rows(), components);
        Leading other = Leading.of(pair.otherRows(), components);
        Alignment found = Alignment.of(data.scores(), other.scores());
        double factor = found.nuclear() / Matrices.squares(other.scores());
        return new Finding(
                "procrustes",
                List.of(
                        Measure.of("disparity", "1", 1 - found.cosine() * found.cosine()),
                        Measure.of("scale_factor", "1", factor),
                        Measure.of("orthogonal_procrustes_scale", "1", found.nuclear()),
                        Measure.of("variance_share", "1", data.share()),
                        Measure.of("other_variance_share", "1", other.share())),
                List.of(Values.table("rotation", "1", rotation(data, other, found))),
                List.of(plot(pair, data, found, factor)),
                List.of(
                        pair.text(),
                        matching.text(),
                        Leading.text(data, other),
                        "Disparity: sum of squared differences after the best rotation (reflections allowed) and scale,"
                                + " with the data's sum of squares set to 1; scale_factor: what the other is multiplied"
                                + " by; orthogonal_procrustes_scale: sum of the singular values of the cross product,"
                                + " in the product of both units; rotation: data times it is closest to the other,"
                                + " [unit of the data][unit of the other]; the narrower side gets columns of zeros."));
    }

    private static double[][] rotation(Leading data, Leading other, Alignment found) {
        double[][] between = new double[data.count()][];
        for (int i = 0; i < between.length; i++) {
            between[i] = java.util.Arrays.copyOf(found.rotation()[i], other.count());
        }
        return Matrices.product(data.weights(between), Matrices.transposed(other.axes()));
    }

    private static Plot plot(Pair pair, Leading data, Alignment found, double factor) {
        double[][] ours = Matrices.columns(data.scores(), 2); // a second dimension of zeros where there is one alone
        double[][] turned = Matrices.columns(found.turned(), 2);
        double[][] theirs = Matrices.sum(turned, factor - 1, turned);
        return new Plot(
                "procrustes-aligned",
                "Both populations, one turned onto the other",
                "The data's first two principal components, and the other after the best rotation and scale; a path for"
                        + " each condition.",
                Plot.Form.PATHS,
                new Axis("Component 1", ""),
                new Axis("Component 2", ""),
                Charts.both(
                        Charts.paths(
                                "data", Kind.DATA, pair.data(), Matrices.column(ours, 0), Matrices.column(ours, 1)),
                        Charts.paths(
                                "other",
                                Kind.OTHER,
                                pair.data(),
                                Matrices.column(theirs, 0),
                                Matrices.column(theirs, 1))));
    }
}
