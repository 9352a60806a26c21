// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * The terms of the loss, each with its weight, or a sum of such terms.
 *
 * @param position part of the hand's position
 * @param velocity part of the hand's velocity
 * @param activity part of the units' rates
 * @param weights part of the weights
 * @param muscle part of the muscles' activations
 */
public record LossTerms(double position, double velocity, double activity, double weights, double muscle) {
    static final LossTerms NONE = new LossTerms(0, 0, 0, 0, 0);

    /** Returns the loss. */
    public double total() {
        return position + velocity + activity + weights + muscle;
    }

    LossTerms plus(LossTerms other) {
        return new LossTerms(
                position + other.position,
                velocity + other.velocity,
                activity + other.activity,
                weights + other.weights,
                muscle + other.muscle);
    }

    LossTerms withWeights(double term) {
        return new LossTerms(position, velocity, activity, term, muscle);
    }
}
