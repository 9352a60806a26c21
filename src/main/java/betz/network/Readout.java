// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;

/** How the sum over the units becomes an output. */
public enum Readout {
    /** The sum itself. */
    LINEAR,
    /** Its logistic sigmoid, so that a muscle excitation lies between 0 and 1. */
    SIGMOID;

    double of(double sum) {
        return this == LINEAR ? sum : Activation.logistic(sum);
    }

    double slope(double output) {
        return this == LINEAR ? 1 : output * (1 - output);
    }

    void apply(float[] sum) {
        if (this == SIGMOID) {
            Activations.sigmoid(sum);
        }
    }
}
