// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Cursor;
import betz.data.TrialBatch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What there is to see of the hands of a batch of trials: the hand itself, or a cursor; before delay and noise. */
final class Sight {
    /** Rows of a sense that are seen: hand position and velocity. */
    static final int ROWS = 4;

    private final double[][][] sensed; // [step][sense][trial]
    private double[][][] seen = {}; // the same, where rows that are no sight are shared
    private final double[][] gradient;
    private @Nullable TrialBatch trials; // if any has a cursor

    Sight(double[][][] sensed, int batch) {
        this.sensed = sensed;
        gradient = new double[ROWS][batch];
    }

    /** Begins trials, as many as the batch. */
    void begin(TrialBatch batch) {
        boolean turned = batch.trials().stream().anyMatch(trial -> trial.perturbation() instanceof Cursor);
        trials = turned ? batch : null;
        if (turned && seen.length == 0) {
            seen = Arrays.stream(sensed).map(this::apart).toArray(double[][][]::new);
        }
    }

    private double[][] apart(double[][] rows) {
        double[][] copy = rows.clone();
        for (int row = 0; row < ROWS; row++) {
            copy[row] = new double[rows[row].length];
        }
        return copy;
    }

    /** Looks at what was sensed at a step. */
    void look(int step) {
        TrialBatch turned = trials;
        if (turned == null) {
            return;
        }
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(sensed[step][row], 0, seen[step][row], 0, gradient[row].length);
        }
        for (int i = 0; i < turned.size(); i++) {
            if (turned.get(i).perturbation() instanceof Cursor cursor) {
                cursor.see(turned.get(i), i, sensed[step], seen[step]);
            }
        }
    }

    /** Tells whether a cursor is seen in any trial. */
    boolean isTurned() {
        return trials != null;
    }

    /** Returns all senses so far with what was looked at in place of the hand, [step][sense][trial]; not a copy. */
    double[][][] seen() {
        return trials == null ? sensed : seen;
    }

    /** Forgets the gradient over what was seen. */
    void clear() {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
    }

    /** Returns where the gradient over a column goes: over a cursor, if that is seen, else over what was sensed, [column][trial]. */
    double[] gradient(int column, double[][] sensedGradient) {
        return isTurned() && column < ROWS ? gradient[column] : sensedGradient[column];
    }

    /** Adds to the gradient over the hand at a step, [column][trial], what that over the cursor means for it. */
    void back(int step, double[][] hand) {
        TrialBatch turned = trials;
        for (int i = 0; turned != null && i < turned.size(); i++) {
            if (turned.get(i).perturbation() instanceof Cursor cursor) {
                cursor.seeVjp(turned.get(i), i, sensed[step], gradient);
            }
        }
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < gradient[row].length; i++) {
                hand[row][i] += gradient[row][i];
            }
        }
    }
}
