// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.loop.ClosedLoop;

/** The loss of a batch of reaches against what the reference did in the same trials, with its gradients. */
final class ReachError {
    private final Loss loss;
    private final Signal position;
    private final Signal velocity;
    private final int units;
    private final int muscles;

    ReachError(Loss loss, Recording target, int units, int muscles) {
        this.loss = loss;
        this.position = target.signal("hand.position");
        this.velocity = target.signal("hand.velocity");
        this.units = units;
        this.muscles = muscles;
    }

    /**
     * Adds up the loss of a shard and writes its gradients into the loop.
     *
     * @param trials of the shard
     * @param chosen each trial's place in the target recording, [trial]
     * @param samples number of steps of all trials of the whole batch, over which the loss is a mean
     */
    LossTerms apply(ClosedLoop loop, TrialBatch trials, int[] chosen, long samples) {
        loop.clearGradients();
        LossTerms sum = LossTerms.NONE;
        for (int step = 0; step < trials.steps(); step++) {
            double place = hand(
                    loop,
                    trials,
                    chosen,
                    step,
                    position,
                    0,
                    loss.norm(),
                    loss.position() / (loss.norm().of(Loss.CENTIMETRE) * samples));
            double speed = hand(
                    loop,
                    trials,
                    chosen,
                    step,
                    velocity,
                    2,
                    Norm.SQUARED,
                    loss.velocity() / (Norm.SQUARED.of(Loss.DECIMETRE_PER_SECOND) * samples));
            double effort = muscle(loop, trials, step, loss.muscle() / ((double) samples * muscles));
            double activity = activity(loop, trials, step, loss.activity() / ((double) samples * units));
            sum = sum.plus(new LossTerms(place, speed, activity, 0, effort, 0, 0));
        }
        return sum;
    }

    private static double hand(
            ClosedLoop loop,
            TrialBatch trials,
            int[] chosen,
            int step,
            Signal target,
            int first,
            Norm norm,
            double scale) {
        double sum = 0;
        for (int trial = 0; trial < trials.size(); trial++) {
            if (step >= trials.get(trial).end()) {
                continue;
            }
            for (int axis = 0; axis < 2; axis++) {
                double error = loop.hand(step)[first + axis][trial] - target.get(chosen[trial], step, axis);
                sum += norm.cost(scale, error);
                loop.handGradient(step)[first + axis][trial] += norm.slope(scale, error);
            }
        }
        return sum;
    }

    private double muscle(ClosedLoop loop, TrialBatch trials, int step, double scale) {
        double sum = 0;
        for (int m = 0; m < muscles; m++) {
            double[] activation = loop.activation(step, m);
            for (int trial = 0; trial < trials.size(); trial++) {
                if (step < trials.get(trial).end()) {
                    sum += scale * activation[trial] * activation[trial];
                    loop.activationGradient(step)[m][trial] += 2 * scale * activation[trial];
                }
            }
        }
        return sum;
    }

    /** The last step has no rates: nothing is commanded there. */
    private static double activity(ClosedLoop loop, TrialBatch trials, int step, double scale) {
        if (scale == 0 || step == trials.steps() - 1) {
            return 0;
        }
        weigh(trials, step, scale, loop.activityWeight(step));
        return loop.activity(step);
    }

    /**
     * Sets what the squared rates of a step count.
     *
     * @param weight of half the squared rates, [trial], zero before. Modified.
     */
    static void weigh(TrialBatch trials, int step, double scale, double[] weight) {
        for (int trial = 0; trial < trials.size(); trial++) {
            if (step < trials.get(trial).end()) {
                weight[trial] = 2 * scale;
            }
        }
    }
}
