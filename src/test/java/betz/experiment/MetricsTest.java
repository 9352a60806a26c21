// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {
    @TempDir
    Path folder;

    @Test
    void the_verdict_says_the_headline_numbers_in_one_sentence() {
        // the network goes 0.9 of 10 cm; with s = 0.9 in place of 1 the residual is 0.01 of what is asked
        Judgement judgement = SyntheticReaches.judgement(SyntheticReaches.whole(1), SyntheticReaches.whole(0.9));

        assertThat(Metrics.verdict(Scenario.DEFAULT, judgement))
                .matches(
                        "reach: in 16 held-out reaches the network ends 10\\.0 mm from the target \\(median; reference 0\\.0 mm\\);"
                                + " its hand velocity matches the reference's with R2 = 0\\.9[89]\\d\\.");
    }

    @Test
    void a_reference_that_does_not_move_is_told_in_place_of_a_number() {
        Judgement judgement = SyntheticReaches.judgement(SyntheticReaches.whole(0), SyntheticReaches.whole(1));

        assertThat(Metrics.verdict(Scenario.DEFAULT, judgement))
                .endsWith(
                        "(median; reference 100.0 mm); the reference has no velocity at any step, so that velocities cannot be compared.");
        assertThat(Metrics.of(Scenario.DEFAULT, judgement).get("hand_velocity_r2"))
                .isNaN();
    }

    @Test
    void only_a_recording_is_held_to_its_own_means() throws IOException {
        Judgement judgement = SyntheticReaches.judgement(SyntheticReaches.whole(1), SyntheticReaches.whole(0.9));
        Path reaches = java.nio.file.Files.writeString(folder.resolve("reaches.csv"), "");
        Scenario recorded = Tiny.request(folder, "reference={kind: recorded, file: " + reaches + "}")
                .scenario();

        assertThat(Metrics.of(Scenario.DEFAULT, judgement).keySet())
                .isEqualTo(new java.util.LinkedHashSet<>(List.of(
                        "endpoint_error_m", "hand_velocity_r2", "hand_position_rmse_m", "reference_endpoint_error_m")));
        // the two trials of a direction go 200 ms apart, so that their mean is neither
        assertThat(Metrics.of(recorded, judgement).get("training_means_velocity_r2"))
                .isStrictlyBetween(0.5, 0.9);
        assertThat(Metrics.verdict(recorded, judgement)).endsWith(" (the training trials' own means reach 0.760).");
    }
}
