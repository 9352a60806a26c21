// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Reference;
import java.nio.file.Path;

/**
 * Recorded hand paths, read from a CSV file.
 *
 * @param file columns time, x, y, trial, condition, with their units in the header
 * @param hold time before the go cue, s
 * @param reaction from the go cue to the movement onset at which trials are aligned, s
 * @param after how long the hand is held at the end of its recorded path, s
 */
@About("Recorded hand paths, read from a CSV file.")
public record Recorded(
        @About("Columns time, x, y, trial, condition, with their units in the header.")
        Path file,

        @Unit("s") @About("From the start of a trial to its go cue.")
        double hold,

        @Unit("s") @About("From the go cue to the movement onset at which trials are aligned.")
        double reaction,

        @Unit("s") @About("How long the hand is held where its path ends.")
        double after)
        implements Reference {
    /** No file; 200 ms of hold, a reaction of 200 ms, 300 ms of hold after the movement. */
    public static final Recorded DEFAULT = new Recorded(Path.of("reaches.csv"), 0.2, 0.2, 0.3);

    public Recorded {
        Require.notNegative("hold", hold, "s");
        Require.notNegative("reaction", reaction, "s");
        Require.notNegative("after", after, "s");
    }
}
