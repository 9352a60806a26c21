// SPDX-License-Identifier: Apache-2.0
package betz.loop;

/** What a loss asks of the units of a network in any loop, with a body or without. */
public interface UnitLoop {

    /** Returns the weights of half the squared rates of a step, [trial], to be set. */
    double[] activityWeight(int step);

    /** Returns what the rates of a step cost by the weights that were set. */
    double activity(int step);

    /** Returns the weights of half the squares of the recurrent Jacobian of a step, [trial], to be set. */
    double[] jacobianWeight(int step);

    /** Returns what the recurrent Jacobian of a step costs by the weights that were set. */
    double jacobian(int step);

    /** Returns the rates of all units of every step but the last, from the next run on. */
    Trace rates(int units);
}
