// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.loop.Trace;

/**
 * How large a quantity of the loop is, or how fast it changes: a backward difference over dt to the power of its order.
 *
 * <p>A difference counts at its last step; there is none at the first steps of a trial, as many as its order.
 */
final class Change implements Cost {
    private final Term term;
    private final double unit;
    private final Trace trace;
    private final double divisor;
    private final double[] stencil; // of this step, the step before it, and so on

    /**
     * Describes the term.
     *
     * @param order of the difference: 0 is the quantity itself
     * @param unit the term's unit in that of the quantity, over seconds to the power of the order
     * @param divisor number of channels for their mean, or 1 for their sum
     * @param dt s
     */
    Change(Term term, int order, double unit, Trace trace, int divisor, double dt) {
        this.term = term;
        this.unit = unit;
        this.trace = trace;
        this.divisor = divisor;
        stencil = stencil(order, dt);
    }

    /** Returns (1 - shift)^order / dt^order: the binomial coefficients with alternating signs. */
    private static double[] stencil(int order, double dt) {
        double[] stencil = new double[order + 1];
        stencil[0] = 1;
        for (int power = 1; power <= order; power++) {
            for (int i = power; i >= 0; i--) {
                stencil[i] = (stencil[i] - (i > 0 ? stencil[i - 1] : 0)) / dt;
            }
        }
        return stencil;
    }

    @Override
    public double apply(Part part) {
        Toll toll = Toll.of(term, unit, part.samples().in(term.during()) * divisor);
        int[] from = part.from(term.during());
        int[] until = part.until(term.during());
        double sum = 0;
        for (int step = trace.first() + stencil.length - 1; step < trace.steps(); step++) {
            sum += at(step, from, until, toll);
        }
        return sum;
    }

    private double at(int step, int[] from, int[] until, Toll toll) {
        double sum = 0;
        for (int channel = 0; channel < trace.value()[step].length; channel++) {
            for (int trial = 0; trial < from.length; trial++) {
                if (step >= from[trial] && step < until[trial]) {
                    double change = change(step, channel, trial);
                    sum += toll.cost(change);
                    add(step, channel, trial, toll.slope(change));
                }
            }
        }
        return sum;
    }

    private double change(int step, int channel, int trial) {
        double sum = 0;
        for (int back = 0; back < stencil.length; back++) {
            sum += stencil[back] * trace.value()[step - back][channel][trial];
        }
        return sum;
    }

    private void add(int step, int channel, int trial, double slope) {
        for (int back = 0; back < stencil.length; back++) {
            trace.gradient()[step - back][channel][trial] += stencil[back] * slope;
        }
    }
}
