// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.nio.file.Path;

/** Another process is working on the same run. */
public final class FolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    FolderInUse(Path folder, long owner) {
        super(folder + " is in use by " + (owner == 0 ? "another process" : "process " + owner)
                + ". Wait until it ends, or choose another --out.");
    }
}
