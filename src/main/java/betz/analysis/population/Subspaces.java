// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Seeks a preparatory and a movement space that are orthogonal to each other and hold most of the activity of their
 * epochs.
 *
 * @param signal analysed
 * @param prepDimensions of the preparatory space
 * @param moveDimensions of the movement space
 * @param prepFrom beginning of preparation, s after the go cue
 * @param prepTo its end, s
 * @param moveFrom beginning of movement, s after the go cue
 * @param moveTo its end, s
 * @param normalise whether each unit is divided by its range plus {@code soften}
 * @param soften in the unit of the signal
 * @param meanSubtract whether the mean over conditions is taken away
 * @param starts random starts of the search, beside the two naive ones
 */
@About(
        value = "A preparatory and a movement space, orthogonal to each other, that hold most of the activity "
                + "of their epochs.",
        source = "Elsayed et al. (2016), doi:10.1038/ncomms13239",
        equation = "max tr(Q1' C1 Q1)/s1 + tr(Q2' C2 Q2)/s2, [Q1 Q2] orthonormal")
public record Subspaces(
        @About("Signal analysed, averaged over the trials of each condition.")
        String signal,

        @About("Dimensions of the preparatory space.") int prepDimensions,

        @About("Dimensions of the movement space.") int moveDimensions,

        @Unit("s") @About("Beginning of preparation, after the go cue.")
        double prepFrom,

        @Unit("s") @About("End of preparation, after the go cue.")
        double prepTo,

        @Unit("s") @About("Beginning of movement, after the go cue.")
        double moveFrom,

        @Unit("s") @About("End of movement, after the go cue.")
        double moveTo,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract,

        @About("Random starts of the search, beside the two naive ones.")
        int starts)
        implements Analysis {
    /** Elsayed et al. (2016), doi:10.1038/ncomms13239; dimensions, epochs and starts are ours. */
    public static final Subspaces DEFAULT = new Subspaces("unit.rate", 4, 4, -0.2, 0, 0.2, 0.4, true, 5, true, 3);

    public Subspaces {
        Require.count("prepDimensions", prepDimensions, 1, 1000);
        Require.count("moveDimensions", moveDimensions, 1, 1000);
        Epoch.check("prepFrom", prepFrom, "prepTo", prepTo);
        Epoch.check("moveFrom", moveFrom, "moveTo", moveTo);
        Require.notNegative("soften", soften, "");
        Require.count("starts", starts, 0, 1000);
    }

    @Override
    public Finding of(Subject subject) {
        Activity scaled = new UnitScale(normalise, soften).of(Activity.of(subject.recording(), signal));
        Activity activity = meanSubtract ? scaled.needConditions(2).lessAcrossConditions() : scaled;
        Epochs epochs = Epochs.of(activity, signal, prep(), move());
        epochs.need("prepDimensions + moveDimensions", prepDimensions + moveDimensions);
        var random = RandomStream.of(subject.seed(), "subspaces");
        OrthogonalSpaces found = OrthogonalSpaces.of(epochs, prepDimensions, moveDimensions, starts, random);
        return new Finding(
                "subspaces", measures(epochs, found), values(found), List.of(plot(activity, found)), conventions());
    }

    private Epoch prep() {
        return new Epoch(prepFrom, prepTo);
    }

    private Epoch move() {
        return new Epoch(moveFrom, moveTo);
    }

    private List<Measure> measures(Epochs epochs, OrthogonalSpaces found) {
        Covariance prep = epochs.first();
        Covariance move = epochs.second();
        double prepAll = Matrices.trace(prep.matrix());
        double moveAll = Matrices.trace(move.matrix());
        return List.of(
                Measure.of("value", "1", found.value()),
                Measure.of("naive_value", "1", found.naive()),
                Measure.of("prep_held", "1", prep.within(found.first()) / prep.top(prepDimensions)),
                Measure.of("move_held", "1", move.within(found.second()) / move.top(moveDimensions)),
                Measure.of("prep_variance_in_prep_space", "1", prep.within(found.first()) / prepAll),
                Measure.of("prep_variance_in_move_space", "1", prep.within(found.second()) / prepAll),
                Measure.of("move_variance_in_prep_space", "1", move.within(found.first()) / moveAll),
                Measure.of("move_variance_in_move_space", "1", move.within(found.second()) / moveAll),
                Measure.of("gradient_norm", "1", found.gradientNorm()));
    }

    private static List<Values> values(OrthogonalSpaces found) {
        return List.of(Values.table("prep_axes", "1", found.first()), Values.table("move_axes", "1", found.second()));
    }

    private Plot plot(Activity activity, OrthogonalSpaces found) {
        double[] times = Arrays.stream(activity.times()).map(t -> 1000 * t).toArray();
        return new Plot(
                "subspaces-over-time",
                "Activity in orthogonal spaces",
                "Variance across conditions in the preparatory and in the movement space, of the greatest of each.",
                Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Variance, of greatest", ""),
                List.of(
                        Curve.of("preparatory space", times, tuning(activity.onto(found.first()))),
                        Curve.of("movement space", Kind.OTHER, times, tuning(activity.onto(found.second())))));
    }

    /** Returns the variance across conditions at each time, summed over dimensions, over its greatest. */
    private static double[] tuning(Activity projected) {
        double[] sums = new double[projected.times().length];
        for (double[][] condition : projected.lessAcrossConditions().values()) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] += Orthonormal.dot(condition[t], condition[t]);
            }
        }
        double greatest = Arrays.stream(sums).max().orElseThrow();
        return Arrays.stream(sums).map(sum -> greatest > 0 ? sum / greatest : 0).toArray();
    }

    private List<String> conventions() {
        var told = new ArrayList<>(Epochs.conventions(
                signal, new UnitScale(normalise, soften), meanSubtract, prep(), "preparation", move(), "movement"));
        told.add("Spaces: " + prepDimensions + " and " + moveDimensions + " dimensions; value: sum of what each "
                + "holds of its "
                + "epoch's variance, over the most that as many dimensions can hold alone, at most 2.");
        told.add("Search: conjugate gradients over orthonormal axes to a gradient norm of 1e-8, from two naive "
                + "and " + starts
                + " seeded random starts; naive: the best space of one epoch, and for the other what is left.");
        return told;
    }
}
