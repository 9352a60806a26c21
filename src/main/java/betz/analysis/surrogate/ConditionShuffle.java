// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.common.RandomStream;

/**
 * Activity whose conditions are dealt anew to each unit: unit n shows in condition c its whole course of condition π_n(c), with a
 * random permutation π_n of its own.
 *
 * <p>Every unit keeps all of its courses over time; which units do what together does not remain. The mean over conditions
 * stays as it is. The whole course is dealt, from the first time to the last, and not only what follows the preparatory
 * state.
 *
 * @see <a href="https://doi.org/10.1038/nn.4617">Elsayed &amp; Cunningham (2017)</a>, whose shuffle across conditions this is
 */
public final class ConditionShuffle implements Surrogates {
    private final Activity activity;

    /** Takes the activity whose conditions are to be dealt. */
    public ConditionShuffle(Activity activity) {
        this.activity = activity.needConditions(2);
    }

    @Override
    public Activity draw(RandomStream random) {
        int[][] order = new int[activity.units().size()][];
        for (int unit = 0; unit < order.length; unit++) {
            order[unit] = permutation(activity.conditions().size(), random);
        }
        return dealt(activity, order);
    }

    @Override
    public String text() {
        return "Condition shuffle: each unit's whole courses are dealt to the conditions by a random permutation of its"
                + " own.";
    }

    /** Returns the numbers below a count, in random order with equal chances. */
    static int[] permutation(int count, RandomStream random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    /**
     * Deals each unit's courses to the conditions.
     *
     * @param order [unit][condition]: the condition whose course is shown. Not modified.
     */
    static Activity dealt(Activity activity, int[][] order) {
        double[][][] values = activity.values();
        int conditions = values.length;
        int times = activity.times().length;
        double[][][] dealt = new double[conditions][times][order.length];
        for (int c = 0; c < conditions; c++) {
            for (int t = 0; t < times; t++) {
                for (int unit = 0; unit < order.length; unit++) {
                    dealt[c][t][unit] = values[order[unit][c]][t][unit];
                }
            }
        }
        return like(activity, dealt);
    }

    /** Returns activity with the same names and times as another. */
    static Activity like(Activity activity, double[][][] values) {
        return new Activity(activity.dt(), activity.times(), activity.conditions(), activity.units(), values);
    }
}
