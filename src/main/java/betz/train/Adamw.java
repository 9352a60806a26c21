// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * {@link Adam} whose weights decay by themselves instead of through the gradient: {@code w -= share (step of Adam + decay w)},
 * where the schedule's share scales both. Biases decay as well.
 *
 * <p>As in the paper, the decay is not multiplied by the rate; PyTorch's {@code weight_decay} is {@code decay / rate}.
 *
 * @param rate step size, 1
 * @param beta1 memory of the gradient, 1
 * @param beta2 memory of its square, 1
 * @param epsilon keeps the quotient finite, 1
 * @param decay share of every weight that an update takes away, 1
 * @see <a href="https://doi.org/10.48550/arXiv.1711.05101">Loshchilov &amp; Hutter (2019)</a>, algorithm 2, where decay is λ
 *     and share is η
 */
@About(
        value = "Adaptive moments, and weights that decay by themselves.",
        equation = "the step of adam, and w -= decay w",
        source = "doi:10.48550/arXiv.1711.05101")
public record Adamw(
        @About(value = "Step size.", source = "doi:10.48550/arXiv.1412.6980")
        double rate,

        @About(value = "Memory of the gradient.", source = "doi:10.48550/arXiv.1412.6980")
        double beta1,

        @About(value = "Memory of its square.", source = "doi:10.48550/arXiv.1412.6980")
        double beta2,

        @About(value = "Keeps the quotient finite.", source = "doi:10.48550/arXiv.1412.6980")
        double epsilon,

        @About("Share of every weight and bias that an update takes away; PyTorch's weight_decay times the rate.")
        double decay)
        implements FirstOrder {
    /** Adam's values; the decay is PyTorch's 0.01 times the rate. */
    public static final Adamw DEFAULT =
            new Adamw(Adam.DEFAULT.rate(), Adam.DEFAULT.beta1(), Adam.DEFAULT.beta2(), Adam.DEFAULT.epsilon(), 1e-5);

    public Adamw {
        var unused = new Adam(rate, beta1, beta2, epsilon); // checks what they share
        Require.within("decay", decay, 0, 1, "");
    }

    private Adam adam() {
        return new Adam(rate, beta1, beta2, epsilon);
    }

    @Override
    public int moments() {
        return adam().moments();
    }

    @Override
    public void update(long iteration, double share, double[] gradient, double[] weights, double[][] moments) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= share * decay * weights[i]; // Adam's step does not look at the weights
        }
        adam().update(iteration, share, gradient, weights, moments);
    }
}
