// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.network.Wiring;
import java.util.List;

/**
 * A training on its way. One thread makes the updates; any other may take the state, which is always that after a whole
 * update.
 */
public final class Learning {
    private final Pace pace;
    private final Wiring wiring;
    private final double[] weights;
    private final double[][] moments;
    private final List<Checkpoint.Update> history;
    private final Stage stage;
    private Checks checks;

    Learning(Checkpoint from, Pace pace, Wiring wiring) {
        this.pace = pace;
        this.wiring = wiring;
        weights = from.weights();
        moments = from.moments();
        history = from.growingHistory();
        checks = from.checks();
        stage = from.stage();
        ofPhase().forEach(update -> pace.heard(update.loss().total()));
    }

    /** Returns the weights themselves, which the next update changes. */
    double[] weights() {
        return weights;
    }

    /** Returns what the optimiser remembers, which the next update changes. */
    double[][] moments() {
        return moments;
    }

    private List<Checkpoint.Update> ofPhase() {
        return history.subList(stage.start(), history.size());
    }

    /** Returns the number of updates that were made, in all phases. */
    synchronized int iteration() {
        return history.size();
    }

    /** Tells whether nothing is left to do. */
    synchronized boolean isOver(Training training) {
        return training.isOver(ofPhase(), checks);
    }

    /** Tells whether a look at trials set aside is due. */
    synchronized boolean isDue(Stop stop) {
        return stop.isDue(ofPhase().size(), checks.count());
    }

    /** Notes the loss of trials set aside. */
    synchronized void looked(double loss) {
        checks = checks.with(loss, weights);
    }

    /** Makes one update along the gradient. */
    synchronized void update(FirstOrder optimiser, double[] gradient, Checkpoint.Update update) {
        double[] before = weights.clone();
        double[][] learnt = Checkpoint.copy(moments);
        int remembered = history.size() - stage.remembered();
        optimiser.update(remembered + 1L, pace.share(ofPhase().size()), gradient, weights, moments);
        for (int i = 0; i < weights.length; i++) {
            if (!wiring.learns(i)) {
                weights[i] = before[i];
                for (int moment = 0; moment < learnt.length; moment++) {
                    moments[moment][i] = learnt[moment][i];
                }
            }
        }
        note(update);
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
