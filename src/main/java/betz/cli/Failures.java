// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.common.BadSetting;
import betz.experiment.BrokenOff;
import betz.experiment.DivergedRun;
import betz.experiment.FailedRun;
import betz.experiment.FolderInUse;
import betz.experiment.OtherScenario;
import betz.io.BadTable;
import betz.io.BadWeights;
import betz.io.DamagedData;
import betz.scenario.BadScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Tells a failure in one or a few lines, and gives its exit status. */
final class Failures {
    private Failures() {}

    static ExitStatus status(Throwable failure) {
        if (isBadInput(failure)) {
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof DamagedData) {
            return ExitStatus.DAMAGED_DATA;
        }
        if (failure instanceof FolderInUse) {
            return ExitStatus.FOLDER_IN_USE;
        }
        if (failure instanceof DivergedRun) {
            return ExitStatus.DIVERGED;
        }
        if (failure instanceof BrokenOff) {
            return ExitStatus.INTERRUPTED;
        }
        boolean file = failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof FailedRun;
        return file ? ExitStatus.FILE_ERROR : ExitStatus.OWN_BUG;
    }

    private static boolean isBadInput(Throwable failure) {
        return failure instanceof BadScenario
                || failure instanceof BadSetting
                || failure instanceof BadTable
                || failure instanceof BadWeights
                || failure instanceof OtherScenario
                || failure instanceof UnknownRun
                || failure instanceof InvalidPathException
                || failure instanceof TooLarge;
    }

    static String message(Throwable failure) {
        return switch (status(failure)) {
            case OWN_BUG ->
                "This is a defect of Betz, not of your input: " + failure
                        + "\nPlease report it with the command you typed. Set BETZ_TRACE=1 to see where it happened.";
            case FILE_ERROR -> fileMessage(failure);
            case BAD_INPUT -> failure instanceof InvalidPathException name ? nameMessage(name) : told(failure);
            default -> told(failure);
        };
    }

    /** Returns the message; where each of its lines is a sentence, each with its full stop. */
    private static String told(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        boolean list = failure instanceof UnknownRun;
        return list ? message : message.replaceAll("(?m)(?<![.?:])$", ".");
    }

    private static String nameMessage(InvalidPathException name) {
        return "'" + name.getInput() + "' cannot name a file here, expected letters that this system's locale knows."
                + " Use plain letters, or a UTF-8 locale such as LC_ALL=C.UTF-8.";
    }

    private static String fileMessage(Throwable failure) {
        if (failure instanceof FailedRun run) {
            return fileMessage(run.reason());
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written by this user. Choose another folder with --out.";
        }
        if (cause instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is a file, expected a folder or a free name.";
        }
        if (cause instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason() + "." + remedy(other.getReason());
        }
        return cause == null ? "A file error." : String.valueOf(cause.getMessage());
    }

    private static String remedy(String reason) {
        if (reason.equals("Not a directory")) {
            return " A file is in its way. Choose another folder.";
        }
        return reason.startsWith("Read-only") ? " Choose another folder with --out." : "";
    }
}
