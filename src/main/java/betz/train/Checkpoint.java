// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that training needs to go on: weights, what the optimiser remembers, the history so far, and the best. */
public final class Checkpoint {
    private final int iteration;
    private final double[] weights;
    private final double[][] moments;
    private final List<Update> history;
    private final Checks checks;
    private final Stage stage;

    /**
     * What one update did.
     *
     * @param loss before the update
     * @param gradientNorm before clipping
     * @param clipped whether the gradient was scaled down
     * @param hand where the hand went, before the update
     */
    public record Update(LossTerms loss, double gradientNorm, boolean clipped, Deviation hand) {
        /** Tells nothing of the hand. */
        public Update(LossTerms loss, double gradientNorm, boolean clipped) {
            this(loss, gradientNorm, clipped, Deviation.NONE);
        }
    }

    /** Takes over the values; arrays are kept, not copied. */
    public Checkpoint(int iteration, double[] weights, double[][] moments, List<Update> history) {
        this(iteration, weights, moments, history, Checks.NONE);
    }

    /** Takes over the values, with what was seen of trials set aside; arrays are kept, not copied. */
    public Checkpoint(int iteration, double[] weights, double[][] moments, List<Update> history, Checks checks) {
        this(iteration, weights, moments, history, checks, Stage.FIRST);
    }

    /**
     * Takes over the values of a training of several phases; arrays are kept, not copied.
     *
     * @param checks of the phase that it is in
     */
    public Checkpoint(
            int iteration, double[] weights, double[][] moments, List<Update> history, Checks checks, Stage stage) {
        this.iteration = iteration;
        this.weights = weights;
        this.moments = moments;
        this.history = List.copyOf(history);
        this.checks = checks;
        this.stage = stage;
    }

    /** Returns the start of a training: no update, nothing remembered. */
    public static Checkpoint start(double[] weights, Optimiser optimiser) {
        return new Checkpoint(0, weights.clone(), new double[optimiser.moments()][weights.length], List.of());
    }

    /**
     * Returns the start of the next phase, from the {@link #result} of this one.
     *
     * <p>An optimiser goes on with what it remembers if it is the same as before, and the weights are those it has made.
     *
     * @param before of this phase
     * @param next of the next phase
     */
    public Checkpoint next(Optimiser before, Optimiser next) {
        boolean remembers = next.equals(before) && next instanceof FirstOrder && checks.countToBest() == 0;
        double[][] kept = remembers ? moments() : new double[next.moments()][weights.length];
        return new Checkpoint(iteration, result(), kept, history, Checks.NONE, stage.next(iteration, remembers));
    }

    /** Tells whether it is the start of a phase after the first, which follows from the end of the phase before. */
    public boolean isNext() {
        return stage.phase() > 0 && iteration == stage.start();
    }

    /** Returns where in the curriculum it is. */
    public Stage stage() {
        return stage;
    }

    /** Returns the updates of the phase that it is in. */
    public List<Update> ofPhase() {
        return stage.own(history);
    }

    /** Returns the number of updates, of all phases. */
    public int iteration() {
        return iteration;
    }

    /** Returns the weights after the last update; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the weights to use: those that did best on trials set aside, else those after the last update; a copy. */
    public double[] result() {
        return checks.countToBest() > 0 ? checks.best() : weights();
    }

    /** Returns what was seen of trials set aside. */
    public Checks checks() {
        return checks;
    }

    /** Returns what the optimiser remembers, [moment][weight]; a copy. */
    public double[][] moments() {
        return copy(moments);
    }

    /** Returns all updates, the first first. */
    public List<Update> history() {
        return history;
    }

    /** Returns the number of updates whose gradient was clipped. */
    public long clipped() {
        return history.stream().filter(Update::clipped).count();
    }

    static double[][] copy(double[][] moments) {
        return Arrays.stream(moments).map(double[]::clone).toArray(double[][]::new);
    }

    List<Update> growingHistory() {
        return new ArrayList<>(history);
    }
}
