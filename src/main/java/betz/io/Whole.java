// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whole files: only regular ones (a pipe or {@code /dev/zero} never ends), and not beyond what an array can hold. */
final class Whole {
    /** The largest array that every JVM allows, bytes. */
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private Whole() {}

    static byte[] file(Path file) throws IOException {
        long size = size(file);
        DamagedData.unless(size <= LARGEST, file.toString(), size + " bytes", "at most " + LARGEST);
        return Files.readAllBytes(file);
    }

    /** Returns the size of a regular file, bytes. */
    static long size(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        DamagedData.unless(Files.isRegularFile(file), file.toString(), "something else", "a regular file");
        return Files.size(file);
    }
}
