// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.function.IntPredicate;

/** The term of the loss that keeps weights from growing. */
final class WeightCost {
    private WeightCost() {}

    /**
     * Adds the gradient of the term and returns what it comes to.
     *
     * @param weights all weights and biases. Not modified.
     * @param learns tells whether a weight may change; the others cost, but have no gradient
     * @param gradient in their order. Modified.
     */
    static double add(FixedTerm term, double[] weights, IntPredicate learns, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += term.norm().cost(1, weights[i], term.width());
            gradient[i] += learns.test(i) ? term.norm().slope(term.weight(), weights[i], term.width()) : 0;
        }
        return term.weight() * sum;
    }
}
