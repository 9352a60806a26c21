// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.BadSetting;
import betz.common.Require;
import betz.math.Cholesky;
import betz.math.Matrices;

/**
 * Linear regression with a penalty: minimises {@code Σ|y − b − Wᵀx|² + α·|W|²}; the intercept b is not penalised.
 *
 * <p>The normal equations of the centred samples are solved by Cholesky's factor. With α above 0 there may be more features than
 * samples.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1970.10488634">Hoerl &amp; Kennard (1970)</a>
 */
public final class RidgeRegression {
    private final double alpha;
    private final double[] intercept;
    private final double[][] coefficients;

    private RidgeRegression(double alpha, double[] intercept, double[][] coefficients) {
        this.alpha = alpha;
        this.intercept = intercept;
        this.coefficients = coefficients;
    }

    /**
     * Fits.
     *
     * @param x [sample][feature]. Not modified.
     * @param y [sample][output]. Not modified.
     * @param alpha the penalty α, 0 or more
     * @throws BadSetting if α is 0 and the samples do not fix the coefficients
     */
    public static RidgeRegression fit(double[][] x, double[][] y, double alpha) {
        return of(moments(x, y), alpha);
    }

    static Moments moments(double[][] x, double[][] y) {
        Require.length("samples of y", y.length, x.length);
        Require.count("samples", x.length, 2, Integer.MAX_VALUE);
        var moments = new Moments(Matrices.means(x), Matrices.means(y));
        for (int i = 0; i < x.length; i++) {
            moments.add(x[i], y[i]);
        }
        return moments;
    }

    static RidgeRegression of(Moments moments, double alpha) {
        Cholesky factor = factor(moments, alpha);
        double[] intercept = moments.meanY();
        double[] mean = moments.meanX();
        double[][] weights = new double[intercept.length][];
        for (int output = 0; output < weights.length; output++) {
            weights[output] = factor.solve(moments.cross(output));
            intercept[output] -= Cholesky.dot(weights[output], mean, mean.length);
        }
        return new RidgeRegression(alpha, intercept, weights);
    }

    private static Cholesky factor(Moments moments, double alpha) {
        Require.notNegative("alpha", alpha, "");
        double[][] scatter = moments.scatter(alpha);
        return Cholesky.of(scatter)
                .orElseThrow(() -> new BadSetting(
                        "alpha",
                        alpha + " with " + moments.samples() + " samples of " + scatter.length + " features",
                        "a greater penalty, or more samples than features, none of which follows from the others"));
    }

    /**
     * Returns what would be predicted for each sample by a fit to all others, in closed form: {@code y − e/(1 − h)} with the
     * residual e and the leverage h of the fit to all.
     *
     * @return [sample][output]
     */
    public static double[][] leaveOneOut(double[][] x, double[][] y, double alpha) {
        Moments moments = moments(x, y);
        RidgeRegression all = of(moments, alpha);
        Cholesky factor = factor(moments, alpha);
        double[][] centred = Matrices.centred(x, moments.meanX());
        double[][] predicted = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double leverage = 1.0 / x.length + factor.form(centred[i]);
            predicted[i] = all.predict(x[i]);
            for (int output = 0; output < predicted[i].length; output++) {
                double residual = y[i][output] - predicted[i][output];
                predicted[i][output] = y[i][output] - residual / (1 - leverage);
            }
        }
        return predicted;
    }

    /**
     * Returns the penalty of the least mean squared error when each sample is left out in turn.
     *
     * @param alphas penalties to choose from; of equals the first is taken
     */
    public static double chooseAlpha(double[][] x, double[][] y, double... alphas) {
        Require.count("alphas", alphas.length, 1, Integer.MAX_VALUE);
        double best = alphas[0];
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : alphas) {
            double squares = Matrices.squares(Matrices.sum(leaveOneOut(x, y, alpha), -1, y));
            if (squares < least) {
                least = squares;
                best = alpha;
            }
        }
        return best;
    }

    /** Returns the penalty. */
    public double alpha() {
        return alpha;
    }

    /** Returns the intercepts, [output]; a copy. */
    public double[] intercept() {
        return intercept.clone();
    }

    /** Returns the coefficients, [output][feature]; a copy. */
    public double[][] coefficients() {
        return Matrices.copy(coefficients);
    }

    /** Returns what is predicted for a sample, [output]. */
    public double[] predict(double[] x) {
        Require.length("features", x.length, coefficients[0].length);
        double[] y = intercept.clone();
        for (int output = 0; output < y.length; output++) {
            y[output] += Cholesky.dot(coefficients[output], x, x.length);
        }
        return y;
    }

    /** Returns what is predicted for samples, [sample][output]. */
    public double[][] predict(double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = predict(x[i]);
        }
        return y;
    }
}
