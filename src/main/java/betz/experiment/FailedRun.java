// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A run that a disk or file error ended; its checkpoints are kept. */
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final IOException reason;

    FailedRun(Path folder, Exception failed) {
        super(failed);
        Throwable cause = failed instanceof UncheckedIOException ? failed.getCause() : failed;
        reason = cause instanceof FileSystemException named
                ? named
                : new FileSystemException(folder.toString(), null, String.valueOf(failed.getMessage()));
    }

    /** Returns the error, which names a file or folder. */
    public IOException reason() {
        return reason;
    }
}
