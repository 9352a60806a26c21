// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Angles;
import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.decoding.DecodeDirection.Method;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not change decoded directions, and what must change them in a known way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectionInvarianceTest {
    private static final int DIRECTIONS = 8;
    private static final int TRIALS = 64;
    private static final int UNITS = 12;

    @Test
    void chance_is_that_of_directions_where_targets_lie_at_two_distances() {
        Finding near = decode(recording(1, 0, 1), 1, Method.RIDGE);
        Finding both = decode(recording(2, 0, 1), 1, Method.RIDGE);

        assertThat(near.value("chance_accuracy").value()).isEqualTo(1.0 / DIRECTIONS);
        assertThat(both.value("chance_accuracy").value()).isEqualTo(1.0 / DIRECTIONS);
        assertThat(both.value("ridge_accuracy")).isEqualTo(near.value("ridge_accuracy"));
        assertThat(both.conventions()).anyMatch(one -> one.contains("the nearest of 8 directions"));
        assertThat(both.value("chance_error").value()).isEqualTo(Math.PI / 2);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void turning_all_targets_turns_what_is_decoded(Method method) {
        double turn = 0.4;
        double[] straight = decoded(recording(1, 0, 1), method);
        double[] turned = decoded(recording(1, turn, 1), method);

        for (int i = 0; i < straight.length; i++) {
            // the rates are the same, only what they are of is turned
            assertThat(Angles.wrapped(turned[i] - straight[i] - turn)).isCloseTo(0, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"LDA", "POPULATION_VECTOR", "OPTIMAL_LINEAR"})
    void the_unit_of_rates_does_not_matter_where_nothing_is_penalised(Method method) {
        double[] slow = decoded(recording(1, 0, 1), method);
        double[] fast = decoded(recording(1, 0, 1000), method);

        for (int i = 0; i < slow.length; i++) {
            assertThat(Angles.wrapped(fast[i] - slow[i])).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void a_penalty_weighs_more_against_smaller_rates() {
        // a penalty times s² undoes rates times s
        double[] small = decoded(recording(1, 0, 1), 10, false);
        double[] large = decoded(recording(1, 0, 3), 90, false);
        double[] other = decoded(recording(1, 0, 3), 10, false);

        assertThat(large).containsExactly(small, within(1e-9));
        assertThat(other[0]).isNotCloseTo(small[0], within(1e-9));
    }

    @Test
    void roots_are_taken_only_where_they_are_asked_for() {
        double[] rooted = decoded(recording(1, 0, 1), 10, true);
        double[] plain = decoded(recording(1, 0, 1), 10, false);

        assertThat(rooted[5]).isNotCloseTo(plain[5], within(1e-9));
        assertThat(settings(10, true, 0.05, Method.RIDGE)
                        .of(Subject.of(recording(1, 0, 1), 1))
                        .conventions()
                        .get(0))
                .startsWith("Square roots of unit.rate averaged from 0 to 20 ms after the ")
                .endsWith("; 12 units, 64 trials.");
        assertThat(settings(10, false, 0.05, Method.RIDGE)
                        .of(Subject.of(recording(1, 0, 1), 1))
                        .conventions()
                        .get(0))
                .startsWith("unit.rate averaged");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void figures_are_those_of_the_errors_told(Method method) {
        Finding found = decode(recording(1, 0, 1), 1, method);
        double[] target = found.list("target_directions").numbers();
        double[] decoded = found.list("decoded_" + method.word()).numbers();
        double[] errors = new double[target.length];
        double hits = 0;
        for (int i = 0; i < errors.length; i++) {
            // the short way round by the chord, not by wrapping
            double chord =
                    Math.hypot(Math.cos(decoded[i]) - Math.cos(target[i]), Math.sin(decoded[i]) - Math.sin(target[i]));
            errors[i] = 2 * Math.asin(Math.min(1, chord / 2));
            hits += errors[i] < Math.PI / DIRECTIONS ? 1 : 0;
        }

        assertThat(found.value(method.word() + "_accuracy").value()).isCloseTo(hits / TRIALS, within(1e-12));
        assertThat(found.value(method.word() + "_median_error").value())
                .isCloseTo(Samples.median(errors), within(1e-7)); // asin near 0
        assertThat(found.value(method.word() + "_mean_error").value()).isCloseTo(Samples.mean(errors), within(1e-7));
        assertThat(found.value(method.word() + "_mean_error").low())
                .isLessThan(found.value(method.word() + "_mean_error").value());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void charts_show_the_quartiles_of_each_direction_and_at_most_180_degrees_of_error(Method method) {
        Finding found = decode(recording(1, 0, 1), 1, method);
        double[] target = found.list("target_directions").numbers();
        double[] decoded = found.list("decoded_" + method.word()).numbers();
        Plot.Curve medians = found.plots().get(1).curves().get(0);

        for (int c = 0; c < DIRECTIONS; c++) {
            double direction = 2 * Math.PI * c / DIRECTIONS;
            double[] own = IntStream.range(0, TRIALS)
                    .filter(i -> Math.abs(target[i] - direction) < 1e-9)
                    .mapToDouble(i -> Math.abs(Math.toDegrees(Angles.wrapped(decoded[i] - target[i]))))
                    .toArray();
            assertThat(own).hasSize(TRIALS / DIRECTIONS);
            assertThat(medians.x()[c]).isCloseTo(45 * c, within(1e-9));
            assertThat(medians.y()[c]).isCloseTo(Samples.median(own), within(1e-9));
            assertThat(medians.low()[c]).isCloseTo(Samples.quantile(own, 0.25), within(1e-9));
            assertThat(medians.high()[c]).isCloseTo(Samples.quantile(own, 0.75), within(1e-9));
        }
        Plot.Curve dots = found.plots().get(0).curves().get(1);
        for (int i = 0; i < TRIALS; i++) {
            assertThat(Math.abs(dots.y()[i] - dots.x()[i])).isLessThanOrEqualTo(180 + 1e-9);
            assertThat(Angles.wrapped(Math.toRadians(dots.y()[i]) - decoded[i])).isCloseTo(0, within(1e-9));
        }
        assertThat(found.plots()).allMatch(plot -> plot.x().unit().equals("deg"));
    }

    @Test
    void the_seed_moves_intervals_and_nothing_else() {
        Finding one = decode(recording(1, 0, 1), 1, Method.RIDGE);
        Finding again = decode(recording(1, 0, 1), 1, Method.RIDGE);
        Finding two = decode(recording(1, 0, 1), 2, Method.RIDGE);

        assertThat(again.measures()).isEqualTo(one.measures());
        assertThat(two.value("ridge_mean_error").value())
                .isEqualTo(one.value("ridge_mean_error").value());
        assertThat(two.value("ridge_mean_error")).isNotEqualTo(one.value("ridge_mean_error"));
    }

    @Test
    void each_method_says_what_it_was_set_to() {
        Finding found = settings(7.5, true, 0.2, Method.values()).of(Subject.of(recording(1, 0, 1), 1));

        assertThat(found.conventions())
                .anyMatch(one -> one.startsWith("Ridge:") && one.contains("penalty 7.5,"))
                .anyMatch(one -> one.startsWith("Population vector:") && one.endsWith("p of at most 0.2."))
                .anyMatch(one -> one.startsWith("LDA:"))
                .anyMatch(one -> one.startsWith("Optimal linear"));
        assertThat(decode(recording(1, 0, 1), 1, Method.LDA).conventions())
                .noneMatch(one -> one.startsWith("Ridge:") || one.startsWith("Population vector:"));
    }

    @Test
    void settings_out_of_range_and_windows_outside_are_refused() {
        assertThatThrownBy(() -> settings(-1, true, 0.05, Method.RIDGE)).hasMessageContaining("alpha");
        assertThatThrownBy(() -> settings(1, true, 1.5, Method.RIDGE)).hasMessageContaining("tunedBelow");
        assertThatThrownBy(() -> settings(1, true, 0.5)).hasMessage("methods is empty, expected one decoder or more");
        var late = new DecodeDirection("unit.rate", 0.5, 0.6, true, List.of(Method.RIDGE), 1, 0.05);
        assertThatThrownBy(() -> late.of(Subject.of(recording(1, 0, 1), 1)))
                .hasMessageContaining("0.5 to 0.6 s, in which trial 1 has no sample");
    }

    private static DecodeDirection settings(double alpha, boolean root, double below, Method... methods) {
        return new DecodeDirection("unit.rate", 0, 0.02, root, List.of(methods), alpha, below);
    }

    private static Finding decode(Recording recording, long seed, Method method) {
        return settings(10, false, 0.05, method).of(Subject.of(recording, seed));
    }

    private static double[] decoded(Recording recording, Method method) {
        return decode(recording, 1, method).list("decoded_" + method.word()).numbers();
    }

    private static double[] decoded(Recording recording, double alpha, boolean root) {
        return settings(alpha, root, 0.05, Method.RIDGE)
                .of(Subject.of(recording, 1))
                .list("decoded_ridge")
                .numbers();
    }

    /** Noisy cosine units that prefer evenly spread directions; trials go round the targets, then to the next distance. */
    private static Recording recording(int distances, double turn, double scale) {
        var random = RandomStream.of(9, "rates");
        String[] names = new String[UNITS];
        Arrays.setAll(names, i -> "u" + i);
        Signal rates = Signal.zeros("unit.rate", "spikes/s", TRIALS, 2, List.of(names));
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            int aim = i % DIRECTIONS;
            int far = i / DIRECTIONS % distances;
            double direction = 2 * Math.PI * aim / DIRECTIONS;
            var condition = new Condition(aim + DIRECTIONS * far, aim + " at " + far, direction + turn);
            trials.add(new Trial(condition, new Point(0, 0), new Point(1.0 + far, 0), 0, 0, 2));
            for (int unit = 0; unit < UNITS; unit++) {
                double mean = 40 + 8 * Math.cos(direction - 2 * Math.PI * unit / UNITS) + 4 * random.nextGaussian();
                for (int step = 0; step < 2; step++) {
                    rates.set(i, step, unit, scale * mean);
                }
            }
        }
        return new Recording(new TrialBatch(0.01, 2, trials), List.of(rates));
    }
}
