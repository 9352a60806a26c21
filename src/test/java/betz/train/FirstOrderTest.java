// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every optimiser to its paper's update by hand, and all of them to what they have in common. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstOrderTest {
    private static final double ROUNDING = 1e-15;

    static Stream<FirstOrder> all() {
        return Stream.of(
                Sgd.DEFAULT,
                new Sgd(0.1, 0.5, true),
                Rmsprop.DEFAULT,
                Adam.DEFAULT,
                new Adamw(0.1, 0.9, 0.9, 1e-8, 0.1),
                new TwoRate(0.21, 0.59, 0.02, 1));
    }

    /** Returns a single weight, 1 at first, after each of the gradients. */
    private static List<Double> way(FirstOrder optimiser, double share, double... gradients) {
        double[] weights = {1};
        double[][] moments = new double[optimiser.moments()][1];
        long[] iteration = {0};
        return java.util.Arrays.stream(gradients)
                .mapToObj(gradient -> {
                    optimiser.update(++iteration[0], share, new double[] {gradient}, weights, moments);
                    return weights[0];
                })
                .toList();
    }

    private static void follows(List<Double> way, double... expected) {
        assertThat(way.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void momentum_keeps_a_share_of_the_velocity() {
        // v = 2, then 1 + 1 = 2, then 1 - 3 = -2
        follows(way(new Sgd(0.1, 0.5, false), 1, 2, 1, -3), 0.8, 0.6, 0.8);
    }

    @Test
    void nesterovs_momentum_adds_the_gradient_to_the_velocity_ahead() {
        // g + v / 2: 2 + 1, then 1 + 1, then -3 - 1
        follows(way(new Sgd(0.1, 0.5, true), 1, 2, 1, -3), 0.7, 0.5, 0.9);
    }

    @Test
    void without_momentum_the_weights_go_down_the_gradient_whether_they_look_ahead_or_not() {
        follows(way(new Sgd(0.1, 0, false), 1, 2, 1, -3), 0.8, 0.7, 1.0);
        follows(way(new Sgd(0.1, 0, true), 1, 2, 1, -3), 0.8, 0.7, 1.0);
    }

    @Test
    void rmsprop_divides_by_the_root_mean_square_with_epsilon_outside_the_root() {
        // v = .25 * 4 = 1, then .75 + .25 = 1, then .75 + 2.25 = 3; epsilon 1 makes quotients 2/2, -1/2, 3/(1 + sqrt 3)
        follows(way(new Rmsprop(0.1, 0.75, 1), 1, 2, -1, 3), 0.9, 0.95, 0.95 - 0.3 / (1 + Math.sqrt(3)));
    }

    @Test
    void the_first_step_of_rmsprop_is_longer_than_the_rate_since_its_mean_begins_at_zero() {
        follows(way(new Rmsprop(0.1, 0.75, 1e-300), 1, 7), 1 - 0.1 / Math.sqrt(0.25));
    }

    @Test
    void adamw_takes_the_step_of_adam_and_a_share_of_the_weight_itself() {
        // moments as in AdamTest: quotients 1, (.08 / .19) / sqrt(.0496 / .0199), (.122 / .271) / sqrt(.051604 /
        // .029701)
        double first = 1 - 0.1 - 0.01;
        double second = first - 0.1 * (0.08 / 0.19) / Math.sqrt(0.0496 / 0.0199) - 0.01 * first;
        double third = second - 0.1 * (0.122 / 0.271) / Math.sqrt(0.051604 / 0.029701) - 0.01 * second;

        follows(way(new Adamw(0.1, 0.9, 0.99, 1e-300, 0.01), 1, 2, -1, 0.5), first, second, third);
    }

    @Test
    void the_decay_of_adamw_is_no_part_of_the_gradient() {
        var plain = new Adam(0.1, 0.9, 0.99, 1e-8);
        var decaying = new Adamw(0.1, 0.9, 0.99, 1e-8, 0.5);
        double[][] one = new double[2][1];
        double[][] other = new double[2][1];

        plain.update(1, new double[] {3}, new double[] {1e6}, one);
        decaying.update(1, new double[] {3}, new double[] {1e6}, other);

        assertThat(other).isDeepEqualTo(one);
    }

    @Test
    void a_schedule_scales_the_decay_of_adamw_as_well() {
        follows(way(new Adamw(0.1, 0.9, 0.99, 1e-300, 0.01), 0.5, 2), 1 - 0.05 - 0.005);
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_share_of_the_rate_moves_nothing_and_half_of_it_half_as_far(FirstOrder optimiser) {
        double whole = way(optimiser, 1, 2.5).get(0) - 1;

        assertThat(way(optimiser, 0, 2.5)).containsExactly(1.0);
        assertThat(way(optimiser, 0.5, 2.5).get(0) - 1).isCloseTo(whole / 2, within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_weight_is_updated_by_its_own_gradient_alone(FirstOrder optimiser) {
        var random = RandomStream.of(1, "gradients");
        double[] both = {1, 1};
        double[][] moments = new double[optimiser.moments()][2];
        double[] gradients = random.doubles(5, -1, 1).toArray();

        for (int t = 1; t <= 5; t++) {
            optimiser.update(t, new double[] {gradients[t - 1], random.nextGaussian()}, both, moments);
        }

        assertThat(both[0]).isEqualTo(way(optimiser, 1, gradients).get(4));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_bowl_is_descended_to_its_bottom(FirstOrder optimiser) {
        double[] weights = {1};
        double[][] moments = new double[optimiser.moments()][1];

        for (int t = 1; t <= 3000; t++) {
            optimiser.update(t, new double[] {4 * weights[0]}, weights, moments);
        }

        assertThat(weights[0]).isCloseTo(0, within(0.01)); // at a constant rate they end going to and fro
    }

    @Test
    void settings_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new Sgd(0, 0.9, false)).hasMessage("rate is 0.0, expected a number above 0");
        assertThatThrownBy(() -> new Sgd(1, 1, false)).hasMessage("momentum is 1.0, expected 0.0 to 0.999999999999");
        assertThatThrownBy(() -> new Rmsprop(-1, 0.9, 1)).hasMessage("rate is -1.0, expected a number above 0");
        assertThatThrownBy(() -> new Rmsprop(1, -0.1, 1)).hasMessageStartingWith("beta is -0.1, expected 0.0 to");
        assertThatThrownBy(() -> new Rmsprop(1, 0.9, 0)).hasMessage("epsilon is 0.0, expected a number above 0");
        assertThatThrownBy(() -> new Adamw(1, 2, 0.9, 1, 0)).hasMessageStartingWith("beta1 is 2.0, expected 0.0 to");
        assertThatThrownBy(() -> new Adamw(1, 0.9, 0.9, 1, 2)).hasMessage("decay is 2.0, expected 0.0 to 1.0");
    }
}
