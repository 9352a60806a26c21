// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Adaptive moments: {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g^2},
 * {@code w -= rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon)}.
 *
 * @param rate step size, 1
 * @param beta1 memory of the gradient, 1
 * @param beta2 memory of its square, 1
 * @param epsilon keeps the quotient finite, 1
 * @see <a href="https://doi.org/10.48550/arXiv.1412.6980">Kingma &amp; Ba (2015)</a>
 */
@About(
        value = "Adaptive moments.",
        equation = "m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;"
                + " w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
        source = "doi:10.48550/arXiv.1412.6980")
public record Adam(
        @About(value = "Step size.", source = "doi:10.48550/arXiv.1412.6980")
        double rate,

        @About(value = "Memory of the gradient.", source = "doi:10.48550/arXiv.1412.6980")
        double beta1,

        @About(value = "Memory of its square.", source = "doi:10.48550/arXiv.1412.6980")
        double beta2,

        @About(value = "Keeps the quotient finite.", source = "doi:10.48550/arXiv.1412.6980")
        double epsilon)
        implements FirstOrder {
    /** The paper's values. */
    public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-8);

    public Adam {
        Require.positive("rate", rate, "");
        Require.within("beta1", beta1, 0, 1 - 1e-12, "");
        Require.within("beta2", beta2, 0, 1 - 1e-12, "");
        Require.positive("epsilon", epsilon, "");
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public void update(long iteration, double share, double[] gradient, double[] weights, double[][] moments) {
        double[] m = moments[0];
        double[] v = moments[1];
        double c1 = 1 - StrictMath.pow(beta1, (double) iteration);
        double c2 = 1 - StrictMath.pow(beta2, (double) iteration);
        double step = share * rate;
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            weights[i] -= step * (m[i] / c1) / (Math.sqrt(v[i] / c2) + epsilon);
        }
    }
}
