// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.Arrays;

/** What a training saw of the trials that were set aside: the loss at every look, and the weights of the best. */
public final class Checks {
    /** Before the first look. */
    public static final Checks NONE = new Checks(new double[0], new double[0]);

    private final double[] losses;
    private final double[] best;

    /**
     * Takes over the values; arrays are kept, not copied.
     *
     * @param losses at every look, [look]
     * @param best weights at the first of the lowest losses, [weight]; empty if no loss was a number
     */
    public Checks(double[] losses, double[] best) {
        this.losses = losses;
        this.best = best;
    }

    /** Returns the same with one more look, at some weights, which are copied. */
    Checks with(double loss, double[] weights) {
        double[] more = Arrays.copyOf(losses, losses.length + 1);
        more[losses.length] = loss;
        boolean isBetter = loss < lowest();
        return new Checks(more, isBetter ? weights.clone() : best);
    }

    /** Returns the number of looks. */
    public int count() {
        return losses.length;
    }

    /** Returns the loss at every look, [look]; a copy. */
    public double[] losses() {
        return losses.clone();
    }

    /** Returns the weights at the best look; a copy, empty if there is none. */
    public double[] best() {
        return best.clone();
    }

    /** Returns the number of looks up to the best; 0 if there is none. */
    public int countToBest() {
        int place = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] < lowest) {
                lowest = losses[i];
                place = i + 1;
            }
        }
        return place;
    }

    /** Returns the number of looks since the best. */
    int countSinceBest() {
        return losses.length - countToBest();
    }

    private double lowest() {
        int place = countToBest();
        return place == 0 ? Double.POSITIVE_INFINITY : losses[place - 1];
    }
}
