// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.common.Require;
import java.util.Arrays;

/**
 * Activity whose conditions are dealt anew to each unit, so that units still vary together as they did: a covariance-matched
 * permutation.
 *
 * <p>It begins with a {@link ConditionShuffle}. Then pairs of conditions of single units are swapped, in random order,
 * wherever that brings the covariances between units (over all conditions and times) closer to the recorded ones, in sweeps
 * over all swaps, until they are as similar as asked for or no swap helps. Similarity is 1 less the sum of squares of what
 * covariances of different units miss, as a share of the sum of squares of the recorded ones: 1 for equal covariances, 0
 * where as much is missed as if there were none.
 *
 * <p>The published test deals conditions to each unit by itself and keeps how units vary together, likewise. How the match is
 * searched for, and how similarity is measured, are choices made here; the similarity that is reached is told with the result.
 *
 * @see <a href="https://doi.org/10.1371/journal.pcbi.1005175">Michaels, Dann &amp; Scherberger (2016)</a>
 */
public final class Cmpt implements Surrogates {
    private static final int MOST_SWEEPS = 200;

    /** Products of courses that are kept, 64 MB; with more, they are summed over time whenever they are needed. */
    private static final long MOST_PRODUCTS = 8_000_000;

    private final Activity activity;
    private final double similarity;
    private final double[][][] courses;
    private final double[][][] products;
    private final double[][] recorded;
    private final double squares;

    /**
     * Takes the activity whose conditions are to be dealt.
     *
     * @param activity with units that vary together
     * @param similarity of the covariances at which the search ends, 0 to 1
     */
    public Cmpt(Activity activity, double similarity) {
        this(activity, similarity, MOST_PRODUCTS);
    }

    /** Keeps products of courses if there are at most so many. */
    Cmpt(Activity activity, double similarity, long mostProducts) {
        Require.within("similarity", similarity, 0, 1, "");
        this.activity = activity.needConditions(2).need(1, 2);
        this.similarity = similarity;
        this.courses = courses(activity);
        this.recorded = covariances(courses);
        this.squares = offDiagonal(recorded);
        Require.that(squares > 0, "covariances between units", "0", "units that vary together");
        long all = (long) courses.length * courses[0].length;
        this.products = all * all <= mostProducts ? products(courses) : new double[0][][];
    }

    @Override
    public Activity draw(RandomStream random) {
        int units = courses.length;
        int conditions = courses[0].length;
        int[][] order = new int[units][];
        for (int unit = 0; unit < units; unit++) {
            order[unit] = ConditionShuffle.permutation(conditions, random);
        }
        new Matching(order).search(random);
        return ConditionShuffle.dealt(activity, order);
    }

    /** Returns how similar the covariances between units of another activity are to those recorded. */
    public double similarity(Activity other) {
        double[][] found = covariances(courses(other));
        double missed = 0;
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < found.length; j++) {
                double difference = found[i][j] - recorded[i][j];
                missed += i == j ? 0 : difference * difference;
            }
        }
        return 1 - missed / squares;
    }

    @Override
    public String text() {
        return "CMPT: each unit's whole courses are dealt to the conditions by a permutation of its own; pairs are then"
                + " swapped as long as covariances between units come closer to the recorded ones, to a similarity of "
                + similarity + " or as far as that goes.";
    }

    /** One search from a random deal. */
    private final class Matching {
        private final int[][] order;
        private final double[][] missing;

        Matching(int[][] order) {
            this.order = order;
            this.missing = covariances(courses(ConditionShuffle.dealt(activity, order)));
            for (int i = 0; i < missing.length; i++) {
                for (int j = 0; j < missing.length; j++) {
                    missing[i][j] = i == j ? 0 : recorded[i][j] - missing[i][j];
                }
            }
        }

        void search(RandomStream random) {
            int conditions = courses[0].length;
            int swaps = courses.length * conditions * conditions;
            boolean helped = true;
            for (int sweep = 0; sweep < MOST_SWEEPS && helped; sweep++) {
                helped = false;
                for (int swap : ConditionShuffle.permutation(swaps, random)) {
                    int a = swap % conditions;
                    int b = swap / conditions % conditions;
                    helped |= a < b && swapped(swap / (conditions * conditions), a, b);
                }
                helped &= 1 - offDiagonal(missing) / squares < similarity;
            }
        }

        /** Swaps two conditions of a unit if that helps. */
        private boolean swapped(int unit, int a, int b) {
            double[] changes = new double[courses.length];
            double gained = 0;
            for (int other = 0; other < changes.length; other++) {
                changes[other] = other == unit ? 0 : change(unit, other, a, b);
                double left = missing[unit][other] - changes[other];
                gained += missing[unit][other] * missing[unit][other] - left * left;
            }
            if (!(gained > 1e-12 * squares)) {
                return false;
            }
            for (int other = 0; other < changes.length; other++) {
                missing[unit][other] -= changes[other];
                missing[other][unit] = missing[unit][other];
            }
            int kept = order[unit][a];
            order[unit][a] = order[unit][b];
            order[unit][b] = kept;
            return true;
        }

        /** Returns by how much the covariance of two units grows if one of them swaps two conditions. */
        private double change(int unit, int other, int a, int b) {
            int mineA = order[unit][a];
            int mineB = order[unit][b];
            int othersA = order[other][a];
            int othersB = order[other][b];
            return products.length > 0
                    ? kept(unit, other, mineA, mineB, othersA, othersB)
                    : summed(
                            courses[unit][mineA],
                            courses[unit][mineB],
                            courses[other][othersA],
                            courses[other][othersB]);
        }
    }

    private double kept(int unit, int other, int mineA, int mineB, int othersA, int othersB) {
        double[] pairs = products[unit][other];
        int a = mineA * courses[0].length;
        int b = mineB * courses[0].length;
        return pairs[b + othersA] - pairs[b + othersB] - pairs[a + othersA] + pairs[a + othersB];
    }

    private static double summed(double[] mineA, double[] mineB, double[] othersA, double[] othersB) {
        double change = 0;
        for (int t = 0; t < mineA.length; t++) {
            change += (mineB[t] - mineA[t]) * (othersA[t] - othersB[t]);
        }
        return change;
    }

    /** Returns Σ x_i x_j over time for all courses of one unit with all of another, [unit][other][own course x other's]. */
    private static double[][][] products(double[][][] courses) {
        int conditions = courses[0].length;
        double[][][] products = new double[courses.length][courses.length][conditions * conditions];
        for (int i = 0; i < courses.length; i++) {
            for (int j = 0; j < courses.length; j++) {
                for (int pair = 0; pair < products[i][j].length; pair++) {
                    double[] mine = courses[i][pair / conditions];
                    double[] others = courses[j][pair % conditions];
                    for (int t = 0; t < mine.length; t++) {
                        products[i][j][pair] += mine[t] * others[t];
                    }
                }
            }
        }
        return products;
    }

    /** Returns each unit's courses less its mean, [unit][condition][time]. */
    private static double[][][] courses(Activity activity) {
        double[][][] values = activity.values();
        int times = activity.times().length;
        double[][][] courses = new double[activity.units().size()][values.length][times];
        for (int unit = 0; unit < courses.length; unit++) {
            double sum = 0;
            for (int c = 0; c < values.length; c++) {
                for (int t = 0; t < times; t++) {
                    courses[unit][c][t] = values[c][t][unit];
                    sum += values[c][t][unit];
                }
            }
            double mean = sum / values.length / times;
            for (double[] course : courses[unit]) {
                Arrays.setAll(course, t -> course[t] - mean);
            }
        }
        return courses;
    }

    /** Returns Σ x_i x_j over conditions and times, [unit][unit]. */
    private static double[][] covariances(double[][][] courses) {
        double[][] covariances = new double[courses.length][courses.length];
        for (int i = 0; i < courses.length; i++) {
            for (int j = 0; j <= i; j++) {
                for (int c = 0; c < courses[i].length; c++) {
                    for (int t = 0; t < courses[i][c].length; t++) {
                        covariances[i][j] += courses[i][c][t] * courses[j][c][t];
                    }
                }
                covariances[j][i] = covariances[i][j];
            }
        }
        return covariances;
    }

    private static double offDiagonal(double[][] a) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                squares += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return squares;
    }
}
