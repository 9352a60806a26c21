// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * Rotations of a population: how much of the changes of its state a purely rotating map explains.
 *
 * @param signal whose channels are the units
 * @param from first time analysed, s after the go cue
 * @param to last time analysed, s after the go cue
 * @param components principal components within which planes are sought, even
 * @param normalise whether units are divided by their range plus {@code soften}
 * @param soften in the unit of the signal, where units are normalised
 * @param meanSubtract whether the mean over conditions is taken away
 */
@About(
        value = "How much of the changes of a population's state rotates, in which planes and how fast (jPCA).",
        source = "Churchland, Cunningham et al. (2012), doi:10.1038/nature11129",
        equation = "dx = M x, M = -M'")
public record Jpca(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("First time that is analysed, after the go cue or what the data are aligned to.")
        double from,

        @Unit("s") @About("Last time that is analysed.") double to,

        @About("Even number of principal components within which planes are sought.")
        int components,

        @About("Whether each unit is divided by its range over all recorded times plus a constant.")
        boolean normalise,

        @About("That constant, in the unit of the signal; it keeps weak units small.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract)
        implements Analysis, Statistic {
    /**
     * Six components of 200 ms from 50 ms before the onset of movement, units normalised with 5 spikes/s added to their range:
     * Churchland, Cunningham et al. (2012), doi:10.1038/nature11129, and the example in the code that they distribute.
     */
    public static final Jpca DEFAULT = new Jpca("unit.rate", -0.050, 0.150, 6, true, 5, true);

    public Jpca {
        Require.count("components", components, 2, 1000);
        Require.that(
                components % 2 == 0,
                "components",
                Integer.toString(components),
                "an even number, since each plane takes two");
        Preparation.check(soften, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        Activity activity = Activity.of(subject.recording(), signal);
        return new JpcaFinding(this, activity, rotations(activity)).finding();
    }

    /** Returns the rotations of activity over all its times. */
    public Rotations rotations(Activity activity) {
        return Rotations.of(preparation().of(activity), components);
    }

    Preparation preparation() {
        return new Preparation(normalise, soften, meanSubtract, from, to);
    }

    @Override
    public String statistic() {
        return "r2_skew";
    }

    /** Returns the share of the changes' squares, over all components, that the skew-symmetric map explains. */
    @Override
    public double value(Activity activity) {
        return rotations(activity).r2Skew();
    }
}
