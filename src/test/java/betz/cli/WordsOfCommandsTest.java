// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Holds the words that follow {@code betz} to what is told where they are wrong, and to the help. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsOfCommandsTest {
    private static final String COMMANDS =
            "new, run, check, explain, schema, import, analyze, score, show, report, rollout, drive, verify, list, doctor, bench,"
                    + " completion, help";

    static Stream<String> commands() {
        return new CommandLine(new Main()).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "rnu, run",
        "Run, run",
        "chek, check",
        "expalin, explain",
        "reprot, report",
        "lst, list",
        "shwo, show",
        "nwe, new",
        "docter, doctor",
        "hlep, help"
    })
    void a_mistyped_command_is_told_with_all_commands_and_the_nearest(String typed, String meant) {
        betz(typed, "x.yaml")
                .refused(
                        2,
                        typed + " is not a command, expected " + COMMANDS + ".",
                        "Did you mean " + meant + "?",
                        "See: betz --help");
    }

    @Test
    void a_command_like_no_other_is_told_without_a_guess() {
        betz("frobnicate").refused(2, "frobnicate is not a command, expected " + COMMANDS + ".", "See: betz --help");
    }

    @Test
    void a_mistyped_option_is_told_with_all_options_and_the_nearest() {
        betz("show", "x", "--jsno")
                .refused(
                        2,
                        "--jsno is not an option of betz show, expected --out, --json, -h, --help, -V, --version.",
                        "Did you mean --json?",
                        "See: betz show --help");
        assertThat(betz("run", "x.yaml", "--sede", "3").err()).contains("Did you mean --seed?");
        assertThat(betz("run", "x.yaml", "--treads=3").err()).contains("Did you mean --threads?");
    }

    @Test
    void a_word_too_many_is_told_as_such() {
        betz("schema", "yaml").refused(2, "'yaml' is one word too many for betz schema.", "See: betz schema --help");
        betz("show", "a", "b").refused(2, "'b' is one word too many for betz show.", "See: betz show --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run|SCENARIO is missing, expected the scenario file, YAML or JSON.",
                "check|SCENARIO is missing, expected scenario files, YAML or JSON.",
                "explain|SCENARIO is missing, expected the scenario file, YAML or JSON.",
                "show|RUN is missing, expected the run's folder, or the beginning of its id.",
                "import x|--to FILE is missing, expected the CSV file to write.",
                "drive|SCENARIO is missing, expected the scenario file.",
                "run x.yaml --threads|--threads stands alone, expected --threads N.",
                "run x.yaml --threads two|--threads is two, expected a whole number.",
                "run x.yaml --threads 1.5|--threads is 1.5, expected a whole number.",
                "run x.yaml --threads 99999999999|--threads is 99999999999, expected a whole number up to 2147483647.",
                "run x.yaml --json=yes|--json is yes, expected nothing behind it.",
                "run x.yaml --out a --out b|--out is given twice, expected once.",
            })
    void a_word_that_is_missing_or_of_the_wrong_form_is_told_in_plain_words(String words, String message) {
        String[] all = words.split(" ", -1);

        betz(all).refused(2, message, "See: betz " + all[0] + " --help");
    }

    /** A lone half of a surrogate pair is a letter that no locale can write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run ? network.units=8",
                "run x.yaml --out ?",
                "check ?",
                "explain ?",
                "import ? --to x.csv",
                "import x --to ?",
                "drive ? x.csv",
                "drive x.yaml ?",
                "drive x.yaml x.csv --out ?",
                "new ?.yaml",
                "show ?",
                "report ?",
                "list runs --out ?"
            })
    void a_file_whose_name_the_locale_cannot_write_is_told_with_the_way_out(String words) {
        String shown = words.contains(".yaml") && words.startsWith("new") ? "?.yaml" : "?";

        betz(words.replace('?', '\uD800').split(" ", -1))
                .refused(
                        2,
                        "'" + shown + "' cannot name a file here, expected letters that this system's locale knows. Use"
                                + " plain letters, or a UTF-8 locale such as LC_ALL=C.UTF-8.");
    }

    @Test
    void a_list_that_is_none_is_told_with_all_lists() {
        betz("list", "cellz")
                .refused(
                        2,
                        "cellz is not a list, expected runs, templates, tasks, effectors, muscles, references, cells,"
                                + " connectivity, signs, initialisations, starts, rules, optimisers, schedules,"
                                + " losses, perturbations, analyses.",
                        "Did you mean cells?",
                        "See: betz list --help");
    }

    @Test
    void a_list_tells_equations_and_defaults() {
        assertThat(betz("list", "cells").succeeded().out())
                .contains(
                        "    h' = phi(U x + b)\n",
                        "    default: units 128, activation tanh, readout sigmoid, readoutBias -3, weights drawn\n");
        assertThat(betz("list", "optimisers").succeeded().out())
                .contains(
                        "    the step of adam, and w -= decay w\n",
                        "    default: rate 0.01, momentum 0.9, nesterov false\n");
        assertThat(betz("list", "losses").succeeded().out()).contains("    default: 0.0001\n", "    default: absent\n");
    }

    @ParameterizedTest
    @CsvSource({
        "tasks, centre-out delayed-reach random-reach joint-reach via-points ellipse figure-eight cycling posture isometric table",
        "effectors, point-mass arm26 via-point-arm torque-arm reacher",
        "muscles, relu mujoco-hill rigid-tendon-hill thelen compliant-tendon-hill",
        "references, tuned-cortex minimum-jerk recorded",
        "cells, feed-forward vanilla leaky gru lstm stack",
        "rules, bptt",
        "optimisers, sgd rmsprop adam adamw two-rate lbfgs",
        "schedules, constant exponential cosine on-plateau",
        "losses, position velocity activity weights muscle joint excitation endPoint force muscleRate excitationRate"
                + " activityRate jerk jacobian",
    })
    void a_list_has_a_line_for_every_kind_with_what_it_is(String family, String kinds) {
        List<String> lines = betz("list", family)
                .succeeded()
                .out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();

        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly(kinds.split(" "));
        assertThat(lines).allMatch(line -> line.matches("\\S+ {3}[A-Z].*\\.( \\[.+])?"), "a sentence, then a source");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_every_command_is_on_the_standard_output_and_fits_a_terminal(String command) {
        String help = betz(command, "--help").succeeded().out();

        assertThat(help).startsWith("Usage: betz " + command);
        assertThat(help.lines()).allMatch(line -> line.length() <= 80, "fits 80 columns");
        assertThat(betz("help", command).succeeded().out()).isEqualTo(help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_every_command_explains_all_its_words(String command) {
        var all = new CommandLine(new Main()).getSubcommands();
        var spec = Objects.requireNonNull(all.get(command)).getCommandSpec();

        assertThat(spec.args())
                .allSatisfy(arg -> assertThat(String.join(" ", arg.description()))
                        .as(arg.paramLabel())
                        .endsWith("."));
        assertThat(String.join(" ", spec.usageMessage().description())).endsWith(".");
    }

    @Test
    void without_a_command_the_help_is_shown() {
        String help = betz().succeeded().out();

        assertThat(help).isEqualTo(betz("--help").succeeded().out());
        assertThat(commands()).allMatch(command -> help.contains("\n  " + command + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void the_version_is_one_line_that_names_the_java_it_runs_on(String option) {
        assertThat(betz(option).succeeded().out().lines())
                .singleElement()
                .asString()
                .matches("betz \\S+ on .*" + System.getProperty("java.version").split("[+]", -1)[0] + ".*");
    }

    @Test
    void nothing_that_is_told_depends_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        List<String> told = new ArrayList<>();
        try {
            for (String language : List.of("en-US", "tr-TR", "de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                told.add(betz("list", "cells") + "" + betz("INFO") + betz("run", "I.yaml", "SEED=1")
                        + betz("run", "--help") + betz("run", "x", "--threads", "I") + betz("help", "INFO")
                        + betz("completion", "bash") + betz("completion", "fish") + betz("help", "units"));
            }
        } finally {
            Locale.setDefault(before);
        }

        assertThat(told).containsOnly(told.get(0));
    }
}
