// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is there whole or not at all, also after a crash. */
final class AtomicFile {
    /** Ends the name of a file that is being written. */
    static final String GROWING = ".tmp";

    private AtomicFile() {}

    /**
     * Writes a file.
     *
     * @throws FileSystemException that names the file, also where the disk is full
     */
    static void write(Path file, byte[] content) throws IOException {
        publish(file, growing -> put(growing, content));
    }

    /** Writes a text file piece by piece, in UTF-8. */
    static void write(Path file, Content<Writer> content) throws IOException {
        publish(file, growing -> {
            try (Writer out = Files.newBufferedWriter(growing)) {
                content.to(out);
            }
        });
    }

    /** Writes to somewhere. */
    @FunctionalInterface
    interface Content<T> {
        void to(T place) throws IOException;
    }

    private static void publish(Path file, Content<Path> content) throws IOException {
        Path growing = file.resolveSibling(file.getFileName() + GROWING);
        try {
            content.to(growing);
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException told) {
            throw told;
        } catch (IOException nameless) {
            Files.deleteIfExists(growing); // on a full disk it would take room that is needed
            var named = new FileSystemException(file.toString(), null, nameless.getMessage());
            named.initCause(nameless);
            throw named;
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
