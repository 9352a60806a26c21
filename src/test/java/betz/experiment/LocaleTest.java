// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Language, alphabet and clock of the machine change no byte of a result. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocaleTest {
    /** A word that the profile {@code locales} sets, and a pattern of what then must be seen; see {@link #seen()}. */
    private static final Map<String, String> EXPECTED = Map.of(
            "turkish", "İ 1\\.234,5 12, .*",
            "arabic", "I ١٬٢٣٤٫٥ ١٢, .*",
            "german-on-kiritimati", "I 1\\.234,5 12, .*, \\+14:00",
            "plain-letters", ".*, é cannot name a file, .*");

    private final Locale language = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    static Path folder;

    @AfterEach
    void back() {
        Locale.setDefault(language);
        TimeZone.setDefault(zone);
    }

    /** Returns what the machine makes of an i and of numbers by default, which letters its files have, and its clock. */
    private static String seen() {
        Locale here = Locale.getDefault(Locale.Category.FORMAT);
        String numbers = String.format(here, "%,.1f %d", 1234.5, 12);
        String clock =
                ZoneId.systemDefault().getRules().getOffset(Instant.now()).toString();
        return "i".toUpperCase(Locale.getDefault()) + " " + numbers + ", é " + (canName("é") ? "can" : "cannot")
                + " name a file, " + clock;
    }

    private static boolean canName(String file) {
        try {
            return !Path.of(file).toString().isEmpty();
        } catch (InvalidPathException unknownLetter) {
            return false;
        }
    }

    /** Without this the profile could run all tests four times in the same environment and nobody would know. */
    @Test
    @Tag("locales")
    void the_tests_run_in_the_environment_that_the_profile_names() {
        String environment = System.getProperty("betz.environment");
        assumeThat(environment).as("set by the profile locales").isNotNull();

        assertThat(seen()).matches(EXPECTED.getOrDefault(environment, "an environment that this test knows"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, UTC, I 1,234.5 12",
        "tr-TR, Europe/Istanbul, 'İ 1.234,5 12'",
        "de-DE, America/St_Johns, 'I 1.234,5 12'",
        "ar-EG-u-nu-arab, Pacific/Kiritimati, I ١٬٢٣٤٫٥ ١٢"
    })
    void a_run_writes_the_same_bytes_whatever_the_language_and_the_clock(String tag, String place, String numbers)
            throws IOException {
        Map<String, String> plain = plain();

        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        assertThat(seen()).as("the language has been changed").startsWith(numbers);

        assertThat(Tiny.digests(run(tag)))
                .isEqualTo(plain)
                .containsKeys("report.html", "metrics.csv", "resolved.json", "figures/speed.svg");
    }

    @Test
    void times_are_told_in_plain_digits_and_in_universal_time() throws IOException {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Instant before = Instant.now();

        Path run = run("there").folder();

        String manifest = Files.readString(run.resolve("manifest.json"));
        Instant finished = Instant.parse(manifest.replaceAll("(?s).*\"finished\" ?: ?\"([^\"]*)\".*", "$1"));
        assertThat(finished).isBetween(before, Instant.now());
        assertThat(Files.readAllLines(run.resolve("events.jsonl")))
                .hasSize(6)
                .allMatch(line -> line.matches("[\\x20-\\x7E]*[0-9]Z\"[\\x20-\\x7E]*"), "plain letters and digits");
    }

    /** Returns what a run comes to where there is no language and the time is universal; computed once. */
    private static Map<String, String> plain() throws IOException {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        return Tiny.digests(run("plain"));
    }

    private static RunResult run(String results) throws IOException {
        Request request = Tiny.request(folder, "reference=tuned-cortex", "reference.units=24", "reference.planning=4");
        var options = new RunOptions(folder.resolve(results), 2, false);
        return Experiment.run(request, options, new Interruption(), new Tiny.Listener());
    }
}
