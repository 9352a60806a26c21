// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalOnsetTest {
    /** From 0 to 1, so the threshold is 0.5. */
    private static final double[] AVERAGE = {0, 0.4, 1, 0.8};

    private static double[] onsets(Populations.Course course, double... weights) {
        Recording recording = Populations.rates(Populations.batch(2, 1, 100, 30, 0.01), weights.length, course);
        return new SignalOnset(weights, AVERAGE, new Epoch(0, 0.5), 0).of(recording, recording.signal("unit.rate"));
    }

    @Test
    void a_straight_rise_is_crossed_between_samples() {
        double[] onsets = onsets((trial, t, unit) -> 2 * t + 0.013 * trial, 1);

        assertThat(onsets[0]).isCloseTo(0.25, within(1e-12)); // rounding
        assertThat(onsets[1]).isCloseTo((0.5 - 0.013) / 2, within(1e-12));
    }

    @Test
    void units_count_by_their_weights() {
        double[] onsets = onsets((trial, t, unit) -> unit == 0 ? 6 * t : 2 * t, 0.5, -0.5);

        assertThat(onsets[0]).isCloseTo(0.25, within(1e-12)); // 3 t - t
    }

    @Test
    void only_upward_crossings_in_the_window_count() {
        assertThat(onsets((trial, t, unit) -> 1 - 2 * t, 1)[0]).isNaN();
        assertThat(onsets((trial, t, unit) -> t > 0.555 ? 1 : 0, 1)[0]).isNaN(); // too late
        assertThat(onsets((trial, t, unit) -> t > -0.055 ? 1 : 0, 1)[0]).isNaN(); // too early
        assertThat(onsets((trial, t, unit) -> t < 0.095 || t > 0.295 ? 1 : 0, 1)[0])
                .isCloseTo(0.295, within(1e-12)); // down first, up again half way between samples
    }

    @Test
    void the_first_of_several_crossings_counts() {
        double[] onsets = onsets((trial, t, unit) -> Math.sin(2 * Math.PI * 5 * t - 0.001), 1);

        assertThat(onsets[0]).isCloseTo(1.0 / 60, within(5e-4)); // a sine reaches a half after a twelfth of its 200 ms
    }

    @Test
    void what_conditions_share_and_do_not_share_make_up_all_variance() {
        Activity activity = Activity.of(
                Populations.rates(
                        Populations.batch(3, 3, 50, 0, 0.01),
                        4,
                        (trial, t, unit) -> Math.sin(7 * t * (unit + 1)) + Math.cos(5 * t + 2 * trial + unit)),
                "unit.rate");

        InvariantPart part = InvariantPart.of(activity);

        double own = Covariance.total(activity.lessAcrossConditions().rows());
        assertThat(part.share()).isCloseTo(1 - own / Covariance.total(activity.rows()), within(1e-12));
        assertThat(part.componentShare()).isBetween(part.share() / 4, part.share());
        assertThat(part.invariance()).isBetween(0.0, 1.0);
        assertThat(part.specificShare()).isLessThan(1 - part.share());
    }

    @Test
    void the_axis_points_to_where_the_mean_goes_farthest_from_its_start() {
        Activity falling = Activity.of(
                Populations.rates(Populations.batch(2, 2, 50, 0, 0.01), 2, (trial, t, unit) -> (unit - 2) * t + trial),
                "unit.rate");

        double[][] axis = InvariantPart.of(falling).axis();

        // both units fall, at 2 and 1, so along the axis with negative entries the mean rises
        assertThat(axis[0][0]).isCloseTo(-2 / Math.sqrt(5), within(1e-12));
        assertThat(axis[1][0]).isCloseTo(-1 / Math.sqrt(5), within(1e-12));
    }
}
