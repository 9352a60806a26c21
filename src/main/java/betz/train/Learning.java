// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.network.Wiring;
import java.util.List;

/**
 * A training on its way. One thread makes the updates; any other may take the state, which is always that after a whole
 * update.
 */
public final class Learning {
    private final Optimiser optimiser;
    private final Wiring wiring;
    private final double[] weights;
    private final double[][] moments;
    private final List<Checkpoint.Update> history;

    Learning(Checkpoint from, Optimiser optimiser, Wiring wiring) {
        this.optimiser = optimiser;
        this.wiring = wiring;
        weights = from.weights();
        moments = from.moments();
        history = from.growingHistory();
    }

    /** Returns the weights themselves, which the next update changes. */
    double[] weights() {
        return weights;
    }

    /** Returns the number of updates that were made. */
    synchronized int iteration() {
        return history.size();
    }

    /** Makes one update. */
    synchronized void update(double[] gradient, Checkpoint.Update update) {
        double[] before = weights.clone();
        optimiser.update(history.size() + 1L, gradient, weights, moments);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = wiring.learns(i) ? weights[i] : before[i];
        }
        history.add(update);
    }

    /** Returns the state after the last update; a copy. */
    public synchronized Checkpoint state() {
        return new Checkpoint(history.size(), weights.clone(), Checkpoint.copy(moments), history);
    }
}
