// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** Rates in single precision, rows of [trial·stride + unit], as a loss sees them. */
final class RateRows {
    private RateRows() {}

    /** Writes them as [unit][trial]. */
    static void write(Shape shape, float[] rows, double[][] rate) {
        for (int unit = 0; unit < shape.units(); unit++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                rate[unit][trial] = rows[trial * shape.stride() + unit];
            }
        }
    }

    /** Returns half the sum of their squares, each trial's by its weight. */
    static double cost(Shape shape, float[] rows, double[] activityWeight) {
        double sum = 0;
        for (int trial = 0; trial < shape.batch(); trial++) {
            double weight = activityWeight[trial] / 2;
            int row = trial * shape.stride();
            for (int i = row; weight != 0 && i < row + shape.units(); i++) {
                double rate = rows[i];
                sum += weight * rate * rate;
            }
        }
        return sum;
    }

    /** Adds the gradient of {@link #cost}. */
    static void addCost(Shape shape, float[] rows, double[] activityWeight, float[] gradient) {
        for (int trial = 0; trial < shape.batch(); trial++) {
            float weight = (float) activityWeight[trial];
            int row = trial * shape.stride();
            for (int i = row; weight != 0 && i < row + shape.units(); i++) {
                gradient[i] += weight * rows[i];
            }
        }
    }

    /** Adds gradients over rates, [unit][trial], or nothing where there are none. */
    static void add(Shape shape, double[][] rateGradient, float[] gradient) {
        for (int unit = 0; unit < rateGradient.length; unit++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                gradient[trial * shape.stride() + unit] += (float) rateGradient[unit][trial];
            }
        }
    }
}
