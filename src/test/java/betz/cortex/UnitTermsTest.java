// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitTermsTest {
    private static final double DT = 0.010;
    private static final double TAU = 0.040;

    @Test
    void features_are_the_movement_over_its_scales() {
        var features = new MotorFeatures(0, 1);

        // speed 0.5 m/s at the angle whose cosine is 0.6 and sine 0.8: twice it has cosine -0.28 and sine 0.96
        features.add(one(0.02, -0.03), one(0.3, 0.4), one(-1.25, 5), one(0.1, -0.2));

        double speed = 0.5 / 0.3;
        double[] expected = {0.2, -0.3, 1, 0.4 / 0.3, -0.5, 2, speed, -0.28 * speed, 0.96 * speed, 1, -2};
        for (int i = 0; i < MotorFeatures.COUNT; i++) {
            assertThat(features.ago(0)[i][0]).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void at_rest_the_harmonic_is_zero_and_a_number() {
        var features = new MotorFeatures(0, 1);

        features.add(one(0, 0), one(0, 0), one(0, 0), one(0, 0));

        for (double[] row : features.ago(0)) {
            assertThat(row[0]).isZero();
        }
    }

    @Test
    void memory_holds_as_many_steps_as_asked_and_zeros_before_them() {
        var features = new MotorFeatures(3, 1);

        features.add(one(0.1, 0), one(0, 0), one(0, 0), one(0, 0));
        features.add(one(0.2, 0), one(0, 0), one(0, 0), one(0, 0));

        assertThat(features.ago(0)[0][0]).isEqualTo(2);
        assertThat(features.ago(1)[0][0]).isEqualTo(1);
        assertThat(features.ago(2)[0][0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 9})
    void each_vector_term_adds_its_weight_times_its_feature(int term) {
        var units = OutputUnits.sample(Tuning.DEFAULT, 200, 5);
        var kernel = units.kernel(1, DT, TAU);
        double[] scale = {0.1, 0, 0.3, 0, 2.5, 0, 0, 0, 0, 0.1};
        double[][][] in = {one(0, 0), one(0, 0), one(0, 0), one(0, 0)};
        in[term == 9 ? 3 : term / 2] = one(0, 0.02 * scale[term]); // along y

        for (int step = 0; step < 6; step++) { // beyond the greatest lag
            kernel.step(in[0], in[1], in[2], in[3]);
        }

        for (int unit = 0; unit < 200; unit++) {
            int row = unit * MotorFeatures.COUNT;
            double drive = 0.02 * units.weights[row + term + 1];
            if (term == 2) { // velocity also drives speed and the harmonic, whose cosine is -1 along y
                drive += 0.02 * (units.weights[row + 6] - units.weights[row + 7]);
            }
            double expected = Math.max(0, units.baseline[unit] + units.gain[unit] * drive);
            assertThat(kernel.rates()[unit][0]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void the_kernel_passes_a_constant_in_full_and_63_percent_of_it_after_its_time_constant() {
        var units = OutputUnits.sample(Tuning.DEFAULT.withFeatures(Features.DIRECTION_SPEED), 50, 1); // no lags
        var kernel = units.kernel(1, DT, TAU);
        for (int step = 0; step < 4; step++) {
            kernel.step(one(0, 0), one(0.05, 0.02), one(0, 0), one(0, 0));
        }
        for (int unit = 0; unit < 50; unit++) {
            double change = kernel.rates()[unit][0] - units.baseline[unit];
            double smooth = kernel.smooth()[unit][0] - units.baseline[unit];
            assertThat(smooth).isCloseTo(change * (1 - Math.exp(-1)), within(1e-12));
        }

        for (int step = 0; step < 200; step++) {
            kernel.step(one(0, 0), one(0.05, 0.02), one(0, 0), one(0, 0));
        }
        for (int unit = 0; unit < 50; unit++) {
            assertThat(kernel.smooth()[unit][0]).isCloseTo(kernel.rates()[unit][0], within(1e-12));
        }
    }

    @Test
    void planning_units_are_at_their_baselines_without_a_target_and_opposite_for_opposite_ones() {
        var units = PlanningUnits.sample(Tuning.DEFAULT, 60, 1);
        double[][] rate = new double[62][3];

        // none, one way, the other; 2 mm away, so that no unit falls silent: 60 spikes/s times 0.02 is below 4
        units.rates(new double[][] {{0, 0.001, -0.001}, {0, -0.0015, 0.0015}}, TouchedRates.none(), rate, 2);

        assertThat(rate[0]).containsOnly(0);
        assertThat(rate[1]).containsOnly(0);
        for (int unit = 2; unit < 62; unit++) {
            assertThat(rate[unit][1] + rate[unit][2]).isCloseTo(2 * rate[unit][0], within(1e-13));
            assertThat(rate[unit][1]).isNotEqualTo(rate[unit][2]);
        }
    }

    @Test
    void planning_units_follow_the_cosine_of_the_targets_direction_and_are_never_negative() {
        var units = PlanningUnits.sample(Tuning.DEFAULT, 60, 1);
        int directions = 360;
        double[][] way = new double[2][directions + 1];
        for (int i = 0; i < directions; i++) {
            way[0][i] = 0.002 * Math.cos(Math.toRadians(i));
            way[1][i] = 0.002 * Math.sin(Math.toRadians(i));
        }
        way[0][directions] = 10; // far off: half of the units would be negative
        double[][] rate = new double[60][directions + 1];

        units.rates(way, TouchedRates.none(), rate, 0);

        int silent = 0;
        for (double[] unit : rate) {
            for (int i = 0; i < directions; i++) { // r(i) + r(i + 180) = r(i + 90) + r(i + 270), as for any cosine
                double across = unit[(i + 90) % 360] + unit[(i + 270) % 360];
                assertThat(unit[i] + unit[(i + 180) % 360]).isCloseTo(across, within(1e-12));
            }
            assertThat(unit[directions]).isNotNegative();
            silent += unit[directions] == 0 ? 1 : 0;
        }
        assertThat(silent).isBetween(15, 45); // half of 60, four standard errors
    }

    @Test
    void the_same_seed_draws_the_same_units_and_a_greater_population_begins_with_them() {
        double[][] way = {{0.03}, {-0.05}};
        double[][] few = new double[20][1];
        double[][] many = new double[50][1];
        double[][] other = new double[20][1];

        PlanningUnits.sample(Tuning.DEFAULT, 20, 9).rates(way, TouchedRates.none(), few, 0);
        PlanningUnits.sample(Tuning.DEFAULT, 50, 9).rates(way, TouchedRates.none(), many, 0);
        PlanningUnits.sample(Tuning.DEFAULT, 20, 10).rates(way, TouchedRates.none(), other, 0);

        assertThat(Arrays.copyOf(many, 20)).isDeepEqualTo(few);
        assertThat(Arrays.deepEquals(other, few)).isFalse();
        var once = OutputUnits.sample(Tuning.RECORDED, 30, 9);
        var again = OutputUnits.sample(Tuning.RECORDED, 30, 9);
        assertThat(again.weights).isEqualTo(once.weights);
        assertThat(again.lag).isEqualTo(once.lag);
        assertThat(again.baselines()).isEqualTo(once.baselines());
    }

    @Test
    void rates_without_spread_are_the_median_and_draws_are_held_within_the_bounds() {
        var random = RandomStream.of(1, "rates");
        var wide = new LogNormal(10, 3, 8, 12);

        assertThat(new LogNormal(10, 0, 4, 40).draw(random)).isEqualTo(10);
        for (int i = 0; i < 1000; i++) {
            assertThat(wide.draw(random)).isBetween(8.0, 12.0);
        }
    }

    @Test
    void settings_of_the_units_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new LogNormal(0, 1, 0, 10))
                .hasMessage("median is 0.0 1/s, expected a number above 0 1/s");
        assertThatThrownBy(() -> new LogNormal(5, 1, 20, 10))
                .hasMessage("high is 10.0 1/s, expected 20.0 to 1000.0 1/s");
        var rates = new LogNormal(10, 0.35, 4, 40);
        assertThatThrownBy(() -> new Tuning(Features.FULL, rates, rates, 1, 1, 1, 1, 1, 0, 1.5, 0, 0))
                .hasMessage("bimodality is 1.5, expected 0.0 to 1.0");
        assertThatThrownBy(() -> TunedCortex.DEFAULT.withUnits(0)).hasMessage("units is 0, expected 1 to 100000");
        assertThatThrownBy(() -> new Readout(new double[2], new double[3], new double[5]))
                .hasMessage("weights of the read-out is 5 values, expected 6 values");
    }

    private static double[][] one(double x, double y) {
        return new double[][] {{x}, {y}};
    }
}
