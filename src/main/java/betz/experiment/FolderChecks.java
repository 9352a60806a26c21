// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether files can be written where a run writes them. */
final class FolderChecks {
    /** What a run of the quickstart leaves, with its checkpoints; measured, in bytes, rounded up. */
    private static final long RUN = 50_000_000;
    /** A disk with room for fewer runs is nearly full. */
    private static final int FEW_RUNS = 10;

    private static final double MEGABYTE = 1e6;

    private FolderChecks() {}

    static List<Check> all(Path results) {
        List<Check> checks = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        checks.add(
                writable("Temporary folder", temporary, "Name another: java -Djava.io.tmpdir=DIR -jar betz.jar ..."));
        Check folder = writable("Results folder", results, "Choose another folder with --out.");
        checks.add(folder);
        if (!folder.state().isProblem()) {
            checks.add(space(results));
        }
        return checks;
    }

    /** Writes and deletes a file in a folder, or where the folder would be made; leaves nothing behind. */
    static Check writable(String name, Path folder, String remedy) {
        Path existing = existing(folder);
        try {
            Files.delete(Files.createTempFile(existing, "betz", ".tmp"));
            boolean there = existing.equals(folder.toAbsolutePath());
            return Check.ok(name, folder + (there ? ", writable" : ", not there yet, can be made"));
        } catch (IOException unwritable) {
            String why = Files.isDirectory(existing) ? " is not writable" : " is a file, not a folder";
            return new Check(name, Check.State.FILE_PROBLEM, existing + why, remedy);
        }
    }

    /** Returns the folder, or the nearest above it that exists. */
    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static Check space(Path results) {
        try {
            return space(Files.getFileStore(existing(results)).getUsableSpace());
        } catch (IOException unknown) {
            return new Check(
                    "Disk", Check.State.WARNING, "free space unknown: " + unknown.getMessage(), "Look yourself.");
        }
    }

    static Check space(long free) {
        String found = String.format(
                Locale.ROOT, "%,.0f MB free; a run of the quickstart takes %,.0f MB", free / MEGABYTE, RUN / MEGABYTE);
        String remedy = "Delete runs that are no longer needed, or choose another folder with --out.";
        if (free < RUN) {
            return new Check("Disk", Check.State.FILE_PROBLEM, found, remedy);
        }
        return free < FEW_RUNS * RUN ? new Check("Disk", Check.State.WARNING, found, remedy) : Check.ok("Disk", found);
    }
}
