// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.cortex.Plan;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTrialsTest {
    private static final Point START = new Point(0.1, 0.4);
    private static final ReadoutCalibration SET = ReadoutCalibration.DEFAULT;

    @Test
    void the_default_set_is_sixteen_directions_at_ten_and_six_centimetres_and_four_null_trials() {
        TrialBatch trials = CalibrationTrials.of(SET, START, 0.01);

        assertThat(trials.size()).isEqualTo(16 + 16 + 4);
        assertThat(trials.trials().stream().filter(t -> t.target().distance(START) > 0.08))
                .hasSize(16);
        assertThat(trials.trials().stream().filter(t -> t.target().equals(START)))
                .hasSize(4);
        assertThat(trials.conditions()).hasSize(36); // every trial is a condition of its own
        assertThat(trials.get(5).condition().direction()).isCloseTo(5 * Math.PI / 8, within(1e-15));
        assertThat(trials.get(21).condition().direction()).isCloseTo(5 * Math.PI / 8, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 20, 70, 220", "0.005, 40, 140, 440", "0.02, 10, 35, 110", "0.001, 200, 700, 2200"})
    void targets_appear_at_200_ms_the_cue_is_given_at_700_and_trials_end_at_2200(
            double dt, int targetOn, int goCue, int end) {
        TrialBatch trials = CalibrationTrials.of(SET, START, dt);

        assertThat(trials.dt()).isEqualTo(dt);
        assertThat(trials.steps()).isEqualTo(end);
        assertThat(trials.trials()).extracting(Trial::targetOn).containsOnly(targetOn);
        assertThat(trials.trials()).extracting(Trial::goCue).containsOnly(goCue);
        assertThat(trials.trials()).extracting(Trial::end).containsOnly(end);
        assertThat(trials.trials()).extracting(Trial::start).containsOnly(START);
    }

    @Test
    void deviations_have_the_power_of_three_bumps_of_the_stated_spread() {
        TrialBatch trials = CalibrationTrials.of(SET, START, 0.01);
        double power = 0;
        double sum = 0;
        int count = 0;
        for (int copy = 0; copy < 60; copy++) {
            Plan.Deviation deviation = CalibrationTrials.deviation(SET, trials, 1, copy);
            for (int trial = 0; trial < trials.size(); trial++) {
                for (int axis = 0; axis < 2; axis++) {
                    for (int step = -100; step < 320; step++) {
                        double d = deviation.at(trial, axis, step);
                        power += d * d * 0.01;
                        sum += d * 0.01;
                    }
                    count++;
                }
            }
        }

        // of one bump, height h and width w: the integral of h^2 exp(-t^2/w^2) is h^2 w sqrt(pi), the mean width 105
        // ms;
        // heights are independent, so three of variance sigma^2 / 3 add up to sigma^2. The power of one trial scatters
        // by about its mean (squares of Gaussians): 4320 of them leave 1.5 %
        double expected = 0.008 * 0.008 * 0.105 * Math.sqrt(Math.PI);
        assertThat(power / count).isCloseTo(expected, within(0.06 * expected));
        // the integral of a bump is h w sqrt(2 pi): standard deviation 0.008 * 0.108 * 2.5 = 2.2e-3, over sqrt(4320)
        assertThat(sum / count).isCloseTo(0, within(4 * 2.2e-3 / Math.sqrt(4320)));
    }

    @Test
    void no_deviation_means_none_at_any_time() {
        var none = new ReadoutCalibration(1e-3, 4, 0.1, 0.06, 1, 2, 0);
        TrialBatch trials = CalibrationTrials.of(none, START, 0.01);
        Plan.Deviation deviation = CalibrationTrials.deviation(none, trials, 1, 0);

        for (int step = -1; step <= 220; step++) {
            assertThat(Math.abs(deviation.at(3, 0, step))).isZero();
        }
    }

    @Test
    void a_deviation_is_one_curve_in_time_whatever_the_step() {
        Plan.Deviation coarse = CalibrationTrials.deviation(SET, CalibrationTrials.of(SET, START, 0.01), 3, 1);
        Plan.Deviation fine = CalibrationTrials.deviation(SET, CalibrationTrials.of(SET, START, 0.005), 3, 1);

        for (int step = 0; step < 220; step += 7) {
            // times differ by rounding, the curve's slope is below 1 m/s
            assertThat(fine.at(11, 1, 2 * step)).isCloseTo(coarse.at(11, 1, step), within(1e-15));
        }
    }

    @Test
    void both_axes_of_a_deviation_have_the_same_bumps_at_other_heights() {
        TrialBatch trials = CalibrationTrials.of(SET, START, 0.01);
        Plan.Deviation deviation = CalibrationTrials.deviation(SET, trials, 1, 0);
        double alike = 0;
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int step = 0; step < 220; step++) {
                alike += deviation.at(trial, 0, step) * deviation.at(trial, 1, step) * 0.01;
            }
        }

        // the product of independent axes is zero on average: its spread is at most the power of one, over sqrt(36)
        double power = 0.008 * 0.008 * 0.105 * Math.sqrt(Math.PI);
        assertThat(alike / trials.size()).isCloseTo(0, within(4 * power / Math.sqrt(36)));
        assertThat(deviation.at(0, 0, 110)).isNotEqualTo(deviation.at(0, 1, 110));
    }
}
