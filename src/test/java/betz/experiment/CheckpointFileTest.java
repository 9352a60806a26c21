// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.io.DamagedData;
import betz.train.Checkpoint;
import betz.train.Checks;
import betz.train.Deviation;
import betz.train.LossTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckpointFileTest {
    private static final Origin ORIGIN = new Origin("{\"name\":\"grö\u00dfe\"}", "ab", 3, "leaky");

    @TempDir
    Path folder;

    private static Checkpoint state(int iteration) {
        var update = new Checkpoint.Update(
                LossTerms.NONE
                        .with("position", 1)
                        .with("velocity", 2)
                        .with("activity", 3)
                        .with("weights", 4)
                        .with("muscle", 5),
                Math.PI,
                true,
                new Deviation(-0.0125, Math.E, Double.NaN));
        double[] weights = {iteration, -0.0, Double.MIN_VALUE};
        return new Checkpoint(
                iteration,
                weights,
                new double[][] {{1, 2, 3}, {4, 5, 6}},
                Collections.nCopies(iteration, update),
                new Checks(new double[] {2, Double.NaN, 1.5}, new double[] {0.1, -0.0, 7}));
    }

    private Path written(Checkpoint state) throws IOException {
        Path file = folder.resolve("state");
        CheckpointFile.write(file, ORIGIN, state);
        return file;
    }

    @Test
    void a_state_comes_back_bit_by_bit() throws IOException {
        CheckpointFile.Content content = CheckpointFile.read(written(state(3)));

        Checkpoint back = content.state();
        assertThat(content.origin()).isEqualTo(ORIGIN);
        assertThat(back.iteration()).isEqualTo(3);
        assertThat(back.weights()).isEqualTo(state(3).weights());
        assertThat(back.moments()).isDeepEqualTo(state(3).moments());
        assertThat(back.history()).isEqualTo(state(3).history());
        assertThat(back.checks().losses()).isEqualTo(state(3).checks().losses());
        assertThat(back.result()).isEqualTo(new double[] {0.1, -0.0, 7});
    }

    @Test
    void a_file_that_was_cut_anywhere_is_refused() throws IOException {
        Path file = written(state(2));
        byte[] bytes = Files.readAllBytes(file);

        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> CheckpointFile.read(file)).isInstanceOf(DamagedData.class);
        }
    }
}
