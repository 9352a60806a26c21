// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.scenario.BadScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario chooses to have measured and written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoicesTest {
    @TempDir
    Path folder;

    private Path run(String... overrides) throws IOException {
        var options = new RunOptions(folder.resolve("out"), 1, false);
        return Experiment.run(Tiny.request(folder, overrides), options, new Interruption(), new Tiny.Listener())
                .folder();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void without_analyses_the_fits_alone_are_told() throws IOException {
        Path run = run("analyses=[]");

        assertThat(names(run.resolve("analysis"))).containsExactly("summary.json");
        assertThat(names(run.resolve("figures"))).contains("speed.svg").noneMatch(name -> name.contains("tuning"));
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Hand velocity R²")
                .doesNotContain("Tuned units", "Movement time", "comparison.json", "tuning-network.json");
    }

    @Test
    void kinematics_and_tuning_come_one_by_one() throws IOException {
        assertThat(names(run("analyses=[kinematics]").resolve("analysis")))
                .containsExactlyInAnyOrder("summary.json", "comparison.json");
        assertThat(names(run("analyses=[tuning]").resolve("analysis")))
                .containsExactlyInAnyOrder("summary.json", "tuning-network.json");
    }

    @Test
    void variability_comes_with_its_file_and_figure_or_with_the_reason_why_not() throws IOException {
        Path enough = run("analyses=[variability]", "evaluation.trials=12", "feedback.vision.noise=2 mm");

        assertThat(names(enough.resolve("analysis"))).containsExactlyInAnyOrder("summary.json", "variability.json");
        assertThat(names(enough.resolve("figures"))).contains("endpoint-spread.png");
        assertThat(Files.readString(enough.resolve("report.html"))).contains("Spread of end points");
        assertThat(Files.readString(run("analyses=[variability]").resolve("report.html")))
                .contains("Left out: a condition has fewer than 3 held-out trials");
    }

    @Test
    void trials_are_written_in_the_forms_that_are_asked_for() throws IOException {
        assertThat(names(run("export=[csv]").resolve("data")))
                .containsExactlyInAnyOrder("target-hand-position.csv", "predicted-hand-position.csv");
        assertThat(names(run("export=[npz]").resolve("data"))).containsExactlyInAnyOrder("target.npz", "predicted.npz");

        Path without = run("export=[]");
        assertThat(names(without.resolve("data"))).isEmpty();
        assertThat(Files.readString(without.resolve("report.html"))).doesNotContain("target.npz");
    }

    @Test
    void an_analysis_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> Tiny.request(folder, "analyses=[tunning]"))
                .isInstanceOf(BadScenario.class)
                .hasMessage(
                        "command line: analyses.0 is tunning, expected kinematics, tuning, variability, scorecard, pca, jpca, lds, dpca, tangling, alignment, subspaces, potent-null or 22 more. Did you mean tuning?");
        assertThatThrownBy(() -> Tiny.request(folder, "export=npz"))
                .hasMessage("command line: export is npz, expected a list in brackets, each item npz or csv."
                        + " Did you mean [npz]?");
    }

    @Test
    void the_choices_are_part_of_the_id() throws IOException {
        String all = RunId.of(Tiny.request(folder));

        assertThat(List.of("analyses=[tuning]", "export=[csv]"))
                .allSatisfy(choice ->
                        assertThat(RunId.of(Tiny.request(folder, choice))).isNotEqualTo(all));
    }
}
