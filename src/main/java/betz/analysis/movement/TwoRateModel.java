// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;

/**
 * Two processes that learn of the same error, a slow one that keeps and a fast one that forgets: {@code e = p - (s + f)}, {@code
 * s ← Rs s + Ls e}, {@code f ← Rf f + Lf e}, from trial to trial, from zero.
 *
 * <p>p is what the hand would have to do to make up for the perturbation. Where it is NaN, as in an error clamp, there is no
 * error to learn from, and both processes only forget.
 *
 * @param slowLearning Ls, share of the error that the slow process takes over, 1
 * @param fastLearning Lf, 1
 * @param slowRetention Rs, share that it keeps from a trial to the next, 1
 * @param fastRetention Rf, 1
 * @see <a href="https://doi.org/10.1371/journal.pbio.0040179">Smith, Ghazizadeh &amp; Shadmehr (2006)</a>, where they are Bs,
 *     Bf, As and Af
 */
public record TwoRateModel(double slowLearning, double fastLearning, double slowRetention, double fastRetention) {
    /** Fitted to people's adaptation to force fields. */
    public static final TwoRateModel SMITH = new TwoRateModel(0.02, 0.21, 0.992, 0.59);

    public TwoRateModel {
        Require.within("slowLearning", slowLearning, 0, 1, "");
        Require.within("fastLearning", fastLearning, 0, 1, "");
        Require.within("slowRetention", slowRetention, 0, 1, "");
        Require.within("fastRetention", fastRetention, 0, 1, "");
    }

    /**
     * What the processes have learnt before each trial. Arrays are not copied.
     *
     * @param slow [trial]
     * @param fast [trial]
     * @param total their sum: what the hand does, [trial]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Course(double[] slow, double[] fast, double[] total) {}

    /**
     * Runs the processes.
     *
     * @param wanted what would make up for the perturbation, [trial]; NaN where there is no error to learn from. Not modified.
     */
    public Course run(double[] wanted) {
        double[] slow = new double[wanted.length];
        double[] fast = new double[wanted.length];
        double[] total = new double[wanted.length];
        for (int trial = 1; trial < wanted.length; trial++) {
            double before = wanted[trial - 1];
            double error = Double.isNaN(before) ? 0 : before - total[trial - 1];
            slow[trial] = slowRetention * slow[trial - 1] + slowLearning * error;
            fast[trial] = fastRetention * fast[trial - 1] + fastLearning * error;
            total[trial] = slow[trial] + fast[trial];
        }
        return new Course(slow, fast, total);
    }

    /**
     * Returns the mean squared distance of what hands did from what the model does; NaN trials are passed over.
     *
     * @param wanted as in {@link #run}. Not modified.
     * @param done [trial], in the unit of {@code wanted}. Not modified.
     */
    public double meanSquare(double[] wanted, double[] done) {
        double[] total = run(wanted).total();
        double squares = 0;
        int counted = 0;
        for (int trial = 0; trial < done.length; trial++) {
            if (!Double.isNaN(done[trial])) {
                squares += (done[trial] - total[trial]) * (done[trial] - total[trial]);
                counted++;
            }
        }
        return squares / counted;
    }
}
