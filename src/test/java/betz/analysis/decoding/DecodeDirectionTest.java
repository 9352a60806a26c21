// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Recorded;
import betz.analysis.Subject;
import betz.analysis.decoding.DecodeDirection.Method;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodeDirectionTest {
    private static final double DT = 0.01;

    @Test
    void recorded_reaches_are_decoded_as_by_scikit_learn() throws IOException {
        double[][] rows = Recorded.table(Recorded.data("centuri_m1_centerout/rates.csv"), 1);
        String golden = Files.readString(Recorded.vector("cosine_tuning/direction_decoding.json"));
        int[] degrees =
                IntStream.range(0, rows.length).map(i -> (int) rows[i][1]).toArray();
        var recording = recording(degrees, 143, (trial, unit) -> rows[trial][2 + unit]);

        Finding found = decode(recording, DecodeDirection.DEFAULT.methods());

        double tolerance = 1e-8; // the golden vector's
        double degree = Math.PI / 180;
        assertThat(found.value("lda_accuracy").value())
                .isCloseTo(number(golden, "LDA_lsqr_autoshrink_sqrt_LOO_accuracy"), within(tolerance));
        assertThat(found.value("ridge_median_error").value() / degree)
                .isCloseTo(number(golden, "ridge10_sqrt_LOO_median_abs_angle_err_deg"), within(tolerance));
        assertThat(found.value("ridge_mean_error").value() / degree)
                .isCloseTo(number(golden, "mean"), within(tolerance));
        // preferred directions crowd along an axis, which draws the population vector there
        double ridge = found.value("ridge_median_error").value();
        assertThat(found.value("optimal_linear_median_error").value()).isBetween(ridge - 0.05, ridge + 0.1);
        assertThat(found.value("population_vector_median_error").value()).isBetween(ridge, Math.PI / 6);
    }

    @Test
    void every_method_is_right_where_rates_are_clear_and_at_chance_where_they_are_noise() {
        int[] degrees = IntStream.range(0, 80).map(i -> i % 8 * 45).toArray();
        var random = RandomStream.of(4, "noise");
        var clear = recording(
                degrees,
                20,
                (trial, unit) ->
                        30 + 10 * Math.cos(Math.toRadians(degrees[trial] - 18 * unit)) + random.nextGaussian());
        var noise = recording(degrees, 20, (trial, unit) -> 30 + random.nextGaussian());

        Finding good = decode(clear, List.of(Method.values()));
        Finding bad = decode(noise, List.of(Method.LDA, Method.RIDGE, Method.OPTIMAL_LINEAR));

        for (Method method : Method.values()) {
            assertThat(good.value(method.word() + "_accuracy").value()).isEqualTo(1);
            assertThat(good.value(method.word() + "_median_error").value()).isLessThan(0.1);
        }
        for (Method method : List.of(Method.LDA, Method.RIDGE, Method.OPTIMAL_LINEAR)) {
            // standard deviation of the share: √(1/8·7/8/80) = 0.037
            assertThat(bad.value(method.word() + "_accuracy").value()).isBetween(0.0, 0.125 + 4 * 0.037);
            // π/2 less 4·0.1; more may come, since leaving a trial out draws the rest away from its direction
            assertThat(bad.value(method.word() + "_mean_error").value()).isGreaterThan(1.17);
        }
        assertThat(good.value("chance_accuracy").value()).isEqualTo(0.125);
        assertThat(good.value("chance_error").value()).isEqualTo(Math.PI / 2);
    }

    @Test
    void the_same_trials_without_noise_within_directions_are_decoded_too() {
        int[] degrees = IntStream.range(0, 24).map(i -> i % 8 * 45).toArray();
        var same =
                recording(degrees, 40, (trial, unit) -> 30 + 10 * Math.cos(Math.toRadians(degrees[trial] - 9 * unit)));

        Finding found = decode(same, List.of(Method.values()));

        for (Method method : Method.values()) {
            assertThat(found.value(method.word() + "_accuracy").value()).isEqualTo(1);
        }
    }

    @Test
    void charts_are_in_degrees_and_count_every_trial() {
        int[] degrees = IntStream.range(0, 32).map(i -> i % 8 * 45).toArray();
        var random = RandomStream.of(6, "noise");
        Finding found = decode(recording(degrees, 5, (t, u) -> 10 + random.nextGaussian()), List.of(Method.RIDGE));

        assertThat(found.plots()).extracting("id").allMatch(id -> id.toString().startsWith("decode-direction"));
        double counted = IntStream.range(0, 25)
                .mapToDouble(i -> found.plots().get(2).curves().get(0).y()[i])
                .sum();
        assertThat(counted).isEqualTo(32);
        assertThat(found.plots().get(1).curves().get(0).x()[7]).isCloseTo(315, within(1e-9));
        assertThat(found.list("decoded_ridge").numbers()).hasSize(32);
    }

    @Test
    void what_cannot_be_decoded_is_told_in_a_sentence() {
        int[] degrees = {0, 0, 0, 90, 90, 90, 180, 180};
        var few = recording(degrees, 3, (t, u) -> 1 + t);
        assertThatThrownBy(() -> decode(few, List.of(Method.LDA)))
                .hasMessage(
                        "number of trials of condition 180° is 2, expected 3 or more, since each is left out in turn");

        var one = recording(new int[] {0, 0, 0, 0}, 3, (t, u) -> 1 + t);
        assertThatThrownBy(() -> decode(one, List.of(Method.LDA))).hasMessageContaining("conditions is 1, expected 3");

        int[] three = {0, 0, 0, 90, 90, 90, 180, 180, 180};
        var negative = recording(three, 3, (t, u) -> u - 1.0);
        assertThatThrownBy(() -> decode(negative, List.of(Method.LDA)))
                .hasMessageContaining("rate of u0 is below 0")
                .hasMessageContaining("squareRoot: false");

        var missing = recording(three, 3, (t, u) -> t == 4 && u == 1 ? Double.NaN : 1);
        assertThatThrownBy(() -> decode(missing, List.of(Method.LDA)))
                .hasMessageContaining("u1 in trial 5 is not a number");
    }

    private static Finding decode(Recording recording, List<Method> methods) {
        return new DecodeDirection("unit.rate", 0, DT, true, methods, 10, 0.05).of(Subject.of(recording, 1));
    }

    interface Rate {
        double of(int trial, int unit);
    }

    /** One step per trial, which holds the trial's rates. */
    static Recording recording(int[] degrees, int units, Rate rate) {
        List<String> names = IntStream.range(0, units).mapToObj(u -> "u" + u).toList();
        Signal rates = Signal.zeros("unit.rate", "spikes/s", degrees.length, 1, names);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < degrees.length; i++) {
            var condition = new Condition(degrees[i] / 45, degrees[i] + "°", Math.toRadians(degrees[i]));
            trials.add(new Trial(condition, new Point(0, 0), new Point(1, 0), 0, 0, 1));
            for (int unit = 0; unit < units; unit++) {
                rates.set(i, 0, unit, rate.of(i, unit));
            }
        }
        return new Recording(new TrialBatch(DT, 1, trials), List.of(rates));
    }

    private static double number(String json, String name) {
        String after = json.substring(json.indexOf("\"" + name + "\":") + name.length() + 3);
        return Double.parseDouble(after.split("[,}\n]", 2)[0].strip());
    }
}
