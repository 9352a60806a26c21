// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyCommandTest {
    @TempDir
    Path folder;

    private String results;
    private Path run;

    @BeforeEach
    void run() {
        results = folder.resolve("results").toString();
        Told.betz("run", Told.tiny(folder), "--out", results, "--quiet").succeeded();
        run = RunProcess.folder(Path.of(results), "COMPLETE");
    }

    private Told verified() {
        return Told.betz("verify", run.toString(), "--quiet");
    }

    private static int files(String from, String to, String out) {
        return Integer.parseInt(out.substring(out.indexOf(from) + from.length(), out.indexOf(to)));
    }

    @Test
    void a_run_that_nobody_touched_comes_out_the_same_bit_for_bit() throws IOException {
        List<Path> before = RunProcess.files(run);

        String out = verified().succeeded().out();

        assertThat(out.lines()).hasSize(2);
        assertThat(out).matches("""
                        [0-9]+ files are as the run wrote them\\.
                        [0-9]+ files were computed again and are the same, bit for bit\\.
                        """);
        // manifest and COMPLETE are not listed; log and events tell times
        assertThat(files("", " files are", out)).isEqualTo(before.size() - 2);
        assertThat(files("them.\n", " files were", out)).isEqualTo(before.size() - 4);
        assertThat(RunProcess.files(run)).isEqualTo(before);
    }

    @Test
    void files_that_were_changed_taken_away_or_added_are_each_told() throws IOException {
        Files.writeString(run.resolve("metrics.csv"), "iteration\n");
        Files.delete(run.resolve("analysis/comparison.json"));
        Files.writeString(run.resolve("data/notes.txt"), "mine");

        Told told = verified();

        assertThat(told.status()).isEqualTo(65);
        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines())
                .startsWith(
                        "analysis/comparison.json is missing",
                        "metrics.csv is not as the run wrote it",
                        "data/notes.txt was added",
                        "3 changes since.")
                .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("computed again and are the same, bit for bit.");
    }

    /** What a run would look like whose files and manifest were both forged, or made by other hardware. */
    @Test
    void a_result_that_does_not_come_out_again_is_told_though_its_digest_fits() throws IOException {
        forge("weights.safetensors", "java", "another Java");

        Told told = verified();

        assertThat(told.status()).isEqualTo(65);
        assertThat(told.out().lines().toList())
                .contains("weights.safetensors differs")
                .anyMatch(line -> line.matches("1 of [0-9]+ files came out otherwise\\."));
    }

    @Test
    void pixels_may_differ_where_another_java_drew_them() throws IOException {
        forge("figures/hand-paths.png", "java", "another Java");

        assertThat(verified().succeeded().out().lines().toList())
                .contains("figures/hand-paths.png differs")
                .anyMatch(line -> line.startsWith("Only pixels differ: the run was made with another Java, this is "));
    }

    @Test
    void pixels_that_the_same_java_drew_otherwise_are_no_excuse() throws IOException {
        forge("figures/hand-paths.png", "betz", "forged");

        assertThat(verified().status()).isEqualTo(65);
    }

    /** Changes a file, and makes the manifest agree. */
    private void forge(String file, String key, String value) throws IOException {
        Files.writeString(run.resolve(file), "forged");
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(run.resolve("manifest.json")));
        ((ObjectNode) manifest.path("files")).put(file, sha256("forged"));
        ((ObjectNode) manifest).put(key, value);
        Files.writeString(run.resolve("manifest.json"), manifest.toString());
    }

    private static String sha256(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            return java.util.HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void a_manifest_that_is_damaged_is_told() throws IOException {
        Files.writeString(run.resolve("manifest.json"), "{");

        verified()
                .refused(
                        65,
                        run.resolve("manifest.json")
                                + " is damaged: found something else, expected the files and their digests in JSON.");
    }

    @Test
    void a_worked_example_is_worked_out_again() {
        String example = Path.of("scenarios/tutorial/forward-propagation.yaml").toString();
        String id = Told.betz("run", example, "--out", results, "--json").out().substring(7, 23);

        assertThat(Told.betz("verify", id, "--out", results).succeeded().out())
                .endsWith("computed again and are the same, bit for bit.\n");
    }
}
