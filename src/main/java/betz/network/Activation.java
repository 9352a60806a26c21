// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;

/** What a unit makes of its drive. */
public enum Activation {
    /** Hyperbolic tangent, -1 to 1. */
    TANH,
    /** The positive part. */
    RELU,
    /** Logistic sigmoid, 0 to 1. */
    SIGMOID;

    /** Returns the value at a drive. */
    double of(double drive) {
        return switch (this) {
            case TANH -> StrictMath.tanh(drive);
            case RELU -> Math.max(0, drive);
            case SIGMOID -> logistic(drive);
        };
    }

    /** Returns the derivative, given the value. */
    double slope(double value) {
        return switch (this) {
            case TANH -> 1 - value * value;
            case RELU -> value > 0 ? 1 : 0;
            case SIGMOID -> value * (1 - value);
        };
    }

    /** Replaces drives by values. */
    void apply(float[] drive) {
        switch (this) {
            case TANH -> Activations.tanh(drive);
            case RELU -> Activations.relu(drive);
            case SIGMOID -> Activations.sigmoid(drive);
        }
    }

    /** Replaces values by the gradients of their drives, {@code scale·gradient·φ'}. */
    void toGradient(float[] value, float scale, float[] gradient) {
        switch (this) {
            case TANH -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = scale * gradient[i] * (1 - value[i] * value[i]);
                }
            }
            case RELU -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = value[i] > 0 ? scale * gradient[i] : 0;
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = scale * gradient[i] * (value[i] * (1 - value[i]));
                }
            }
        }
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
