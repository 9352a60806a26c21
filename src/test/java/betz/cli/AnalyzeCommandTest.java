// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalyzeCommandTest {
    /** Of the planted rotation, Hz. */
    private static final double FREQUENCY = 1.5;

    @TempDir
    Path folder;

    /** Six conditions whose states turn in a plane of eight units, -100 to 300 ms. */
    private Path rotation() throws IOException {
        var text = new StringBuilder("condition,time_ms");
        for (int unit = 0; unit < 8; unit++) {
            text.append(",n").append(unit);
        }
        text.append('\n');
        for (int condition = 0; condition < 6; condition++) {
            for (int time = -100; time <= 300; time += 10) {
                text.append(condition).append(',').append(time);
                double turn = 2 * Math.PI * (FREQUENCY * time / 1000 + condition / 6.0);
                for (int unit = 0; unit < 8; unit++) {
                    double rate =
                            30 + 10 * Math.cos(turn) * Math.sin(unit + 1) + 10 * Math.sin(turn) * Math.cos(2 * unit);
                    text.append(',').append(rate + Math.sin((37.0 + unit) * condition + time * (1 + 0.13 * unit)) / 10);
                }
                text.append('\n');
            }
        }
        return Files.writeString(folder.resolve("rotation.csv"), text);
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void a_planted_rotation_is_found_with_its_frequency_and_conventions() throws IOException {
        Told told = betz("analyze", rotation().toString(), "--with", "jpca", "jpca.components=2", "jpca.soften=0")
                .succeeded();

        assertThat(told.out().lines().findFirst()).hasValue("jpca");
        String frequency = told.out()
                .lines()
                .filter(line -> line.startsWith("frequency_plane1"))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9.]+", " ")
                .strip()
                .split(" ", -1)[1];
        // forward differences of 10 ms see tan(w dt)/(w dt) of it at most
        assertThat(Double.parseDouble(frequency)).isBetween(0.99 * FREQUENCY, 1.02 * FREQUENCY);
        assertThat(told.out())
                .contains("Window: -50 ms to 150 ms, both ends included, dt 10 ms.")
                .contains("longer, in --out and --json: m_skew,");
    }

    @Test
    void json_is_one_object_in_one_line_by_the_analyses_names() throws IOException {
        String out = betz("analyze", rotation().toString(), "--with", "pca,jpca", "pca.permutations=20", "--json")
                .succeeded()
                .out();

        assertThat(out.lines()).hasSize(1);
        JsonNode found = JsonMapper.shared().readTree(out);
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("pca", "jpca");
        JsonNode jpca = found.required("jpca");
        assertThat(jpca.required("plane_variances").size()).isEqualTo(3);
        assertThat(jpca.required("units").required("frequencies_hz").asString()).isEqualTo("Hz");
        assertThat(jpca.required("conventions").size()).isPositive();
        assertThat(jpca.required("m_skew").get(0).get(0).asDouble()).isZero();
    }

    @Test
    void files_hold_every_number_and_every_chart() throws IOException {
        Path out = folder.resolve("deep/er");

        Told told = betz("analyze", rotation().toString(), "--with", "jpca", "--out", out.toString())
                .succeeded();

        assertThat(told.out()).endsWith("Results and charts: " + out + System.lineSeparator());
        assertThat(names(out))
                .contains("jpca.json", "jpca-m-skew.csv", "jpca-frequencies-hz.csv", "figures")
                .allMatch(name -> name.startsWith("jpca") || name.equals("figures"));
        assertThat(names(out.resolve("figures"))).contains("jpca-plane1.png", "jpca-plane1.svg", "jpca-plane1.csv");
        assertThat(Files.readAllLines(out.resolve("jpca-m-skew.csv"))).hasSize(7);
    }

    private static Stream<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    private static Iterable<String> names(Path folder) throws IOException {
        return list(folder).toList();
    }

    @Test
    void without_names_everything_is_tried_and_what_is_left_out_is_told() throws IOException {
        String out = betz("analyze", rotation().toString(), "pca.permutations=20")
                .succeeded()
                .out();
        String all = betz(
                        "analyze",
                        table("condition,time_ms,n\na,0,1\na,10,2\nb,0,3\nb,10,5\n")
                                .toString())
                .succeeded()
                .out();

        assertThat(out).startsWith("pca").doesNotContain("jpca"); // something was set, so that alone is asked for
        assertThat(all)
                .contains("Left out, since the data cannot answer:")
                .contains("  fixed-points: data is without a network")
                .contains("  kinematics: hand.position is missing among [unit.rate], expected");
    }

    @Test
    void a_seed_repeats_and_another_differs() throws IOException {
        String[] words = {
            "analyze",
            rotation().toString(),
            "surrogate-test.draws=20",
            "surrogate-test.method=condition-shuffle",
            "--json"
        };

        String once = betz(words).succeeded().out();

        assertThat(betz(words).succeeded().out()).isEqualTo(once);
        assertThat(betz(Stream.concat(Stream.of(words), Stream.of("--seed", "2"))
                                .toArray(String[]::new))
                        .succeeded()
                        .out())
                .isNotEqualTo(once);
    }

    @Test
    void mistyped_words_are_told_at_once_with_what_was_meant() throws IOException {
        betz("analyze", rotation().toString(), "--with", "jpcaa", "tangling.component=3", "data.dt=5")
                .refused(
                        2,
                        "command line: --with is jpcaa, expected one of those that betz list analyses tells. Did you mean jpca?",
                        "command line: data.dt is 5 (no unit), expected a time such as 10 ms. Did you mean 5 ms?",
                        "command line: tangling.component is not a known key, expected signal, components, normalise, soften,"
                                + " meanSubtract, epsilon, from, to or every. Did you mean components?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jpca|condition,time_ms,n0,n1;a,0,1,2;a,10,2,nan|n1",
                "jpca|condition,time_ms,n0,n1;a,0,1,2;a,10,2,3|conditions is 1, expected 2 or more",
                "pca|condition,time,n0;a,0,1;a,10,2|1 s",
                "tangling|condition,time_ms,n0;a,0,1;a,10,2;a,10,3|time",
                "cca|condition,time_ms,n0;a,0,1;a,10,2|expected a second recording",
                "decode-velocity|condition,time_ms,n0;a,0,1;a,10,2;b,0,1;b,10,3|hand"
            })
    void bad_data_get_a_sentence_that_names_what_is_needed(String word, String lines, String named) throws IOException {
        Told told = betz("analyze", table(lines.replace(';', '\n') + "\n").toString(), "--with", word);

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains(named).contains("expected").doesNotContain("Exception");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void a_missing_file_is_told_by_its_name() {
        Path none = folder.resolve("none.csv");

        betz("analyze", none.toString(), "--with", "pca").refused(74, none + " does not exist.");
    }

    @Test
    void two_recordings_are_compared() throws IOException {
        Path one = rotation();
        Path two = Files.copy(one, folder.resolve("two.csv"));

        String out = betz(
                        "analyze",
                        one.toString(),
                        "--against",
                        two.toString(),
                        "--with",
                        "cca",
                        "cca.components=2",
                        "--json")
                .succeeded()
                .out();

        JsonNode correlations =
                JsonMapper.shared().readTree(out).required("cca").required("canonical_correlations");
        assertThat(correlations.get(0).asDouble()).isGreaterThan(1 - 1e-9);
        assertThat(correlations.get(1).asDouble()).isGreaterThan(1 - 1e-9);
    }

    @Test
    void analyses_are_listed_with_their_settings() {
        String out = betz("list", "analyses").succeeded().out();

        assertThat(out.lines()).anyMatch(line -> line.startsWith("jpca   How much of the changes"));
        assertThat(out).contains("components 6, normalise true, soften 5");
    }

    /** A hand that reaches 10 cm along x in 500 ms, 100 ms after the go cue. */
    private static double hand(int time) {
        double share = Math.max(0, Math.min(1, (time - 100) / 500.0));
        return 10 * share * share * share * (10 - 15 * share + 6 * share * share);
    }

    private Path reaches(IntToDoubleFunction rate) throws IOException {
        var text = new StringBuilder("trial,condition,direction_deg,time_ms,x [cm],y [cm],n0\n");
        for (int trial = 0; trial < 8; trial++) {
            double direction = Math.PI / 2 * (trial % 4);
            for (int time = -300; time <= 1000; time += 10) {
                text.append(String.format(
                        Locale.ROOT,
                        "%d,c%d,%d,%d,%.9f,%.9f,%.6f%n",
                        trial,
                        trial % 4,
                        90 * (trial % 4),
                        time,
                        hand(time) * Math.cos(direction),
                        hand(time) * Math.sin(direction),
                        rate.applyAsDouble(time)));
            }
        }
        return Files.writeString(folder.resolve("reaches.csv"), text);
    }

    @Test
    void time_0_may_be_the_onset_of_the_movement() throws IOException {
        Path data = reaches(time -> 20 + time / 100.0); // 20 at the go cue, a little more at the onset

        JsonNode cue = JsonMapper.shared()
                .readTree(betz("analyze", data.toString(), "--with", "kinematics", "--json")
                        .succeeded()
                        .out());
        JsonNode onset = JsonMapper.shared()
                .readTree(betz("analyze", data.toString(), "--with", "kinematics", "data.fromOnset=true", "--json")
                        .succeeded()
                        .out());

        double reaction = cue.required("kinematics").required("reaction_time").asDouble();
        assertThat(reaction).isBetween(0.10, 0.20);
        assertThat(onset.required("kinematics").required("reaction_time").asDouble())
                .isZero();
        assertThat(cue.required("kinematics").required("offset_error").asDouble())
                .isLessThan(0.01);
    }

    @Test
    void a_recording_is_scored_and_what_does_not_apply_says_why() throws IOException {
        Path data = reaches(time -> 20 + 10 * Math.exp(-time * time / 20_000.0));

        String text = betz("score", data.toString()).succeeded().out();
        JsonNode rows = JsonMapper.shared()
                .readTree(betz("score", data.toString(), "--json").succeeded().out())
                .required("rows");

        assertThat(text)
                .contains("outside by ")
                .contains("Not applicable:")
                .contains("reaches.csv, Slope of Fitts")
                .endsWith("not applicable." + System.lineSeparator());
        JsonNode peak = rows.valueStream()
                .filter(row -> row.required("id").asString().equals("peak_time"))
                .findFirst()
                .orElseThrow();
        JsonNode score = peak.required("scores").required("reaches.csv");
        assertThat(score.required("value").required("value").asDouble()).isBetween(0.4, 0.55);
        assertThat(peak.required("published").required("high").asDouble()).isEqualTo(0.5);
        assertThat(score.required("verdict").asString()).isIn("inside", "outside");
    }
}
