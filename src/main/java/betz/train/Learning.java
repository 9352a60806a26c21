// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.network.Wiring;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A training on its way. One thread makes the updates; any other may take the state, which is always that after a whole
 * update.
 */
public final class Learning {
    private final Pace pace;
    private final double[] weights;
    private final double[][] moments;
    private final int[] still; // places of the weights that do not learn
    private final double[] stillWeights;
    private final double[][] stillMoments;
    private final List<Checkpoint.Update> history;
    private final Stage stage;
    private Checks checks;

    Learning(Checkpoint from, Pace pace, Wiring wiring) {
        this.pace = pace;
        weights = from.weights();
        moments = from.moments();
        still = IntStream.range(0, weights.length)
                .filter(i -> !wiring.learns(i))
                .toArray();
        stillWeights = new double[still.length];
        stillMoments = new double[moments.length][still.length];
        history = from.growingHistory();
        checks = from.checks();
        stage = from.stage();
        stage.own(history).forEach(update -> pace.heard(update.loss().total()));
    }

    /** Returns the weights themselves, which the next update changes. */
    double[] weights() {
        return weights;
    }

    /** Returns what the optimiser remembers, which the next update changes. */
    double[][] moments() {
        return moments;
    }

    /** Returns the number of updates that were made, in all phases. */
    synchronized int iteration() {
        return history.size();
    }

    /** Tells whether nothing is left to do. */
    synchronized boolean isOver(Training training) {
        return training.isOver(stage.own(history), checks);
    }

    /** Tells whether a look at trials set aside is due. */
    synchronized boolean isDue(Stop stop) {
        return stop.isDue(stage.done(history.size()), checks.count());
    }

    /** Notes the loss of trials set aside. */
    synchronized void looked(double loss) {
        checks = checks.with(loss, weights);
    }

    /** Makes one update along the gradient. */
    synchronized void update(FirstOrder optimiser, double[] gradient, Checkpoint.Update update) {
        keepStill();
        int remembered = history.size() - stage.remembered();
        optimiser.update(remembered + 1L, pace.share(stage.done(history.size())), gradient, weights, moments);
        putBackStill();
        note(update);
    }

    private void keepStill() {
        for (int k = 0; k < still.length; k++) {
            stillWeights[k] = weights[still[k]];
            for (int moment = 0; moment < moments.length; moment++) {
                stillMoments[moment][k] = moments[moment][still[k]];
            }
        }
    }

    private void putBackStill() {
        for (int k = 0; k < still.length; k++) {
            weights[still[k]] = stillWeights[k];
            for (int moment = 0; moment < moments.length; moment++) {
                moments[moment][still[k]] = stillMoments[moment][k];
            }
        }
    }

    /** Makes one update that was searched for; what has no gradient stays as it is. */
    synchronized void update(Lbfgs optimiser, Lbfgs.Move move, Checkpoint.Update update) {
        optimiser.make(move, weights, moments);
        note(update);
    }

    private void note(Checkpoint.Update update) {
        history.add(update);
        pace.heard(update.loss().total());
    }

    /** Returns the state after the last update; a copy. */
    public synchronized Checkpoint state() {
        return new Checkpoint(history.size(), weights.clone(), Checkpoint.copy(moments), history, checks, stage);
    }
}
