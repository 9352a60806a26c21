// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.TrialBatch;
import betz.network.Sense;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network sees of task and body, scaled to values near one.
 *
 * <p>Rows: target x, y relative to the start (10 cm); go cue; target shown; seen hand x, y relative to the start (10 cm); seen
 * velocity x, y (m/s); per muscle the relative length less 1; per muscle the relative velocity.
 */
public final class Observation {
    private static final double POSITION = 10;
    /** Rows of the task, which come first. */
    static final int TASK = TrialBatch.INPUTS;

    private static final int HAND = TASK;

    private Observation() {}

    /** Returns the number of rows for a body with so many muscles. */
    public static int rows(int muscles) {
        return HAND + 4 + 2 * muscles;
    }

    /** Writes all rows from task input and afferents, both [row][trial]. */
    static void write(TrialBatch trials, double[][] input, double[][] afferent, double[][] observed) {
        int muscles = (afferent.length - 4) / 2;
        writeTask(input, observed);
        for (int trial = 0; trial < trials.size(); trial++) {
            observed[HAND][trial] =
                    POSITION * (afferent[0][trial] - trials.get(trial).start().x());
            observed[HAND + 1][trial] =
                    POSITION * (afferent[1][trial] - trials.get(trial).start().y());
        }
        for (int row = 2; row < afferent.length; row++) {
            double shift = row >= 4 && row < 4 + muscles ? 1 : 0;
            for (int trial = 0; trial < trials.size(); trial++) {
                observed[HAND + row][trial] = afferent[row][trial] - shift;
            }
        }
    }

    /** Writes the rows of the task from its input, both [row][trial]. */
    static void writeTask(double[][] input, double[][] observed) {
        for (int trial = 0; trial < input[0].length; trial++) {
            observed[0][trial] = POSITION * input[0][trial];
            observed[1][trial] = POSITION * input[1][trial];
            observed[2][trial] = input[2][trial];
            observed[3][trial] = input[3][trial];
        }
    }

    /** Returns what each row tells, where there are so many; those of the task come first. */
    static List<Sense> senses(int rows) {
        List<Sense> senses = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            senses.add(row < HAND ? Sense.TASK : row < HAND + 4 ? Sense.VISION : Sense.PROPRIOCEPTION);
        }
        return senses;
    }

    /** Returns the slope of an observed row over its afferent. */
    static double slope(int afferentRow) {
        return afferentRow < 2 ? POSITION : 1;
    }

    /** Returns the observed row of an afferent. */
    static int rowOf(int afferentRow) {
        return HAND + afferentRow;
    }
}
