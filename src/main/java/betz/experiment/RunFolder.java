// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of one run: locked while it grows under a temporary name, published by one rename.
 *
 * <p>The lock is the operating system's, so it ends with its process however that ends. The length of the lock file is its
 * owner's process number: a length can be told without opening the file, and closing any handle of a file would give up its
 * lock.
 */
final class RunFolder implements AutoCloseable {
    /** The file that marks a whole run. */
    static final String COMPLETE = "COMPLETE";

    private static final String PARTIAL = ".partial";
    private static final String LOCK = ".lock";

    /** Lock files of this process: the operating system's locks only hold off others. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path partial;
    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;

    private RunFolder(Path target, Path lockFile, FileChannel channel, FileLock lock) {
        this.target = target;
        this.partial = beside(target, PARTIAL);
        this.lockFile = lockFile;
        this.channel = channel;
        this.lock = lock;
    }

    /** Returns whether a run was published here. */
    static boolean isComplete(Path target) {
        return isWhole(target) && !target.toString().endsWith(PARTIAL);
    }

    private static boolean isWhole(Path folder) {
        return Files.isRegularFile(folder.resolve(COMPLETE));
    }

    /**
     * Locks the run and makes its growing folder, empty unless an unfinished one is kept. One that was whole already, since
     * its process died before it was published, is published.
     *
     * @throws FileAlreadyExistsException if something else has the run's name, or that of a folder above it
     */
    static RunFolder open(Path target, boolean keepUnfinished) throws IOException {
        for (Path folder = target; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
        Path parent = Files.createDirectories(target.toAbsolutePath().resolveSibling(""))
                .toRealPath();
        RunFolder folder = lock(target, parent);
        try {
            folder.begin(keepUnfinished);
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
        return folder;
    }

    /** Removes the lock of a run whose process died right after it was published. */
    static void tidy(Path target) throws IOException {
        Path lockFile = beside(target, LOCK);
        if (Files.exists(lockFile) && Files.isWritable(lockFile.resolveSibling(""))) {
            try {
                open(target, true).close();
            } catch (FolderInUse publishing) {
                return; // its process is about to end, and removes it itself
            }
        }
    }

    private void begin(boolean keepUnfinished) throws IOException {
        if (isWhole(partial)) {
            appear();
        } else if (!isComplete(target)) {
            if (!keepUnfinished) {
                deleteTree(partial);
            }
            Files.createDirectories(partial);
        }
    }

    /** Locks the run against this process, then against others. */
    private static RunFolder lock(Path target, Path parent) throws IOException {
        Path lockFile = parent.resolve(target.getFileName() + LOCK);
        if (!HELD.add(lockFile)) {
            throw new FolderInUse(target, ProcessHandle.current().pid());
        }
        try {
            return lockFile(target, lockFile);
        } catch (IOException | RuntimeException failed) {
            HELD.remove(lockFile);
            throw failed;
        }
    }

    /** Locks the file; again if an owner that ended deleted it between its opening and its locking. */
    private static RunFolder lockFile(Path target, Path lockFile) throws IOException {
        long self = ProcessHandle.current().pid();
        while (true) {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean mine = false;
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw new FolderInUse(target, owner(lockFile));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(new byte[1]), self - 1);
                mine = owner(lockFile) == self;
                if (mine) {
                    return new RunFolder(target, lockFile, channel, lock);
                }
            } finally {
                if (!mine) {
                    channel.close();
                }
            }
        }
    }

    /** Returns the number of the process that a lock file names, or 0 for a file that is gone. */
    private static long owner(Path lockFile) throws IOException {
        try {
            return Files.size(lockFile);
        } catch (NoSuchFileException endedMeanwhile) {
            return 0;
        }
    }

    /** Returns the folder of all runs of the scenario. */
    Path runs() {
        return partial.resolveSibling("");
    }

    /** Returns the growing folder. */
    Path path() {
        return partial;
    }

    /** Makes the run appear at its final place; an incomplete folder there is replaced. */
    void publish() throws IOException {
        force(partial);
        AtomicFile.write(partial.resolve(COMPLETE), new byte[0]);
        appear();
    }

    private void appear() throws IOException {
        deleteTree(target);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Has all files written to the disk itself, so that a run that is complete is whole after a power cut too. */
    private static void force(Path folder) throws IOException {
        for (Path file : all(folder)) {
            if (Files.isRegularFile(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(lockFile);
            lock.release();
            channel.close();
        } finally {
            HELD.remove(lockFile);
        }
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }

    /** Deletes a folder with all it holds, or a file; links are removed, not followed. */
    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : all(folder)) {
                Files.delete(path);
            }
        }
    }

    /** Returns a folder and all it holds, what a folder holds before it. */
    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
