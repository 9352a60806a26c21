// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** The loss or its gradient stopped being a number; the last good state is kept. */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Checkpoint lastGood;

    Diverged(int iteration, LossTerms loss, double norm, Bptt rule, Checkpoint lastGood) {
        super("Training diverged at iteration " + iteration + ": the loss is " + loss + ", the gradient's norm " + norm
                + ". " + remedy(rule));
        this.lastGood = lastGood;
    }

    private static String remedy(Bptt rule) {
        return rule.optimiser() instanceof FirstOrder
                ? "Lower training.rule.optimiser.rate or training.rule.clip."
                : "Begin with other weights: change seed.";
    }

    /** Returns the state before the update that failed. */
    public Checkpoint lastGood() {
        return lastGood;
    }
}
