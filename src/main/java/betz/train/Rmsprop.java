// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Gradient over its root mean square: {@code v = beta v + (1 - beta) g^2}, {@code w -= rate g / (sqrt(v) + epsilon)}.
 *
 * <p>The epsilon stands outside the root, as in PyTorch; the lecture has none. The mean begins at zero and is not corrected
 * for it, so that the first step is {@code 1 / sqrt(1 - beta)} times the rate.
 *
 * @param rate step size, 1
 * @param beta memory of the gradient's square, 1
 * @param epsilon keeps the quotient finite, 1
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman &amp; Hinton (2012)</a>,
 *     lecture 6.5
 */
@About(
        value = "Gradient over its root mean square.",
        equation = "v = beta v + (1 - beta) g^2; w -= rate g / (sqrt(v) + epsilon)",
        source = "Tieleman & Hinton 2012, lecture 6.5")
public record Rmsprop(
        @About(value = "Step size.", source = "Tieleman & Hinton 2012, lecture 6.5")
        double rate,

        @About(value = "Memory of the gradient's square.", source = "Tieleman & Hinton 2012, lecture 6.5")
        double beta,

        @About("Keeps the quotient finite; outside the root, as in PyTorch.")
        double epsilon)
        implements FirstOrder {
    /** The lecture's values. */
    public static final Rmsprop DEFAULT = new Rmsprop(0.001, 0.9, 1e-8);

    public Rmsprop {
        Require.positive("rate", rate, "");
        Require.within("beta", beta, 0, 1 - 1e-12, "");
        Require.positive("epsilon", epsilon, "");
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public void update(long iteration, double share, double[] gradient, double[] weights, double[][] moments) {
        double[] v = moments[0];
        double step = share * rate;
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i];
            v[i] = beta * v[i] + (1 - beta) * g * g;
            weights[i] -= step * g / (Math.sqrt(v[i]) + epsilon);
        }
    }
}
