// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * The share of its rate that an optimiser uses, update by update.
 *
 * <p>It follows from the number of updates and their losses alone: told the history again, it is where it was.
 */
@FunctionalInterface
public interface Pace {

    /** Returns the share of the rate for the next update, after so many; the losses of all of them were told. */
    double share(int done);

    /** Hears the loss of the next update, the first first. */
    default void heard(double loss) {}
}
