// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** A network whose units have one drive each, which can be told: {@code a} in {@code h = φ(a)}. */
public interface DrivenKernel extends NetworkKernel {

    /** Writes the drives of the units in a step that was taken, [unit][trial]. Modified. */
    void drives(int step, double[][] drive);
}
