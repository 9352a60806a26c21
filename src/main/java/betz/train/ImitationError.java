// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.data.TrialBatch;
import betz.loop.Imitated;
import betz.loop.OpenLoop;

/** The loss of a batch of imitated trials against what the reference did in them, with its gradients. */
final class ImitationError {
    private final Loss loss;
    private final Imitated imitated;
    private final Recording target;
    private final int units;

    ImitationError(Loss loss, Imitated imitated, Recording target, int units) {
        this.loss = loss;
        this.imitated = imitated;
        this.target = target;
        this.units = units;
    }

    /**
     * Adds up the loss of a shard and writes its gradients into the loop; the parameters are those of {@link
     * ReachError#apply}.
     *
     * <p>The output of step k counts as the state that it leads to, k + 1.
     */
    LossTerms apply(OpenLoop loop, TrialBatch trials, int[] chosen, long samples) {
        loop.clearGradients();
        LossTerms sum = LossTerms.NONE;
        for (int step = 0; step < trials.steps() - 1; step++) {
            double[][] output = loop.output(step);
            for (int row = 0; row < output.length; row++) {
                double[] gradient = loop.outputGradient(step)[row];
                sum = sum.plus(term(row, cost(trials, chosen, step, row, output[row], gradient, samples)));
            }
            double activity = loss.activity() / ((double) samples * units);
            if (activity > 0) {
                ReachError.weigh(trials, step, activity, loop.activityWeight(step));
                sum = sum.plus(LossTerms.activity(loop.activity(step)));
            }
        }
        return sum;
    }

    private double cost(
            TrialBatch trials, int[] chosen, int step, int row, double[] output, double[] gradient, long samples) {
        double scale = scale(row) / samples;
        Norm norm = isHandPosition(row) ? loss.norm() : Norm.SQUARED;
        double sum = 0;
        for (int trial = 0; trial < output.length; trial++) {
            if (step + 1 < trials.get(trial).end()) {
                double error = output[trial] - imitated.wanted(target, chosen[trial], step, row);
                sum += norm.cost(scale, error);
                gradient[trial] += norm.slope(scale, error);
            }
        }
        return sum;
    }

    /** Returns the weight of a unit of output. */
    private double scale(int row) {
        return switch (imitated) {
            case HAND ->
                isHandPosition(row)
                        ? loss.position() * loss.norm().of(Imitated.LENGTH / Loss.CENTIMETRE)
                        : loss.velocity() / Norm.SQUARED.of(Loss.DECIMETRE_PER_SECOND);
            case JOINT_ANGLES -> loss.joint() / Norm.SQUARED.of(Loss.DEGREE);
            case EXCITATIONS -> loss.excitation() / Norm.SQUARED.of(Loss.TENTH);
        };
    }

    private LossTerms term(int row, double value) {
        return switch (imitated) {
            case HAND -> isHandPosition(row) ? LossTerms.position(value) : LossTerms.velocity(value);
            case JOINT_ANGLES -> LossTerms.joint(value);
            case EXCITATIONS -> LossTerms.excitation(value);
        };
    }

    private boolean isHandPosition(int row) {
        return imitated == Imitated.HAND && row < 2;
    }
}
