// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Require;
import betz.common.Workers;
import java.nio.file.Path;

/**
 * What may differ between runs of one scenario without changing a result.
 *
 * @param results folder of all runs
 * @param threads number of worker threads
 * @param resume whether an unfinished run goes on from its newest checkpoint
 */
public record RunOptions(Path results, int threads, boolean resume) {
    public RunOptions {
        Require.count("--threads", threads, 1, Workers.MOST);
    }
}
