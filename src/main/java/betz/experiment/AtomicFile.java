// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
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
        publish(file.resolveSibling(file.getFileName() + GROWING), file, growing -> put(growing, content));
    }

    /** Writes to somewhere. */
    @FunctionalInterface
    interface Content<T> {
        void to(T place) throws IOException;
    }

    /** Writes to a place beside a file, then puts that in the file's place. */
    static void publish(Path growing, Path file, Content<Path> content) throws IOException {
        naming(file, () -> {
            try {
                content.to(growing);
                Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileSystemException told) {
                throw told;
            } catch (IOException full) {
                Files.deleteIfExists(growing); // on a full disk it would take room that is needed
                throw full;
            }
        });
    }

    /** Works on a file. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Does work on a file, the name of which a failure then tells, whatever place it came from. */
    static void naming(Path file, Work work) throws IOException {
        try {
            work.run();
        } catch (AccessDeniedException denied) {
            var named = new AccessDeniedException(file.toString());
            named.initCause(denied);
            throw named;
        } catch (FileSystemException told) {
            throw told;
        } catch (IOException nameless) {
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
