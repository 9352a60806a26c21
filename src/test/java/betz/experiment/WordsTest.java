// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Actuator;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {
    @Test
    void motors_are_told_by_the_unit_of_their_torques_and_called_by_their_joints() {
        var trials = SyntheticReaches.asked();
        var torque = Signal.zeros("muscle.force", "N*m", trials.size(), trials.steps(), List.of("shoulder-flexor"));
        var motors = new Recording(trials, List.of(torque));

        assertThat(Words.actuator(motors)).isEqualTo(Actuator.MOTOR);
        assertThat(Words.actuator(new Recording(trials, List.of()))).isEqualTo(Actuator.MUSCLE);
        assertThat(Words.muscle("shoulder-flexor")).isEqualTo("Shoulder flexor");
    }

    @Test
    void muscles_are_called_as_in_a_book_of_anatomy() {
        assertThat(Words.muscle("tricepslat")).isEqualTo("Triceps, lateral head");
        assertThat(Words.muscle("tricepslong")).isEqualTo("Triceps, long head");
        assertThat(Words.muscle("deltoid")).isEqualTo("Deltoid");
    }

    @Test
    void a_capital_changes_nothing_but_the_first_letter() {
        assertThat(Words.capital("unit 3 of M1")).isEqualTo("Unit 3 of M1");
        assertThat(Words.capital("")).isEmpty();
    }

    @Test
    void a_number_without_a_name_of_its_own_keeps_its_key() {
        assertThat(Words.numbers("readout_r2", Actuator.MUSCLE)).isEqualTo("R² of the read-out, per muscle");
        assertThat(Words.numbers("readout_r2", Actuator.MOTOR)).isEqualTo("R² of the read-out, per motor");
        assertThat(Words.numbers("other_key", Actuator.MUSCLE)).isEqualTo("other_key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scenarios/quickstart.yaml|scenarios/quickstart.yaml",
                "network.units=256|network.units=256",
                "dt=5 ms|'dt=5 ms'",
                "it's|'it'\\''s'",
                "a;rm -rf b|'a;rm -rf b'",
                "$(id)|'$(id)'",
                "analyses=[kinematics, tuning]|'analyses=[kinematics, tuning]'",
                "``|''"
            })
    void only_words_that_a_shell_would_change_are_quoted(String word, String shown) {
        assertThat(Words.shell(List.of(word))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"5 ms\"", "$HOME `id` \\ !", "a\nb", "~", "*", "#x", "-n", "{a,b}", "grüße"})
    @DisabledOnOs(OS.WINDOWS)
    void a_shell_reads_every_word_back_as_it_was(String word) throws Exception {
        var locale = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeTrue(locale.newEncoder().canEncode(word), "the letters of this word are not in this locale");
        var builder = new ProcessBuilder("sh", "-c", "printf '%s' " + Words.shell(List.of(word)));
        builder.redirectErrorStream(true);

        var process = builder.start();
        String echoed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(echoed).isEqualTo(word);
    }
}
