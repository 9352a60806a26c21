// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Samples;
import betz.common.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to activity before its dimensions are sought, in this order: units are normalised by their ranges over all
 * times, the mean over conditions is taken away, and a window is cut out.
 *
 * @param normalise whether units are divided by their range plus {@code soften}
 * @param soften in the unit of the activity
 * @param meanSubtract whether the mean over conditions is taken away
 * @param from first time of the window, s after the go cue
 * @param to last time of the window, s after the go cue
 */
record Preparation(boolean normalise, double soften, boolean meanSubtract, double from, double to) {
    /** A singular value below this share of the largest is no dimension. */
    private static final double NOTHING = 1e-10;

    /** Throws unless the settings make sense. */
    static void check(double soften, double from, double to) {
        Require.notNegative("soften", soften, "");
        Require.finite("from", from, "s");
        Require.finite("to", to, "s");
        Require.that(to > from, "to", plain(to) + " s", "more than from, " + plain(from) + " s");
    }

    /** Returns the prepared part of some activity. */
    Activity of(Activity activity) {
        Activity prepared = normalise ? activity.normalised(soften) : activity;
        if (meanSubtract) {
            prepared = prepared.needConditions(2).lessAcrossConditions();
        }
        return prepared.window(from, to);
    }

    /** Returns this preparation with its window cut down to the times of some activity. */
    Preparation clippedTo(Activity activity) {
        double[] times = activity.times();
        double first = Math.max(from, times[0]);
        double last = Math.min(to, times[times.length - 1]);
        Require.that(
                last > first,
                "window",
                milliseconds(from) + " to " + milliseconds(to),
                "two or more of the recorded times, " + milliseconds(times[0]) + " to "
                        + milliseconds(times[times.length - 1]));
        return new Preparation(normalise, soften, meanSubtract, first, last);
    }

    /** Returns the principal components of prepared activity, which must have at least so many. */
    static PrincipalComponents components(Activity prepared, String setting, int least) {
        var found = PrincipalComponents.of(prepared.rows());
        int spanned = dimensions(found);
        Require.that(
                spanned > 0,
                "activity",
                "the same in all conditions at all times",
                "units that vary within the window");
        Require.that(
                spanned >= least,
                setting,
                Integer.toString(least),
                "at most " + spanned + ", since the activity spans so many dimensions: "
                        + prepared.conditions().size() + " conditions x " + prepared.times().length + " times of "
                        + prepared.units().size() + " units");
        return found;
    }

    /** Returns how many components have any variance. */
    static int dimensions(PrincipalComponents components) {
        double[] singular = components.singular();
        int count = 0;
        while (count < singular.length && singular[count] > NOTHING * singular[0]) {
            count++;
        }
        return count;
    }

    /** Returns what was done in sentences. */
    List<String> sentences(String signal, Activity all) {
        List<String> told = new ArrayList<>();
        told.add(signal + " averaged over the trials of each of "
                + all.conditions().size()
                + " conditions; times are from the go cue, or from what the data were aligned to.");
        told.add(
                normalise
                        ? "Each unit divided by its range over all conditions and recorded times plus " + plain(soften)
                                + softening(all)
                        : "Units not normalised.");
        told.add(meanSubtract ? "Mean over conditions taken away at each time." : "Mean over conditions kept.");
        told.add("Window: " + milliseconds(from) + " to " + milliseconds(to) + ", both ends included, dt "
                + milliseconds(all.dt()) + ".");
        return told;
    }

    /** Tells when the softening constant leaves little of the normalisation, as for rates that are not in spikes/s. */
    private String softening(Activity all) {
        double median = Samples.median(all.ranges());
        String range = " (median range " + plain(median) + ").";
        boolean outweighs = soften > 5 * median;
        return outweighs ? range + " The constant outweighs the ranges, so units are hardly normalised." : range;
    }

    static String milliseconds(double seconds) {
        return plain(1000 * seconds) + " ms";
    }

    static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
