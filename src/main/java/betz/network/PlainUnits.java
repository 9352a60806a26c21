// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/** Units whose activity is {@code φ(drive)}, in single precision: of the state before, nothing stays but through the drive. */
final class PlainUnits {
    private final Activation activation;
    private final float[] value;
    private final float[] gradient;

    PlainUnits(Activation activation, int units) {
        this.activation = activation;
        value = new float[units];
        gradient = new float[units];
    }

    /** Writes the activity into a state row from the drives in a drive row; units begin at {@code hidden} and {@code at}. */
    void advance(float[] drive, int at, float[] next, int hidden) {
        System.arraycopy(drive, at, value, 0, value.length);
        activation.apply(value);
        System.arraycopy(value, 0, next, hidden, value.length);
    }

    /** Turns the gradient of the state {@code next} into that of the drives; nothing reaches the state before past them. */
    void retreat(float[] next, float[] stateGradient, int hidden, float[] driveGradient, int at) {
        System.arraycopy(next, hidden, value, 0, value.length);
        System.arraycopy(stateGradient, hidden, gradient, 0, gradient.length);
        activation.applySlope(value, gradient);
        System.arraycopy(gradient, 0, driveGradient, at, gradient.length);
        Arrays.fill(stateGradient, hidden, hidden + value.length, 0);
    }
}
