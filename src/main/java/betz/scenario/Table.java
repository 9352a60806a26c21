// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.task.Task;
import java.nio.file.Path;

/**
 * Trials that somebody wrote down, read from a CSV file.
 *
 * @param file columns condition, target_x, target_y, target_on, go, end, with their units in the header
 */
@About("Trials that you wrote down, read from a CSV file.")
public record Table(
        @About(
                "Columns condition, target_x, target_y, target_on, go, end, with their units in the header; may have start_x,"
                        + " start_y, target_off.")
        Path file)
        implements Task {
    /** A file in the working directory. */
    public static final Table DEFAULT = new Table(Path.of("trials.csv"));
}
