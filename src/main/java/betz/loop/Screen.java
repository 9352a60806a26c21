// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Handle;
import betz.data.Point;
import betz.data.TrialBatch;
import org.jspecify.annotations.Nullable;

/** Puts the cursor in the place of the hand, the first {@value Sight#ROWS} rows of what is sensed, where that holds a handle. */
final class Screen {
    private final double[][] hand; // gradient over it, [row][trial]
    private final double[][] gradient; // the same, with other rows shared
    private @Nullable TrialBatch trials; // if any has a handle

    Screen(int columns, int batch) {
        hand = new double[Sight.ROWS][batch];
        gradient = new double[columns][];
    }

    /** Begins trials, as many as the batch. */
    void begin(TrialBatch batch) {
        trials = batch.holds() ? batch : null;
    }

    /** Writes the cursor over the hand, [column][trial]. */
    void show(double[][] sensed) {
        TrialBatch held = trials;
        for (int i = 0; held != null && i < held.size(); i++) {
            Handle handle = held.get(i).handle();
            if (handle != null) {
                Point start = held.get(i).start();
                sensed[0][i] = start.x() + handle.gain() * (sensed[0][i] - start.x());
                sensed[1][i] = start.y() + handle.gain() * (sensed[1][i] - start.y());
                sensed[2][i] *= handle.gain();
                sensed[3][i] *= handle.gain();
            }
        }
    }

    /** Returns a gradient over what is sensed, [column][trial], with that over the hand for that over the cursor; good until the next call. */
    double[][] back(double[][] shown) {
        TrialBatch held = trials;
        if (held == null) {
            return shown;
        }
        System.arraycopy(shown, 0, gradient, 0, gradient.length);
        System.arraycopy(hand, 0, gradient, 0, hand.length);
        for (int i = 0; i < held.size(); i++) {
            Handle handle = held.get(i).handle();
            double gain = handle == null ? 1 : handle.gain();
            for (int row = 0; row < hand.length; row++) {
                hand[row][i] = gain * shown[row][i];
            }
        }
        return gradient;
    }
}
