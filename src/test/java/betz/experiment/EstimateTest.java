// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EstimateTest {
    private static Estimate quickstart(String... overrides) {
        return Estimate.of(Request.read(Path.of("scenarios/quickstart.yaml"), List.of(overrides))
                .scenario());
    }

    /** The least -Xmx (MiB, to 6 %) with which a run of one iteration came to its end: JDK 17, serial collector. */
    @ParameterizedTest
    @CsvSource({
        "104, seed=1",
        "163, training.batch=256",
        "201, network.units=512",
        "170, network=gru training.batch=128",
        "374, evaluation.trials=256",
        "307, 'evaluation.perturbations=[pulse,cursor,curl-field]'",
        "184, feedback.golgi=true feedback.spindle=true feedback.commands=5 training.batch=256"
    })
    void memory_is_what_runs_were_seen_to_need(double mebibytes, String overrides) {
        Estimate estimate = quickstart(overrides.split(" ", -1));

        assertThat(estimate.bytes() / (double) (1 << 20)).isCloseTo(mebibytes, within(0.1 * mebibytes));
    }

    @Test
    void parameters_are_counted_by_hand() {
        // inputs: 4 of the task, 4 of vision, 12 of six muscles; two biases for each unit, one for each output
        assertThat(quickstart().parameters()).isEqualTo(128 * (20 + 128 + 2) + 6 * (128 + 1));
        assertThat(quickstart("network=vanilla").parameters())
                .isEqualTo(quickstart().parameters());
        assertThat(quickstart("network=feed-forward").parameters()).isEqualTo(128 * (20 + 1) + 6 * (128 + 1));
        assertThat(quickstart("network=gru").parameters()).isEqualTo(3 * 128 * (20 + 128 + 2) + 6 * (128 + 1));
    }

    @Test
    void time_grows_in_proportion_with_iterations_and_batch() {
        double seconds = quickstart().seconds();

        assertThat(quickstart("training.iterations=3000").seconds()).isCloseTo(10 * seconds, within(1e-9 * seconds));
        assertThat(quickstart("training.batch=240").seconds()).isCloseTo(10 * seconds, within(1e-9 * seconds));
    }

    @Test
    void iterations_need_no_memory() {
        assertThat(quickstart("training.iterations=5000").bytes())
                .isEqualTo(quickstart().bytes());
    }

    @Test
    void lines_are_rounded_for_a_reader() {
        assertThat(new Estimate(19_974, 105 << 20, 0.2).lines())
                .containsExactly("parameters: 19,974", "memory: about 105 MiB", "training: about 1 s with two threads");
    }
}
