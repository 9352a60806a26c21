// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import betz.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run's checkpoints: the newest two, and the best.
 *
 * <p>Best is the state of the last phase whose last updates, as many as lie between two checkpoints, had the lowest mean loss.
 * Only regular states compete: those after a whole number of such intervals. A state that an interruption left goes when the next
 * regular one is kept, so that a run leaves the same files whether it was interrupted or not.
 */
final class Checkpoints {
    private static final int KEPT = 2;
    private static final String BEST = "best.checkpoint";
    private static final String PAUSED = "interrupted.checkpoint";
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{8,}\\.checkpoint");

    private final Path folder;
    private final Origin origin;
    private final int every;
    private final Progress progress;

    /**
     * Prepares for a folder, which need not exist.
     *
     * @param origin of the states that are written, and needed of those that are read
     * @param every updates between two regular states
     * @param progress hears of damaged files
     */
    Checkpoints(Path folder, Origin origin, int every, Progress progress) {
        this.folder = folder;
        this.origin = origin;
        this.every = every;
        this.progress = progress;
    }

    /**
     * Keeps a state and returns its file.
     *
     * <p>The best is written before the newest: a run that ends in between comes to the same best again. The start of a phase
     * follows from the end of the phase before, which is kept already and stays.
     */
    Path keep(Checkpoint state) throws IOException {
        if (state.isNext()) {
            return numbered(state.iteration());
        }
        Files.createDirectories(folder);
        if (isBest(state)) {
            write(folder.resolve(BEST), state);
        }
        Path file = numbered(state.iteration());
        write(file, state);
        for (Path later : newestFirst()) {
            if (later.getFileName().compareTo(file.getFileName()) > 0) {
                RunFolder.deleteTree(later); // damaged, or the run would have gone on from it
            }
        }
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            RunFolder.deleteTree(old);
        }
        Files.deleteIfExists(folder.resolve(PAUSED));
        return file;
    }

    /** Returns the last state that a folder of checkpoints keeps, if there is any. */
    static Optional<Path> last(Path folder) throws IOException {
        return Files.isDirectory(folder)
                ? list(folder, name -> NUMBERED.matcher(name).matches()).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Keeps a state that is not the last, wherever between two regular ones the training was. */
    void pause(Checkpoint state) throws IOException {
        if (state.isNext() || isRegular(state)) {
            keep(state);
        } else {
            Files.createDirectories(folder);
            write(folder.resolve(PAUSED), state);
        }
    }

    /** Tells whether nothing was kept. */
    boolean isEmpty() throws IOException {
        return !Files.isDirectory(folder) || list(folder, name -> true).isEmpty();
    }

    /** Deletes what a process that died while it wrote a file has left of it. */
    void tidy() throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : list(folder, name -> name.endsWith(AtomicFile.GROWING))) {
                RunFolder.deleteTree(file);
            }
        }
    }

    /** Takes over the states of a shorter training of the same origin, as this one would have left them there. */
    void takeOver(Checkpoints other) throws IOException {
        Files.createDirectories(folder);
        for (Path file : other.newestFirst()) {
            String name = file.getFileName().toString();
            int iteration = Integer.parseInt(name.substring(0, name.indexOf('.')));
            Files.copy(file, folder.resolve(isRegular(iteration) ? name : PAUSED));
        }
        Optional<Checkpoint> best = other.whole(other.folder.resolve(BEST));
        if (best.isPresent() && isRegular(best.get())) {
            write(folder.resolve(BEST), best.get());
        }
    }

    private boolean isBest(Checkpoint state) throws IOException {
        Optional<Checkpoint> before = whole(folder.resolve(BEST));
        return before.isEmpty()
                || before.get().iteration() == state.iteration() // it may lack the last look at trials set aside
                || before.get().stage().phase() != state.stage().phase() // whose losses are not of one kind
                || (isRegular(state) && recentLoss(state, every) < recentLoss(before.get(), every));
    }

    private boolean isRegular(Checkpoint state) {
        return isRegular(state.iteration());
    }

    private boolean isRegular(int iteration) {
        return iteration > 0 && iteration % every == 0;
    }

    private Path numbered(int iteration) {
        return folder.resolve(String.format(Locale.ROOT, "%08d.checkpoint", iteration));
    }

    private void write(Path file, Checkpoint state) throws IOException {
        if (Files.isDirectory(file)) {
            RunFolder.deleteTree(file); // a folder cannot be replaced by a file
        }
        CheckpointFile.write(file, origin, state);
    }

    private static double recentLoss(Checkpoint state, int updates) {
        List<Checkpoint.Update> all = state.ofPhase();
        return all.subList(Math.max(0, all.size() - updates), all.size()).stream()
                .mapToDouble(update -> update.loss().total())
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the newest state that is whole; the best counts as the oldest, since a run may go on from it as well.
     *
     * @throws OtherScenario if it has another origin
     */
    Optional<Checkpoint> newest() throws IOException {
        List<Path> files = new ArrayList<>(Files.isDirectory(folder) ? newestFirst() : List.of());
        files.add(folder.resolve(BEST));
        Optional<Checkpoint> kept = Optional.empty();
        for (Path file : files) {
            kept = kept.isPresent() ? kept : whole(file);
        }
        Optional<Checkpoint> paused = whole(folder.resolve(PAUSED));
        boolean isLater = paused.isPresent()
                && (kept.isEmpty() || paused.get().iteration() > kept.get().iteration());
        return isLater ? paused : kept;
    }

    /** Returns the state in a file, or nothing if there is none or it is damaged, which is told. */
    private Optional<Checkpoint> whole(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            CheckpointFile.Content content = CheckpointFile.read(file);
            if (!content.origin().equals(origin)) {
                throw new OtherScenario(file, content.origin().differencesFrom(origin));
            }
            return Optional.of(content.state());
        } catch (DamagedData damaged) {
            progress.note(damaged.getMessage() + ". It is left aside.");
            return Optional.empty();
        }
    }

    private List<Path> newestFirst() throws IOException {
        return list(folder, name -> NUMBERED.matcher(name).matches());
    }

    /** Returns the files whose names fit, the last name first. */
    private static List<Path> list(Path folder, Predicate<String> fits) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> fits.test(file.getFileName().toString()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
