// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitTuningsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3, 5})
    void an_exact_cosine_is_recovered_from_uneven_directions(double preferred) {
        double[] direction = {0.1, 0.7, 1.9, 2.2, 4, 5.5};
        double[] rate = Arrays.stream(direction)
                .map(d -> 20 + 8 * Math.cos(d - preferred))
                .toArray();

        var tuning = CosineTuning.fit(direction, rate);

        assertThat(tuning.baseline()).isCloseTo(20, within(1e-12));
        assertThat(tuning.gain()).isCloseTo(8, within(1e-12));
        assertThat(tuning.preferredDirection()).isCloseTo(preferred, within(1e-12));
        assertThat(tuning.r2()).isCloseTo(1, within(1e-12));
        assertThat(tuning.rate(0.7)).isCloseTo(rate[1], within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_closed_form_of_the_tail_is_that_of_the_f_distribution(long seed) {
        var random = RandomStream.of(seed, "tuning");
        double[] direction =
                IntStream.range(0, 40).mapToDouble(i -> i % 8 * Math.PI / 4).toArray();
        double[] rate = Arrays.stream(direction)
                .map(d -> 5 + Math.cos(d) + 2 * random.nextGaussian())
                .toArray();

        var tuning = CosineTuning.fit(direction, rate);

        double tail = 1 - new FDistribution(2, 37).cumulativeProbability(tuning.f());
        assertThat(tuning.p()).isCloseTo(tail, within(1e-9)); // the distribution's own accuracy
    }

    @Test
    void a_silent_unit_is_not_tuned_and_two_directions_are_too_few() {
        double[] direction = {0, 2, 4, 6};

        assertThat(CosineTuning.fit(direction, new double[4]).p()).isEqualTo(1);
        assertThatThrownBy(() -> CosineTuning.fit(new double[] {0, 1, 0, 1}, new double[4]))
                .hasMessageContaining("fewer than three different directions");
    }

    @Test
    void recorded_units_are_fitted_as_statsmodels_fits_them() throws IOException {
        var rates = table(data().resolve("centuri_m1_centerout/rates.csv"));
        Path golden = data().resolve("../vectors/cosine_tuning/centuri_ols_single_trial.csv");
        assumeTrue(Files.exists(golden), "the golden vectors do not lie beside the recorded data");
        var expected = table(golden);
        double[] direction =
                rates.stream().mapToDouble(row -> Math.toRadians(row[1])).toArray();

        for (double[] row : expected) {
            if (Double.isNaN(row[6])) {
                continue; // a unit that never fires
            }
            double[] rate = rates.stream().mapToDouble(r -> r[2 + (int) row[0]]).toArray();
            var tuning = CosineTuning.fit(direction, rate);
            double off = Angles.wrapped(tuning.preferredDirection() - Math.toRadians(row[4]));
            assertThat(tuning.baseline()).isCloseTo(row[1], within(1e-8));
            assertThat(off).isCloseTo(0, within(1e-8));
            assertThat(tuning.gain()).isCloseTo(row[5], within(1e-8));
            assertThat(tuning.r2()).isCloseTo(row[6], within(1e-8));
            assertThat(tuning.f()).isCloseTo(row[7], within(1e-8 * Math.max(1, row[7])));
            assertThat(tuning.p()).isCloseTo(row[8], within(1e-8));
        }
        assertThat(expected).hasSizeGreaterThan(100);
    }

    @Test
    void the_spread_of_directions_agrees_with_circstat() {
        double[] expected = Arrays.stream(
                        Golden.lines("circstat/expected.csv").get(2).split(",", -1))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();

        var spread = PreferredDirections.of(Golden.numbers("circstat/bimodal_angles_rad.csv"));

        double tolerance = 1e-8; // the golden vector's
        assertThat(spread.units()).isEqualTo(60);
        assertThat(spread.mean()).isCloseTo(expected[1], within(tolerance));
        assertThat(spread.resultant()).isCloseTo(expected[2], within(tolerance));
        assertThat(spread.rayleighP()).isCloseTo(expected[5], within(tolerance));
        assertThat(spread.rayleighZ()).isCloseTo(expected[6], within(tolerance));
        assertThat(spread.bimodality()).isCloseTo(expected[9], within(tolerance));
        assertThat(spread.axis()).isCloseTo(expected[10], within(tolerance));
        assertThat(spread.axialP() / expected[11]).isCloseTo(1, within(1e-8));
    }

    @Test
    void units_of_a_recording_are_tuned_where_their_rates_are() {
        var recording = rates(40, 3);

        var tuning = UnitTunings.of(recording);

        assertThat(tuning.units()).hasSize(3);
        assertThat(tuning.units().get(0).means().preferredDirection()).isCloseTo(1, within(1e-9));
        assertThat(tuning.units().get(0).means().gain()).isCloseTo(5, within(1e-9));
        assertThat(tuning.units().get(2).tuned()).isFalse();
        assertThat(tuning.finding().value("tuned_share").value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(tuning.directions().units()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.020, filters/gauss_sd20_reflect.csv", "0.005, filters/gauss_sd5_reflect.csv"})
    void smoothing_agrees_with_scipy(double sd, String expected) {
        double[] spikes = Golden.numbers("filters/spikes_1ms.csv");

        double[] rate = new GaussianSmoother(sd, 0.001).smooth(spikes);

        double[] hertz = Arrays.stream(rate).map(r -> 1000 * r).toArray();
        assertThat(hertz).containsExactly(Golden.numbers(expected), within(1e-9));
    }

    @Test
    void a_psth_is_aligned_to_the_go_cue_and_averages_the_trials_of_a_condition() {
        var psth = Psth.of(rates(16, 1), "unit.rate", 0.1, 0.2, 0);

        assertThat(psth.conditions()).hasSize(8);
        assertThat(psth.mean().steps()).isEqualTo(60);
        assertThat(psth.mean().get(2, 0, 0)).isEqualTo(10); // before the go cue
        assertThat(psth.mean().get(2, 20, 0)).isCloseTo(10 + 5 * Math.cos(Math.PI / 2 - 1), within(1e-12));
    }

    /** Units with preferred directions 1, 2, ... rad from the go cue on; the last of several is untuned. */
    private static Recording rates(int trials, int units) {
        Recording hand = Reaches.minimumJerk(trials);
        int steps = hand.trials().steps();
        var channels = IntStream.range(0, units).mapToObj(i -> "u" + i).toList();
        Signal rate = Signal.zeros("unit.rate", "spikes/s", trials, steps, channels);
        for (int trial = 0; trial < trials; trial++) {
            double direction = hand.trials().get(trial).condition().direction();
            for (int step = 0; step < steps; step++) {
                for (int unit = 0; unit < units; unit++) {
                    boolean silent = step < hand.trials().get(trial).goCue() || (unit > 0 && unit == units - 1);
                    rate.set(trial, step, unit, 10 + (silent ? 0 : 5 * Math.cos(direction - unit - 1)));
                }
            }
        }
        return hand.with(rate);
    }

    private static Path data() {
        String data = System.getProperty("betz.data");
        assumeTrue(data != null, "the system property betz.data does not name the folder of recorded data");
        return Path.of(String.valueOf(data));
    }

    private static List<double[]> table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(UnitTuningsTest::number)
                        .toArray())
                .toList();
    }

    private static double number(String cell) {
        return cell.isEmpty() || cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }
}
