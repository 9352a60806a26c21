// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Point;
import betz.data.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Recorded reaches as a reference: the trials, and how a person or a monkey made them.
 *
 * <p>The table has the columns {@code time [s], x [cm], y [cm], trial, condition}, one row per sample, and may have
 * {@code target_x [cm], target_y [cm]} and {@code go [s]}; m, cm, mm, s and ms are understood. Rows of a trial follow one
 * another in the order of time. A sample without a number ({@code nan} or nothing) is missing. {@link RecordedLayout} says
 * what is done to the samples. Each path is moved so that its trial begins at the arm's start; its target moves with it, so
 * end-point errors are those recorded. A condition's target without columns lies where its reaches ended.
 *
 * @param recording {@code hand.position} (m) and {@code hand.velocity} (m/s) of all usable trials, in the order of the table
 * @param notes what a reader of the results should know: the layout, dropped trials, bridged gaps
 */
public record RecordedReaches(Recording recording, List<String> notes) {

    public RecordedReaches {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a table.
     *
     * @param file the table
     * @param dt step to resample to, s
     * @param start where the arm's hand is at time 0
     * @param layout how to make trials of it
     * @throws BadTable with all problems of the table, or if no trial is usable
     */
    public static RecordedReaches read(Path file, double dt, Point start, RecordedLayout layout) throws IOException {
        return trials(Table.read(file), dt, start, layout).reaches(false);
    }

    /** Lays out the reaches of a table for analyses, with their reaction times as they were. */
    static RecordedReaches asRecorded(Table table, double dt, Point start, RecordedLayout layout) {
        return trials(table, dt, start, layout).reaches(true);
    }

    private static RecordedTrials trials(Table table, double dt, Point start, RecordedLayout layout) {
        return new RecordedTrials(RecordedTable.read(table), dt, start, layout, table.name());
    }

    /**
     * Two parts of a recording.
     *
     * @param training trials to learn from
     * @param heldOut one trial of each condition that has at least two
     */
    public record Split(Recording training, Recording heldOut) {}

    /**
     * Holds out one trial of each condition.
     *
     * @param seed chooses which; the same seed always chooses the same
     * @throws BadTable if no condition has two trials
     */
    public Split split(long seed) {
        return RecordedSplit.of(recording, seed);
    }
}
