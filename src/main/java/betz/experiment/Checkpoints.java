// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import betz.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run's checkpoints: the newest two, and the best.
 *
 * <p>Best is the state whose last updates, as many as lie between two checkpoints, had the lowest mean loss.
 */
final class Checkpoints {
    private static final int KEPT = 2;
    private static final String BEST = "best.checkpoint";
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{8,}\\.checkpoint");

    private final Path folder;
    private final Progress progress;

    /** Prepares for a folder, which need not exist; damaged files are told to {@code progress}. */
    Checkpoints(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Keeps a state that was reached by {@code updates} updates since the last, and returns its file.
     *
     * <p>The best is written before the newest: a run that ends in between comes to the same best again.
     */
    Path keep(Checkpoint state, int updates) throws IOException {
        Files.createDirectories(folder);
        Path best = folder.resolve(BEST);
        Optional<Checkpoint> before = Files.exists(best) ? whole(best) : Optional.empty();
        if (before.isEmpty() || recentLoss(state, updates) < recentLoss(before.get(), updates)) {
            CheckpointFile.write(best, state);
        }
        Path file = folder.resolve(String.format(Locale.ROOT, "%08d.checkpoint", state.iteration()));
        CheckpointFile.write(file, state);
        for (Path later : newestFirst()) {
            if (later.getFileName().compareTo(file.getFileName()) > 0) {
                Files.delete(later); // damaged, or the run would have gone on from it
            }
        }
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
        return file;
    }

    private static double recentLoss(Checkpoint state, int updates) {
        List<Checkpoint.Update> all = state.history();
        return all.subList(Math.max(0, all.size() - updates), all.size()).stream()
                .mapToDouble(update -> update.loss().total())
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns the newest state that is whole; the best counts as the oldest, since a run may go on from it as well. */
    Optional<Checkpoint> newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> all = new ArrayList<>(newestFirst());
        if (Files.exists(folder.resolve(BEST))) {
            all.add(folder.resolve(BEST));
        }
        for (Path file : all) {
            Optional<Checkpoint> state = whole(file);
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    private Optional<Checkpoint> whole(Path file) throws IOException {
        try {
            return Optional.of(CheckpointFile.read(file));
        } catch (DamagedData damaged) {
            progress.note(damaged.getMessage() + " It is left aside.");
            return Optional.empty();
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            NUMBERED.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
