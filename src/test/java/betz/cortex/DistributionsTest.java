// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sampled population against the distributions that it is drawn from; tolerances are four standard errors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DistributionsTest {
    private static final int UNITS = 20_000;
    private static final double ROOT = Math.sqrt(UNITS);
    private static final OutputUnits SAMPLED = OutputUnits.sample(Tuning.DEFAULT, UNITS, 11);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void preferred_directions_have_the_two_peaked_density(boolean recorded) {
        Tuning tuning = recorded ? Tuning.RECORDED : Tuning.DEFAULT;
        double depth = recorded ? 0.25 : 0.5;
        int bins = 36;
        double[] found = new double[bins];
        for (double angle : OutputUnits.sample(tuning, UNITS, 12).preferred) {
            found[(int) (angle / (2 * Math.PI) * bins)]++;
        }

        double chi = 0;
        for (int bin = 0; bin < bins; bin++) {
            // the integral of (1 + c cos 2(t - axis))/(2 pi) over the bin
            double from = 2 * Math.PI * bin / bins - Math.toRadians(146);
            double to = from + 2 * Math.PI / bins;
            double share = (to - from + depth / 2 * (Math.sin(2 * to) - Math.sin(2 * from))) / (2 * Math.PI);
            chi += Math.pow(found[bin] - UNITS * share, 2) / (UNITS * share);
        }

        double most = new ChiSquaredDistribution(bins - 1).inverseCumulativeProbability(0.999);
        assertThat(chi).isLessThan(most); // one in a thousand seeds fails
    }

    @ParameterizedTest
    @CsvSource({"baseline, 10, 0.35, 4, 40", "gain, 8, 0.8, 0.5, 60"})
    void rates_are_log_normal_within_their_bounds(String what, double median, double sigma, double low, double high) {
        double[] values = (what.equals("gain") ? SAMPLED.gain : SAMPLED.baseline).clone();
        Arrays.sort(values);
        var normal = new NormalDistribution();

        for (double share : new double[] {0.05, 0.16, 0.5, 0.84, 0.95}) {
            double z = normal.inverseCumulativeProbability(share);
            double error = Math.sqrt(share * (1 - share)) / ROOT / normal.density(z) * sigma; // of the logarithm
            double found = Math.log(values[(int) (share * UNITS)]);
            assertThat(found).isCloseTo(Math.log(median) + sigma * z, within(4 * error));
        }
        assertThat(values[0]).isGreaterThanOrEqualTo(low);
        assertThat(values[UNITS - 1]).isLessThanOrEqualTo(high);
        double beyond = 1 - normal.cumulativeProbability(Math.log(high / median) / sigma);
        double atBound = Arrays.stream(values).filter(v -> v == high).count() / (double) UNITS;
        assertThat(atBound).isCloseTo(beyond, within(4 * Math.sqrt(beyond * (1 - beyond)) / ROOT + 1e-9));
    }

    @Test
    void velocity_weights_point_along_the_preferred_direction_with_length_one_and_spread_two_fifths() {
        double[] length = each(unit -> Math.hypot(weight(unit, 2), weight(unit, 3)));

        for (int unit = 0; unit < UNITS; unit++) {
            double turn = Math.atan2(weight(unit, 3), weight(unit, 2)) - SAMPLED.preferred[unit];
            assertThat(Math.cos(turn)).isCloseTo(1, within(1e-12)); // never opposite: |N|
        }
        assertMoments(length, 1, 0.4); // N(1, .4) is below zero in 0.6 % only, by little
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "4, 0.6"})
    void position_and_acceleration_weights_scatter_about_the_preferred_direction(int feature, double scale) {
        // the part along the preferred direction: scale N(1, .6) cos N(0, 60 degrees); cos has mean exp(-s²/2)
        double spread = Tuning.DEFAULT.spread();
        double cos = Math.exp(-spread * spread / 2);
        double cosSquared = (1 + Math.exp(-2 * spread * spread)) / 2;
        double second = scale * scale * (1 + 0.36) * cosSquared;
        double mean = scale * cos;

        assertMoments(each(unit -> along(unit, feature)), mean, Math.sqrt(second - mean * mean));
        assertMoments(each(unit -> across(unit, feature)), 0, Math.sqrt(scale * scale * 1.36 * (1 - cosSquared)));
    }

    @Test
    void position_and_acceleration_scatter_independently() {
        double[] product = each(unit -> across(unit, 0) * across(unit, 4));

        double sd = 0.5 * 0.6 * 1.36 * (1 - Math.exp(-2 * Math.PI * Math.PI / 9)) / 2;
        assertThat(mean(product)).isCloseTo(0, within(4 * sd / ROOT));
    }

    @Test
    void speed_weights_have_equal_mean_and_spread_and_harmonics_are_half_normal_in_every_phase() {
        double[] harmonic = each(unit -> Math.hypot(weight(unit, 7), weight(unit, 8)));
        double half = Math.sqrt(2 / Math.PI);

        assertMoments(each(unit -> weight(unit, 6)), 0.15, 0.15);
        assertMoments(harmonic, 0.5 * half, 0.5 * Math.sqrt(1 - half * half));
        assertMoments(each(unit -> weight(unit, 7)), 0, 0.5 / Math.sqrt(2)); // E h² cos² phi = .25/2
        assertMoments(each(unit -> weight(unit, 8)), 0, 0.5 / Math.sqrt(2));
    }

    @Test
    void gains_baselines_and_directions_are_drawn_independently() {
        double[] gain = each(unit -> (Math.log(SAMPLED.gain[unit]) - Math.log(8)) / 0.8);
        double[] base = each(unit -> (Math.log(SAMPLED.baseline[unit]) - Math.log(10)) / 0.35);

        assertThat(mean(each(unit -> gain[unit] * base[unit]))).isCloseTo(0, within(4 / ROOT));
        assertThat(mean(each(unit -> gain[unit] * Math.cos(SAMPLED.preferred[unit]))))
                .isCloseTo(0, within(4 / ROOT));
        assertThat(mean(each(unit -> base[unit] * Math.sin(2 * SAMPLED.preferred[unit]))))
                .isCloseTo(0, within(4 / ROOT));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 6", "0, 1", "0.12, 13"})
    void lags_are_tens_of_milliseconds_up_to_the_greatest_one(double greatest, int kinds) {
        var d = Tuning.DEFAULT;
        var tuning = new Tuning(d.features(), d.baseline(), d.gain(), 0.5, 0.6, 1, 0.15, 0.5, 0, 0.5, 0, greatest);

        double[] lags = Arrays.stream(OutputUnits.sample(tuning, 2000, 3).lag)
                .map(lag -> Math.round(1000 * lag))
                .distinct()
                .sorted()
                .toArray();

        assertThat(lags).hasSize(kinds);
        for (int i = 0; i < kinds; i++) {
            assertThat(lags[i]).isEqualTo(10 * i);
        }
    }

    @Test
    void a_bounded_log_normal_puts_what_is_beyond_at_its_bounds() {
        var random = RandomStream.of(4, "bounded");
        var tight = new LogNormal(10, 1, 10, 10 * Math.E);
        double[] drawn = new double[UNITS];
        Arrays.setAll(drawn, i -> tight.draw(random));

        // half of the draws are below the median, and one standard deviation up cuts 15.87 %
        double low = Arrays.stream(drawn).filter(v -> v == 10).count() / (double) UNITS;
        double high = Arrays.stream(drawn).filter(v -> v == 10 * Math.E).count() / (double) UNITS;
        assertThat(low).isCloseTo(0.5, within(4 * 0.5 / ROOT));
        assertThat(high).isCloseTo(0.15866, within(4 * 0.366 / ROOT));
    }

    private static double weight(int unit, int feature) {
        return SAMPLED.weights[unit * MotorFeatures.COUNT + feature];
    }

    private static double along(int unit, int feature) {
        double theta = SAMPLED.preferred[unit];
        return weight(unit, feature) * Math.cos(theta) + weight(unit, feature + 1) * Math.sin(theta);
    }

    private static double across(int unit, int feature) {
        double theta = SAMPLED.preferred[unit];
        return -weight(unit, feature) * Math.sin(theta) + weight(unit, feature + 1) * Math.cos(theta);
    }

    private static double[] each(IntToDoubleFunction value) {
        double[] values = new double[UNITS];
        Arrays.setAll(values, value);
        return values;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void assertMoments(double[] values, double mean, double sd) {
        double found = mean(values);
        double variance =
                Arrays.stream(values).map(v -> (v - found) * (v - found)).sum() / (UNITS - 1);
        assertThat(found).isCloseTo(mean, within(4 * sd / ROOT + 1e-3 * sd));
        assertThat(Math.sqrt(variance)).isCloseTo(sd, within(0.04 * sd)); // kurtosis up to 6: 4 sqrt(5)/2/ROOT
    }
}
