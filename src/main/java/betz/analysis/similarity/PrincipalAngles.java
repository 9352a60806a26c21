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
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.List;

/**
 * Angles between the subspaces that two recordings occupy, with those between random subspaces beside them.
 *
 * @param space whose subspaces they are
 * @param components dimensions of each subspace
 * @param centre whether the mean over conditions and times is taken from each unit first
 * @param draws of random subspaces
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://doi.org/10.1038/s41467-018-06560-z">Gallego et al. (2018)</a>
 */
@About(
        value = "Angles between the subspaces that two recordings occupy, and what chance would give.",
        source = "Gallego et al. (2018), doi:10.1038/s41467-018-06560-z")
public record PrincipalAngles(
        @About("Whose subspaces they are.") Space space,

        @About("Dimensions of each subspace, the leading ones; all where there are fewer.")
        int components,

        @About("Whether the mean over conditions and times is taken from each unit first.")
        boolean centre,

        @About("How many pairs of random subspaces tell what chance gives.")
        int draws,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** Twelve dimensions of the space of units, as Gallego et al. (2018) have it. */
    public static final PrincipalAngles DEFAULT = new PrincipalAngles(
            Space.UNITS,
            12,
            true,
            500,
            "unit.rate",
            "unit.rate",
            -Matching.ALWAYS,
            Matching.ALWAYS,
            Scaling.NONE,
            false);

    /** What the subspaces are part of. */
    public enum Space {
        @About("The space of units, which both recordings share: how units work together.")
        UNITS,

        @About("The space of conditions and times, which both recordings share: what units do.")
        SAMPLES
    }

    public PrincipalAngles {
        Require.count("components", components, 1, 1000);
        Require.count("draws", draws, 1, 100_000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = space == Space.UNITS ? sameUnits(matching.unmatched(subject)) : matching.pair(subject);
        double[][] data = basis(pair.rows());
        double[][] other = basis(pair.otherRows());
        int free = data.length - (space == Space.SAMPLES && centre ? 1 : 0);
        String sizes = data[0].length + " and " + other[0].length;
        Require.that(
                data[0].length + other[0].length <= free,
                "components",
                sizes,
                free + " or fewer together, since more have directions in common whatever the data");
        double[] angles = SubspaceAngles.between(data, other);
        double[][] chance = chance(subject.seed(), free, data[0].length, other[0].length);
        double[] middle = quantiles(chance, 0.5);
        double[] low = quantiles(chance, 0.05);
        long smaller = Arrays.stream(chance).filter(one -> one[0] <= angles[0]).count();
        return new Finding(
                "principal_angles",
                List.of(
                        Measure.of("smallest_angle", "rad", angles[0]),
                        Measure.of("largest_angle", "rad", angles[angles.length - 1]),
                        Measure.of("mean_angle", "rad", Samples.mean(angles)),
                        Measure.of("smallest_angle_p", "1", (1.0 + smaller) / (1 + draws))),
                List.of(
                        Values.list("angles_rad", "rad", angles),
                        Values.list("chance_angles_rad", "rad", middle),
                        Values.list("chance_low_angles_rad", "rad", low)),
                List.of(plot(angles, middle, low, quantiles(chance, 0.95))),
                List.of(
                        pair.text(),
                        matching.text(),
                        "Subspaces of " + sizes + " dimensions of the space of "
                                + (space == Space.UNITS ? "units" : "conditions and times") + ", the leading singular"
                                + " vectors of samples " + (centre ? "less their mean." : "as they are."),
                        "Angles: the smallest first. Chance: median, and 5 % to 95 %, of " + draws
                                + " pairs of random subspaces of these dimensions in " + free
                                + ", seeded; smallest_angle_p: share of pairs whose smallest angle is no larger, the"
                                + " data counted in."));
    }

    private static Pair sameUnits(Pair pair) {
        int ours = pair.data().units().size();
        int theirs = pair.other().units().size();
        Require.that(
                ours == theirs,
                "units",
                ours + " in the data and " + theirs + " in the other",
                "the same units in both, or space samples");
        return pair;
    }

    private double[][] basis(double[][] rows) {
        double[][] used = centre ? Leading.centred(rows) : rows;
        return SubspaceAngles.basis(used, space == Space.SAMPLES, components);
    }

    /** Returns angles between a fixed and a random subspace, [draw][dimension], which is as good as two random ones. */
    private double[][] chance(long seed, int places, int dimensions, int otherDimensions) {
        var random = RandomStream.of(seed, "random subspaces");
        double[][] fixed = Matrices.columns(Matrices.identity(places), dimensions);
        double[][] angles = new double[draws][];
        for (int draw = 0; draw < draws; draw++) {
            angles[draw] = SubspaceAngles.between(fixed, SubspaceAngles.random(random, places, otherDimensions));
        }
        return angles;
    }

    private static double[] quantiles(double[][] chance, double share) {
        double[] quantiles = new double[chance[0].length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = Samples.quantile(Matrices.column(chance, i), share);
        }
        return quantiles;
    }

    private static Plot plot(double[] angles, double[] chance, double[] low, double[] high) {
        double[] places = Charts.places(angles.length);
        return new Plot(
                "principal-angles",
                "Principal angles",
                "Angles between the two subspaces, and the median and 90 % of those between random subspaces.",
                Plot.Form.DOTS,
                new Axis("Dimension", ""),
                new Axis("Angle", "deg"),
                List.of(
                        Curve.of("data and other", places, degrees(angles)),
                        Curve.of("chance", Kind.OTHER, places, degrees(chance)).between(degrees(low), degrees(high))));
    }

    private static double[] degrees(double[] angles) {
        return Arrays.stream(angles).map(Math::toDegrees).toArray();
    }
}
