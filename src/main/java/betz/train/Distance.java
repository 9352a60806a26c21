// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.data.Signal;
import betz.loop.Trace;

/** How far a quantity of the loop is from what is wanted, its channels added up. */
final class Distance implements Cost {
    private final Term term;
    private final double unit;
    private final Trace trace;
    private final Wanted wanted;

    /** Describes the term; {@code unit} is its unit in that of the quantity. */
    Distance(Term term, double unit, Trace trace, Wanted wanted) {
        this.term = term;
        this.unit = unit;
        this.trace = trace;
        this.wanted = wanted;
    }

    /** What a quantity should be. */
    interface Wanted {
        /** Returns the value that is wanted, NaN for any; {@code trial} is its place in the target recording. */
        double at(int trial, int step, int channel);

        /** Wants what was recorded. */
        static Wanted of(Signal signal) {
            return signal::get;
        }

        /** Wants what was recorded one step before. */
        static Wanted leading(Signal signal) {
            return (trial, step, channel) -> signal.get(trial, step - 1, channel);
        }

        /** Wants a hand where it should be in the end, as far as that is known at the step. */
        static Wanted goal(Recording recording) {
            double dt = recording.trials().dt();
            return (trial, step, axis) -> {
                var place = recording.trials().get(trial).goal(step, dt);
                return axis == 0 ? place.x() : place.y();
            };
        }
    }

    @Override
    public double apply(Part part) {
        Toll toll = Toll.of(term, unit, part.samples().in(term.during()));
        int[] from = part.from(term.during());
        int[] until = part.until(term.during());
        double sum = 0;
        for (int step = trace.first(); step < trace.steps(); step++) {
            sum += at(step, part.chosen(), from, until, toll);
        }
        return sum;
    }

    private double at(int step, int[] chosen, int[] from, int[] until, Toll toll) {
        double[][] value = trace.value()[step];
        double[][] gradient = trace.gradient()[step];
        double sum = 0;
        for (int trial = 0; trial < chosen.length; trial++) {
            if (step < from[trial] || step >= until[trial]) {
                continue;
            }
            for (int channel = 0; channel < value.length; channel++) {
                double goal = wanted.at(chosen[trial], step, channel);
                if (!Double.isNaN(goal)) {
                    double error = value[channel][trial] - goal;
                    sum += toll.cost(error);
                    gradient[channel][trial] += toll.slope(error);
                }
            }
        }
        return sum;
    }
}
