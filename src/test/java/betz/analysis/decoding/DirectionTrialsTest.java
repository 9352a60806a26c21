// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Angles;
import betz.analysis.UnitTunings;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectionTrialsTest {
    private static final UnitTunings.Window ONE_STEP = new UnitTunings.Window(0, 0.01);
    private static final int[] DEGREES =
            IntStream.range(0, 32).map(i -> i % 8 * 45).toArray();

    @Test
    void the_population_vector_of_a_trial_is_that_of_the_tuning_in_all_others() {
        double[][] rates = noisy(1);
        double[] directions =
                Arrays.stream(DEGREES).mapToDouble(Math::toRadians).toArray();

        double[] decoded = trials(rates).byPopulationVector(1);

        for (int out = 0; out < rates.length; out++) {
            int without = out;
            double[] others = IntStream.range(0, rates.length)
                    .filter(i -> i != without)
                    .mapToDouble(i -> directions[i])
                    .toArray();
            var direct = PopulationVector.fit(RidgeRegressionTest.without(rates, out), others, 1);
            assertThat(decoded[out]).isCloseTo(direct.direction(rates[out]), within(1e-12));
        }
    }

    @Test
    void the_optimal_estimate_of_a_trial_is_that_of_all_others() {
        double[][] rates = noisy(2);
        double[] eight = IntStream.range(0, 8).mapToDouble(i -> i * Math.PI / 4).toArray();

        double[] decoded = trials(rates).byOptimalEstimator();

        for (int out = 0; out < rates.length; out++) {
            int without = out;
            int[] others = IntStream.range(0, rates.length)
                    .filter(i -> i != without)
                    .map(i -> i % 8)
                    .toArray();
            var direct = OptimalLinearEstimator.fit(RidgeRegressionTest.without(rates, out), others, eight);
            assertThat(decoded[out]).isCloseTo(direct.direction(rates[out]), within(1e-12));
        }
    }

    @Test
    void ridge_decodes_a_trial_by_a_fit_to_all_others() {
        double[][] rates = noisy(3);
        double[][] aims = Arrays.stream(DEGREES)
                .mapToObj(d -> new double[] {Math.cos(Math.toRadians(d)), Math.sin(Math.toRadians(d))})
                .toArray(double[][]::new);

        double[] decoded = trials(rates).byRidge(4);

        for (int out = 0; out < rates.length; out++) {
            double[] aim = RidgeRegression.fit(
                            RidgeRegressionTest.without(rates, out), RidgeRegressionTest.without(aims, out), 4)
                    .predict(rates[out]);
            assertThat(Angles.wrapped(decoded[out] - Math.atan2(aim[1], aim[0])))
                    .isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void errors_go_the_short_way_round_and_hits_are_the_nearest_direction() {
        var trials = trials(noisy(4));
        double[] decoded = Arrays.stream(DEGREES).mapToDouble(Math::toRadians).toArray();
        decoded[0] = 2 * Math.PI - 0.1; // asked for 0
        decoded[7] = 0.2; // asked for 315 degrees
        decoded[2] = Math.toRadians(90 + 22); // just on its side
        decoded[3] = Math.toRadians(135 + 23); // just on the next one's

        double[] errors = trials.errors(decoded);
        double[] hits = trials.hits(decoded);

        assertThat(errors[0]).isCloseTo(-0.1, within(1e-12));
        assertThat(errors[7]).isCloseTo(0.2 + Math.PI / 4, within(1e-12));
        assertThat(errors[1]).isCloseTo(0, within(1e-12));
        assertThat(hits[0]).isEqualTo(1);
        assertThat(hits[7]).isEqualTo(0);
        assertThat(hits[2]).isEqualTo(1);
        assertThat(hits[3]).isEqualTo(0);
    }

    @Test
    void rates_are_averaged_from_the_go_cue_on_and_then_rooted() {
        var signal = Signal.zeros("unit.rate", "spikes/s", 9, 10, List.of("u"));
        List<Trial> asked = new ArrayList<>();
        for (int trial = 0; trial < 9; trial++) {
            var condition = new Condition(trial % 3, "c" + trial % 3, trial % 3 * 2.0);
            asked.add(new Trial(condition, new Point(0, 0), new Point(1, 0), 0, 4, 10));
            for (int step = 0; step < 10; step++) {
                signal.set(trial, step, 0, step < 6 ? 1000 : step < 8 ? 6 + trial % 3 : 12 + trial % 3);
            }
        }
        var recording = new Recording(new TrialBatch(0.01, 10, asked), List.of(signal));
        var plain = DirectionTrials.of(recording, "unit.rate", new UnitTunings.Window(0.02, 0.06), false);
        var rooted = DirectionTrials.of(recording, "unit.rate", new UnitTunings.Window(0.02, 0.06), true);

        // means 9, 10 and 11 over steps 6 to 9, the same in all trials of a class, so the nearest is right
        assertThat(plain.units()).isEqualTo(1);
        assertThat(plain.hits(plain.byDiscriminant())).containsOnly(1);
        assertThat(rooted.hits(rooted.byDiscriminant())).containsOnly(1);
        assertThatThrownBy(() -> DirectionTrials.of(recording, "unit.rate", new UnitTunings.Window(0.07, 0.2), true))
                .hasMessageContaining("in which trial 1 has no sample");
    }

    @Test
    void turning_all_directions_turns_the_population_vector() {
        double[][] rates = noisy(5);
        double[] directions =
                Arrays.stream(DEGREES).mapToDouble(Math::toRadians).toArray();
        double[] turned = Arrays.stream(directions).map(d -> d + 0.7).toArray();

        var plain = PopulationVector.fit(rates, directions, 1);
        var other = PopulationVector.fit(rates, turned, 1);

        for (double[] trial : rates) {
            assertThat(Angles.wrapped(other.direction(trial) - plain.direction(trial) - 0.7))
                    .isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void a_units_scale_and_offset_do_not_change_the_population_vector() {
        double[][] rates = noisy(6);
        double[][] scaled = Arrays.stream(rates).map(double[]::clone).toArray(double[][]::new);
        for (double[] trial : scaled) {
            trial[2] = 50 + 7 * trial[2];
        }
        double[] directions =
                Arrays.stream(DEGREES).mapToDouble(Math::toRadians).toArray();

        var plain = PopulationVector.fit(rates, directions, 1);
        var other = PopulationVector.fit(scaled, directions, 1);

        assertThat(Angles.wrapped(other.direction(scaled[9]) - plain.direction(rates[9])))
                .isCloseTo(0, within(1e-9));
    }

    private static DirectionTrials trials(double[][] rates) {
        var recording = DecodeDirectionTest.recording(DEGREES, rates[0].length, (trial, unit) -> rates[trial][unit]);
        return DirectionTrials.of(recording, "unit.rate", ONE_STEP, false);
    }

    /** Rates of six units with preferences 0, 1, ... rad and much noise. */
    private static double[][] noisy(long seed) {
        var random = RandomStream.of(seed, "noisy units");
        double[][] rates = new double[DEGREES.length][6];
        for (int trial = 0; trial < rates.length; trial++) {
            double direction = Math.toRadians(DEGREES[trial]);
            Arrays.setAll(rates[trial], u -> 20 + 5 * Math.cos(direction - u) + 3 * random.nextGaussian());
        }
        return rates;
    }
}
