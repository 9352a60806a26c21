// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.train.Adam;
import betz.train.Checkpoint;
import betz.train.Checks;
import betz.train.LossTerms;
import betz.train.Sgd;
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
    private static final Origin ORIGIN = new Origin("{\"seed\":1,\"network\":{\"units\":8}}", "", 3, "leaky");

    @TempDir
    Path folder;

    private Tiny.Listener listener;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        listener = new Tiny.Listener();
        checkpoints = new Checkpoints(folder.resolve("checkpoints"), ORIGIN, EVERY, listener);
    }

    /** A state after so many updates, two to each of the losses. */
    private static Checkpoint state(double... losses) {
        List<Checkpoint.Update> history = new ArrayList<>();
        for (double loss : losses) {
            var update = new Checkpoint.Update(LossTerms.NONE.with("position", loss), 1, false);
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
        checkpoints.keep(state(5));
        checkpoints.keep(state(5, 1));
        checkpoints.keep(state(5, 1, 3));
        checkpoints.keep(state(5, 1, 3, 2));

        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("00000006.checkpoint", "00000008.checkpoint", "best.checkpoint");
        }
        assertThat(CheckpointFile.read(file("best.checkpoint")).state().iteration())
                .isEqualTo(4);
    }

    @Test
    void the_start_of_a_phase_takes_no_place_of_the_end_that_it_follows_from() throws IOException {
        checkpoints.keep(state(5, 1));
        byte[] end = Files.readAllBytes(file("00000004.checkpoint"));
        byte[] best = Files.readAllBytes(file("best.checkpoint"));

        Checkpoint next = state(5, 1).next(Sgd.DEFAULT, Adam.DEFAULT);
        checkpoints.pause(next);

        assertThat(checkpoints.keep(next)).isEqualTo(file("00000004.checkpoint"));
        assertThat(file("00000004.checkpoint")).hasBinaryContent(end);
        assertThat(file("best.checkpoint")).hasBinaryContent(best);
        assertThat(file("interrupted.checkpoint")).doesNotExist();
    }

    @Test
    void the_first_of_equally_good_states_stays_the_best() throws IOException {
        checkpoints.keep(state(1));
        checkpoints.keep(state(1, 1));

        assertThat(CheckpointFile.read(file("best.checkpoint")).state().iteration())
                .isEqualTo(2);
    }

    @Test
    void a_state_that_is_kept_again_with_one_more_look_at_trials_set_aside_replaces_itself() throws IOException {
        Checkpoint before = state(2);
        checkpoints.keep(before);
        var checks = new Checks(new double[] {1}, before.weights());

        checkpoints.keep(new Checkpoint(2, before.weights(), before.moments(), before.history(), checks));

        assertThat(CheckpointFile.read(file("best.checkpoint")).state().checks().count())
                .isEqualTo(1);
        assertThat(file("00000002.checkpoint")).hasSameBinaryContentAs(file("best.checkpoint"));
    }

    @Test
    void a_run_that_ended_between_best_and_newest_comes_to_the_same_files() throws IOException {
        checkpoints.keep(state(2));
        checkpoints.keep(state(2, 1));
        byte[] best = Files.readAllBytes(file("best.checkpoint"));
        Files.delete(file("00000004.checkpoint"));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
        checkpoints.keep(state(2, 1));

        assertThat(file("best.checkpoint")).hasBinaryContent(best);
        assertThat(file("00000004.checkpoint")).hasBinaryContent(best);
    }

    @Test
    void the_older_one_is_used_and_told_when_the_newest_is_damaged() throws IOException {
        checkpoints.keep(state(3));
        damage(checkpoints.keep(state(3, 4)));

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
        checkpoints.keep(state(1));
        damage(checkpoints.keep(state(1, 2)));
        damage(checkpoints.keep(state(1, 2, 3)));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
    }

    @Test
    void what_is_written_after_going_back_is_not_taken_for_the_oldest() throws IOException {
        checkpoints.keep(state(1));
        damage(checkpoints.keep(state(1, 2)));
        damage(checkpoints.keep(state(1, 2, 3)));

        Path again = checkpoints.keep(state(1, 2));

        assertThat(again).exists();
        assertThat(file("00000006.checkpoint")).doesNotExist();
        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(4);
    }

    @Test
    void a_damaged_best_is_told_and_written_again() throws IOException {
        checkpoints.keep(state(1));
        damage(file("best.checkpoint"));

        checkpoints.keep(state(1, 2));

        assertThat(CheckpointFile.read(file("best.checkpoint")).state().iteration())
                .isEqualTo(4);
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

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Checkpoint cut(Checkpoint state, int iterations) {
        var history = state.history().subList(0, iterations);
        return new Checkpoint(iterations, state.weights(), state.moments(), history);
    }

    @Test
    void a_state_that_an_interruption_left_is_gone_on_from_and_leaves_no_trace() throws IOException {
        checkpoints.keep(state(3));
        checkpoints.pause(cut(state(3, 1), 3));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(3);

        checkpoints.keep(state(3, 1));
        assertThat(names()).containsExactly("00000002.checkpoint", "00000004.checkpoint", "best.checkpoint");
        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(4);
    }

    @Test
    void an_interruption_before_the_newest_state_is_of_no_account() throws IOException {
        checkpoints.pause(cut(state(3), 1));
        Files.move(file("interrupted.checkpoint"), folder.resolve("old"));
        checkpoints.keep(state(3));
        Files.move(folder.resolve("old"), file("interrupted.checkpoint"));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
    }

    @Test
    void a_last_state_between_two_regular_ones_is_the_best_only_if_there_is_no_other() throws IOException {
        checkpoints.keep(state(3));
        checkpoints.keep(cut(state(3, 1), 3));

        assertThat(CheckpointFile.read(file("best.checkpoint")).state().iteration())
                .isEqualTo(2);
    }

    @Test
    void the_end_of_a_shorter_training_is_taken_over_as_a_longer_one_would_have_left_it() throws IOException {
        var shorter = new Checkpoints(folder.resolve("shorter"), ORIGIN, EVERY, listener);
        shorter.keep(state(3));
        shorter.keep(cut(state(3, 1), 3));

        checkpoints.takeOver(shorter);

        assertThat(names()).containsExactly("00000002.checkpoint", "best.checkpoint", "interrupted.checkpoint");
        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(3);
    }

    @Test
    void a_best_that_a_longer_training_would_not_have_is_not_taken_over() throws IOException {
        var shorter = new Checkpoints(folder.resolve("shorter"), ORIGIN, EVERY, listener);
        shorter.keep(cut(state(3), 1));

        checkpoints.takeOver(shorter);

        assertThat(names()).containsExactly("interrupted.checkpoint");
    }

    @Test
    void a_state_of_another_scenario_is_refused_with_the_differences() throws IOException {
        var origin = new Origin("{\"seed\":2,\"network\":{\"units\":16},\"dt\":\"0.01 s\"}", "", 3, "gru");
        new Checkpoints(folder.resolve("checkpoints"), origin, EVERY, listener).keep(state(3));

        assertThatThrownBy(() -> checkpoints.newest())
                .isInstanceOf(OtherScenario.class)
                .hasMessage(
                        file("00000002.checkpoint") + " was reached with other settings: dt was 0.01 s and is absent;"
                                + " network.units was 16 and is 8; seed was 2 and is 1; the network was gru and is leaky."
                                + " Move it away, or begin again without --resume.");
    }

    @Test
    void folders_links_and_empty_files_in_the_place_of_checkpoints_are_told_left_aside_and_replaced()
            throws IOException {
        checkpoints.keep(state(1));
        Files.createDirectories(file("00000004.checkpoint/full"));
        Files.createSymbolicLink(file("00000006.checkpoint"), folder);
        Files.createFile(file("00000008.checkpoint"));

        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(2);
        assertThat(listener.notes)
                .containsExactly(
                        file("00000008.checkpoint")
                                + " is damaged: found a file of 0 bytes whose checksum does not hold,"
                                + " expected a whole checkpoint. It is left aside.",
                        file("00000006.checkpoint")
                                + " is damaged: found no regular file, expected a whole checkpoint. It is left aside.",
                        file("00000004.checkpoint")
                                + " is damaged: found no regular file, expected a whole checkpoint. It is left aside.");

        checkpoints.keep(state(1, 2));
        assertThat(names()).containsExactly("00000002.checkpoint", "00000004.checkpoint", "best.checkpoint");
        assertThat(checkpoints.newest()).map(Checkpoint::iteration).contains(4);
    }

    @Test
    void what_a_process_left_that_died_while_it_wrote_is_tidied_up() throws IOException {
        checkpoints.keep(state(1));
        Files.write(file("00000004.checkpoint.tmp"), new byte[3]);

        checkpoints.tidy();

        assertThat(names()).containsExactly("00000002.checkpoint", "best.checkpoint");
    }
}
