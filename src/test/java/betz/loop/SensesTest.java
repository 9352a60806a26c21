// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.Reflex;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SensesTest {
    private static final double DT = 0.01;
    private static final int MUSCLES = 3;
    private static final int ROWS = 4 + 2 * MUSCLES;

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "7, 2", "2, 7", "12, 0", "100, 100"})
    void every_channel_is_late_by_exactly_its_delay(int vision, int proprioception) {
        var senses = senses(vision * DT, 0, proprioception * DT, 0);
        double[][][] sensed = steps(15);
        double[][] felt = new double[ROWS][2];

        for (int step = 0; step < 15; step++) {
            senses.deliver(step, sensed, streams(1), felt);

            for (int row = 0; row < ROWS; row++) {
                int source = Math.max(0, step - (row < 4 ? vision : proprioception));
                assertThat(senses.source(row, step)).isEqualTo(source);
                assertThat(felt[row]).containsExactly(sensed[source][row]);
            }
        }
    }

    @Test
    void noise_has_zero_mean_and_each_channels_own_spread() {
        var senses = senses(0, 0.002, 0, 0.03);
        double[][][] sensed = new double[1][ROWS][2];
        double[][] felt = new double[ROWS][2];
        RandomStream[] random = streams(3);
        int draws = 20_000;
        double[] sum = new double[ROWS];
        double[] squares = new double[ROWS];

        for (int i = 0; i < draws; i++) {
            senses.deliver(0, sensed, random, felt);
            for (int row = 0; row < ROWS; row++) {
                for (double value : felt[row]) {
                    sum[row] += value;
                    squares[row] += value * value;
                }
            }
        }

        for (int row = 0; row < ROWS; row++) {
            // seen position, seen velocity (10 per second of it), muscles
            double spread = row < 2 ? 0.002 : row < 4 ? 0.02 : 0.03;
            // 40,000 draws: standard errors of 1/200 of the spread for the mean, and 1/283 for the spread itself
            assertThat(sum[row] / (2 * draws)).isCloseTo(0, within(5 * spread / 200));
            assertThat(Math.sqrt(squares[row] / (2 * draws))).isCloseTo(spread, within(5 * spread / 283));
        }
    }

    @Test
    void noise_of_two_channels_two_steps_or_two_trials_is_not_alike() {
        var senses = senses(0, 0.002, 0, 0.03);
        double[][][] sensed = new double[2][ROWS][2];
        RandomStream[] random = streams(3);
        int draws = 4000;
        double channels = 0;
        double steps = 0;
        double trials = 0;
        double[][] felt = new double[ROWS][2];
        double before = 0;

        for (int i = 0; i < draws; i++) {
            senses.deliver(0, sensed, random, felt);
            channels += felt[0][0] * felt[1][0];
            steps += felt[0][0] * before;
            trials += felt[0][0] * felt[0][1];
            before = felt[0][0];
        }

        // products of independent draws average to zero with a standard error of spread^2 / sqrt(draws)
        double error = 5 * 0.002 * 0.002 / Math.sqrt(draws);
        assertThat(channels / draws).isCloseTo(0, within(error));
        assertThat(steps / draws).isCloseTo(0, within(error));
        assertThat(trials / draws).isCloseTo(0, within(error));
    }

    @Test
    void noise_is_added_to_what_was_sensed_and_changes_nothing_else() {
        double[][][] sensed = steps(4);
        double[][][] kept = steps(4);
        double[][] noise = new double[ROWS][2];
        double[][] felt = new double[ROWS][2];
        var senses = senses(0.01, 0.002, 0.02, 0.03);

        senses.deliver(0, new double[1][ROWS][2], streams(8), noise);
        senses.deliver(3, sensed, streams(8), felt);

        assertThat(sensed).isDeepEqualTo(kept);
        for (int row = 0; row < ROWS; row++) {
            for (int trial = 0; trial < 2; trial++) {
                assertThat(felt[row][trial]).isEqualTo(sensed[row < 4 ? 2 : 1][row][trial] + noise[row][trial]);
            }
        }
    }

    @Test
    void a_sense_without_noise_draws_nothing() {
        double[][] both = new double[ROWS][2];
        double[][] musclesAlone = new double[ROWS][2];
        RandomStream[] silent = streams(8);

        senses(0, 0, 0, 0).deliver(0, new double[1][ROWS][2], silent, both);
        senses(0, 0, 0, 0.03).deliver(0, new double[1][ROWS][2], streams(8), musclesAlone);

        assertThat(silent[0].nextLong()).isEqualTo(streams(8)[0].nextLong());
        // the first draw of the stream belongs to the first noisy row
        assertThat(musclesAlone[3][0]).isZero();
        assertThat(musclesAlone[4][0]).isEqualTo(0.03 * streams(8)[0].nextGaussian());
    }

    @Test
    void a_delay_between_two_steps_is_refused_with_the_name_of_its_sense() {
        assertThatThrownBy(() -> senses(0, 0, 0.025, 0))
                .hasMessage("proprioception.delay is 0.025 s, expected a multiple of dt, 0.01 s");
        assertThatThrownBy(() -> senses(0.005, 0, 0.02, 0))
                .hasMessage("vision.delay is 0.005 s, expected a multiple of dt, 0.01 s");
        // 0.07 / 0.01 is 7.000000000000001 in binary
        assertThat(senses(0.07, 0, 0, 0).source(0, 10)).isEqualTo(3);
    }

    private static Senses senses(double vision, double visionNoise, double proprioception, double muscleNoise) {
        var feedback = new Feedback(
                new Feedback.Vision(vision, visionNoise), new Feedback.Proprioception(proprioception, muscleNoise));
        return new Senses(feedback, Columns.of(feedback, Reflex.DEFAULT, MUSCLES), DT, 15, 2);
    }

    private static double[][][] steps(int count) {
        double[][][] sensed = new double[count][ROWS][2];
        for (int step = 0; step < count; step++) {
            for (int row = 0; row < ROWS; row++) {
                sensed[step][row][0] = 100 * row + step;
                sensed[step][row][1] = 100 * row + 50 - step;
            }
        }
        return sensed;
    }

    private static RandomStream[] streams(long seed) {
        return new RandomStream[] {RandomStream.of(seed, "senses", 0), RandomStream.of(seed, "senses", 1)};
    }
}
