// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import betz.io.DataLayout;
import betz.scenario.AskedAnalyses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NastyDataTest {
    /** Rate of a unit. */
    private interface Rate {
        double of(int condition, int step, int unit);
    }

    private static final Rate WAVES = (condition, step, unit) -> 10 + 5 * Math.sin(condition + unit + step * 0.1);

    @TempDir
    Path folder;

    static Stream<String> words() {
        return AskedAnalyses.read(List.of(), List.of(), DataLayout.class).analyses().keySet().stream();
    }

    private Path table(String name, int conditions, int steps, int units, Rate rate) throws IOException {
        var text = new StringBuilder("trial,condition,time_s");
        for (int unit = 0; unit < units; unit++) {
            text.append(",u").append(unit);
        }
        for (int trial = 0; trial < conditions; trial++) {
            for (int step = 0; step < steps; step++) {
                text.append('\n')
                        .append(trial + 1)
                        .append(',')
                        .append(trial)
                        .append(',')
                        .append(step / 100.0);
                for (int unit = 0; unit < units; unit++) {
                    text.append(',').append(rate.of(trial, step, unit));
                }
            }
        }
        return Files.writeString(folder.resolve(name), text.append('\n'));
    }

    private List<Path> nasty() throws IOException {
        return List.of(
                table("one-condition.csv", 1, 30, 4, WAVES),
                table("one-unit.csv", 4, 30, 1, WAVES),
                table("one-sample.csv", 4, 1, 4, WAVES),
                table("smallest.csv", 1, 2, 1, WAVES),
                table("constant.csv", 4, 30, 4, (condition, step, unit) -> 3),
                table(
                        "constant-unit.csv",
                        4,
                        30,
                        4,
                        (condition, step, unit) -> unit == 0 ? 2 : condition + step * unit),
                table("same.csv", 2, 30, 4, (condition, step, unit) -> Math.sin(unit + step * 0.1)),
                table("nan.csv", 2, 30, 4, (condition, step, unit) -> Double.NaN),
                table("huge.csv", 4, 30, 4, (condition, step, unit) -> 1e300 * (unit + 1) * (step - condition)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void any_analysis_answers_or_tells_in_a_sentence_what_the_data_lack(String word) throws IOException {
        for (Path data : nasty()) {
            for (List<String> more : List.of(List.<String>of(), List.of("--against", data.toString()))) {
                Told told = betz(Stream.concat(Stream.of("analyze", data.toString(), "--with", word), more.stream())
                        .toArray(String[]::new));

                assertThat(told.status())
                        .as("%s of %s: %s", word, data, told.err())
                        .isIn(0, 2);
                assertThat(told.out().isEmpty()).isEqualTo(told.status() == 2);
                if (told.status() == 2) {
                    assertThat(told.err()).contains(", expected ").doesNotContain("Exception");
                }
            }
        }
    }

    @Test
    void data_too_large_to_be_squared_are_told_so() throws IOException {
        Path huge = table("huge.csv", 4, 30, 4, (condition, step, unit) -> 1e300 * (unit + 1) * (step - condition));

        betz("analyze", huge.toString(), "--with", "pca")
                .refused(
                        2,
                        "pca: activity is NaN, or too large to be squared, expected finite values in a smaller unit.");
    }

    @Test
    void an_analysis_of_what_the_data_do_not_have_is_told_what_it_takes() throws IOException {
        String waves = table("waves.csv", 4, 30, 4, WAVES).toString();

        betz("analyze", waves, "--with", "fixed-points")
                .refused(2, "fixed-points: data is without a network, expected its weights W, U and b.");
        betz("analyze", waves, "--with", "interval-statistics")
                .refused(
                        2,
                        "interval-statistics: data is without times of spikes, expected a table with trial and time_s,"
                                + " and unit if there are several.");
    }
}
