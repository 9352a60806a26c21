// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import betz.common.Shorthand;

/**
 * How one term of the loss counts.
 *
 * @param weight times the mean over the steps of the window
 * @param norm how a difference counts
 * @param width up to which the smooth norm is a parabola, in the term's unit
 * @param during steps that count
 */
@About("How one term of the loss counts.")
@Shorthand("weight")
public record Term(
        @About(Term.MEAN) double weight,

        @About("How a difference e in the term's unit counts: e^2; |e|; or, smooth, e^2/(2 width) up to the width and"
                + " |e| - width/2 beyond it.")
        Norm norm,

        @About("Where the smooth norm turns from a parabola into a straight line, in the term's unit.")
        double width,

        @About(Term.STEPS) Window during) {
    /** Squares, in the whole trial. */
    public static final Term DEFAULT = new Term(1.0, Norm.SQUARED, 1.0, Window.TRIAL);

    /** Tells what the weight of a mean multiplies. */
    static final String MEAN = "Times the mean over the steps of the window and all trials of a batch.";

    /** Tells the windows apart. */
    static final String STEPS =
            "Steps that count: the whole trial; before-go and delay, up to the go cue, delay from the appearance of the"
                    + " target on; after-go, of which hold is the last third and movement the rest.";

    public Term {
        Require.notNegative("weight", weight, "");
        Require.positive("width", width, "");
    }

    /** Returns a term of squares in the whole trial. */
    public static Term squares(double weight) {
        return new Term(weight, DEFAULT.norm, DEFAULT.width, DEFAULT.during);
    }
}
