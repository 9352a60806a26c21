// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;
import java.util.Arrays;

/** What a unit makes of its drive. */
public enum Activation {
    /** Hyperbolic tangent, -1 to 1. */
    TANH,
    /** The positive part. */
    RELU,
    /** Logistic sigmoid, 0 to 1. */
    SIGMOID,
    /** log(1 + exp(drive)), a smooth positive part. */
    SOFTPLUS,
    /** The positive part of the hyperbolic tangent, 0 to 1. */
    RECTIFIED_TANH,
    /** The drive itself. */
    IDENTITY;

    /** Tells whether no value is negative, as a rate is not. */
    public boolean isRate() {
        return this != TANH && this != IDENTITY;
    }

    /** Returns the value at a drive. */
    double of(double drive) {
        return switch (this) {
            case TANH -> StrictMath.tanh(drive);
            case RELU -> Math.max(0, drive);
            case SIGMOID -> logistic(drive);
            case SOFTPLUS -> Math.max(0, drive) + StrictMath.log1p(StrictMath.exp(-Math.abs(drive)));
            case RECTIFIED_TANH -> Math.max(0, StrictMath.tanh(drive));
            case IDENTITY -> drive;
        };
    }

    /** Returns the derivative, given the value. */
    double slope(double value) {
        return switch (this) {
            case TANH -> 1 - value * value;
            case RELU -> value > 0 ? 1 : 0;
            case SIGMOID -> value * (1 - value);
            case SOFTPLUS -> -StrictMath.expm1(-value);
            case RECTIFIED_TANH -> value > 0 ? 1 - value * value : 0;
            case IDENTITY -> 1;
        };
    }

    /** Returns the second derivative, given the value and the derivative. */
    double curvature(double value, double slope) {
        return switch (this) {
            case TANH, RECTIFIED_TANH -> -2 * value * slope;
            case SIGMOID -> (1 - 2 * value) * slope;
            case SOFTPLUS -> (1 - slope) * slope;
            case RELU, IDENTITY -> 0;
        };
    }

    /** Replaces drives by values. */
    void apply(float[] drive) {
        switch (this) {
            case TANH -> Activations.tanh(drive);
            case RELU -> Activations.relu(drive);
            case SIGMOID -> Activations.sigmoid(drive);
            case SOFTPLUS -> Activations.softplus(drive);
            case RECTIFIED_TANH -> Activations.rectifiedTanh(drive);
            case IDENTITY -> {}
        }
    }

    /** Replaces values by the gradients of their drives, {@code gradient·φ'}, each times the scale in its place. */
    void toGradient(float[] value, float[] scale, float[] gradient) {
        toSlope(value);
        for (int i = 0; i < value.length; i++) {
            value[i] = scale[i] * gradient[i] * value[i];
        }
    }

    /** Replaces values by the derivatives there. */
    void toSlope(float[] value) {
        switch (this) {
            case TANH -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = 1 - value[i] * value[i];
                }
            }
            case RELU -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = value[i] > 0 ? 1 : 0;
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = value[i] * (1 - value[i]);
                }
            }
            case SOFTPLUS -> Activations.softplusSlope(value);
            case RECTIFIED_TANH -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = value[i] > 0 ? 1 - value[i] * value[i] : 0;
                }
            }
            case IDENTITY -> Arrays.fill(value, 1);
        }
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
