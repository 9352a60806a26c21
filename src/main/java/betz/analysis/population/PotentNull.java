// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
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
 * Asks whether preparation keeps to dimensions that the muscles do not follow.
 *
 * @param signal whose tuning is asked about
 * @param muscles what follows it
 * @param components principal components of the signal
 * @param muscleComponents principal components of the muscles
 * @param prepFrom beginning of preparation, s after the go cue
 * @param prepTo its end, s
 * @param moveFrom beginning of movement, s after the go cue
 * @param moveTo its end, s
 * @param normalise whether each unit is divided by its range plus {@code soften}, and each muscle by its range
 * @param soften in the unit of the signal
 * @param draws number of random potent spaces
 */
@About(
        value = "Whether preparation keeps to dimensions that the muscles do not follow (null) rather than "
                + "those they do (potent).",
        source = "Kaufman et al. (2014), doi:10.1038/nn.3643",
        equation = "M = W N; potent = row space of W, null = its complement")
public record PotentNull(
        @About("Signal whose tuning is asked about, averaged over the trials of each condition.")
        String signal,

        @About("Signal that follows it, such as muscle.activation or hand.velocity.")
        String muscles,

        @About("Principal components of the signal.") int components,

        @About("Principal components of the muscles, fewer than those of the signal.")
        int muscleComponents,

        @Unit("s") @About("Beginning of preparation, after the go cue.")
        double prepFrom,

        @Unit("s") @About("End of preparation, after the go cue.")
        double prepTo,

        @Unit("s") @About("Beginning of movement, after the go cue.")
        double moveFrom,

        @Unit("s") @About("End of movement, after the go cue.")
        double moveTo,

        @About("Whether each unit is divided by its range plus soften, and each muscle by its range.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften,

        @About("How many random potent spaces tell what chance gives.")
        int draws)
        implements Analysis {
    /** Kaufman et al. (2014), doi:10.1038/nn.3643; the epochs are ours. */
    public static final PotentNull DEFAULT =
            new PotentNull("unit.rate", "muscle.activation", 6, 3, -0.2, 0, 0.2, 0.4, true, 5, 1000);

    public PotentNull {
        Require.count("components", components, 2, 1000);
        Require.count("muscleComponents", muscleComponents, 1, components - 1L);
        Epoch.check("prepFrom", prepFrom, "prepTo", prepTo);
        Epoch.check("moveFrom", moveFrom, "moveTo", moveTo);
        Require.notNegative("soften", soften, "");
        Require.count("draws", draws, 1, 1_000_000);
    }

    @Override
    public Finding of(Subject subject) {
        Activity units = own(subject, signal, soften);
        Epochs epochs = Epochs.of(units, signal, prep(), move());
        epochs.need("components", components);
        Activity neural = units.onto(epochs.both().axes(components));
        Activity followed = move().of(followers(subject));
        Covariance muscular = muscular(followed);
        double[][] preparing = prep().of(neural).rows();
        double[][] moving = move().of(neural).rows();
        PotentSpace space = PotentSpace.of(
                moving, followed.onto(muscular.axes(muscleComponents)).rows());
        needFollowing(space);
        return new Finding(
                "potent_null",
                measures(space, preparing, moving, chance(preparing, moving, subject.seed())),
                List.of(Values.table("potent_axes", "1", space.potent()), Values.table("null_axes", "1", space.none())),
                List.of(plot(neural, space)),
                conventions());
    }

    /** Returns what of each condition is its own. */
    private Activity own(Subject subject, String name, double added) {
        Activity all = Activity.of(subject.recording(), name).needConditions(2);
        return new UnitScale(normalise, added).of(all).lessAcrossConditions();
    }

    /** Returns the same of the muscles, which are not softened. */
    private Activity followers(Subject subject) {
        Activity all = Activity.of(subject.recording(), muscles);
        double[] ranges = all.ranges();
        for (int i = 0; normalise && i < ranges.length; i++) {
            Require.that(
                    ranges[i] > 0,
                    "channel " + all.units().get(i) + " of " + muscles,
                    "the same in all conditions at all times",
                    "a channel that varies, or units not normalised");
        }
        return own(subject, muscles, 0);
    }

    private Covariance muscular(Activity followed) {
        double[][] rows = followed.rows();
        Covariance.needVariance(muscles, rows);
        Covariance covariance = Covariance.of(rows);
        int rank = SubspaceAlignment.rank(covariance);
        Require.that(
                muscleComponents <= rank,
                "muscleComponents",
                Integer.toString(muscleComponents),
                "at most " + rank + ", the dimensions that the "
                        + followed.units().size() + " channels of " + muscles + " have during movement");
        return covariance;
    }

    private void needFollowing(PotentSpace space) {
        Require.that(
                space.potent()[0].length == muscleComponents,
                muscles,
                "linear in fewer dimensions of " + signal + " than muscleComponents, " + muscleComponents,
                "a signal that follows in as many");
    }

    private Epoch prep() {
        return new Epoch(prepFrom, prepTo);
    }

    private Epoch move() {
        return new Epoch(moveFrom, moveTo);
    }

    private double[] chance(double[][] preparing, double[][] moving, long seed) {
        var random = RandomStream.of(seed, "potent-null");
        double[] ratios = new double[draws];
        Arrays.setAll(
                ratios,
                draw -> PotentSpace.random(components, muscleComponents, random).tuningRatio(preparing, moving));
        return ratios;
    }

    private List<Measure> measures(PotentSpace space, double[][] preparing, double[][] moving, double[] chance) {
        double ratio = space.tuningRatio(preparing, moving);
        long asHigh = Arrays.stream(chance).filter(one -> one >= ratio).count();
        var expected =
                new Interval(Samples.median(chance), Samples.quantile(chance, 0.025), Samples.quantile(chance, 0.975));
        return List.of(
                Measure.of("tuning_ratio", "1", ratio),
                Measure.of("null_to_potent_prep", "1", space.nullToPotent(preparing)),
                Measure.of("null_to_potent_move", "1", space.nullToPotent(moving)),
                Measure.of("muscle_r2", "1", space.r2()),
                new Measure("chance", "1", expected),
                Measure.of("p", "1", (1.0 + asHigh) / (1.0 + chance.length)));
    }

    private Plot plot(Activity neural, PotentSpace space) {
        double[] times = Arrays.stream(neural.times()).map(t -> 1000 * t).toArray();
        return new Plot(
                "potent-null-over-time",
                "Tuning in null and potent dimensions",
                "Variance across conditions in the dimensions that the muscles do not follow and in those that "
                        + "they do, "
                        + "each over its mean during movement.",
                Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Variance, of movement's", ""),
                List.of(
                        Curve.of("null", times, tuning(neural.onto(space.none()))),
                        Curve.of("potent", Kind.OTHER, times, tuning(neural.onto(space.potent())))));
    }

    /** Returns the tuning at each time over its mean during movement. */
    private double[] tuning(Activity projected) {
        Activity moving = move().of(projected);
        double mean = Matrices.squares(moving.rows()) / moving.times().length;
        double[] sums = new double[projected.times().length];
        for (double[][] condition : projected.values()) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] += Orthonormal.dot(condition[t], condition[t]) / mean;
            }
        }
        return sums;
    }

    private List<String> conventions() {
        return List.of(
                signal + " and " + muscles + " averaged over the trials of each condition, less the mean over "
                        + "conditions at each "
                        + "time; preparation: " + prep().text() + ", movement: " + move().text()
                        + " after the go cue, both ends included.",
                new UnitScale(normalise, soften).text()
                        + (normalise ? " Channels of " + muscles + ": by their " + "range." : ""),
                "Axes: the first " + components + " principal components of " + signal + " in both epochs "
                        + "together, and the first "
                        + muscleComponents + " of " + muscles + " during movement.",
                "Potent: row space of the least-squares map from the ones to the others during movement, "
                        + "without lag; null: its "
                        + "complement. R2 of the map on the samples that it was fitted to.",
                "Tuning ratio: summed squares in null over potent dimensions during preparation, over the same "
                        + "during movement.",
                "Chance: " + draws + " seeded potent spaces of random directions; median and 95 %; p: share "
                        + "with a ratio as high "
                        + "as found or higher, (k + 1)/(n + 1).");
    }
}
