// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.List;

/**
 * Linear dynamics of a population: how much of the changes of its state a linear map of the state explains.
 *
 * @param signal whose channels are the units
 * @param from first time analysed, s after the go cue
 * @param to last time analysed, s after the go cue
 * @param dimension number of principal components of the figure that is told
 * @param dimensions numbers of principal components that are charted
 * @param normalise whether units are divided by their range plus {@code soften}
 * @param soften in the unit of the signal, where units are normalised
 * @param meanSubtract whether the mean over conditions is taken away
 */
@About(
        value = "How much of the changes of a population's state a linear map of the state explains (LDS fit).",
        source = "Elsayed & Cunningham (2017), doi:10.1038/nn.4617",
        equation = "dx = M x")
public record Lds(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("First time that is analysed, after the go cue or what the data are aligned to.")
        double from,

        @Unit("s") @About("Last time that is analysed.") double to,

        @About("Number of principal components of the figure that is told.")
        int dimension,

        @About("Numbers of principal components that are charted.")
        List<Integer> dimensions,

        @About("Whether each unit is divided by its range over all recorded times plus a constant.")
        boolean normalise,

        @About("That constant, in the unit of the signal; it keeps weak units small.")
        double soften,

        @About("Whether the mean over conditions is taken away at each time.")
        boolean meanSubtract)
        implements Analysis, Statistic {
    /**
     * Ten components, and the times strictly between -50 and 350 ms in steps of 10 ms: the example in the code that Elsayed &amp;
     * Cunningham distribute, whose rates are normalised beforehand.
     */
    public static final Lds DEFAULT =
            new Lds("unit.rate", -0.040, 0.340, 10, List.of(2, 4, 6, 8, 10, 12), false, 5, false);

    public Lds {
        Preparation.check(soften, from, to);
        Require.count("dimension", dimension, 1, 1000);
        dimensions = List.copyOf(dimensions);
        Require.items("dimensions", dimensions.size(), "number", 1, 100);
        for (Integer one : dimensions) {
            Require.count("dimensions", one, 1, 1000);
        }
    }

    @Override
    public Finding of(Subject subject) {
        Activity activity = Activity.of(subject.recording(), signal).needConditions(2);
        return new LdsFinding(this, activity).finding();
    }

    Preparation preparation() {
        return new Preparation(normalise, soften, meanSubtract, from, to);
    }

    @Override
    public String statistic() {
        return "r2_linear";
    }

    /** Returns the share of the changes' squares that the map explains within {@link #dimension} components. */
    @Override
    public double value(Activity activity) {
        return LinearDynamics.of(preparation().of(activity), dimension).r2();
    }
}
