// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchCommandTest {
    private static final String[] SMALL = {
        "--units", "6", "--batch", "5", "--steps", "4", "--seconds", "0.001", "--threads", "2"
    };

    private static Told bench(String... words) {
        return Told.betz(Stream.of(new String[] {"bench"}, words, SMALL)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private static JsonNode json(String... words) {
        Told told = bench(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        told.succeeded();
        assertThat(told.out().lines()).hasSize(1);
        return JsonMapper.shared().readTree(told.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"peak", "bptt", "closed-loop", "effector"})
    void every_piece_of_work_tells_how_long_it_took_as_one_object(String work) {
        JsonNode told = json(work);

        assertThat(told.path("bench").asString()).isEqualTo(work);
        assertThat(told.path("threads").asInt()).isEqualTo(2);
        assertThat(told.path("iterations").asInt()).isGreaterThanOrEqualTo(5);
        JsonNode times = told.path("milliseconds");
        assertThat(times.path("min").asDouble()).isPositive();
        assertThat(times.path("median").asDouble())
                .isBetween(times.path("min").asDouble(), times.path("max").asDouble());
    }

    /** Leaky: 4 steps of 5 trials of 6·6² + 4·6·3 + 6·6·2 operations; a GRU has the first two three times, a feed-forward cell not the first. */
    @ParameterizedTest
    @CsvSource({"leaky, 7200", "gru, 18720", "vanilla, 7200", "feed-forward, 2880"})
    void operations_are_counted_for_the_sizes_that_were_asked(String cell, double operations) {
        JsonNode told = json("bptt", "--cell", cell, "--inputs", "3", "--outputs", "2");

        double seconds = told.path("milliseconds").path("median").asDouble() / 1000;
        assertThat(told.path("gflops").asDouble() * seconds * 1e9)
                .isCloseTo(operations, Percentage.withPercentage(0.001));
        assertThat(told.path("cell").asString()).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "arm26, rigid-tendon-hill",
        "arm26, relu",
        "arm26, mujoco-hill",
        "arm26, thelen",
        "arm26, compliant-tendon-hill",
        "point-mass, relu"
    })
    void a_body_can_be_chosen(String body, String muscle) {
        for (String work : new String[] {"closed-loop", "effector"}) {
            JsonNode told = json(work, "--effector", body, "--muscle", muscle, "--dt", "5 ms", "--mini-steps", "3");

            assertThat(told.path("effector").asString()).isEqualTo(body);
            assertThat(told.path("muscle").asString()).isEqualTo(muscle);
            assertThat(told.path("dt").asString()).isEqualTo("5 ms");
            assertThat(told.path("mini_steps").asInt()).isEqualTo(3);
            assertThat(told.path("iterations").asInt()).isGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dt=10 | --dt is 10, expected a time with its unit, such as 10 ms.",
                "--dt=0 ms | --dt is 0.0 s, expected a number above 0 s.",
                "--mini-steps=0 | --mini-steps is 0, expected 1 to 1000.",
                "--dt=1 s | dt is 1000 ms, expected at most 15 ms, twice the fastest time constant of the muscles.",
            })
    void a_step_that_no_body_can_take_is_told(String word, String text) {
        Told.betz("bench", "effector", word).refused(2, text);
    }

    /** A step is at most 15 ms, and so is each of its parts. */
    @Test
    void a_step_in_parts_may_be_as_much_longer() {
        assertThat(json("effector", "--dt", "60 ms", "--mini-steps", "4")
                        .path("dt")
                        .asString())
                .isEqualTo("60 ms");
        Told.betz("bench", "effector", "--dt=60 ms", "--mini-steps=3")
                .refused(
                        2,
                        "dt is 60 ms, expected at most 45 ms, twice the fastest time constant of the muscles for each"
                                + " mini-step.");
    }

    @Test
    void what_is_timed_is_told_where_nothing_was_chosen() {
        JsonNode told = json("closed-loop");

        assertThat(told.path("muscle").asString()).isEqualTo("rigid-tendon-hill");
        assertThat(told.path("dt").asString()).isEqualTo("10 ms");
        assertThat(told.path("mini_steps").asInt()).isEqualTo(1);
    }

    @Test
    void muscles_that_a_body_cannot_have_are_told() {
        Told.betz("bench", "effector", "--effector=point-mass", "--muscle=rigid-tendon-hill")
                .refused(2, "--muscle is rigid-tendon-hill, expected relu for a point-mass.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void a_kernel_can_be_chosen(String kernel) {
        assertThat(json("bptt", "--kernel", kernel).path("kernel").asString()).startsWith(kernel);
    }

    @Test
    void without_json_there_is_a_line_for_each_figure() {
        Told told = bench("effector");

        told.succeeded();
        assertThat(told.out().lines())
                .anySatisfy(line -> assertThat(line).matches("steps_per_second +[0-9.]+"))
                .anySatisfy(line -> assertThat(line).matches("milliseconds +min [0-9.]+, median [0-9.]+, max [0-9.]+"))
                .anySatisfy(line -> assertThat(line).matches("dt +10 ms"));
    }

    @Test
    @Tag("slow")
    void growth_draws_charts_whose_numbers_are_times_and_speeds(@TempDir Path folder) throws Exception {
        Path to = folder.resolve("charts");

        Told told = Told.betz("bench", "growth", "--seconds", "0.001", "--threads", "2", "--to", to.toString());

        told.succeeded();
        assertThat(told.out()).endsWith(to + "\n");
        for (String id : new String[] {"growth", "roofline"}) {
            assertThat(to.resolve(id + ".png")).isNotEmptyFile();
            assertThat(to.resolve(id + ".svg")).isNotEmptyFile();
        }
        List<String> rows = Files.readAllLines(to.resolve("growth.csv"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("Units,plain,"))
                .as("five sizes")
                .hasSize(5)
                .allSatisfy(
                        row -> assertThat(row).matches("Units,plain,perturbed,[0-9]+,[0-9.E-]+,,,Units,Time \\(ms\\)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kernel=fast | --kernel is fast, expected plain or vector.",
                "--outputs=0 | --outputs is 0, expected 1 to 65536.",
                "--inputs=-1 | --inputs is -1, expected 0 to 65536.",
                "--threads=0 | --threads is 0, expected 1 to 1024.",
                "--units=0 | --units is 0, expected 1 to 4096.",
            })
    void what_cannot_be_timed_is_told_with_what_can(String word, String text) {
        Told.betz("bench", "bptt", word).refused(2, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cell=ltsm | --cell is ltsm, expected leaky, gru, lstm, vanilla or feed-forward.",
                "--seconds=abc | --seconds is abc, expected a number.",
                "foo | WORK is foo, expected peak, bptt, closed-loop, effector or growth."
            })
    void words_that_are_none_are_told_with_those_that_are(String word, String text) {
        Told.betz("bench", word).refused(2, text, "See: betz bench --help");
    }

    @Test
    void a_network_alone_is_timed_where_nothing_is_named() {
        Told told = bench("--json");

        told.succeeded();
        assertThat(told.out()).contains("\"bench\":\"bptt\"");
    }
}
