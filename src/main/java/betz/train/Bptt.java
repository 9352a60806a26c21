// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Back-propagation through time, through network, senses, muscles and skeleton.
 *
 * @param optimiser turns gradients into new weights
 * @param clip greatest norm of the gradient of all weights together; a longer one is scaled down to it, but not for an
 *     optimiser that searches along a line
 * @param schedule how the optimiser's rate goes on
 * @param warmUp updates over which the rate grows to where the schedule begins
 * @param extent how far back through the trial
 * @see <a href="https://doi.org/10.1109/5.58337">Werbos (1990)</a>
 * @see <a href="https://doi.org/10.48550/arXiv.1706.02677">Goyal et al. (2017)</a>, linear warm-up
 * @see <a href="https://doi.org/10.48550/arXiv.1211.5063">Pascanu, Mikolov &amp; Bengio (2013)</a>, clipping by the norm
 */
@About(
        value = "Back-propagation through time.",
        equation =
                "dL/dw = sum over steps t of (dL/dh_t) (dh_t/dw), with dL/dh_t = its own part + (dL/dh_t+1) (dh_t+1/dh_t)",
        source = "doi:10.1109/5.58337")
public record Bptt(
        @About("Turns gradients into new weights.") Optimiser optimiser,

        @About("Greatest norm of the whole gradient; a longer one is scaled down to it. lbfgs does not use it.")
        double clip,

        @About("How the optimiser's rate goes on over the updates.")
        Schedule schedule,

        @About(
                value =
                        "Updates over which the rate grows linearly to its full value, before the schedule begins; 0 is none.",
                source = "doi:10.48550/arXiv.1706.02677")
        int warmUp,

        @About("How far back through a trial gradients are carried.")
        Extent extent)
        implements LearningRule {
    /** Adam at a constant rate, clipped to norm 1. */
    public static final Bptt DEFAULT = new Bptt(Adam.DEFAULT, 1.0);

    public Bptt {
        Require.positive("clip", clip, "");
        Require.count("warmUp", warmUp, 0, Schedule.MOST_UPDATES);
    }

    /** Keeps the rate constant. */
    public Bptt(Optimiser optimiser, double clip) {
        this(optimiser, clip, Schedule.Constant.DEFAULT, 0);
    }

    /** Goes back over whole trials. */
    public Bptt(Optimiser optimiser, double clip, Schedule schedule, int warmUp) {
        this(optimiser, clip, schedule, warmUp, Extent.Whole.DEFAULT);
    }

    /** Returns the pace of a training of so many updates, at its beginning. */
    Pace pace(int iterations) {
        return warmUp == 0
                ? schedule.begin(iterations)
                : new WarmUp(warmUp, schedule.begin(Math.max(1, iterations - warmUp)));
    }

    /** Tells whether a training goes the same way however many updates are asked of it. */
    public boolean isEndless() {
        return schedule.isEndless();
    }

    /** Tells whether the optimiser must see all trials in every update. */
    public boolean needsAllTrials() {
        return optimiser instanceof Lbfgs;
    }
}
