// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {
    private static final double ROUNDING = 1e-15; // of sines and cosines, times metres
    private static final Point START = new Point(0.2, 0.1);
    private static final Trial RIGHT = new Trial(new Condition(0, "right", 0), START, START.plus(0.1, 0), 20, 70, 200);

    @Test
    void a_turn_of_ninety_degrees_shows_a_hand_to_the_right_of_the_start_ahead_of_it() {
        double[][] seen = see(new Cursor(Math.PI / 2, 1, false), 0.25, 0.1, 0.3, 0);

        assertThat(seen[0][0]).isCloseTo(0.2, within(ROUNDING));
        assertThat(seen[1][0]).isCloseTo(0.15, within(ROUNDING));
        assertThat(seen[2][0]).isCloseTo(0, within(ROUNDING));
        assertThat(seen[3][0]).isCloseTo(0.3, within(ROUNDING));
    }

    @Test
    void a_gain_of_two_doubles_the_distance_from_the_start_and_the_speed() {
        double[][] seen = see(new Cursor(0, 2, false), 0.23, 0.08, 0.1, -0.2);

        assertThat(seen[0][0]).isCloseTo(0.26, within(ROUNDING));
        assertThat(seen[1][0]).isCloseTo(0.06, within(ROUNDING));
        assertThat(seen[2][0]).isCloseTo(0.2, within(ROUNDING));
        assertThat(seen[3][0]).isCloseTo(-0.4, within(ROUNDING));
    }

    @Test
    void a_clamped_cursor_lies_on_the_turned_way_at_the_distance_of_the_hand() {
        // 5 cm ahead, where the way is to the right and turned by 90 deg points ahead
        double[][] seen = see(new Cursor(Math.PI / 2, 1, true), 0.17, 0.06, -0.3, -0.4);

        double smooth = 1e-3; // the distance is short by it
        assertThat(seen[0][0]).isCloseTo(0.2, within(ROUNDING));
        assertThat(seen[1][0]).isCloseTo(0.15, within(smooth));
        // it goes out along its own line as fast as the hand goes out along (-3, -4)/5
        assertThat(seen[2][0]).isCloseTo(0, within(ROUNDING));
        assertThat(seen[3][0]).isCloseTo(0.5, within(0.5 * smooth * smooth / (2 * 0.05 * 0.05) * 1.01));
    }

    @Test
    void a_clamped_cursor_rests_at_the_start_with_the_hand() {
        double[][] seen = see(new Cursor(1, 1, true), START.x(), START.y(), 0, 0);

        assertThat(seen).isDeepEqualTo(new double[][] {{START.x()}, {START.y()}, {0}, {0}});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_gradient_over_the_hand_is_that_of_central_differences(long seed) {
        var random = RandomStream.of(seed, "cursor");
        for (boolean clamped : new boolean[] {false, true}) {
            var cursor = new Cursor(random.nextGaussian(), 1 + random.nextDouble(), clamped);
            double[][] hand = {
                {START.x() + 0.05 * random.nextGaussian()},
                {START.y() + 0.05 * random.nextGaussian()},
                {random.nextGaussian()},
                {random.nextGaussian()}
            };
            double[][] weight = normal(random);
            double[][] gradient = {weight[0].clone(), weight[1].clone(), weight[2].clone(), weight[3].clone()};

            cursor.seeVjp(RIGHT, 0, hand, gradient);

            for (int row = 0; row < 4; row++) {
                double expected = difference(cursor, hand, weight, row);
                // truncation of the differences grows where the hand is within some mm of the start
                assertThat(gradient[row][0]).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static double difference(Cursor cursor, double[][] hand, double[][] weight, int row) {
        double h = 1e-7;
        double at = hand[row][0];
        hand[row][0] = at + h;
        double above = weighted(cursor, hand, weight);
        hand[row][0] = at - h;
        double below = weighted(cursor, hand, weight);
        hand[row][0] = at;
        return (above - below) / (2 * h);
    }

    private static double weighted(Cursor cursor, double[][] hand, double[][] weight) {
        double[][] seen = new double[4][1];
        cursor.see(RIGHT, 0, hand, seen);
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            sum += weight[row][0] * seen[row][0];
        }
        return sum;
    }

    private static double[][] normal(RandomGenerator random) {
        double[][] rows = new double[4][1];
        for (double[] row : rows) {
            row[0] = random.nextGaussian();
        }
        return rows;
    }

    private static double[][] see(Cursor cursor, double... hand) {
        double[][] seen = new double[4][1];
        cursor.see(RIGHT, 0, new double[][] {{hand[0]}, {hand[1]}, {hand[2]}, {hand[3]}}, seen);
        return seen;
    }
}
