// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import java.util.Arrays;

/**
 * Quasi-Newton steps from a memory of the last steps and of what they changed in the gradient, each as long as a line search
 * that ends in the strong Wolfe conditions finds best.
 *
 * <p>Steps and changes are all that it remembers: moments {@code [0..memory)} are steps, the newest first, and
 * {@code [memory..2 memory)} the changes that belong to them. A step of zero stands for none. It has no rate; the gradient is
 * that of all trials and is not clipped.
 *
 * @param memory steps that are remembered
 * @param decrease share of the decrease that the slope foretells which a step must bring, 1
 * @param curvature share of the slope that may be left at the end of a step, 1
 * @param evaluations most values of the loss that one update may ask for
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal &amp; Wright (2006)</a>, algorithms 7.4 and 7.5
 * @see <a href="https://doi.org/10.1007/BF01589116">Liu &amp; Nocedal (1989)</a>
 */
@About(
        value = "Quasi-Newton steps on all trials at once, each as long as a line search finds best.",
        equation =
                "w += step p, p = -H g, H from the last memory differences of w and g; step by the strong Wolfe conditions",
        source = "doi:10.1007/BF01589116")
public record Lbfgs(
        @About(value = "Steps that are remembered.", source = "doi:10.1007/978-0-387-40065-5")
        int memory,

        @About(
                value = "Share of the decrease foretold by the slope that a step must bring.",
                source = "doi:10.1007/978-0-387-40065-5")
        double decrease,

        @About(
                value = "Share of the slope that may be left at the end of a step.",
                source = "doi:10.1007/978-0-387-40065-5")
        double curvature,

        @About("Most values of the loss that one update may ask for.")
        int evaluations)
        implements Optimiser {
    /** Ten steps; the book's two constants of a quasi-Newton line search. */
    public static final Lbfgs DEFAULT = new Lbfgs(10, 1e-4, 0.9, 20);

    /**
     * Least curvature along a step that is remembered, per squared change of the gradient.
     *
     * @see <a href="https://doi.org/10.1137/0916069">Byrd, Lu, Nocedal &amp; Zhu (1995)</a>, equation 3.9
     */
    private static final double LEAST_CURVATURE = Math.ulp(1.0);

    public Lbfgs {
        Require.count("memory", memory, 1, 100);
        Require.within("curvature", curvature, 1e-12, 1 - 1e-12, "");
        Require.that(
                decrease > 0 && decrease < curvature,
                "decrease",
                Double.toString(decrease),
                "a number above 0 and below curvature, " + curvature);
        Require.count("evaluations", evaluations, 1, 1000);
    }

    @Override
    public int moments() {
        return 2 * memory;
    }

    /**
     * One step of the weights.
     *
     * @param step to where the loss is lower, [weight]; zeros if no such place was found
     * @param change of the gradient on the way, [weight]
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, inside this package, never compared
    record Move(double[] step, double[] change) {}

    /**
     * Finds the next step.
     *
     * @param weights Not modified.
     * @param moments Not modified.
     */
    Move move(Objective objective, double[] weights, double[][] moments) {
        double[] gradient = new double[weights.length];
        double value = objective.at(weights, gradient);
        double[] direction = direction(gradient, moments);
        double slope = dot(gradient, direction);
        if (!(slope < 0)) {
            return new Move(new double[weights.length], new double[weights.length]);
        }
        // without memory the direction has the gradient's length, which is no measure of the way
        double first = isEmpty(moments, 0) ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
        var line = new LineSearch(objective, this, weights, direction);
        double share = line.search(value, slope, first);
        double[] step = new double[weights.length];
        Arrays.setAll(step, i -> share * direction[i]);
        double[] change = line.gradient(share);
        Arrays.setAll(change, i -> change[i] - gradient[i]);
        return new Move(step, change);
    }

    /**
     * Makes a step.
     *
     * <p>A step along which the gradient hardly grew says nothing of the curvature, and is not remembered. If there was no step,
     * all is forgotten: the next one goes down the gradient.
     *
     * @param weights Modified.
     * @param moments Modified.
     */
    void make(Move move, double[] weights, double[][] moments) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += move.step[i];
        }
        if (dot(move.step, move.step) == 0) {
            Arrays.stream(moments).forEach(moment -> Arrays.fill(moment, 0));
        } else if (dot(move.step, move.change) > LEAST_CURVATURE * dot(move.change, move.change)) {
            remember(move.step, moments, 0);
            remember(move.change, moments, memory);
        }
    }

    private void remember(double[] newest, double[][] moments, int from) {
        System.arraycopy(moments, from, moments, from + 1, memory - 1);
        moments[from] = newest;
    }

    /** Returns minus the inverse of the remembered curvature times the gradient, by the two loops of algorithm 7.4. */
    double[] direction(double[] gradient, double[][] moments) {
        double[] q = new double[gradient.length];
        Arrays.setAll(q, i -> -gradient[i]);
        double[] alpha = new double[memory];
        for (int k = 0; k < memory && !isEmpty(moments, k); k++) {
            alpha[k] = dot(moments[k], q) / dot(moments[k], moments[memory + k]);
            add(q, -alpha[k], moments[memory + k]);
        }
        scale(q, moments);
        for (int k = memory - 1; k >= 0; k--) {
            if (!isEmpty(moments, k)) {
                double beta = dot(moments[memory + k], q) / dot(moments[k], moments[memory + k]);
                add(q, alpha[k] - beta, moments[k]);
            }
        }
        return q;
    }

    /** Multiplies by the inverse curvature along the newest step, equation 7.20. */
    private void scale(double[] q, double[][] moments) {
        if (isEmpty(moments, 0)) {
            return;
        }
        double gamma = dot(moments[0], moments[memory]) / dot(moments[memory], moments[memory]);
        for (int i = 0; i < q.length; i++) {
            q[i] *= gamma;
        }
    }

    private static boolean isEmpty(double[][] moments, int step) {
        return dot(moments[step], moments[step]) == 0;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
