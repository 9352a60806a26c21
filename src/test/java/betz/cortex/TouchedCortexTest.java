// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Since;
import betz.data.Touch;
import betz.data.TrialBatch;
import betz.data.UnitChoice;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** In the delay period, where output units are at their baselines unless they are touched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchedCortexTest {
    private static final int UNITS = 40;
    private static final int PLANNING = 60;
    private static final double REST = 0.05;
    private static final double WEIGHT = 1e-4; // 1 per spike/s, of every unit on both muscles
    private static final UnitChoice OUTPUT = UnitChoice.of("output", 1);
    private static final TunedCortex SETTINGS = TunedCortex.DEFAULT.withUnits(UNITS);
    private final TrialBatch trials = CentreOut.of(8, 0.10);
    private final double[] baseline = SETTINGS.outputUnits(1).baselines();

    @Test
    void a_cortex_without_output_units_lacks_all_that_they_did_at_rest() {
        var after = new After(SETTINGS, trials.with(new Touch.Lesion(UnitChoice.DEFAULT)), 60);

        // the sum of 40 baselines near 10 spikes/s
        assertThat(after.command[0]).containsOnly(after.command[1][0]);
        assertThat(after.command[0][0]).isCloseTo(REST - WEIGHT * sum(), within(1e-15));
        for (double[] row : after.rate) {
            assertThat(row).containsOnly(0);
        }
    }

    @Test
    void silence_reaches_the_muscles_at_the_pace_of_smoothing_and_ends_with_its_window() {
        // from step 50 on, for 4 steps
        var silence = new Passing.Silence(OUTPUT, Since.START, 0.5, 0.04);
        double decay = StrictMath.exp(-0.01 / SETTINGS.smoothing());
        double silent = Math.pow(decay, 4);

        assertThat(new After(SETTINGS, trials.with(silence), 50).command[0]).containsOnly(REST);
        // rounding of smoothed rates
        assertThat(new After(SETTINGS, trials.with(silence), 54).command[0][3])
                .isCloseTo(REST - WEIGHT * sum() * (1 - silent), within(1e-14));
        assertThat(new After(SETTINGS, trials.with(silence), 57).command[0][3])
                .isCloseTo(REST - WEIGHT * sum() * (1 - silent) * Math.pow(decay, 3), within(1e-14));
        assertThat(new After(SETTINGS, trials.with(silence), 57).rate[2]).containsOnly(baseline[2]);
    }

    @Test
    void a_unit_is_held_driven_or_cooled_as_told() {
        assertThat(rate(new Passing.Clamp(OUTPUT, 33, Since.START, 0, 60))).containsOnly(33);
        assertThat(rate(new Passing.Cool(OUTPUT, 0.25, Since.START, 0, 60))).containsOnly(0.25 * baseline[7]);
        assertThat(rate(new Passing.Stimulate(OUTPUT, 12, Since.START, 0, 60))).containsOnly(baseline[7] + 12);
        // a rate lies between 0 and 100 spikes/s
        assertThat(rate(new Passing.Stimulate(OUTPUT, -500, Since.START, 0, 60)))
                .containsOnly(0);
        assertThat(rate(new Passing.Stimulate(OUTPUT, 500, Since.START, 0, 60))).containsOnly(100);
        assertThat(rate(new Passing.Clamp(OUTPUT, -1, Since.START, 0, 60))).containsOnly(0);
    }

    private double[] rate(Touch touch) {
        return new After(SETTINGS, trials.with(touch), 60).rate[7];
    }

    @Test
    void planning_units_are_touched_without_any_muscle_knowing() {
        var cool = new Passing.Cool(UnitChoice.of("planning", 1), 0.5, Since.START, 0, 60);
        var plain = new After(SETTINGS, trials, 150);

        var cooled = new After(SETTINGS, trials.with(cool), 150);

        assertThat(cooled.command).isDeepEqualTo(plain.command);
        for (int unit = UNITS; unit < UNITS + PLANNING; unit++) {
            for (int trial = 0; trial < 8; trial++) {
                assertThat(cooled.rate[unit][trial]).isEqualTo(plain.rate[unit][trial] / 2);
            }
        }
        assertThat(plain.rate[UNITS][0]).isNotZero();
    }

    @Test
    void units_are_chosen_by_the_direction_that_they_prefer() {
        double[] preferred = SETTINGS.outputUnits(1).preferredDirections();
        var choice = new UnitChoice("output", 1, 0, Math.toRadians(350), Math.toRadians(45));

        double[][] rate = new After(SETTINGS, trials.with(new Touch.Lesion(choice)), 60).rate;

        int near = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            boolean isNear = Math.cos(preferred[unit] - Math.toRadians(350)) >= Math.cos(Math.toRadians(45));
            assertThat(rate[unit][0] == 0).isEqualTo(isNear);
            near += isNear ? 1 : 0;
        }
        assertThat(near).isBetween(1, UNITS - 1);
    }

    @Test
    void planning_units_prefer_the_target_that_drives_them_most() {
        double[][] plain = new After(SETTINGS, trials, 69).rate;
        var towards = new UnitChoice("planning", 1, 0, Math.PI / 2, Math.toRadians(80)); // target 2 of 8

        double[][] rate = new After(SETTINGS, trials.with(new Touch.Lesion(towards)), 69).rate;

        for (int unit = UNITS; unit < UNITS + PLANNING; unit++) {
            if (Arrays.stream(rate[unit]).allMatch(r -> r == 0)) {
                assertThat(plain[unit][2]).isGreaterThan(plain[unit][6]);
            }
        }
        assertThat(Arrays.stream(rate).skip(UNITS).filter(row -> row[2] == 0 && row[6] == 0))
                .isNotEmpty();
    }

    @Test
    void other_trials_of_the_batch_keep_their_bits() {
        var lesion = new Touch.Lesion(UnitChoice.DEFAULT);
        var plain = new After(SETTINGS, trials, 150);

        var mixed = new After(SETTINGS, trials.with(i -> i == 3 ? lesion : Perturbation.None.DEFAULT), 150);

        for (int trial = 0; trial < 8; trial++) {
            assertThat(mixed.command[0][trial] == plain.command[0][trial]).isEqualTo(trial != 3);
        }
    }

    @Test
    void cells_of_silenced_pools_fire_no_spike() {
        var silence = new Passing.Silence(UnitChoice.of("output", 0.5), Since.START, 0.2, 60);
        boolean[] silent = silence.units().among(SETTINGS.groups(), unit -> 0);

        double[] count = new After(SETTINGS.withPool(10), trials.with(silence), 200).spikes;

        for (int unit = 0; unit < UNITS; unit++) {
            // 180 steps of 10 ms at 4 spikes/s or more, in eight trials: none with a chance below exp(-50)
            assertThat(count[unit] == 0).isEqualTo(silent[unit]);
        }
    }

    private double sum() {
        return Arrays.stream(baseline).sum();
    }

    /** What a layer does in the last of so many steps, and its spikes from step 20 on. */
    private static final class After {
        final double[][] command = new double[2][8];
        final double[][] rate = new double[UNITS + PLANNING][8];
        final double[] spikes = new double[UNITS];

        After(TunedCortex settings, TrialBatch trials, int steps) {
            double[] weights = new double[2 * UNITS];
            Arrays.fill(weights, WEIGHT);
            var readout = new Readout(
                    new double[] {REST, REST}, settings.outputUnits(1).baselines(), weights);
            Controller.Run run = settings.layer(readout, 1).begin(trials, Draws.judged(1));
            double[][] input = new double[TrialBatch.INPUTS][8];
            double[][] count = new double[UNITS][8];
            double[][] hand = new double[4][8];
            for (int trial = 0; trial < 8; trial++) {
                hand[0][trial] = trials.get(trial).start().x();
                hand[1][trial] = trials.get(trial).start().y();
            }
            for (int step = 0; step < steps; step++) {
                trials.input(step, input);
                run.step(step, input, hand, command);
                run.spikes(count);
                for (int unit = 0; unit < UNITS && step >= 20; unit++) {
                    spikes[unit] += Arrays.stream(count[unit]).sum();
                }
            }
            run.rates(rate);
        }
    }
}
