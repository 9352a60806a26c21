// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.Workers;
import betz.cortex.TunedCortex;
import betz.data.Draws;
import betz.data.Recording;
import betz.loop.Rollout;
import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One target and one delay, so that all trials ask the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencesTest {
    @TempDir
    Path folder;

    private Scenario scenario(String... noise) throws IOException {
        String[] overrides = {
            "task.targets=1",
            "task.delay=100..100 ms",
            "reference=tuned-cortex",
            "reference.units=20",
            "training.trials=2",
            "evaluation.trials=2"
        };
        String[] all = java.util.Arrays.copyOf(overrides, overrides.length + noise.length);
        System.arraycopy(noise, 0, all, overrides.length, noise.length);
        return Tiny.request(folder, all).scenario();
    }

    private static Lessons lessons(Scenario scenario) throws IOException {
        try (var workers = new Workers(1)) {
            return new References(scenario, workers).lessons();
        }
    }

    private static double[] hand(Recording recording) {
        return recording.signal("hand.position").values();
    }

    @ParameterizedTest
    @CsvSource({"reference.pool=100", "motorNoise.signal=0.2", "reference.feedback.vision.noise=1 mm"})
    void training_trials_held_out_trials_and_the_network_share_no_noise(String noise) throws IOException {
        Scenario scenario = scenario(noise);
        Lessons lessons = lessons(scenario);
        var rollout = new Rollout(
                scenario.effector(), ((TunedCortex) scenario.reference()).feedback(), scenario.motorNoise());

        double[] taught = hand(lessons.training().get(0));
        double[] shown = hand(lessons.heldOut());
        double[] judged = hand(
                rollout.run(lessons.cortex().orElseThrow(), lessons.heldOut().trials(), Draws.judged(scenario.seed())));

        assertThat(lessons.training().get(0).trials())
                .isEqualTo(lessons.heldOut().trials());
        assertThat(shown).isNotEqualTo(taught);
        assertThat(judged).isNotEqualTo(taught).isNotEqualTo(shown);
        assertThat(hand(lessons(scenario).heldOut())).isEqualTo(shown);
    }

    @Test
    void without_noise_trials_that_ask_the_same_are_the_same() throws IOException {
        Lessons lessons = lessons(scenario());

        assertThat(hand(lessons.heldOut())).isEqualTo(hand(lessons.training().get(0)));
        assertThat(lessons.heldOut().find("unit.spikes")).isEmpty();
    }

    @Test
    void one_cell_of_every_pool_is_recorded_whose_counts_follow_the_rate() throws IOException {
        Recording heldOut = lessons(scenario("reference.pool=100")).heldOut();
        var spikes = heldOut.signal("unit.spikes");
        var rates = heldOut.signal("unit.rate");

        double expected = 0;
        double counted = 0;
        for (int trial = 0; trial < 2; trial++) {
            for (int step = 0; step < heldOut.trials().steps() - 1; step++) {
                for (int unit = 0; unit < 20; unit++) {
                    counted += spikes.get(trial, step, unit);
                    expected += rates.get(trial, step, unit) * heldOut.trials().dt();
                }
            }
        }

        assertThat(spikes.channels()).hasSize(20);
        assertThat(Math.abs(counted - expected)).isLessThan(4 * Math.sqrt(expected)); // four standard deviations
        assertThat(counted).isGreaterThan(200);
    }

    @Test
    void recorded_trials_stay_as_recorded_where_a_cursor_turns_what_is_taught() throws IOException {
        Path file = reaches();
        String reference = "reference={kind: recorded, file: " + file + "}";
        String cursor = "curriculum=[{perturbation: {kind: cursor, rotation: 90 deg}}]";

        Lessons plain = lessons(Tiny.request(folder, reference).scenario());
        Lessons turned = lessons(Tiny.request(folder, reference, cursor).scenario());

        assertThat(hand(turned.training().get(0)))
                .isNotEqualTo(hand(plain.training().get(0)));
        assertThat(hand(turned.recorded().orElseThrow()))
                .isEqualTo(hand(plain.training().get(0)));
    }

    /** Writes two reaches of 10 cm to the right and two forward, of half a second and as smooth as can be. */
    private Path reaches() throws IOException {
        var text = new StringBuilder("time [s],x [cm],y [cm],trial,condition\n");
        for (int trial = 0; trial < 4; trial++) {
            for (int sample = 0; sample <= 100; sample++) {
                double s = Math.max(0, Math.min(1, (sample - 25) / 50.0));
                double way = 10 * s * s * s * (10 - 15 * s + 6 * s * s);
                boolean right = trial < 2;
                text.append(sample / 100.0 + "," + (right ? way : 0) + "," + (right ? 0 : way) + "," + trial + ","
                        + (right ? "right" : "forward") + "\n");
            }
        }
        return java.nio.file.Files.writeString(folder.resolve("reaches.csv"), text);
    }
}
