// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;

/**
 * How much of what units do after each other has a direction in time: with {@code S_ij = Σ x_i(t) x_j(t + 1)} over conditions
 * and times, the share {@code |(S − Sᵀ)/2|²/|S|²}, where x is the activity less its mean over conditions.
 *
 * <p>It is 0 where activity played backwards has the same covariances, and sin²ω in a plane in which all states turn by ω in
 * a step. The idea is the non-reversibility of Rutten, Bernacchia, Sahani &amp; Hennequin (2020, NeurIPS 33), here at a lag
 * of one step.
 */
final class LaggedAsymmetry {
    private LaggedAsymmetry() {}

    /** Returns the share, NaN where nothing differs between conditions. */
    static double of(Activity activity) {
        double[][] lagged = lagged(activity.lessAcrossConditions());
        double odd = 0;
        double all = 0;
        for (int i = 0; i < lagged.length; i++) {
            for (int j = 0; j < lagged.length; j++) {
                double half = (lagged[i][j] - lagged[j][i]) / 2;
                odd += half * half;
                all += lagged[i][j] * lagged[i][j];
            }
        }
        return odd / all;
    }

    private static double[][] lagged(Activity own) {
        int units = own.units().size();
        double[][] lagged = new double[units][units];
        for (double[][] course : own.values()) {
            for (int t = 0; t + 1 < course.length; t++) {
                for (int i = 0; i < units; i++) {
                    for (int j = 0; j < units; j++) {
                        lagged[i][j] += course[t][i] * course[t + 1][j];
                    }
                }
            }
        }
        return lagged;
    }
}
