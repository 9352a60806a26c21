// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.TrialBatch;
import java.util.Collections;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TunedLayerTest {
    private static final int DUE = 13; // delay of 50 ms and lead of 80 ms, steps
    private final TrialBatch trials = CentreOut.of(8, 0.10);
    private final TunedLayer layer = layer(40, 2);

    @Test
    void in_the_delay_period_planning_units_are_tuned_and_the_command_is_exactly_rest() {
        double[][] rates = new double[layer.units()][8];
        double[][] command = new double[2][8];

        Controller.Run run = layer.begin(trials, Draws.judged(1));
        for (int step = 0; step < 70; step++) {
            run.step(step, input(step), hand(step, 0), command);
        }
        run.rates(rates);

        for (double[] muscle : command) {
            assertThat(muscle).containsOnly(0.05);
        }
        for (int unit = 0; unit < 40; unit++) {
            assertThat(rates[unit]).containsOnly(layer.outputUnits().baseline[unit]);
        }
        assertThat(rates[40][0]).isNotCloseTo(rates[40][4], within(1.0)); // opposite targets
        assertThat(layer.groups()).startsWith("output").endsWith("planning").hasSize(100);
        assertThat(Collections.frequency(layer.groups(), "planning")).isEqualTo(60);
    }

    @Test
    void a_hand_that_keeps_to_the_plan_is_not_corrected() {
        Plan plan = Vite.DEFAULT.plan(trials);
        var vite = new ViteRun(Vite.DEFAULT, 8, 0.010);
        var correction = new SightCorrection(TunedCortex.DEFAULT, trials);

        for (int step = 0; step < trials.steps(); step++) {
            vite.step(input(step));
            double[] corrected = correction.acceleration(vite, hand(step, 0))[0];
            // start position of 0.5 m rounds to 6e-17, times Kp
            assertThat(corrected).containsExactly(plan.acceleration(step)[0], within(1e-13));
        }
    }

    @Test
    void a_hand_that_is_seen_off_the_plan_is_accelerated_back_by_kp() {
        Plan plan = Vite.DEFAULT.plan(trials);
        var vite = new ViteRun(Vite.DEFAULT, 8, 0.010);
        var correction = new SightCorrection(TunedCortex.DEFAULT, trials);
        double[] corrected = new double[0];
        for (int step = 0; step <= 100; step++) {
            vite.step(input(step));
            corrected = correction.acceleration(vite, hand(step, 0.001))[0];
        }

        assertThat(corrected[0] - plan.acceleration(100)[0][0]).isCloseTo(-30 * 0.001, within(1e-13));
    }

    @Test
    void a_trial_does_not_depend_on_its_batch() {
        double[][] together = new double[2][8];
        double[][] alone = new double[2][1];
        TrialBatch one = trials.select(5);
        Controller.Run all = layer.begin(trials, Draws.judged(1));
        Controller.Run single = layer.begin(one, Draws.judged(1));

        for (int step = 0; step < 150; step++) {
            double[][] input = input(step);
            double[][] afferent = hand(step, 0);
            all.step(step, input, afferent, together);
            single.step(step, column(input, 5), column(afferent, 5), alone);
            assertThat(alone[0][0]).isEqualTo(together[0][5]);
        }
        assertThat(together[0][5]).isNotEqualTo(0.05);
    }

    @Test
    void excitations_are_clipped_to_0_and_1() {
        var readout = new Readout(new double[] {0.1, 0.1}, new double[] {10}, new double[] {0.5, -0.5});
        double[][] excitation = new double[2][3];

        readout.excite(new double[][] {{10, 11, 20}}, excitation);

        assertThat(excitation[0]).containsExactly(new double[] {0.1, 0.6, 1}, within(1e-15));
        assertThat(excitation[1]).containsExactly(new double[] {0.1, 0, 0}, within(1e-15));
    }

    @Test
    void a_read_out_of_other_units_is_refused() {
        var readout = new Readout(new double[] {0}, new double[] {10}, new double[] {1});

        assertThatThrownBy(() -> TunedCortex.DEFAULT.layer(readout, 1))
                .hasMessage("units of the read-out is 1 values, expected 300 values");
    }

    private static TunedLayer layer(int units, int muscles) {
        var settings = TunedCortex.DEFAULT.withUnits(units);
        double[] weights = new double[muscles * units];
        java.util.Arrays.setAll(weights, i -> 1e-4 * (i % 7));
        double[] rest = {0.05, 0.05};
        return settings.layer(new Readout(rest, settings.outputUnits(1).baselines(), weights), 1);
    }

    private double[][] input(int step) {
        double[][] input = new double[TrialBatch.INPUTS][8];
        trials.input(step, input);
        return input;
    }

    /** The hand as it is seen at a step if it follows the plan, displaced along x. */
    private double[][] hand(int step, double displaced) {
        Plan plan = Vite.DEFAULT.plan(trials);
        double[][] afferent = new double[4][8];
        for (int trial = 0; trial < 8; trial++) {
            boolean begun = step >= DUE;
            var start = trials.get(trial).start();
            afferent[0][trial] = displaced + start.x() + (begun ? plan.position(step - DUE)[0][trial] : 0);
            afferent[1][trial] = start.y() + (begun ? plan.position(step - DUE)[1][trial] : 0);
            afferent[2][trial] = begun ? plan.velocity(step - DUE)[0][trial] : 0;
            afferent[3][trial] = begun ? plan.velocity(step - DUE)[1][trial] : 0;
        }
        return afferent;
    }

    private static double[][] column(double[][] rows, int trial) {
        return java.util.Arrays.stream(rows)
                .map(row -> new double[] {row[trial]})
                .toArray(double[][]::new);
    }
}
