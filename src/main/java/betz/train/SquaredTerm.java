// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import betz.common.Shorthand;

/**
 * How a term of the loss counts that is a mean of squares by definition.
 *
 * @param weight times the mean over the steps of the window
 * @param during steps that count
 */
@About("How a term of the loss counts that is a mean of squares by definition.")
@Shorthand("weight")
public record SquaredTerm(
        @About(Term.MEAN) double weight, @About(Term.STEPS) Window during) {

    /** The whole trial. */
    public static final SquaredTerm DEFAULT = new SquaredTerm(Term.DEFAULT.weight(), Term.DEFAULT.during());

    public SquaredTerm {
        Require.notNegative("weight", weight, "");
    }

    /** Returns the same as a term that may have any norm. */
    Term squares() {
        return new Term(weight, Norm.SQUARED, Term.DEFAULT.width(), during);
    }
}
