// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear filter of the rates' recent past, {@code y(t) = b + Σ_k W_kᵀ·z(t − k)}, fitted by {@link RidgeRegression}.
 *
 * @see <a href="https://doi.org/10.1038/35042582">Wessberg et al. (2000)</a>
 */
public final class WienerFilter {
    private final RidgeRegression regression;
    private final int bins;

    WienerFilter(RidgeRegression regression, int bins) {
        this.regression = regression;
        this.bins = bins;
    }

    /**
     * Fits the filter.
     *
     * @param rates [trial][time][unit]
     * @param outputs [trial][time][output], as many times, of which the first {@code bins − 1} do not count
     * @param bins how many rates of each unit count, from the present one back
     * @param alpha penalty, 0 or more
     */
    public static WienerFilter fit(List<double[][]> rates, List<double[][]> outputs, int bins, double alpha) {
        List<double[]> x = new ArrayList<>();
        List<double[]> y = new ArrayList<>();
        for (int trial = 0; trial < rates.size(); trial++) {
            double[][] history = history(rates.get(trial), bins);
            x.addAll(Arrays.asList(history));
            double[][] own = outputs.get(trial);
            Require.length("outputs", own.length, rates.get(trial).length);
            y.addAll(Arrays.asList(own).subList(own.length - history.length, own.length));
        }
        double[][] inputs = x.toArray(double[][]::new);
        return new WienerFilter(RidgeRegression.fit(inputs, y.toArray(double[][]::new), alpha), bins);
    }

    /**
     * Returns the rates of each time and of times before it in one row, [time from {@code bins − 1} on][bin back x unit].
     *
     * @param rates [time][unit]. Not modified.
     */
    public static double[][] history(double[][] rates, int bins) {
        Require.count("bins", bins, 1, Math.max(1, rates.length));
        int units = rates[0].length;
        double[][] rows = new double[rates.length - bins + 1][bins * units];
        for (int t = 0; t < rows.length; t++) {
            for (int back = 0; back < bins; back++) {
                System.arraycopy(rates[t + bins - 1 - back], 0, rows[t], back * units, units);
            }
        }
        return rows;
    }

    /** Returns what the filter makes of rates, [time from {@code bins − 1} on][output]. */
    public double[][] predict(double[][] rates) {
        return regression.predict(history(rates, bins));
    }

    /** Returns how many rates of each unit count. */
    public int bins() {
        return bins;
    }
}
