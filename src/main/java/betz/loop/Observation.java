// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Feedback;
import betz.data.TrialBatch;
import betz.network.Sense;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a network sees of task and body, scaled to values near one.
 *
 * <p>Rows: target x, y relative to the start (10 cm); go cue; target shown. Then what its feedback has of these: seen hand x, y relative
 * to the start (10 cm); seen velocity x, y (m/s); per muscle the relative length less 1; the relative velocity; the spindles' rate (100
 * spikes/s); the relative force; the last command, that before it, and so on.
 */
public final class Observation {
    private static final double POSITION = Afferent.POSITION.scale;

    /** Rows of the task, which come first. */
    static final int TASK = TrialBatch.INPUTS;

    /** The task alone. */
    static final Observation ALONE = new Observation(List.of());

    private final List<Afferent> afferents;

    private Observation(List<Afferent> afferents) {
        this.afferents = List.copyOf(afferents);
    }

    /** Returns what is seen of a task and of a body with so many muscles. */
    public static Observation of(Feedback feedback, int muscles) {
        return new Observation(Afferent.rows(feedback, muscles));
    }

    /** Returns the number of rows for a body with so many muscles and the usual senses. */
    public static int rows(int muscles) {
        return of(Feedback.DEFAULT, muscles).rows();
    }

    /** Returns the number of rows. */
    public int rows() {
        return TASK + afferents.size();
    }

    /** Tells whether it holds more than the task. */
    boolean feels() {
        return !afferents.isEmpty();
    }

    /** Writes all rows from task input and afferents, both [row][trial]. */
    void write(TrialBatch trials, double[][] input, double[][] afferent, double[][] observed) {
        Require.length("afferents", afferent.length, afferents.size());
        writeTask(input, observed);
        for (int row = 0; row < afferent.length; row++) {
            Afferent told = afferents.get(row);
            if (told == Afferent.POSITION) {
                writePosition(trials, row, afferent[row], observed[rowOf(row)]);
            } else {
                write(told, afferent[row], observed[rowOf(row)]);
            }
        }
    }

    /** Positions, x and y, are the first afferents where there are any. */
    private static void writePosition(TrialBatch trials, int axis, double[] felt, double[] seen) {
        for (int trial = 0; trial < felt.length; trial++) {
            var start = trials.get(trial).start();
            seen[trial] = POSITION * (felt[trial] - (axis == 0 ? start.x() : start.y()));
        }
    }

    private static void write(Afferent told, double[] felt, double[] seen) {
        for (int trial = 0; trial < felt.length; trial++) {
            seen[trial] = told.scale * (felt[trial] - told.origin);
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

    /** Returns what each row tells; those of the task come first. */
    public List<Sense> senses() {
        return Stream.concat(
                        Collections.nCopies(TASK, Sense.TASK).stream(),
                        afferents.stream().map(told -> told.sense))
                .toList();
    }

    /** Returns the slope of an observed row over its afferent. */
    double slope(int afferentRow) {
        return afferents.get(afferentRow).scale;
    }

    /** Returns the observed row of an afferent. */
    static int rowOf(int afferentRow) {
        return TASK + afferentRow;
    }
}
