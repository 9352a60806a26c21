// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.cortex.Features;
import betz.cortex.TunedCortex;
import betz.cortex.Tuning;
import betz.data.Signal;
import betz.effector.PointMass;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tuned cortex moves the arm; the bounds are those that a prototype of the same equations reached, with a margin. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TunedReachTest {
    private static final int GO = EightReaches.GO;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eight_reaches_arrive_within_millimetres_at_the_speed_of_people(long seed) {
        Calibration calibration = EightReaches.calibrate(TunedCortex.DEFAULT, seed);
        var reaches = new EightReaches(TunedCortex.DEFAULT.layer(calibration.readout(), seed));

        for (int trial = 0; trial < 8; trial++) {
            var move = new Movement(reaches, trial);
            assertThat(move.peakOverMean()).isBetween(1.65, 2.0);
            assertThat(move.timeOfPeak()).isBetween(0.38, 0.52);
            assertThat(reaches.error(move.end + 10, trial)).isLessThan(0.008);
            assertThat(reaches.error(GO + 150, trial)).isLessThan(0.006);
        }
        assertThat(Arrays.stream(calibration.fit())).allMatch(r -> r >= 0.90);
        assertThat(calibration.warning()).isEmpty();
    }

    @Test
    void the_arm_rests_in_the_delay_period_while_planning_units_are_tuned() {
        Calibration calibration = EightReaches.calibrate(TunedCortex.DEFAULT, 1);
        var reaches = new EightReaches(TunedCortex.DEFAULT.layer(calibration.readout(), 1));

        Signal excitation = reaches.signal("muscle.excitation");
        Signal rate = reaches.signal("unit.rate");
        for (int trial = 0; trial < 8; trial++) {
            for (int step = 0; step < GO; step++) {
                assertThat(reaches.drift(step, trial)).isLessThan(1e-6);
                for (int muscle = 0; muscle < 6; muscle++) {
                    assertThat(excitation.get(trial, step, muscle))
                            .isCloseTo(calibration.readout().rest()[muscle], within(1e-6));
                }
            }
        }
        // gains of 8 spikes/s in the median: opposite targets differ by twice that times the cosine
        long tuned = IntStream.range(300, 360)
                .filter(unit -> Math.abs(rate.get(0, GO - 1, unit) - rate.get(4, GO - 1, unit)) > 1)
                .count();
        assertThat(tuned).isGreaterThan(45);
        assertThat(IntStream.range(300, 360)).allMatch(unit -> rate.get(0, 0, unit) == rate.get(4, 0, unit));
    }

    @Test
    void direction_times_speed_alone_cannot_drive_the_arm_and_says_so() {
        var blunt = TunedCortex.DEFAULT.withTuning(Tuning.DEFAULT.withFeatures(Features.DIRECTION_SPEED));

        Calibration calibration = EightReaches.calibrate(blunt, 1);

        assertThat(Arrays.stream(calibration.fit())).allMatch(r -> r > 0.05 && r < 0.35); // .12 to .28 were found
        assertThat(calibration.warning().orElseThrow())
                .startsWith("The cortex cannot express the commands of this arm: R2 of the read-out is 0.1");
    }

    @Test
    void the_same_seed_gives_the_same_bits() {
        var few = TunedCortex.DEFAULT.withUnits(40);

        double[] once = EightReaches.calibrate(few, 7).readout().weights();
        double[] again = EightReaches.calibrate(few, 7).readout().weights();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_body_without_an_inverse_is_refused() {
        assertThatThrownBy(() -> ReadoutCalibration.DEFAULT.fit(TunedCortex.DEFAULT, PointMass.DEFAULT, 0.010, 1))
                .hasMessage("effector is PointMass, expected an arm of two joints, to calibrate a cortex on");
    }

    /** Onset and end: last and first sample at 10 % of peak speed around the peak, or a first minimum below 35 %. */
    private static final class Movement {
        private final EightReaches reaches;
        private final int trial;
        private final int peak;
        private final int start;
        private final int end;

        Movement(EightReaches reaches, int trial) {
            this.reaches = reaches;
            this.trial = trial;
            int fastest = GO;
            for (int step = GO; step < 200; step++) {
                fastest = reaches.speed(step, trial) > reaches.speed(fastest, trial) ? step : fastest;
            }
            peak = fastest;
            start = walk(-1);
            end = walk(1);
        }

        private int walk(int way) {
            double top = reaches.speed(peak, trial);
            int step = peak;
            while (reaches.speed(step, trial) > 0.1 * top && !(way > 0 && turns(step, top))) {
                step += way;
            }
            return step;
        }

        private boolean turns(int step, double top) {
            double now = reaches.speed(step, trial);
            return now < 0.35 * top && reaches.speed(step + 1, trial) > now;
        }

        double peakOverMean() {
            double path = 0;
            for (int step = start; step <= end; step++) {
                path += reaches.speed(step, trial);
            }
            return reaches.speed(peak, trial) * (end - start) / path;
        }

        double timeOfPeak() {
            return (double) (peak - start) / (end - start);
        }
    }
}
