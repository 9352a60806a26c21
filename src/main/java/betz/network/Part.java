// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** A part of the weights of a network that may be kept as it is. */
public enum Part {
    /** From inputs to units. */
    INPUT,
    /** From units to units. */
    RECURRENT,
    /** Biases of the units. */
    BIAS,
    /** From units to outputs, with the outputs' biases. */
    READOUT,
    /** The state before the first step. */
    START;

    /** Returns the part that a block of weights belongs to. */
    static Part of(WeightLayout.Block block) {
        String name = block.name();
        if (name.startsWith("readout")) {
            return READOUT;
        }
        if (name.startsWith("initial")) {
            return START;
        }
        if (name.contains("bias")) {
            return BIAS;
        }
        return name.startsWith("weight_hh") ? RECURRENT : INPUT;
    }
}
