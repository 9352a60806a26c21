// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Weights that adapt by a fast and a slow process: {@code f = Af f - Bf g}, {@code z = As z - Bs g}, {@code w = w0 + f + z}, with
 * w0 the weights when the processes began.
 *
 * <p>The fast process learns and forgets quickly, the slow one does neither. Where a short counter-adaptation ends in trials
 * without error, the fast process decays and the slow one shows again: a spontaneous recovery that no single rate has.
 *
 * @param fastRate step size of the fast process, 1
 * @param fastRetention share Af that an update keeps of it, 1
 * @param slowRate step size of the slow process, 1
 * @param slowRetention share As that an update keeps of it, 1
 * @see <a href="https://doi.org/10.1371/journal.pbio.0040179">Smith, Ghazizadeh &amp; Shadmehr (2006)</a>
 */
@About(
        value = "Gradient descent of a fast and a slow part of every weight, each of which forgets as well.",
        equation = "f = fastRetention f - fastRate g; z = slowRetention z - slowRate g; w = w0 + f + z",
        source = "doi:10.1371/journal.pbio.0040179")
public record TwoRate(
        @About(
                value = "Step size of the fast part, times the gradient; the published value is a share of the error.",
                source = "doi:10.1371/journal.pbio.0040179")
        double fastRate,

        @About(
                value = "Share that an update keeps of the fast part; 1 forgets nothing.",
                source = "doi:10.1371/journal.pbio.0040179")
        double fastRetention,

        @About(
                value = "Step size of the slow part, times the gradient; the published value is a share of the error.",
                source = "doi:10.1371/journal.pbio.0040179")
        double slowRate,

        @About(
                value = "Share that an update keeps of the slow part; 1 forgets nothing.",
                source = "doi:10.1371/journal.pbio.0040179")
        double slowRetention)
        implements FirstOrder {
    /** The values fitted to people's adaptation to force fields. */
    public static final TwoRate DEFAULT = new TwoRate(0.21, 0.59, 0.02, 0.992);

    public TwoRate {
        Require.notNegative("fastRate", fastRate, "");
        Require.within("fastRetention", fastRetention, 0, 1, "");
        Require.notNegative("slowRate", slowRate, "");
        Require.within("slowRetention", slowRetention, 0, 1, "");
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public void update(long iteration, double share, double[] gradient, double[] weights, double[][] moments) {
        update(share * fastRate, fastRetention, gradient, weights, moments[0]);
        update(share * slowRate, slowRetention, gradient, weights, moments[1]);
    }

    private static void update(double step, double retention, double[] gradient, double[] weights, double[] learnt) {
        for (int i = 0; i < weights.length; i++) {
            double before = learnt[i];
            learnt[i] = retention * before - step * gradient[i];
            weights[i] += learnt[i] - before;
        }
    }
}
