// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * Dimensions of a population: principal components of its activity, and several counts of how many there are.
 *
 * @param signal whose channels are the units
 * @param from first time analysed, s after the go cue; earlier than the recorded times means their first
 * @param to last time analysed, s after the go cue; later than the recorded times means their last
 * @param normalise whether units are divided by their range plus {@code soften}
 * @param soften in the unit of the signal, where units are normalised
 * @param meanSubtract whether the mean over conditions is taken away
 * @param permutations of parallel analysis
 * @param level share of the permutations that a component must exceed
 * @param groups of conditions, and of units, of which each is held out once
 */
@About(
        value = "How many dimensions a population's activity has, and how it moves along the first (PCA).",
        source = "Participation ratio: Gao et al. (2017), doi:10.1101/214262")
public record Pca(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("First time that is analysed, after the go cue; cut down to the recorded times.")
        double from,

        @Unit("s") @About("Last time that is analysed; cut down to the recorded times.")
        double to,

        @About("Whether each unit is divided by its range over all recorded times plus a constant.")
        boolean normalise,

        @About("That constant, in the unit of the signal; it keeps weak units small.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract,

        @About("How often the samples of units are permuted to tell what chance would give.")
        int permutations,

        @About("Share of the permutations that a component must exceed.")
        double level,

        @About("Number of groups of conditions and of units, of which each is held out once.")
        int groups)
        implements Analysis, Statistic {
    private static final double HOUR = 3600;

    /**
     * All recorded times, units as they are; 95 % as Buja &amp; Eyuboglu (1992), doi:10.1207/s15327906mbr2704_2; five groups are
     * a choice of ours.
     */
    public static final Pca DEFAULT = new Pca("unit.rate", -HOUR, HOUR, false, 5, false, 100, 0.95, 5);

    public Pca {
        Preparation.check(soften, from, to);
        Require.count("permutations", permutations, 20, 100_000);
        Require.within("level", level, 0, 1, "");
        Require.count("groups", groups, 2, 1000);
    }

    @Override
    public Finding of(Subject subject) {
        Activity activity = Activity.of(subject.recording(), signal);
        return new PcaFinding(this, activity, subject.seed()).finding();
    }

    Preparation preparation(Activity activity) {
        return new Preparation(normalise, soften, meanSubtract, from, to).clippedTo(activity);
    }

    /** Returns the activity whose components are sought. */
    Activity prepared(Activity activity) {
        return preparation(activity).of(activity).need(2, 2);
    }

    @Override
    public String statistic() {
        return "participation_ratio";
    }

    /** Returns the participation ratio of activity within the window. */
    @Override
    public double value(Activity activity) {
        return Preparation.components(prepared(activity), "components", 1).participationRatio();
    }
}
