// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.TrialBatch;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The units' sum, the kernel and the correction, each once more as the equation stands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TunedSumsTest {
    private static final double DT = 0.010;
    private static final double TAU = 0.040;
    private static final int STEPS = 40;
    private static final int UNITS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_unit_fires_at_the_clipped_sum_of_what_it_is_tuned_to_at_its_lag(long seed) {
        Tuning tuning = withPreparation(0.3);
        var units = OutputUnits.sample(tuning, UNITS, seed);
        double[][][] movement = movement(seed);
        double[][] rate = run(units, movement)[0];

        int clipped = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int at = step - (int) Math.round(units.lag[unit] / DT);
                double sum = at < 0 ? 0 : sum(units.weights, unit * MotorFeatures.COUNT, movement, at);
                double expected = Math.max(0, Math.min(100, units.baseline[unit] + units.gain[unit] * sum));
                assertThat(rate[step][unit]).isCloseTo(expected, within(1e-10)); // angles once more by atan2
                clipped += expected == 0 || expected == 100 ? 1 : 0;
            }
        }
        assertThat(clipped).isBetween(STEPS * UNITS / 50, STEPS * UNITS / 2); // both the slope and the clip were met
    }

    /** c_p.P/0.1 + c_v.M/0.3 + c_a.A/2.5 + s |M|/0.3 + h |M|/0.3 cos(2 theta_M - phi) + d.V/0.1. */
    private static double sum(double[] w, int row, double[][][] movement, int at) {
        double[] p = movement[0][at];
        double[] m = movement[1][at];
        double[] a = movement[2][at];
        double[] v = movement[3][at];
        double speed = Math.hypot(m[0], m[1]) / 0.3;
        double h = Math.hypot(w[row + 7], w[row + 8]);
        double phi = Math.atan2(w[row + 8], w[row + 7]);
        return (w[row] * p[0] + w[row + 1] * p[1]) / 0.1
                + (w[row + 2] * m[0] + w[row + 3] * m[1]) / 0.3
                + (w[row + 4] * a[0] + w[row + 5] * a[1]) / 2.5
                + w[row + 6] * speed
                + h * speed * Math.cos(2 * Math.atan2(m[1], m[0]) - phi)
                + (w[row + 9] * v[0] + w[row + 10] * v[1]) / 0.1;
    }

    @Test
    void smoothed_rates_are_the_exponential_sum_over_all_rates_before() {
        var units = OutputUnits.sample(Tuning.DEFAULT, UNITS, 7);
        double[][][] found = run(units, movement(7));
        double kept = Math.exp(-DT / TAU);

        for (int unit = 0; unit < UNITS; unit++) {
            for (int step = 0; step < STEPS; step++) {
                double expected = Math.pow(kept, step + 1) * units.baseline[unit];
                for (int before = 0; before <= step; before++) {
                    expected += (1 - kept) * Math.pow(kept, before) * found[0][step - before][unit];
                }
                assertThat(found[1][step][unit]).isCloseTo(expected, within(1e-11)); // sums of 40 rates up to 100
            }
        }
    }

    @Test
    void a_preparing_unit_is_driven_in_the_delay_and_the_default_one_is_not() {
        double[][] still = {{0}, {0}};
        double[][] waiting = {{0.1}, {-0.05}};
        var preparing = OutputUnits.sample(withPreparation(0.3), UNITS, 1);
        var silent = OutputUnits.sample(Tuning.DEFAULT, UNITS, 1);
        OutputKernel first = preparing.kernel(1, DT, TAU);
        OutputKernel second = silent.kernel(1, DT, TAU);

        for (int step = 0; step < 6; step++) { // beyond the greatest lag
            first.step(still, still, still, waiting);
            second.step(still, still, still, waiting);
        }

        int driven = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(second.rates()[unit][0]).isEqualTo(silent.baseline[unit]);
            driven += first.rates()[unit][0] != preparing.baseline[unit] ? 1 : 0;
        }
        assertThat(driven).isEqualTo(UNITS);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 30, 8", "0.05, 0.08, 30, 8", "0.02, 0.13, 15, 5", "0.1, 0, 60, 0", "0, 0.03, 0, 12"})
    void the_correction_compares_the_seen_hand_with_the_plan_of_delay_and_lead_before(
            double delay, double lead, double kp, double kv) {
        TrialBatch trials = CentreOut.of(3, 0.10);
        Plan plan = Vite.DEFAULT.plan(trials);
        var settings = settings(delay, new Correction(kp, kv, lead));
        var vite = new ViteRun(Vite.DEFAULT, 3, DT);
        var correction = new SightCorrection(settings, trials);
        var random = RandomStream.of(1, "hand");
        int due = (int) Math.round((delay + lead) / DT);

        for (int step = 0; step < 160; step++) {
            double[][] input = new double[TrialBatch.INPUTS][3];
            trials.input(step, input);
            vite.step(input);
            double[][] seen = new double[4][3];
            Arrays.stream(seen).forEach(row -> Arrays.setAll(row, i -> 0.1 * random.nextGaussian()));

            double[][] corrected = correction.acceleration(vite, seen);

            for (int trial = 0; trial < 3; trial++) {
                double x = seen[0][trial] - trials.get(trial).start().x();
                double p = step < due ? 0 : plan.position(step - due)[0][trial];
                double m = step < due ? 0 : plan.velocity(step - due)[0][trial];
                double expected = plan.acceleration(step)[0][trial] + kp * (p - x) + kv * (m - seen[2][trial]);
                assertThat(corrected[0][trial]).isCloseTo(expected, within(1e-12)); // rounding of some 10 m/s²
            }
        }
    }

    @Test
    void a_read_out_is_anchored_at_rest_and_linear_about_it() {
        var random = RandomStream.of(2, "read-out");
        double[] baseline = new double[20];
        double[] weights = new double[60];
        double[] rest = {0.3, 0.5, 0.4};
        Arrays.setAll(baseline, i -> 5 + 10 * random.nextDouble());
        Arrays.setAll(weights, i -> 1e-3 * random.nextGaussian());
        var readout = new Readout(rest, baseline, weights);
        double[][] smooth = new double[20][3];
        for (int unit = 0; unit < 20; unit++) {
            double off = 4 * random.nextGaussian();
            smooth[unit] = new double[] {baseline[unit], baseline[unit] + off, baseline[unit] - 2 * off};
        }
        double[][] excitation = new double[3][3];

        readout.excite(smooth, excitation);

        for (int muscle = 0; muscle < 3; muscle++) {
            double change = excitation[muscle][1] - rest[muscle];
            assertThat(excitation[muscle][0]).isEqualTo(rest[muscle]); // exactly
            assertThat(change).isNotZero();
            assertThat(excitation[muscle][2] - rest[muscle]).isCloseTo(-2 * change, within(1e-15));
        }
    }

    @Test
    void copies_of_a_read_outs_numbers_can_be_changed_without_changing_it() {
        var readout = new Readout(new double[] {0.1}, new double[] {10}, new double[] {0.01});

        readout.rest()[0] = 1;
        readout.weights()[0] = 1;
        readout.baselines()[0] = 1;

        double[][] excitation = new double[1][1];
        readout.excite(new double[][] {{20}}, excitation);
        assertThat(excitation[0][0]).isCloseTo(0.2, within(1e-15));
    }

    /** Returns rates and smoothed rates, [2][step][unit]. */
    private static double[][][] run(OutputUnits units, double[][][] movement) {
        OutputKernel kernel = units.kernel(1, DT, TAU);
        double[][] rate = new double[STEPS][UNITS];
        double[][] smooth = new double[STEPS][UNITS];
        for (int step = 0; step < STEPS; step++) {
            double[][][] in = new double[4][2][1];
            for (int kind = 0; kind < 4; kind++) {
                in[kind][0][0] = movement[kind][step][0];
                in[kind][1][0] = movement[kind][step][1];
            }
            kernel.step(in[0], in[1], in[2], in[3]);
            for (int unit = 0; unit < UNITS; unit++) {
                rate[step][unit] = kernel.rates()[unit][0];
                smooth[step][unit] = kernel.smooth()[unit][0];
            }
        }
        return new double[][][] {rate, smooth};
    }

    /** P, M, A and V of some size at random, [kind][step][axis]. */
    private static double[][][] movement(long seed) {
        var random = RandomStream.of(seed, "movement");
        double[] scale = {0.05, 0.2, 1.5, 0.05};
        double[][][] movement = new double[4][STEPS][2];
        for (int kind = 0; kind < 4; kind++) {
            for (double[] step : movement[kind]) {
                step[0] = scale[kind] * random.nextGaussian();
                step[1] = scale[kind] * random.nextGaussian();
            }
        }
        return movement;
    }

    private static TunedCortex settings(double delay, Correction correction) {
        var d = TunedCortex.DEFAULT;
        var feedback = new Feedback(new Feedback.Vision(delay, 0), Feedback.Proprioception.DEFAULT);
        return new TunedCortex(3, 0, feedback, d.vite(), d.tuning(), correction, d.smoothing(), 0);
    }

    private static Tuning withPreparation(double preparation) {
        var d = Tuning.DEFAULT;
        return new Tuning(
                d.features(),
                d.baseline(),
                d.gain(),
                d.position(),
                d.acceleration(),
                d.spread(),
                d.speed(),
                d.harmonic(),
                preparation,
                d.bimodality(),
                d.axis(),
                d.lag());
    }
}
