// SPDX-License-Identifier: Apache-2.0
package betz.train;

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
class LbfgsTest {
    /** Least at (1, 1); Rosenbrock (1960), doi:10.1093/comjnl/3.3.175. */
    private static final Objective VALLEY = (w, gradient) -> {
        double bend = w[1] - w[0] * w[0];
        gradient[0] = -400 * w[0] * bend - 2 * (1 - w[0]);
        gradient[1] = 200 * bend;
        return 100 * bend * bend + (1 - w[0]) * (1 - w[0]);
    };

    /** Half of {@code (w - centre)' A (w - centre)}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bowl(double[][] curvature, double[] centre) implements Objective {
        @Override
        public double at(double[] weights, double[] gradient) {
            double[] from = new double[centre.length];
            Arrays.setAll(from, i -> weights[i] - centre[i]);
            Arrays.setAll(gradient, i -> Lbfgs.dot(curvature[i], from));
            return Lbfgs.dot(from, gradient) / 2;
        }
    }

    /** Returns a bowl whose curvature is B'B + I. */
    private static Bowl bowl(int size, long seed) {
        var random = RandomStream.of(seed, "bowl");
        double[][] b = new double[size][];
        Arrays.setAll(b, i -> random.doubles(size, -1, 1).toArray());
        double[][] curvature = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                curvature[i][j] = i == j ? 1 : 0;
                for (double[] row : b) {
                    curvature[i][j] += row[i] * row[j];
                }
            }
        }
        return new Bowl(curvature, random.doubles(size, -2, 2).toArray());
    }

    private static double[] moved(Lbfgs lbfgs, Objective objective, double[] weights, double[][] moments, int updates) {
        for (int i = 0; i < updates; i++) {
            lbfgs.make(lbfgs.move(objective, weights, moments), weights, moments);
        }
        return weights;
    }

    private static double value(Objective objective, double... weights) {
        return objective.at(weights, new double[weights.length]);
    }

    @Test
    void three_updates_in_one_dimension_are_those_of_the_secant_by_hand() {
        Objective quartic = (w, gradient) -> {
            gradient[0] = w[0] * w[0] * w[0];
            return gradient[0] * w[0] / 4;
        };
        double[] weights = {2};
        double[][] moments = new double[Lbfgs.DEFAULT.moments()][1];

        // slope 8, so a step of 1; from slope 8 to 1 in 1: next step 1/7; from 1 to 216/343 in 1/7: next 216/343 *
        // 49/127
        assertThat(moved(Lbfgs.DEFAULT, quartic, weights, moments, 1)).containsExactly(1);
        assertThat(moved(Lbfgs.DEFAULT, quartic, weights, moments, 1)[0]).isCloseTo(6 / 7.0, within(1e-15));
        assertThat(moved(Lbfgs.DEFAULT, quartic, weights, moments, 1)[0]).isCloseTo(78 / 127.0, within(1e-15));
        assertThat(moments[0][0]).isCloseTo(78 / 127.0 - 6 / 7.0, within(1e-15));
        assertThat(moments[2][0]).isEqualTo(-1);
        assertThat(moments[Lbfgs.DEFAULT.memory() + 2][0]).isEqualTo(-7);
    }

    @Test
    void the_direction_is_that_of_the_dense_update_of_broyden_fletcher_goldfarb_and_shanno() {
        int size = 5;
        var bowl = bowl(size, 3);
        var lbfgs = new Lbfgs(4, 1e-4, 0.9, 20);
        double[][] moments = new double[lbfgs.moments()][size];
        moved(lbfgs, bowl, new double[size], moments, 4);
        double[] gradient = RandomStream.of(3, "gradient").doubles(size, -1, 1).toArray();

        double[] direction = lbfgs.direction(gradient, moments);

        double[][] inverse = inverse(moments, lbfgs.memory());
        for (int i = 0; i < size; i++) {
            assertThat(direction[i])
                    .isCloseTo(-Lbfgs.dot(inverse[i], gradient), within(1e-12)); // rounding of 4 products
        }
    }

    /** Returns equation 6.17 applied to every remembered step, the oldest first, from equation 7.20. */
    private static double[][] inverse(double[][] moments, int memory) {
        int size = moments[0].length;
        double[][] h = new double[size][size];
        for (int i = 0; i < size; i++) {
            h[i][i] = Lbfgs.dot(moments[0], moments[memory]) / Lbfgs.dot(moments[memory], moments[memory]);
        }
        for (int k = memory - 1; k >= 0; k--) {
            double[] s = moments[k];
            double[] y = moments[memory + k];
            double[] hy = new double[size];
            double[][] before = h;
            Arrays.setAll(hy, i -> Lbfgs.dot(before[i], y));
            double sy = Lbfgs.dot(s, y);
            double[][] next = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    next[i][j] = before[i][j]
                            - (s[i] * hy[j] + hy[i] * s[j]) / sy
                            + (1 + Lbfgs.dot(y, hy) / sy) * s[i] * s[j] / sy;
                }
            }
            h = next;
        }
        return h;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12})
    void the_bottom_of_a_bowl_is_reached_in_as_many_updates_as_it_has_dimensions_if_the_search_is_exact(int size) {
        var bowl = bowl(size, size);
        var exact = new Lbfgs(size, 1e-12, 1e-8, 40);
        double[] weights = new double[size];
        double start = value(bowl, weights);

        moved(exact, bowl, weights, new double[exact.moments()][size], size);

        // a slope left over of 1e-8 per search
        assertThat(value(bowl, weights)).isLessThan(1e-12 * start);
        assertThat(weights).containsExactly(bowl.centre, within(1e-5));
    }

    @Test
    void the_bottom_of_a_wide_bowl_is_reached_with_the_usual_search_as_well() {
        var bowl = bowl(40, 9);
        double[] weights = new double[40];

        moved(Lbfgs.DEFAULT, bowl, weights, new double[Lbfgs.DEFAULT.moments()][40], 80);

        assertThat(weights).containsExactly(bowl.centre, within(1e-6)); // 80 updates of linear convergence
    }

    @Test
    void rosenbrocks_valley_is_followed_to_its_end_in_forty_updates() {
        double[] weights = {-1.2, 1};

        moved(Lbfgs.DEFAULT, VALLEY, weights, new double[Lbfgs.DEFAULT.moments()][2], 40);

        assertThat(weights).containsExactly(new double[] {1, 1}, within(1e-9)); // convergence is superlinear
    }

    @Test
    void every_step_meets_the_strong_wolfe_conditions() {
        double[] weights = {-1.2, 1};
        double[][] moments = new double[Lbfgs.DEFAULT.moments()][2];
        double[] gradient = new double[2];

        for (int i = 0; i < 30; i++) {
            double before = VALLEY.at(weights, gradient);
            double[] step = Lbfgs.DEFAULT.move(VALLEY, weights, moments).step();
            double slope = Lbfgs.dot(gradient, step);
            moved(Lbfgs.DEFAULT, VALLEY, weights, moments, 1);
            double after = VALLEY.at(weights, gradient);

            assertThat(slope).isNegative();
            assertThat(after).isLessThanOrEqualTo(before + 1e-4 * slope);
            assertThat(Math.abs(Lbfgs.dot(gradient, step))).isLessThanOrEqualTo(-0.9 * slope);
        }
    }

    @Test
    void a_place_without_a_number_is_stepped_back_from() {
        Objective cliff = (w, gradient) -> {
            gradient[0] = -1 / w[0] + 1;
            return w[0] <= 0 ? Double.NaN : w[0] - Math.log(w[0]); // least at 1
        };
        double[] weights = {40};

        moved(Lbfgs.DEFAULT, cliff, weights, new double[Lbfgs.DEFAULT.moments()][1], 15);

        assertThat(weights[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void where_nothing_is_lower_the_weights_stay_and_the_memory_goes() {
        Objective uphill = (w, gradient) -> {
            gradient[0] = 1; // not the slope of what is returned
            return -w[0];
        };
        double[] weights = {5};
        double[][] moments = new double[Lbfgs.DEFAULT.moments()][1];
        moments[0][0] = 1;
        moments[Lbfgs.DEFAULT.memory()][0] = 1;

        moved(Lbfgs.DEFAULT, uphill, weights, moments, 1);

        assertThat(weights).containsExactly(5);
        assertThat(moments).isDeepEqualTo(new double[Lbfgs.DEFAULT.moments()][1]);
    }

    @Test
    void at_the_bottom_the_weights_stay() {
        var bowl = bowl(3, 1);
        double[] weights = bowl.centre.clone();

        moved(Lbfgs.DEFAULT, bowl, weights, new double[Lbfgs.DEFAULT.moments()][3], 2);

        assertThat(weights).containsExactly(bowl.centre);
    }

    @Test
    void no_update_asks_for_more_values_than_allowed() {
        var few = new Lbfgs(3, 1e-4, 1e-3, 4);
        int[] asked = {0};
        Objective counted = (w, gradient) -> {
            asked[0]++;
            return VALLEY.at(w, gradient);
        };
        double[] weights = {-1.2, 1};
        double[][] moments = new double[few.moments()][2];

        for (int i = 0; i < 20; i++) {
            asked[0] = 0;
            few.move(counted, weights, moments);
            moved(few, VALLEY, weights, moments, 1);
            assertThat(asked[0]).isBetween(3, 6); // the beginning, at most four on the way, the end again
        }
    }

    @Test
    void what_curves_downwards_is_not_remembered() {
        double[][] moments = new double[Lbfgs.DEFAULT.moments()][2];
        double[] weights = {0, 0};

        Lbfgs.DEFAULT.make(new Lbfgs.Move(new double[] {1, 0}, new double[] {-1, 0}), weights, moments);

        assertThat(weights).containsExactly(1, 0);
        assertThat(moments).isDeepEqualTo(new double[Lbfgs.DEFAULT.moments()][2]);
    }

    @Test
    void settings_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new Lbfgs(0, 1e-4, 0.9, 20)).hasMessage("memory is 0, expected 1 to 100");
        assertThatThrownBy(() -> new Lbfgs(5, 0, 0.9, 20))
                .hasMessage("decrease is 0.0, expected a number above 0 and below curvature, 0.9");
        assertThatThrownBy(() -> new Lbfgs(5, 0.9, 0.9, 20))
                .hasMessage("decrease is 0.9, expected a number above 0 and below curvature, 0.9");
        assertThatThrownBy(() -> new Lbfgs(5, 1e-4, 1, 20)).hasMessageStartingWith("curvature is 1.0, expected ");
        assertThatThrownBy(() -> new Lbfgs(5, 1e-4, 0.9, 0)).hasMessage("evaluations is 0, expected 1 to 1000");
    }
}
