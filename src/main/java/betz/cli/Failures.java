// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.common.BadSetting;
import betz.experiment.FolderInUse;
import betz.scenario.BadScenario;
import betz.train.Diverged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells a failure in one or a few lines, and gives its exit status. */
final class Failures {
    private Failures() {}

    static ExitStatus status(Throwable failure) {
        if (failure instanceof BadScenario || failure instanceof BadSetting || failure instanceof UnknownRun) {
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof FolderInUse) {
            return ExitStatus.FOLDER_IN_USE;
        }
        if (failure instanceof Diverged) {
            return ExitStatus.DIVERGED;
        }
        boolean file = failure instanceof IOException || failure instanceof UncheckedIOException;
        return file ? ExitStatus.FILE_ERROR : ExitStatus.OWN_BUG;
    }

    static String message(Throwable failure) {
        return switch (status(failure)) {
            case OWN_BUG ->
                "This is a defect of Betz, not of your input: " + failure
                        + "\nPlease report it with the command you typed. Set BETZ_TRACE=1 to see where it happened.";
            case FILE_ERROR -> fileMessage(failure);
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String fileMessage(Throwable failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written by this user. Choose another folder with --out.";
        }
        if (cause instanceof FileSystemException other) {
            return other.getFile() + ": " + other.getReason() + ".";
        }
        return cause == null ? "A file error." : String.valueOf(cause.getMessage());
    }
}
