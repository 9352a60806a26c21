// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.analysis.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code betz analyze} tells, against what public implementations make of the same numbers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalyzeParityTest {
    @TempDir
    Path folder;

    private static JsonNode analysed(String word, Path data, String... more) {
        List<String> words = new ArrayList<>(List.of("analyze", data.toString(), "--with", word, "--json"));
        words.addAll(Arrays.asList(more));
        return JsonMapper.shared()
                .readTree(betz(words.toArray(String[]::new)).succeeded().out())
                .required(word);
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble())
                .toArray();
    }

    private static double number(JsonNode found, String name) {
        return found.required(name).asDouble();
    }

    /** Writes a golden table as one condition, a row per step of 10 ms. */
    private Path table(String golden, String name) throws IOException {
        List<String> rows = Golden.lines(golden);
        int units = rows.get(0).split(",", -1).length;
        String head = "condition,time_ms,"
                + IntStream.range(0, units).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        var text = new StringBuilder(head).append('\n');
        for (int i = 0; i < rows.size(); i++) {
            text.append("all,").append(10 * i).append(',').append(rows.get(i)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void principal_components_are_those_of_scikit_learn() throws IOException {
        JsonNode found = analysed("pca", table("pca/X.csv", "x.csv"), "pca.permutations=20");

        double[] variances = Golden.numbers("pca/explained_variance.csv");
        assertThat(numbers(found.required("variances"))).containsExactly(variances, within(1e-9));
        assertThat(numbers(found.required("shares")))
                .containsExactly(Golden.numbers("pca/explained_variance_ratio.csv"), within(1e-9));
        double all = Arrays.stream(variances).sum();
        double squares = Arrays.stream(variances).map(v -> v * v).sum();
        assertThat(number(found, "participation_ratio")).isCloseTo(all * all / squares, within(1e-9));
    }

    @Test
    void canonical_correlations_are_those_of_scikit_learn_and_statsmodels() throws IOException {
        Path x = table("cca/X.csv", "x.csv");
        Path y = table("cca/Y.csv", "y.csv");

        JsonNode found = analysed("cca", x, "--against", y.toString(), "cca.components=6");

        assertThat(numbers(found.required("canonical_correlations")))
                .containsExactly(Golden.numbers("cca/canonical_correlations.csv"), within(1e-8));
    }

    @Test
    void the_disparity_is_that_of_scipy() throws IOException {
        Path a = table("procrustes/A.csv", "a.csv");
        Path b = table("procrustes/B.csv", "b.csv");

        JsonNode found = analysed("procrustes", a, "--against", b.toString());

        assertThat(number(found, "disparity")).isCloseTo(0.015262916150698455, within(1e-10));
        assertThat(number(found, "orthogonal_procrustes_scale") / 385.6494696631689)
                .isCloseTo(1, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 1", "true, 5, 2"})
    void rotations_are_those_of_their_authors(boolean normalise, int soften, int row) {
        Path tensor = Recorded.data("churchland2012_TME/tensor.csv");
        double[] summary = Recorded.table(Recorded.vector("jpca/summary.csv"), 1)[row - 1];

        JsonNode found = analysed(
                "jpca",
                tensor,
                "jpca.from=-50 ms",
                "jpca.to=150 ms",
                "jpca.components=6",
                "jpca.normalise=" + normalise,
                "jpca.soften=" + soften);

        // columns: case, t0, t1, numPCs, normalize, softenNorm, meanSubtract, then the figures
        assertThat(number(found, "r2_skew_plane1")).isCloseTo(summary[7], within(1e-6));
        assertThat(number(found, "r2_best_plane1")).isCloseTo(summary[8], within(1e-6));
        assertThat(number(found, "r2_skew")).isCloseTo(summary[9], within(1e-6));
        assertThat(number(found, "r2_best")).isCloseTo(summary[10], within(1e-6));
        assertThat(numbers(found.required("plane_variances")))
                .containsExactly(Arrays.copyOfRange(summary, 11, 14), within(1e-6));
        assertThat(numbers(found.required("frequencies_hz")))
                .containsExactly(Arrays.copyOfRange(summary, 14, 17), within(1e-6));
    }

    @Test
    void linear_dynamics_and_tangling_of_recorded_units_are_those_published() {
        Path tensor = Recorded.data("churchland2012_TME/tensor.csv");

        JsonNode lds = analysed("lds", tensor);
        JsonNode tangling = analysed("tangling", tensor, "tangling.normalise=false");

        assertThat(numbers(lds.required("r2_linear_by_dimensions")))
                .containsExactly(
                        new double[] {.084, .272, .382, .456, .504, .533}, within(5e-4)); // the digits published
        assertThat(numbers(lds.required("r2_linear_held_out_by_dimensions")))
                .containsExactly(new double[] {.045, .177, .197, .197, .146, .077}, within(5e-4));
        assertThat(number(tangling, "median")).isCloseTo(352, within(0.5));
        assertThat(number(tangling, "p90") / 568).isCloseTo(1, within(0.01)); // of another rule for quantiles
    }

    @Test
    void tuning_and_decoded_directions_of_recorded_units_are_those_of_statsmodels_and_scikit_learn() {
        Path rates = Recorded.data("centuri_m1_centerout/rates.csv");

        JsonNode tuning = analysed(
                "tuning",
                rates,
                "data.dt=10 ms",
                "tuning.from=0 ms",
                "tuning.to=10 ms",
                "tuning.lagStep=0 ms",
                "tuning.vonMises=false");
        JsonNode decoded = analysed(
                "decode-direction", rates, "data.dt=10 ms", "decode-direction.from=0 ms", "decode-direction.to=10 ms");

        // one of 143 units never fires, which the published shares leave out
        assertThat(number(tuning, "tuned_share") * 143 / 142).isCloseTo(0.7464788732394366, within(1e-12));
        assertThat(number(tuning, "strictly_tuned_share") * 143 / 142).isCloseTo(0.5915492957746479, within(1e-12));
        assertThat(number(tuning, "cosine_r2_of_means")).isCloseTo(0.7933191835866453, within(1e-8));
        assertThat(number(tuning, "cosine_r2_of_trials")).isCloseTo(0.21541253914892144, within(1e-8));
        assertThat(number(decoded, "lda_accuracy")).isCloseTo(0.8164556962025317, within(1e-9));
        assertThat(Math.toDegrees(number(decoded, "ridge_median_error"))).isCloseTo(11.674420095923281, within(1e-6));
        assertThat(Math.toDegrees(number(decoded, "ridge_mean_error"))).isCloseTo(14.390724554034323, within(1e-6));
    }

    @Test
    void the_fixed_points_of_a_network_are_where_its_equation_has_them() throws IOException {
        // h' = tanh(2 h): 0 and the roots of h = tanh(2 h), at ±0.9575
        Path weights = Files.writeString(folder.resolve("weights.csv"), "w0\n2\n");

        JsonNode found = analysed("fixed-points", weights);

        double root = 0.9575;
        for (int i = 0; i < 60; i++) {
            root = Math.tanh(2 * root);
        }
        double[] points = IntStream.range(0, 3)
                .mapToDouble(i -> found.required("points").get(i).get(0).asDouble())
                .sorted()
                .toArray();
        assertThat(number(found, "fixed_points")).isEqualTo(3);
        assertThat(number(found, "stable_fixed_points")).isEqualTo(2);
        assertThat(points).containsExactly(new double[] {-root, 0, root}, within(1e-9));
        assertThat(number(found, "greatest_modulus"))
                .isCloseTo(2, within(1e-9)); // of the origin: the slope of tanh(2 h)
    }

    @Test
    void intervals_and_counts_of_spikes_are_those_of_their_definitions() throws IOException {
        double[][] trials = {{0.010, 0.030, 0.035, 0.085, 0.100}, {0.020, 0.025, 0.065, 0.090}};
        var text = new StringBuilder("trial,time_s\n");
        for (int trial = 0; trial < trials.length; trial++) {
            for (double time : trials[trial]) {
                text.append(trial).append(',').append(time).append('\n');
            }
        }
        Path spikes = Files.writeString(folder.resolve("spikes.csv"), text);

        JsonNode found = analysed("interval-statistics", spikes, "interval-statistics.least=2");

        double[] all = {0.020, 0.005, 0.050, 0.015, 0.005, 0.040, 0.025};
        double[][] pairs = {{0.020, 0.005}, {0.005, 0.050}, {0.050, 0.015}, {0.005, 0.040}, {0.040, 0.025}};
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance =
                Arrays.stream(all).map(i -> (i - mean) * (i - mean)).sum() / all.length; // with n, as elephant
        double cv2 = Arrays.stream(pairs)
                .mapToDouble(p -> 2 * Math.abs(p[1] - p[0]) / (p[0] + p[1]))
                .average()
                .orElseThrow();
        double lv = Arrays.stream(pairs)
                .mapToDouble(p -> 3 * Math.pow((p[0] - p[1]) / (p[0] + p[1]), 2))
                .average()
                .orElseThrow();
        double lvr = Arrays.stream(pairs)
                .mapToDouble(p -> 3
                        * (1 - 4 * p[0] * p[1] / Math.pow(p[0] + p[1], 2))
                        * (1 + 4 * 0.005 / (p[0] + p[1]))) // refractoriness 5 ms
                .average()
                .orElseThrow();
        assertThat(number(found, "cv")).isCloseTo(Math.sqrt(variance) / mean, within(1e-9));
        assertThat(number(found, "cv2")).isCloseTo(cv2, within(1e-9));
        assertThat(number(found, "lv")).isCloseTo(lv, within(1e-9));
        assertThat(number(found, "lvr")).isCloseTo(lvr, within(1e-9));
    }
}
