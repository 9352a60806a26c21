// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.BadSetting;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A text file that a user named to be written. A file is there whole or not at all; a device or a pipe is written as it is.
 *
 * <p>The name is held against what is there before anything is computed.
 */
final class OutputFile {
    private static final String OPTION = "--out";

    /** What may lead to a file that the shell has opened. */
    private static final List<Path> OPENED =
            List.of(Path.of("/dev/stdout"), Path.of("/dev/stderr"), Path.of("/dev/fd"));

    private final Path file;

    /**
     * Holds a name against what is there.
     *
     * @param typed as the user typed it
     * @param inputs files that must not be lost
     * @throws BadSetting if no file can be written by that name, or one of the inputs is
     */
    OutputFile(String typed, List<Path> inputs) throws IOException {
        file = Path.of(typed);
        Path folder = file.toAbsolutePath().getParent();
        if (typed.isEmpty()) {
            throw new BadSetting(OPTION, "empty", "the name of a file");
        }
        if (folder == null || Files.isDirectory(file)) {
            throw new BadSetting(OPTION, typed, "the name of a file; that is a folder");
        }
        if (typed.endsWith("/") || typed.endsWith(file.getFileSystem().getSeparator())) {
            throw new BadSetting(OPTION, typed, "the name of a file, which does not end so");
        }
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "is not one" : "does not exist";
            throw new BadSetting(OPTION, typed, "a file in a folder; " + file.getParent() + " " + what);
        }
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new BadSetting(OPTION, typed, "another file than those that are read");
            }
        }
    }

    /** Writes the text, in UTF-8. */
    void write(AtomicFile.Content<Writer> content) throws IOException {
        if (isDevice()) {
            AtomicFile.naming(file, () -> put(file, content, StandardOpenOption.APPEND));
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file; // a link goes on to lead there
        Path growing = free(target);
        growing.toFile().deleteOnExit(); // also where the user interrupts it
        try {
            AtomicFile.publish(
                    growing,
                    target,
                    place -> put(place, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } finally {
            Files.deleteIfExists(growing);
        }
    }

    /** Tells whether it is no file to be replaced. */
    private boolean isDevice() {
        Path place = file.toAbsolutePath();
        return Files.exists(file)
                && (!Files.isRegularFile(file) || OPENED.stream().anyMatch(place::startsWith));
    }

    /** Returns a name beside a file that nothing has. */
    private static Path free(Path target) {
        Path free = target.resolveSibling(target.getFileName() + AtomicFile.GROWING);
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = target.resolveSibling(target.getFileName() + "." + i + AtomicFile.GROWING);
        }
        return free;
    }

    private static void put(Path place, AtomicFile.Content<Writer> content, StandardOpenOption... how)
            throws IOException {
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(place, how), StandardCharsets.UTF_8)) {
            content.to(out);
        }
    }
}
