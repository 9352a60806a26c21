// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.train.Checkpoint;
import betz.train.LossTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckpointsTest {
    private static final int EVERY = 2;

    @TempDir
    Path folder;

    private Tiny.Listener listener;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        listener = new Tiny.Listener();
        checkpoints = new Checkpoints(folder.resolve("checkpoints"), listener);
    }

    /** A state after so many updates, two to each of the losses. */
    private static Checkpoint state(double... losses) {
        List<Checkpoint.Update> history = new ArrayList<>();
        for (double loss : losses) {
            var update = new Checkpoint.Update(new LossTerms(loss, 0, 0, 0, 0, 0, 0), 1, false);
            history.addAll(List.of(update, update));
        }
        return new Checkpoint(history.size(), new double[] {history.size()}, new double[][] {{0}}, history);
    }

    private Path file(String name) {
        return folder.resolve("checkpoints").resolve(name);
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void the_newest_two_and_the_best_are_kept() throws IOException {
        checkpoints.keep(state(5), EVERY);
        checkpoints.keep(state(5, 1), EVERY);
        checkpoints.keep(state(5, 1, 3), EVERY);
        checkpoints.keep(state(5, 1, 3, 2), EVERY);

        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("00000006.checkpoint", "00000008.checkpoint", "best.checkpoint");
        }
        assertThat(CheckpointFile.read(file("best.checkpoint")).iteration()).isEqualTo(4);
    }

    @Test
    void the_first_of_equally_good_states_stays_the_best() throws IOException {
        checkpoints.keep(state(1), EVERY);
        checkpoints.keep(state(1, 1), EVERY);

        assertThat(CheckpointFile.read(file("best.checkpoint")).iteration()).isEqualTo(2);
    }

    @Test
    void a_run_that_ended_between_best_and_newest_comes_to_the_same_files() throws IOException {
        checkpoints.keep(state(2), EVERY);
        checkpoints.keep(state(2, 1), EVERY);
        byte[] best = Files.readAllBytes(file("best.checkpoint"));
        Files.delete(file("00000004.checkpoint"));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
        checkpoints.keep(state(2, 1), EVERY);

        assertThat(file("best.checkpoint")).hasBinaryContent(best);
        assertThat(file("00000004.checkpoint")).hasBinaryContent(best);
    }

    @Test
    void the_older_one_is_used_and_told_when_the_newest_is_damaged() throws IOException {
        checkpoints.keep(state(3), EVERY);
        damage(checkpoints.keep(state(3, 4), EVERY));

        var found = checkpoints.newest();

        assertThat(found).map(Checkpoint::iteration).contains(2);
        assertThat(listener.notes)
                .singleElement()
                .asString()
                .contains("00000004.checkpoint is damaged")
                .endsWith("It is left aside.");
    }

    @Test
    void the_best_is_gone_on_from_when_both_newest_are_damaged() throws IOException {
        checkpoints.keep(state(1), EVERY);
        damage(checkpoints.keep(state(1, 2), EVERY));
        damage(checkpoints.keep(state(1, 2, 3), EVERY));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
    }

    @Test
    void what_is_written_after_going_back_is_not_taken_for_the_oldest() throws IOException {
        checkpoints.keep(state(1), EVERY);
        damage(checkpoints.keep(state(1, 2), EVERY));
        damage(checkpoints.keep(state(1, 2, 3), EVERY));

        Path again = checkpoints.keep(state(1, 2), EVERY);

        assertThat(again).exists();
        assertThat(file("00000006.checkpoint")).doesNotExist();
        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(4);
    }

    @Test
    void a_damaged_best_is_told_and_written_again() throws IOException {
        checkpoints.keep(state(1), EVERY);
        damage(file("best.checkpoint"));

        checkpoints.keep(state(1, 2), EVERY);

        assertThat(CheckpointFile.read(file("best.checkpoint")).iteration()).isEqualTo(4);
        assertThat(listener.notes).singleElement().asString().contains("best.checkpoint is damaged");
    }

    @Test
    void a_folder_without_a_whole_checkpoint_has_none() throws IOException {
        assertThat(checkpoints.newest()).isEmpty();
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.write(file("00000001.checkpoint"), new byte[64]);
        Files.write(file("notes.checkpoint"), new byte[64]);

        assertThat(checkpoints.newest()).isEmpty();
        assertThat(listener.notes).hasSize(1);
    }
}
