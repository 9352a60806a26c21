// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of a batch before the first step, or their gradients: zero, or a learned state of each trial's condition. */
final class StartState {
    private final int offset;
    private final int states;
    private final int[] chosen; // state of each trial
    private final double[][] value; // [trial][state vector·unit]

    StartState(Layer cell, Shape shape, WeightLayout layout) {
        Optional<WeightLayout.Block> block = layout.find(WeightLayout.INITIAL_STATE);
        offset = block.map(WeightLayout.Block::offset).orElse(0);
        states = block.map(WeightLayout.Block::rows).orElse(0);
        chosen = new int[shape.batch()];
        value = new double[shape.batch()][cell.stateVectors() * shape.units()];
    }

    /** Takes each trial's state from all weights. */
    void begin(double[] weights, @Nullable Occasion occasion) {
        clear();
        if (states == 0) {
            return;
        }
        for (int trial = 0; trial < chosen.length; trial++) {
            chosen[trial] = occasion == null || states == 1
                    ? 0
                    : occasion.trials().get(trial).condition().index();
            Require.count("index of a trial's condition", chosen[trial], 0, states - 1L);
            int length = value[trial].length;
            System.arraycopy(weights, offset + chosen[trial] * length, value[trial], 0, length);
        }
    }

    /** Returns the state of a trial, [state vector·unit]; not a copy. */
    double[] of(int trial) {
        return value[trial];
    }

    /** Sets all to zero. */
    void clear() {
        for (double[] row : value) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds all, as gradients, to the gradient of all weights, where the state is learned. */
    void addTo(double[] gradient) {
        if (states == 0) {
            return;
        }
        for (int trial = 0; trial < chosen.length; trial++) {
            if (first(trial)) {
                for (int i = 0; i < value[trial].length; i++) {
                    gradient[offset + chosen[trial] * value[trial].length + i] += sum(trial, i);
                }
            }
        }
    }

    /** Tells whether no trial before this one begins in the same state. */
    private boolean first(int trial) {
        for (int other = 0; other < trial; other++) {
            if (chosen[other] == chosen[trial]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sum over this and later trials that begin in the same state; taken first, so that what it is added to changes none of its bits. */
    private double sum(int trial, int element) {
        double sum = 0;
        for (int other = trial; other < chosen.length; other++) {
            sum += chosen[other] == chosen[trial] ? value[other][element] : 0;
        }
        return sum;
    }
}
