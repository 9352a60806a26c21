// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** The mean squared rate of the units, which the network itself computes. */
final class SquaredRates implements Cost {
    private final Term term;
    private final int units;
    private final int steps;
    private final IntFunction<double[]> weight;
    private final IntToDoubleFunction activity;

    /**
     * Describes the term.
     *
     * @param steps that have rates
     * @param weight gives the weights of half the squared rates of a step, [trial], zero before, to be set
     * @param activity gives what the rates of a step cost by these weights
     */
    SquaredRates(Term term, int units, int steps, IntFunction<double[]> weight, IntToDoubleFunction activity) {
        this.term = term;
        this.units = units;
        this.steps = steps;
        this.weight = weight;
        this.activity = activity;
    }

    @Override
    public double apply(Part part) {
        double half = 2 * (term.weight() / ((double) part.samples().in(term.during()) * units));
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
            sum += activity.applyAsDouble(step);
        }
        return sum;
    }
}
