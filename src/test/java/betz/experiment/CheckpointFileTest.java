// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.io.DamagedData;
import betz.train.Checkpoint;
import betz.train.LossTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckpointFileTest {
    @TempDir
    Path folder;

    private static Checkpoint state(int iteration) {
        var update = new Checkpoint.Update(new LossTerms(1, 2, 3, 4, 5), Math.PI, true);
        double[] weights = {iteration, -0.0, Double.MIN_VALUE};
        return new Checkpoint(
                iteration, weights, new double[][] {{1, 2, 3}, {4, 5, 6}}, Collections.nCopies(iteration, update));
    }

    @Test
    void a_state_comes_back_bit_by_bit() throws IOException {
        Checkpoint back = CheckpointFile.read(CheckpointFile.write(folder, state(3)));

        assertThat(back.iteration()).isEqualTo(3);
        assertThat(back.weights()).isEqualTo(state(3).weights());
        assertThat(back.moments()).isDeepEqualTo(state(3).moments());
        assertThat(back.history()).isEqualTo(state(3).history());
    }

    @Test
    void the_newest_two_are_kept() throws IOException {
        for (int iteration = 1; iteration <= 4; iteration++) {
            CheckpointFile.write(folder, state(iteration));
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("00000003.checkpoint", "00000004.checkpoint");
        }
    }

    @Test
    void the_older_one_is_used_and_told_when_the_newest_is_damaged() throws IOException {
        CheckpointFile.write(folder, state(1));
        Path newest = CheckpointFile.write(folder, state(2));
        byte[] bytes = Files.readAllBytes(newest);
        bytes[20] ^= 1;
        Files.write(newest, bytes);
        var listener = new Tiny.Listener();

        var found = CheckpointFile.newest(folder, listener);

        assertThat(found).map(Checkpoint::iteration).contains(1);
        assertThat(listener.notes)
                .singleElement()
                .asString()
                .contains("00000002.checkpoint is damaged")
                .endsWith("The one before it is used.");
    }

    @Test
    void a_file_that_was_cut_anywhere_is_refused() throws IOException {
        Path file = CheckpointFile.write(folder, state(2));
        byte[] bytes = Files.readAllBytes(file);

        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> CheckpointFile.read(file)).isInstanceOf(DamagedData.class);
        }
    }

    @Test
    void a_folder_without_a_whole_checkpoint_has_none() throws IOException {
        assertThat(CheckpointFile.newest(folder.resolve("missing"), new Tiny.Listener()))
                .isEmpty();
        Files.write(folder.resolve("00000001.checkpoint"), new byte[64]);
        assertThat(CheckpointFile.newest(folder, new Tiny.Listener())).isEmpty();
    }
}
