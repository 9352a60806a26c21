// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Gradient descent with momentum: {@code v = momentum v + g}, {@code w -= rate v}; with Nesterov's look ahead
 * {@code w -= rate (g + momentum v)}.
 *
 * <p>The rate stands outside the velocity, as in PyTorch: a schedule that lowers it slows what is under way as well.
 *
 * @param rate step size, 1
 * @param momentum share of the velocity that is kept, 1
 * @param nesterov whether the gradient counts as if the next part of the way were gone already
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">Polyak (1964)</a>
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al. (2013)</a>, Nesterov's momentum
 */
@About(
        value = "Gradient descent with momentum.",
        equation = "v = momentum v + g; w -= rate v; with nesterov w -= rate (g + momentum v)",
        source = "doi:10.1016/0041-5553(64)90137-5")
public record Sgd(
        @About("Step size.") double rate,

        @About(
                value = "Share of the velocity that is kept; 0 is plain gradient descent.",
                source = "Sutskever et al. 2013")
        double momentum,

        @About(value = "Whether it looks ahead along the velocity.", source = "Sutskever et al. 2013")
        boolean nesterov)
        implements FirstOrder {
    /** Momentum 0.9. */
    public static final Sgd DEFAULT = new Sgd(0.01, 0.9, false);

    public Sgd {
        Require.positive("rate", rate, "");
        Require.within("momentum", momentum, 0, 1 - 1e-12, "");
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
            v[i] = momentum * v[i] + gradient[i];
            weights[i] -= step * (nesterov ? gradient[i] + momentum * v[i] : v[i]);
        }
    }
}
