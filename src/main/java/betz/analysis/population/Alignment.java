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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks how much of the variance of one epoch lies in the space of another, and how much would by chance.
 *
 * @param signal analysed
 * @param dimensions of the spaces
 * @param firstFrom beginning of the first epoch, s after the go cue
 * @param firstTo its end, s
 * @param secondFrom beginning of the second epoch, s after the go cue
 * @param secondTo its end, s
 * @param normalise whether each unit is divided by its range plus {@code soften}
 * @param soften in the unit of the signal
 * @param meanSubtract whether the mean over conditions is taken away
 * @param draws number of random spaces
 */
@About(
        value = "How much of the activity of one epoch lies in the space of another, and how much would by chance.",
        source = "Elsayed et al. (2016), doi:10.1038/ncomms13239",
        equation = "A = tr(D' C D) / (s_1 + ... + s_d)")
public record Alignment(
        @About("Signal analysed, averaged over the trials of each condition.")
        String signal,

        @About("Dimensions of the spaces.") int dimensions,

        @Unit("s") @About("Beginning of the first epoch, after the go cue.")
        double firstFrom,

        @Unit("s") @About("End of the first epoch, after the go cue.")
        double firstTo,

        @Unit("s") @About("Beginning of the second epoch, after the go cue.")
        double secondFrom,

        @Unit("s") @About("End of the second epoch, after the go cue.")
        double secondTo,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract,

        @About("How many random spaces tell what chance gives.")
        int draws)
        implements Analysis, Statistic {
    /** Indices that differ by less are the same. */
    private static final double ROUNDING = 1e-12;

    /**
     * Elsayed et al. (2016), doi:10.1038/ncomms13239; the epochs, before the go cue and around the movement, are
     * ours.
     */
    public static final Alignment DEFAULT = new Alignment("unit.rate", 10, -0.2, 0, 0.2, 0.4, true, 5, true, 1000);

    public Alignment {
        Require.count("dimensions", dimensions, 1, 1000);
        Epoch.check("firstFrom", firstFrom, "firstTo", firstTo);
        Epoch.check("secondFrom", secondFrom, "secondTo", secondTo);
        Require.notNegative("soften", soften, "");
        Require.count("draws", draws, 1, 1_000_000);
    }

    @Override
    public Finding of(Subject subject) {
        Epochs epochs = epochs(Activity.of(subject.recording(), signal));
        double[] index = SubspaceAlignment.of(epochs.first().axes(dimensions), epochs.second());
        double[] reverse = SubspaceAlignment.of(epochs.second().axes(dimensions), epochs.first());
        double[][] chance = SubspaceAlignment.random(
                epochs.both(), epochs.second(), dimensions, draws, RandomStream.of(subject.seed(), "alignment"));
        return new Finding(
                "alignment",
                measures(epochs, index, reverse, Matrices.column(chance, dimensions - 1)),
                values(index, reverse, chance),
                List.of(plot(index, chance)),
                conventions());
    }

    private Epochs epochs(Activity activity) {
        Activity scaled = new UnitScale(normalise, soften).of(activity);
        Activity compared = meanSubtract ? scaled.needConditions(2).lessAcrossConditions() : scaled;
        Epochs epochs = Epochs.of(compared, signal, first(), second());
        epochs.needInEach("dimensions", dimensions);
        return epochs;
    }

    private Epoch first() {
        return new Epoch(firstFrom, firstTo);
    }

    private Epoch second() {
        return new Epoch(secondFrom, secondTo);
    }

    @Override
    public String statistic() {
        return "alignment";
    }

    @Override
    public double value(Activity activity) {
        Epochs epochs = epochs(activity);
        return SubspaceAlignment.of(epochs.first().axes(dimensions), epochs.second())[dimensions - 1];
    }

    private List<Measure> measures(Epochs epochs, double[] index, double[] reverse, double[] chance) {
        double found = index[dimensions - 1];
        long asLow =
                Arrays.stream(chance).filter(one -> one <= found + ROUNDING).count();
        double low = Samples.quantile(chance, 0.025);
        double high = Samples.quantile(chance, 0.975);
        Covariance first = epochs.first();
        Covariance second = epochs.second();
        return List.of(
                Measure.of("alignment", "1", found),
                Measure.of("alignment_reverse", "1", reverse[dimensions - 1]),
                new Measure("chance", "1", new Interval(Samples.mean(chance), low, high)),
                Measure.of("p", "1", (1.0 + asLow) / (1.0 + chance.length)),
                Measure.of("variance_held_first", "1", first.top(dimensions) / Matrices.trace(first.matrix())),
                Measure.of("variance_held_second", "1", second.top(dimensions) / Matrices.trace(second.matrix())));
    }

    private List<Values> values(double[] index, double[] reverse, double[][] chance) {
        return List.of(
                Values.list("alignment_by_dimensions", "1", index),
                Values.list("alignment_reverse_by_dimensions", "1", reverse),
                Values.list("chance_draws", "1", Matrices.column(chance, dimensions - 1)));
    }

    private Plot plot(double[] index, double[][] chance) {
        double[] x = IntStream.rangeClosed(1, dimensions).asDoubleStream().toArray();
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.of("found", x, index));
        curves.add(Curve.of("random spaces", Kind.OTHER, x, quantiles(chance, 0.5))
                .between(quantiles(chance, 0.025), quantiles(chance, 0.975)));
        return new Plot(
                "alignment-by-dimensions",
                "Alignment of two epochs",
                "Share of what so many dimensions can hold of the second epoch's variance that the first "
                        + "epoch's axes hold; "
                        + "random spaces: median and 95 %.",
                Form.LINES,
                new Axis("Dimensions", ""),
                new Axis("Alignment index", ""),
                curves);
    }

    private double[] quantiles(double[][] chance, double share) {
        double[] quantiles = new double[dimensions];
        Arrays.setAll(quantiles, i -> Samples.quantile(Matrices.column(chance, i), share));
        return quantiles;
    }

    private List<String> conventions() {
        var told = new ArrayList<>(Epochs.conventions(
                signal, new UnitScale(normalise, soften), meanSubtract, first(), "first epoch", second(), "second"));
        told.add("Alignment: variance of the second epoch along the first " + dimensions
                + " axes of the first, over the most that as many can hold; reverse: epochs exchanged.");
        told.add("Chance: " + draws + " seeded spaces orth(U sqrt(S) v) in the place of the first epoch's axes, "
                + "with U and S of "
                + "the covariance of both epochs and Gaussian v; mean and 95 %.");
        told.add("p: share of draws with an index as low as found or lower, (k + 1)/(n + 1).");
        return told;
    }
}
