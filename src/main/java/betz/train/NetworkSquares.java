// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** A mean of squares that the network itself computes: of the rates of its units, or of its recurrent Jacobian. */
final class NetworkSquares implements Cost {
    private final Term term;
    private final int divisor;
    private final int steps;
    private final IntFunction<double[]> weight;
    private final IntToDoubleFunction cost;

    /**
     * Describes the term.
     *
     * @param divisor number of squares in a step of a trial, or 1 where the network takes their mean
     * @param steps that have squares
     * @param weight gives the weights of half the squares of a step, [trial], zero before, to be set
     * @param cost gives what the squares of a step cost by these weights
     */
    NetworkSquares(Term term, int divisor, int steps, IntFunction<double[]> weight, IntToDoubleFunction cost) {
        this.term = term;
        this.divisor = divisor;
        this.steps = steps;
        this.weight = weight;
        this.cost = cost;
    }

    @Override
    public double apply(Part part) {
        double half = 2 * (term.weight() / ((double) part.samples().in(term.during()) * divisor));
        int[] from = part.from(term.during());
        int[] until = part.until(term.during());
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            double[] here = weight.apply(step);
            for (int trial = 0; trial < from.length; trial++) {
                if (step >= from[trial] && step < until[trial]) {
                    here[trial] = half;
                }
            }
            sum += cost.applyAsDouble(step);
        }
        return sum;
    }
}
