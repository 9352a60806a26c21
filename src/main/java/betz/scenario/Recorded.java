// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.data.Reference;
import betz.io.RecordedLayout;
import java.nio.file.Path;

/**
 * Recorded hand paths, read from a CSV file.
 *
 * @param file columns time, x, y, trial, condition, with their units in the header
 * @param layout how recorded paths become trials
 */
@About("Recorded hand paths, read from a CSV file.")
public record Recorded(
        @About("Columns time, x, y, trial, condition, with their units in the header.")
        Path file,

        @About("How recorded paths become trials.") RecordedLayout layout)
        implements Reference {
    /** A file in the working directory. */
    public static final Recorded DEFAULT = new Recorded(Path.of("reaches.csv"), RecordedLayout.DEFAULT);
}
