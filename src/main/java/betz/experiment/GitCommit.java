// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commit that is checked out where a file lies, read from the repository's own files: git need not be installed. */
final class GitCommit {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String TO_FOLDER = "gitdir: ";
    private static final String TO_BRANCH = "ref: ";

    private GitCommit() {}

    /** Returns the commit's hash, or nothing where there is no repository, no commit yet, or none that can be read. */
    static Optional<String> of(Path file) {
        try {
            return above(file);
        } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> above(Path file) throws IOException {
        for (Path folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.isDirectory(git)) {
                return head(git, git);
            }
            if (Files.isRegularFile(git)) {
                return linked(folder.resolve(after(TO_FOLDER, git)));
            }
        }
        return Optional.empty();
    }

    /** A further work tree has its own HEAD; branches are kept with the first one. */
    private static Optional<String> linked(Path own) throws IOException {
        Path common = own.resolve("commondir");
        return head(own, Files.exists(common) ? own.resolve(after("", common)) : own);
    }

    private static Optional<String> head(Path own, Path common) throws IOException {
        Path head = own.resolve("HEAD");
        if (!Files.exists(head)) {
            return Optional.empty();
        }
        String branch = after(TO_BRANCH, head);
        if (HASH.matcher(branch).matches()) {
            return Optional.of(branch);
        }
        Path loose = common.resolve(branch);
        return Files.exists(loose) ? Optional.of(after("", loose)) : packed(common.resolve("packed-refs"), branch);
    }

    private static Optional<String> packed(Path file, String branch) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.endsWith(" " + branch))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }

    private static String after(String prefix, Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
