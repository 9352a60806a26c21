// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import java.util.List;

/**
 * The covariances of a population in two epochs and in both together.
 *
 * @param first of the first epoch
 * @param second of the second epoch
 * @param both of the samples of both
 * @param units how many there are
 */
record Epochs(Covariance first, Covariance second, Covariance both, int units) {
    /**
     * Finds them.
     *
     * @param activity as it is to be compared
     * @param signal its name, for messages
     */
    static Epochs of(Activity activity, String signal, Epoch first, Epoch second) {
        double[][] early = first.of(activity).rows();
        double[][] late = second.of(activity).rows();
        Covariance.needVariance(signal + " from " + first.text(), early);
        Covariance.needVariance(signal + " from " + second.text(), late);
        double[][] all = new double[early.length + late.length][];
        System.arraycopy(early, 0, all, 0, early.length);
        System.arraycopy(late, 0, all, early.length, late.length);
        int units = activity.units().size();
        return new Epochs(Covariance.of(early), Covariance.of(late), Covariance.of(all), units);
    }

    /** Throws unless activity of both epochs together spans as many dimensions as a setting asks for. */
    void need(String setting, int dimensions) {
        need(setting, dimensions, both, "");
    }

    /** Throws unless activity of either epoch spans as many, since further axes of its own would be rounding. */
    void needInEach(String setting, int dimensions) {
        need(setting, dimensions);
        need(setting, dimensions, first, " in the first epoch");
        need(setting, dimensions, second, " in the second epoch");
    }

    private void need(String setting, int dimensions, Covariance covariance, String where) {
        int rank = SubspaceAlignment.rank(covariance);
        Require.that(
                dimensions <= rank,
                setting,
                Integer.toString(dimensions),
                "at most " + rank + ", the dimensions that the activity of " + units + " units has" + where);
    }

    /** Returns the sentences about what was compared. */
    static List<String> conventions(
            String signal,
            UnitScale scale,
            boolean meanSubtract,
            Epoch first,
            String firstName,
            Epoch second,
            String name) {
        return List.of(
                signal + " averaged over the trials of each condition; "
                        + "" + firstName + ": " + first.text() + ", " + name
                        + ": " + second.text() + " after the go cue, both ends included.",
                scale.text(),
                meanSubtract ? "Mean over conditions taken away at each time." : "Mean over conditions kept.",
                "Covariances over all samples of all conditions, with n - 1 below.");
    }
}
