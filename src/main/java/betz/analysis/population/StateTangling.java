// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

/**
 * How tangled trajectories of a state are: {@code Q(t) = max over t' of |ẋ(t) − ẋ(t')|² / (|x(t) − x(t')|² + ε)},
 * where t' runs
 * over all times of all conditions.
 *
 * <p>Q is high where states that are close by change in different ways, which a smooth autonomous system cannot do.
 *
 * @see <a href="https://doi.org/10.1016/j.neuron.2018.01.004">Russo et al. (2018)</a>
 */
final class StateTangling {
    private StateTangling() {}

    /**
     * Returns Q at each row.
     *
     * @param x states, [row][dimension]. Not modified.
     * @param slope their derivatives, [row][dimension], 1/s. Not modified.
     * @param epsilon in the square of the states' unit, above 0 unless no two states are the same
     * @return [row], 1/s²
     */
    static double[] of(double[][] x, double[][] slope, double epsilon) {
        double[] most = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // the ratio is the same from i to j as from j to i
            for (int j = 0; j < i; j++) {
                double ratio = distance(slope[i], slope[j]) / (distance(x[i], x[j]) + epsilon);
                most[i] = Math.max(most[i], ratio);
                most[j] = Math.max(most[j], ratio);
            }
        }
        return most;
    }

    /**
     * Returns forward differences over dt, the first given twice, so that row t holds the change from t − 1 to t.
     *
     * @param course [time][dimension], two or more times. Not modified.
     * @param dt step, s
     * @return [time][dimension]
     */
    static double[][] slopes(double[][] course, double dt) {
        double[][] slopes = new double[course.length][course[0].length];
        for (int t = 0; t < course.length; t++) {
            int after = Math.max(t, 1);
            for (int i = 0; i < slopes[t].length; i++) {
                slopes[t][i] = (course[after][i] - course[after - 1][i]) / dt;
            }
        }
        return slopes;
    }

    /** Squared. */
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
