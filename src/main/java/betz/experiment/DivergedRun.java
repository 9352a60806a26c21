// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.train.Diverged;
import java.nio.file.Path;

/** A run whose training diverged; its last good weights are on disk. */
public final class DivergedRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergedRun(Path kept, Diverged cause) {
        super(cause.getMessage() + " The last good weights are in " + kept + ".", cause);
    }
}
