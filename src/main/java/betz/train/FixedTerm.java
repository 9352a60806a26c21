// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import betz.common.Shorthand;

/**
 * How a term of the loss counts whose steps nobody can choose.
 *
 * @param weight times the mean, or the sum of all weights' costs
 * @param norm how a difference counts
 * @param width up to which the smooth norm is a parabola, in the term's unit
 */
@About("How a term of the loss counts whose steps are given.")
@Shorthand("weight")
public record FixedTerm(
        @About("Times what the term adds up to.") double weight,

        @About("How a difference e in the term's unit counts: e^2; |e|; or, smooth, e^2/(2 width) up to the width and"
                + " |e| - width/2 beyond it.")
        Norm norm,

        @About("Where the smooth norm turns from a parabola into a straight line, in the term's unit.")
        double width) {
    /** Squares. */
    public static final FixedTerm DEFAULT = squares(Term.DEFAULT.weight());

    public FixedTerm {
        Require.notNegative("weight", weight, "");
        Require.positive("width", width, "");
    }

    /** Returns a term of squares. */
    public static FixedTerm squares(double weight) {
        return new FixedTerm(weight, Term.DEFAULT.norm(), Term.DEFAULT.width());
    }

    /** Returns the same term in some steps of a trial. */
    Term in(Window window) {
        return new Term(weight, norm, width, window);
    }
}
