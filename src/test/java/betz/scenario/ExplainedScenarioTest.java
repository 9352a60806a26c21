// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what a scenario says of its own settings to what the reader takes. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplainedScenarioTest {
    private static final Path QUICKSTART = Path.of("scenarios/quickstart.yaml");

    private static Setting setting(List<Setting> settings, String path) {
        return settings.stream().filter(s -> s.path().equals(path)).findFirst().orElseThrow();
    }

    private static List<Setting> settings(String text, String... overrides) {
        return Refusals.read(text, List.of(overrides)).settings();
    }

    @Test
    void every_setting_of_the_quickstart_can_be_given_on_the_command_line_as_it_is_shown() {
        Bound<Scenario> written = ScenarioFile.read(QUICKSTART, List.of());
        List<String> words = new ArrayList<>();
        for (Setting setting : written.settings()) {
            String text = setting.path().equals("about") ? '"' + setting.value() + '"' : setting.value();
            words.add(setting.path() + "=" + text);
        }

        Bound<Scenario> repeated = Refusals.read("name: x\n", words);

        assertThat(repeated.value()).isEqualTo(written.value());
        assertThat(repeated.canonicalJson()).isEqualTo(written.canonicalJson());
        assertThat(repeated.settings()).extracting(Setting::origin).containsOnly("command line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "effector: {kind: point-mass}\nreference: minimum-jerk",
                "effector: {kind: via-point-arm}",
                "effector: {muscle: relu}\nnetwork: gru\ntask: centre-out",
            })
    void every_default_that_is_shown_reads_back_as_the_default(String text) {
        Bound<Scenario> bound = Refusals.read(text, List.of());
        List<String> words = bound.settings().stream()
                .filter(setting ->
                        setting.origin().equals("default") && !setting.value().isEmpty())
                .map(setting -> setting.path() + "=" + setting.value())
                .toList();

        assertThat(words).hasSizeGreaterThan(40);
        assertThat(Refusals.read(text, words).value()).isEqualTo(bound.value());
    }

    @Test
    void only_what_differs_from_the_default_counts_as_changed() {
        List<Setting> settings = settings("""
                name: reach
                dt: 10000 us
                task: {targets: 4, distance: 0.1 m}
                effector: arm26
                network: {units: 64}
                export: [npz, csv]
                analyses: []
                """);

        assertThat(settings)
                .filteredOn(Setting::changed)
                .extracting(Setting::path)
                .containsExactly("task.targets", "network.units", "analyses");
    }

    @Test
    void a_setting_tells_the_line_it_stands_on_also_below_a_line_that_holds_several() {
        List<Setting> settings = settings("""
                dt: 10 ms

                network:
                  # a comment
                  units: 64
                  tau: 60 ms
                feedback: {vision: {delay: 50 ms,
                                    noise: 1 mm}}
                """, "network.tau=80 ms", "seed=7");

        assertThat(setting(settings, "dt").origin()).isEqualTo("line 1");
        assertThat(setting(settings, "network.units").origin()).isEqualTo("line 5");
        assertThat(setting(settings, "feedback.vision.delay").origin()).isEqualTo("line 7");
        assertThat(setting(settings, "feedback.vision.noise").origin()).isEqualTo("line 8");
        assertThat(setting(settings, "network.tau").origin()).isEqualTo("command line");
        assertThat(setting(settings, "seed").origin()).isEqualTo("command line");
        assertThat(setting(settings, "network.cell").origin()).isEqualTo("default");
        assertThat(setting(settings, "feedback.proprioception.delay").origin()).isEqualTo("default");
    }

    @Test
    void values_are_shown_as_they_were_written_and_defaults_in_a_unit_that_reads_well() {
        List<Setting> settings = settings("dt: 5000 us\ntask: {delay: 0.1 s .. 300 ms}\n");

        assertThat(setting(settings, "dt").value()).isEqualTo("5000 us");
        assertThat(setting(settings, "task.delay").value()).isEqualTo("0.1 s .. 300 ms");
        assertThat(setting(settings, "task.distance").value()).isEqualTo("10 cm");
        assertThat(setting(settings, "effector.posture.elbow").value()).isEqualTo("90 deg");
        assertThat(setting(settings, "effector.skeleton.shoulder").value()).isEqualTo("0..135 deg");
        assertThat(setting(settings, "reference.vite.gain").value()).isEqualTo("12.5 1/s");
        assertThat(setting(settings, "export").value()).isEqualTo("[npz, csv]");
    }

    @Test
    void a_key_and_a_kind_may_be_written_by_their_other_words() {
        var file = "reference: minimum-jerk\neffector: {kind: point-mass-4, mini-steps: 3, joint-load: [1 N, 2 N]}\n";
        List<Setting> settings = settings(file);
        List<Setting> overridden = settings("effector: {miniSteps: 3}\n", "effector.mini-steps=4");

        assertThat(setting(settings, "effector.kind").value()).isEqualTo("point-mass");
        assertThat(setting(settings, "effector.miniSteps").value()).isEqualTo("3");
        assertThat(setting(settings, "effector.miniSteps").origin()).isEqualTo("line 2");
        assertThat(setting(settings, "effector.jointLoad").value()).isEqualTo("[1 N, 2 N]");
        assertThat(setting(overridden, "effector.miniSteps").value()).isEqualTo("4");
        assertThat(setting(overridden, "effector.miniSteps").origin()).isEqualTo("command line");
    }

    @Test
    void every_path_is_listed_once_and_says_what_it_does() {
        List<Setting> settings = ScenarioFile.read(QUICKSTART, List.of()).settings();

        assertThat(settings).extracting(Setting::path).doesNotHaveDuplicates();
        assertThat(settings)
                .filteredOn(setting ->
                        !setting.path().endsWith(".kind") && !setting.path().endsWith(".cell"))
                .allMatch(setting -> setting.about().endsWith("."), "says in a sentence what it does");
    }

    @Test
    void sources_are_shown_for_what_was_taken_from_the_literature() {
        List<Setting> settings = settings("name: x\n");
        Pattern doi = Pattern.compile("doi:10\\.[0-9]{4,9}/\\S+");

        assertThat(setting(settings, "task.kind").source()).isEqualTo("doi:10.1038/nature11129");
        assertThat(setting(settings, "feedback.vision.delay").source()).matches(doi);
        assertThat(new HashSet<>(settings.stream().map(Setting::source).toList()))
                .filteredOn(source -> source.startsWith("doi:"))
                .contains("doi:10.7554/eLife.88591", "doi:10.48550/arXiv.1412.6980")
                .allMatch(source -> doi.matcher(source).matches());
    }

    @Test
    void another_kind_brings_its_own_settings() {
        List<Setting> settings = settings("network: gru\neffector: point-mass\nreference: minimum-jerk\n");

        assertThat(settings)
                .extracting(Setting::path)
                .contains("effector.mass", "reference.duration", "network.readoutBias")
                .doesNotContain("network.tau", "effector.posture.elbow", "reference.units");
        assertThat(setting(settings, "network.cell").origin()).isEqualTo("line 1");
        assertThat(setting(settings, "network.cell").changed()).isTrue();
        assertThat(setting(settings, "network.cell").about()).isEqualTo("Gated recurrent units.");
    }
}
