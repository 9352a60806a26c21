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
 * @param joint part of imitated joint angles
 * @param excitation part of imitated excitations
 */
public record LossTerms(
        double position,
        double velocity,
        double activity,
        double weights,
        double muscle,
        double joint,
        double excitation) {
    static final LossTerms NONE = new LossTerms(0, 0, 0, 0, 0, 0, 0);

    static LossTerms position(double term) {
        return new LossTerms(term, 0, 0, 0, 0, 0, 0);
    }

    static LossTerms velocity(double term) {
        return new LossTerms(0, term, 0, 0, 0, 0, 0);
    }

    static LossTerms activity(double term) {
        return new LossTerms(0, 0, term, 0, 0, 0, 0);
    }

    static LossTerms joint(double term) {
        return new LossTerms(0, 0, 0, 0, 0, term, 0);
    }

    static LossTerms excitation(double term) {
        return new LossTerms(0, 0, 0, 0, 0, 0, term);
    }

    /** Returns the loss. */
    public double total() {
        return position + velocity + activity + weights + muscle + joint + excitation;
    }

    LossTerms plus(LossTerms other) {
        return new LossTerms(
                position + other.position,
                velocity + other.velocity,
                activity + other.activity,
                weights + other.weights,
                muscle + other.muscle,
                joint + other.joint,
                excitation + other.excitation);
    }

    LossTerms withWeights(double term) {
        return new LossTerms(position, velocity, activity, term, muscle, joint, excitation);
    }
}
