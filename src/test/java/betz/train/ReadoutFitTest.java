// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.cortex.TunedCortex;
import betz.data.Point;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.effector.Relu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadoutFitTest {
    private static final double DT = 0.010;
    private static final Point START = new Point(0, 0.45);
    private static final ReadoutCalibration FEW = new ReadoutCalibration(1e-3, 8, 0.10, 0.06, 2, 0, 0.008);
    private static final TunedCortex CORTEX = TunedCortex.DEFAULT.withUnits(40);

    @Test
    void weights_satisfy_the_normal_equations() {
        var random = RandomStream.of(4, "normal equations");
        int predictors = 6;
        double[] penalty = {0.1, 1, 2, 0.5, 10, 0.01};
        double[][] gram = new double[predictors][predictors];
        double[] moment = new double[predictors];
        var fit = new RidgeFit(predictors, 1);
        for (int sample = 0; sample < 41; sample++) { // not a multiple of the block
            double[] x = random.doubles(predictors).toArray();
            double y = random.nextGaussian();
            double weight = 1 + 4 * random.nextDouble();
            fit.add(x, new double[] {y}, weight);
            for (int i = 0; i < predictors; i++) {
                moment[i] += weight * y * x[i];
                for (int j = 0; j < predictors; j++) {
                    gram[i][j] += weight * x[i] * x[j];
                }
            }
        }

        double[] d = fit.solve(penalty);

        for (int i = 0; i < predictors; i++) {
            double left = penalty[i] * d[i];
            for (int j = 0; j < predictors; j++) {
                left += gram[i][j] * d[j];
            }
            assertThat(left).isCloseTo(moment[i], within(1e-12)); // sums of some tens, and their rounding
        }
    }

    @Test
    void a_body_that_wants_only_rest_is_read_out_by_zeros() {
        Calibration fitted = fit(new Commanded(0, 0));

        assertThat(fitted.readout().weights()).containsOnly(0);
        assertThat(fitted.readout().rest()).containsExactly(0.1, 0.2);
        assertThat(fitted.fit()).containsOnly(0); // nothing varies, so nothing is explained
    }

    @Test
    void commands_that_follow_the_hand_are_fitted_almost_fully() {
        Calibration fitted = fit(new Commanded(1, 0));

        assertThat(fitted.worstFit()).isGreaterThan(0.95); // the position of the plan, one of the units' features
        assertThat(fitted.warning()).isEmpty();
    }

    @Test
    void twice_the_commands_are_twice_the_weights() {
        double[] once = fit(new Commanded(0.5, 0)).readout().weights();
        double[] twice = fit(new Commanded(1, 0)).readout().weights();

        for (int i = 0; i < once.length; i++) {
            // the system is linear in them; rounding grows by its condition, some 1e6
            assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-9));
        }
    }

    @Test
    void units_at_their_baselines_command_exactly_rest() {
        Calibration fitted = fit(new Commanded(1, 0));
        double[] baseline = fitted.readout().baselines();
        double[][] smooth = new double[baseline.length][3];
        for (int unit = 0; unit < baseline.length; unit++) {
            Arrays.fill(smooth[unit], baseline[unit]);
        }
        double[][] excitation = new double[2][3];

        fitted.readout().excite(smooth, excitation);

        assertThat(baseline).containsExactly(CORTEX.outputUnits(3).baselines());
        assertThat(excitation).isDeepEqualTo(new double[][] {{0.1, 0.1, 0.1}, {0.2, 0.2, 0.2}}); // no intercept
    }

    @Test
    void a_greater_penalty_gives_smaller_weights_and_a_worse_fit() {
        double size = Double.POSITIVE_INFINITY;
        double fit = 2;
        for (double penalty : new double[] {1e-6, 1e-3, 1, 1000}) {
            var settings = new ReadoutCalibration(penalty, 8, 0.10, 0.06, 2, 0, 0.008);
            Calibration fitted = fit(settings, new Commanded(1, 0));
            double norm =
                    Arrays.stream(fitted.readout().weights()).map(d -> d * d).sum();

            assertThat(norm).isLessThan(size);
            assertThat(fitted.worstFit()).isLessThan(fit);
            size = norm;
            fit = fitted.worstFit();
        }
    }

    @Test
    void where_the_penalty_rules_a_tenfold_one_gives_a_tenth_of_the_weights() {
        double[] strong = fit(new ReadoutCalibration(1e9, 8, 0.10, 0.06, 2, 0, 0.008), new Commanded(1, 0))
                .readout()
                .weights();
        double[] tenfold = fit(new ReadoutCalibration(1e10, 8, 0.10, 0.06, 2, 0, 0.008), new Commanded(1, 0))
                .readout()
                .weights();

        for (int i = 0; i < strong.length; i++) {
            // the data weigh about 1e-6 of such a penalty
            assertThat(10 * tenfold[i]).isCloseTo(strong[i], within(1e-5 * Math.abs(strong[i]) + 1e-16));
        }
    }

    @Test
    void deviated_copies_are_followed_after_the_clean_ones_as_late_as_they() {
        var clean = new Recorded();
        var bent = new Recorded();
        fit(new ReadoutCalibration(1e-3, 8, 0.10, 0.06, 2, 0, 0.008), clean);
        fit(new ReadoutCalibration(1e-3, 8, 0.10, 0.06, 2, 2, 0.008), bent);

        assertThat(clean.paths).hasSize(18);
        assertThat(bent.paths).hasSize(3 * 18);
        for (int trial = 0; trial < 18; trial++) {
            assertThat(bent.paths.get(trial)).isDeepEqualTo(clean.paths.get(trial));
            TrialBatch trials = CalibrationTrials.of(FEW, START, DT);
            var deviation = CalibrationTrials.deviation(FEW, trials, 3, 1);
            double[][] second = bent.paths.get(2 * 18 + trial);
            for (int step = 8; step < 220; step += 20) {
                for (int axis = 0; axis < 2; axis++) {
                    double expected = clean.paths.get(trial)[step][axis] + deviation.at(trial, axis, step - 8);
                    assertThat(second[step][axis]).isCloseTo(expected, within(1e-15)); // 80 ms after the plan
                }
            }
        }
    }

    @Test
    void a_bad_fit_is_warned_of_with_every_muscles_quality() {
        var readout = fit(new Commanded(1, 0)).readout();

        assertThat(new Calibration(readout, new double[] {0.93, 0.499}).warning())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("R2 of the read-out is 0.93 0.50 by command, expected 0.5 or more in each"));
        assertThat(new Calibration(readout, new double[] {0.93, 0.5}).warning()).isEmpty();
        assertThat(new Calibration(readout, new double[] {0.93, -0.2}).worstFit())
                .isEqualTo(-0.2);
    }

    @Test
    void a_body_that_cannot_be_inverted_is_refused() {
        assertThatThrownBy(() -> FEW.fit(CORTEX, PointMass.DEFAULT, DT, 1))
                .hasMessage("effector is PointMass, expected an arm of two joints, to calibrate a cortex on");
    }

    @Test
    void paths_that_muscles_cannot_follow_are_left_out_unless_they_are_most() {
        Calibration some = fit(new Commanded(1, 3));

        assertThat(some.worstFit()).isGreaterThan(0.95);
        assertThat(some.readout().weights())
                .isNotEqualTo(fit(new Commanded(1, 0)).readout().weights());
        assertThatThrownBy(() -> fit(new Commanded(1, 18)))
                .hasMessage("calibration reaches that the muscles can follow is 0, expected 9 to 18");
        assertThatThrownBy(() -> fit(new Commanded(1, 10)))
                .hasMessage("calibration reaches that the muscles can follow is 8, expected 9 to 18");
    }

    @Test
    void arms_of_either_muscle_and_convention_can_be_calibrated() {
        Arm26 lagging = Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET);
        Arm26 rectified = Arm26.DEFAULT.withMuscle(Relu.DEFAULT);
        var cortex = TunedCortex.DEFAULT.withUnits(100);

        for (Arm26 arm : new Arm26[] {lagging, rectified}) {
            Calibration fitted = FEW.fit(cortex, arm, DT, 1);

            assertThat(fitted.readout().rest())
                    .isEqualTo(arm.rest(arm.posture().shoulder(), arm.posture().elbow()));
            assertThat(fitted.worstFit()).isGreaterThan(0.6);
            assertThat(Arrays.stream(fitted.readout().weights()).allMatch(Double::isFinite))
                    .isTrue();
        }
    }

    @Test
    void calibration_reaches_go_both_distances_in_even_directions_and_nowhere() {
        TrialBatch trials = CalibrationTrials.of(FEW, START, DT);

        assertThat(trials.size()).isEqualTo(2 * 8 + 2);
        for (int i = 0; i < 16; i++) {
            Point target = trials.get(i).target();
            double angle = StrictMath.atan2(target.y() - START.y(), target.x() - START.x());
            assertThat(target.distance(START)).isCloseTo(i < 8 ? 0.10 : 0.06, within(1e-15));
            assertThat(StrictMath.cos(angle - i * Math.PI / 4)).isCloseTo(1, within(1e-15));
        }
        assertThat(trials.get(16).target()).isEqualTo(START);
        assertThat(trials.get(0).goCue()).isEqualTo(70);
        assertThat(trials.steps()).isEqualTo(220);
    }

    @Test
    void the_hand_of_a_calibration_is_the_plan_some_steps_late() {
        var plan = CORTEX.vite().plan(CalibrationTrials.of(FEW, START, DT));

        double[][] path = CalibrationTrials.handPath(plan, 3, 8);

        assertThat(path[5]).containsExactly(START.x(), START.y());
        assertThat(path[120][0]).isEqualTo(START.x() + plan.position(112)[0][3]);
        assertThat(path[120][1]).isEqualTo(START.y() + plan.position(112)[1][3]);
    }

    @Test
    void deviations_vanish_at_both_ends_and_belong_to_seed_copy_and_trial() {
        TrialBatch trials = CalibrationTrials.of(FEW, START, DT);
        var first = CalibrationTrials.deviation(FEW, trials, 1, 0);
        var again = CalibrationTrials.deviation(FEW, trials, 1, 0);
        var second = CalibrationTrials.deviation(FEW, trials, 1, 1);

        // bumps are centred between 0.5 and 1.8 s, with a width of 0.15 s at most: 3.3 and 2.6 widths from the ends
        assertThat(first.at(4, 0, 0)).isCloseTo(0, within(3 * 0.008 * 4 * 0.005));
        assertThat(first.at(4, 1, 110)).isEqualTo(again.at(4, 1, 110)).isNotEqualTo(second.at(4, 1, 110));
        assertThat(first.at(4, 1, 110)).isNotEqualTo(first.at(5, 1, 110));
    }

    @Test
    void settings_of_a_calibration_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new ReadoutCalibration(0, 8, 0.1, 0.06, 2, 0, 0.008))
                .hasMessage("penalty is 0.0, expected a number above 0");
        assertThatThrownBy(() -> new ReadoutCalibration(1, 1, 0.1, 0.06, 2, 0, 0.008))
                .hasMessage("directions is 1, expected 2 to 360");
        assertThatThrownBy(() -> new ReadoutCalibration(1, 8, 0.1, 0.2, 2, 0, 0.008))
                .hasMessage("shortDistance is 0.2 m, expected 0.0 to 0.1 m");
    }

    private static Calibration fit(HandInverse body) {
        return fit(FEW, body);
    }

    private static Calibration fit(ReadoutCalibration settings, HandInverse body) {
        return new ReadoutFit(settings, CORTEX, CORTEX.outputUnits(3), body).fit(START, DT, 3);
    }

    /** Two muscles that pull in proportion to the hand's way along x and y; the first few paths cannot be followed. */
    private static final class Commanded implements HandInverse {
        private final double gain;
        private int refused;

        Commanded(double gain, int refused) {
            this.gain = gain;
            this.refused = refused;
        }

        @Override
        public double[] rest() {
            return new double[] {0.1, 0.2};
        }

        @Override
        public double[][] follow(double[][] path) {
            if (refused > 0) {
                refused--;
                return new double[0][];
            }
            return Arrays.stream(path)
                    .map(at -> new double[] {0.1 + gain * (at[0] - START.x()), 0.2 + gain * (at[1] - START.y())})
                    .toArray(double[][]::new);
        }
    }

    /** Keeps all paths that it is asked to follow. */
    private static final class Recorded implements HandInverse {
        private final List<double[][]> paths = new ArrayList<>();
        private final HandInverse muscles = new Commanded(1, 0);

        @Override
        public double[] rest() {
            return muscles.rest();
        }

        @Override
        public double[][] follow(double[][] path) {
            paths.add(path);
            return muscles.follow(path);
        }
    }
}
