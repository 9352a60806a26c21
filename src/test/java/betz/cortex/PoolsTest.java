// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.TrialBatch;
import betz.math.PoissonFit;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolsTest {
    private static final double DT = 0.010;
    private static final Draws DRAWS = Draws.judged(5);

    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 60", "2, 10", "100, 7", "100, 100"})
    void a_pool_fires_as_many_spikes_as_all_its_cells_and_its_recorded_cell_as_many_as_one(int cells, double rate) {
        var trials = many(2000);
        var pools = new Pools(cells, 1, trials, DRAWS);
        double[] rates = new double[2000];
        Arrays.fill(rates, rate);
        int[] all = new int[20_000];
        int[] one = new int[20_000];

        for (int step = 0; step < 10; step++) {
            double[] arriving = pools.fire(0, rates);
            for (int trial = 0; trial < 2000; trial++) {
                all[step * 2000 + trial] = (int) Math.round(arriving[trial] * cells * DT);
                one[step * 2000 + trial] = (int) pools.recorded()[0][trial];
                assertThat(one[step * 2000 + trial]).isLessThanOrEqualTo(all[step * 2000 + trial]);
            }
        }

        PoissonFit.check(cells * rate * DT, all);
        PoissonFit.check(rate * DT, one);
    }

    @Test
    void a_silent_unit_stays_silent() {
        var pools = new Pools(100, 1, many(50), DRAWS);

        assertThat(pools.fire(0, new double[50])).containsOnly(0);
        assertThat(pools.recorded()[0]).containsOnly(0);
    }

    /** The kernel leaves of white noise of variance r/(cells dt) the share (1 - c)/(1 + c), with c = exp(-dt/tau). */
    @ParameterizedTest
    @CsvSource({"1", "100"})
    void smoothed_rates_of_a_unit_at_rest_vary_as_the_kernel_says(int cells) {
        var units = OutputUnits.sample(Tuning.DEFAULT, 40, 3);
        int batch = 500;
        OutputKernel kernel =
                units.kernel(batch, DT, 0.040, new Pools(cells, 40, many(batch), DRAWS), TouchedRates.none());
        double[][] still = new double[2][batch];
        for (int step = 0; step < 60; step++) {
            kernel.step(still, still, still, still);
        }

        double kept = Math.exp(-DT / 0.040);
        double chi = 0;
        for (int unit = 0; unit < 40; unit++) {
            double b = units.baseline[unit];
            double variance = b / (cells * DT) * (1 - kept) / (1 + kept);
            assertThat(kernel.rates()[unit]).containsOnly(b); // the underlying rate has no noise
            for (double f : kernel.smooth()[unit]) {
                chi += (f - b) * (f - b) / variance;
            }
        }
        // 20000 squares of mean 1 and variance 2 and a little, that of skew: four standard errors
        assertThat(chi / (40 * batch)).isCloseTo(1, within(4 * Math.sqrt(2.6 / (40 * batch))));
    }

    @Test
    void spikes_of_a_trial_do_not_depend_on_its_batch_but_on_its_place_and_iteration() {
        TunedLayer layer = layer(100);
        TrialBatch trials = CentreOut.of(8, 0.10);

        double[] together = command(layer, trials, DRAWS, 5);

        assertThat(command(layer, trials.select(5), DRAWS.from(5), 0)).isEqualTo(together);
        assertThat(command(layer, trials.select(5), DRAWS, 0)).isNotEqualTo(together);
        assertThat(command(layer, trials, new Draws(5, Draws.TAUGHT, 0), 5)).isNotEqualTo(together);
        assertThat(command(layer, trials, new Draws(6, Draws.JUDGED, 0), 5)).isNotEqualTo(together);
    }

    @Test
    void only_output_units_of_a_cortex_with_pools_spike() {
        assertThat(layer(100).spiking()).isEqualTo(40);
        assertThat(layer(0).spiking()).isZero();
    }

    private static TunedLayer layer(int pool) {
        var settings = TunedCortex.DEFAULT.withUnits(40).withPool(pool);
        double[] weights = new double[40];
        Arrays.fill(weights, 1e-4);
        return settings.layer(
                new Readout(new double[] {0.05}, settings.outputUnits(1).baselines(), weights), 1);
    }

    /** Returns what one trial commands, and what its cells fired, at every step before anything is asked. */
    private static double[] command(TunedLayer layer, TrialBatch trials, Draws draws, int trial) {
        Controller.Run run = layer.begin(trials, draws);
        double[][] command = new double[1][trials.size()];
        double[][] spikes = new double[layer.spiking()][trials.size()];
        double[] told = new double[40];
        for (int step = 0; step < 20; step++) {
            run.step(step, new double[TrialBatch.INPUTS][trials.size()], new double[4][trials.size()], command);
            run.spikes(spikes);
            told[2 * step] = command[0][trial];
            told[2 * step + 1] =
                    Arrays.stream(spikes).mapToDouble(s -> s[trial]).sum();
        }
        return told;
    }

    private static TrialBatch many(int count) {
        TrialBatch one = CentreOut.of(1, 0.10);
        return new TrialBatch(DT, one.steps(), Collections.nCopies(count, one.get(0)));
    }
}
