// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.loop.Trace;
import java.util.List;

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
        /** Returns the value that is wanted; {@code trial} is its place in the target recording. */
        double at(int trial, int step, int channel);

        /** Tells whether any value will do at a step of a trial. */
        default boolean isAny(int trial, int step) {
            return false;
        }

        /** Wants what was recorded. */
        static Wanted of(Signal signal) {
            return signal::get;
        }

        /** Wants what was recorded one step before. */
        static Wanted leading(Signal signal) {
            return (trial, step, channel) -> signal.get(trial, step - 1, channel);
        }

        /** Wants a hand that was recorded; any hand where none is told, since its sight does not tell one from another. */
        static Wanted hand(Recording recording, String signal) {
            Signal hand = recording.signal(signal);
            List<Trial> trials = recording.trials().trials();
            return new Wanted() {
                @Override
                public double at(int trial, int step, int axis) {
                    return hand.get(trial, step, axis);
                }

                @Override
                public boolean isAny(int trial, int step) {
                    Trial asked = trials.get(trial);
                    boolean told = !Double.isNaN(hand.get(trial, step, 0));
                    return !told
                            && Double.isNaN(asked.perturbation()
                                    .hand(asked, asked.start())
                                    .x());
                }
            };
        }

        /** Wants a hand where it should be in the end; any hand where that is not told at the step. */
        static Wanted goal(Recording recording) {
            TrialBatch trials = recording.trials();
            return new Wanted() {
                @Override
                public double at(int trial, int step, int axis) {
                    Point goal = trials.get(trial).goal(step, trials.dt());
                    return axis == 0 ? goal.x() : goal.y();
                }

                @Override
                public boolean isAny(int trial, int step) {
                    return Double.isNaN(at(trial, step, 0));
                }
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
            if (step < from[trial] || step >= until[trial] || wanted.isAny(chosen[trial], step)) {
                continue;
            }
            for (int channel = 0; channel < value.length; channel++) {
                double error = value[channel][trial] - wanted.at(chosen[trial], step, channel);
                sum += toll.cost(error);
                gradient[channel][trial] += toll.slope(error);
            }
        }
        return sum;
    }
}
