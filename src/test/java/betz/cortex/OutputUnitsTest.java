// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputUnitsTest {
    private static final double[][] NOTHING = {{0}, {0}};

    @Test
    void a_greater_population_begins_with_the_units_of_a_smaller_one() {
        var few = OutputUnits.sample(Tuning.DEFAULT, 25, 3);
        var many = OutputUnits.sample(Tuning.DEFAULT, 100, 3);

        assertThat(Arrays.copyOf(many.weights, few.weights.length)).isEqualTo(few.weights);
        assertThat(Arrays.copyOf(many.gain, 25)).isEqualTo(few.gain);
        assertThat(OutputUnits.sample(Tuning.DEFAULT, 25, 4).gain).isNotEqualTo(few.gain);
    }

    @Test
    void the_sampled_tuning_has_the_stated_medians_bounds_and_axis() {
        int units = 20_000;
        var sampled = OutputUnits.sample(Tuning.DEFAULT, units, 1);
        double cos = Arrays.stream(sampled.preferred).map(a -> Math.cos(2 * a)).sum() / units;
        double sin = Arrays.stream(sampled.preferred).map(a -> Math.sin(2 * a)).sum() / units;

        // standard error of a median: 1.25 sigma / sqrt(units) of it, 0.3 % and 0.7 %; of the mean vector: 0.005
        assertThat(median(sampled.baseline)).isCloseTo(10, within(0.1));
        assertThat(median(sampled.gain)).isCloseTo(8, within(0.24));
        assertThat(Arrays.stream(sampled.gain).max().orElseThrow()).isEqualTo(60);
        assertThat(Math.hypot(cos, sin)).isCloseTo(0.25, within(0.02)); // half of the density's depth
        assertThat(Math.toDegrees(Math.atan2(sin, cos)) + 360).isCloseTo(2 * 146, within(4.0));
    }

    @Test
    void lags_are_even_over_0_to_50_ms() {
        var sampled = OutputUnits.sample(Tuning.DEFAULT, 12_000, 2);

        for (int tens = 0; tens <= 5; tens++) {
            double lag = tens * 0.010;
            long found = Arrays.stream(sampled.lag)
                    .filter(s -> Math.abs(s - lag) < 1e-9)
                    .count();
            assertThat(found).isBetween(1840L, 2160L); // 2,000 and four standard errors
        }
    }

    @Test
    void direction_times_speed_alone_leaves_only_velocity_weights_without_lag() {
        var sampled = OutputUnits.sample(Tuning.DEFAULT.withFeatures(Features.DIRECTION_SPEED), 50, 1);

        for (int i = 0; i < sampled.weights.length; i++) {
            int feature = i % MotorFeatures.COUNT;
            assertThat(sampled.weights[i] != 0).isEqualTo(feature == 2 || feature == 3);
        }
        assertThat(sampled.lag).containsOnly(0);
    }

    @Test
    void a_population_at_rest_stays_exactly_at_its_baselines() {
        var units = OutputUnits.sample(Tuning.DEFAULT, 30, 1);
        var kernel = units.kernel(1, 0.010, 0.040);

        for (int step = 0; step < 10; step++) {
            kernel.step(NOTHING, NOTHING, NOTHING, NOTHING);
        }

        for (int unit = 0; unit < 30; unit++) {
            assertThat(kernel.rates()[unit][0]).isEqualTo(units.baseline[unit]);
            assertThat(kernel.smooth()[unit][0]).isEqualTo(units.baseline[unit]);
        }
    }

    @Test
    void a_unit_answers_a_step_of_position_after_its_lag_and_through_the_kernel() {
        var units = OutputUnits.sample(Tuning.DEFAULT, 30, 1);
        var kernel = units.kernel(1, 0.010, 0.040);
        double[][] position = {{0.001}, {0}};

        for (int step = 0; step < 10; step++) {
            kernel.step(position, NOTHING, NOTHING, NOTHING);

            for (int unit = 0; unit < 30; unit++) {
                int felt = step + 1 - (int) Math.round(units.lag[unit] / 0.010); // steps since the unit feels it
                double change = units.gain[unit] * units.weights[unit * MotorFeatures.COUNT] * 0.001 / 0.1;
                double smooth = felt > 0 ? change * (1 - Math.exp(-felt * 0.010 / 0.040)) : 0;
                assertThat(kernel.rates()[unit][0] - units.baseline[unit])
                        .isCloseTo(felt > 0 ? change : 0, within(1e-12));
                assertThat(kernel.smooth()[unit][0] - units.baseline[unit]).isCloseTo(smooth, within(1e-12));
            }
        }
    }

    @Test
    void rates_stay_within_0_and_100() {
        var kernel = OutputUnits.sample(Tuning.DEFAULT, 100, 1).kernel(1, 0.010, 0.040);

        kernel.step(new double[][] {{5}, {5}}, new double[][] {{5}, {5}}, NOTHING, NOTHING);
        kernel.step(new double[][] {{5}, {5}}, new double[][] {{5}, {5}}, NOTHING, NOTHING);

        assertThat(Arrays.stream(kernel.rates()).mapToDouble(r -> r[0])).allMatch(r -> r >= 0 && r <= 100);
        assertThat(Arrays.stream(kernel.rates()).mapToDouble(r -> r[0])).contains(0.0, 100.0);
    }

    @Test
    void the_second_harmonic_repeats_every_half_turn() {
        var features = new MotorFeatures(0, 2);
        double x = 0.3 * Math.cos(0.4);
        double y = 0.3 * Math.sin(0.4);

        features.add(pair(0, 0), new double[][] {{x, -x}, {y, -y}}, pair(0, 0), pair(0, 0));

        double[][] row = features.ago(0);
        assertThat(row[6]).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(row[7]).containsExactly(new double[] {Math.cos(0.8), Math.cos(0.8)}, within(1e-15));
        assertThat(row[8]).containsExactly(new double[] {Math.sin(0.8), Math.sin(0.8)}, within(1e-15));
    }

    private static double[][] pair(double x, double y) {
        return new double[][] {{x, x}, {y, y}};
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
