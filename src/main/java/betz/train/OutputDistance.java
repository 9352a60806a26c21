// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.loop.Trace;
import betz.train.Distance.Wanted;

/** How far the outputs of a network that imitates are from what is wanted, its channels added up one by one. */
final class OutputDistance implements Cost {
    private final Term term;
    private final double weight;
    private final double width;
    private final Trace outputs;
    private final Wanted wanted;

    /** Describes the term; {@code weight} is that of a unit of output, {@code unit} the term's unit in that of outputs. */
    OutputDistance(Term term, double weight, double unit, Trace outputs, Wanted wanted) {
        this.term = term;
        this.weight = weight;
        this.width = term.width() * unit;
        this.outputs = outputs;
        this.wanted = wanted;
    }

    @Override
    public double apply(Part part) {
        var toll = new Toll(term.norm(), weight / part.samples().in(term.during()), width);
        int[] from = part.from(term.during());
        int[] until = part.until(term.during());
        double sum = 0;
        for (int step = outputs.first(); step < outputs.steps(); step++) {
            for (int channel = 0; channel < outputs.value()[step].length; channel++) {
                sum += at(step, channel, part.chosen(), from, until, toll);
            }
        }
        return sum;
    }

    private double at(int step, int channel, int[] chosen, int[] from, int[] until, Toll toll) {
        double[] output = outputs.value()[step][channel];
        double[] gradient = outputs.gradient()[step][channel];
        double sum = 0;
        for (int trial = 0; trial < chosen.length; trial++) {
            if (step >= from[trial] && step < until[trial]) {
                double error = output[trial] - wanted.at(chosen[trial], step, channel);
                sum += toll.cost(error);
                gradient[trial] += toll.slope(error);
            }
        }
        return sum;
    }
}
