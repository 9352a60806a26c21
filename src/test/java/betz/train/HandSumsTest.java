// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Field;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Trial;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandSumsTest {
    private static final double ROUNDING = 1e-12; // of turns by sines and cosines
    private static final Perturbation NONE = Perturbation.None.DEFAULT;
    private static final Field CURL = new Field.CurlField(10);
    private static final Field.Channel WALLS = new Field.Channel(2000, 20);

    /** Forward and to the left of the way (cm), forward and leftward velocity (m/s), at every step; the target is 10 cm away. */
    private static final double[][] PATH = {
        {0, 0, 0, 0}, {2, 1, 0.3, 0.1}, {5, -1.5, 0.6, -0.2}, {8, -0.5, 0.4, 0.1}, {11, -3, 0.1, -0.1}, {11, 9, 9, 9}
    };

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 1.6, 3.1, -2})
    void the_deviation_is_the_greatest_on_the_way_whatever_its_direction(double direction) {
        HandSums sums = sums(direction, CURL, CURL);

        // step 4 is past the target, and the trial ends before step 5
        assertThat(sums.deviation().lateral()).isCloseTo(-0.015, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 1.6, 3.1, -2})
    void the_direction_is_that_of_the_velocity_at_peak_speed_from_the_way(double direction) {
        assertThat(sums(direction, CURL, CURL).deviation().direction())
                .isCloseTo(Math.atan2(-0.2, 0.6), within(ROUNDING));
    }

    @Test
    void directions_about_the_opposite_of_the_way_have_their_mean_there_and_not_on_it() {
        var sums = new HandSums();
        for (double sideward : new double[] {0.01, -0.01}) {
            double[][] back = {{0, 0, 0, 0}, {-1, 0, -0.3, sideward}};
            sums.add(new Probe(NONE, null), step -> hand(0, back[Math.min(step, 1)]), trial(0, NONE), 0);
        }

        assertThat(Math.abs(sums.deviation().direction())).isCloseTo(Math.PI, within(ROUNDING));
    }

    @Test
    void the_index_is_the_slope_of_the_force_on_the_walls_over_that_which_makes_up_for_the_field() {
        HandSums sums = sums(0.7, WALLS, CURL);

        // to the left against a clockwise field: 10 N·s/m times forward speed; walls feel 2000 d + 20 d'
        double[] wanted = {0, 3, 6, 4, 1};
        double[] felt = {0, 20 + 2, -30 - 4, -10 + 2, -60 - 2};
        double product = 0;
        double square = 0;
        for (int i = 0; i < wanted.length; i++) {
            product += wanted[i] * felt[i];
            square += wanted[i] * wanted[i];
        }
        assertThat(sums.deviation().channelIndex()).isCloseTo(product / square, within(1e-11)); // of 2000 N/m
    }

    @Test
    void a_hand_that_makes_up_for_the_field_has_an_index_of_one() {
        var sums = new HandSums();
        double[][] path = {{0, 0, 0, 0}, {2, 0.2, 0.4, 0}, {5, 0.3, 0.6, 0}}; // 2000 d is 10 times the forward speed
        sums.add(new Probe(CURL, CURL), step -> hand(1, path[Math.min(step, 2)]), trial(1, WALLS), 0);

        assertThat(sums.deviation().channelIndex()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void trials_with_another_perturbation_count_for_no_deviation() {
        assertThat(sums(0, WALLS, CURL).deviation().lateral()).isNaN();
        assertThat(sums(0, WALLS, CURL).deviation().direction()).isNaN();
        assertThat(sums(0, CURL, CURL).deviation().channelIndex()).isNaN();
        assertThat(new HandSums().deviation()).isEqualTo(Deviation.NONE);
    }

    @Test
    void a_hand_that_is_to_stay_has_no_way_to_stray_from() {
        var sums = new HandSums();
        Trial held = Trial.staying(new Condition(0, "", 1), new Point(0.3, -0.2), CURL, 0, 5);

        sums.add(new Probe(CURL, CURL), step -> hand(1, PATH[step]), held, 0);

        assertThat(sums.deviation()).isEqualTo(Deviation.NONE);
    }

    @Test
    void sums_of_parts_are_the_sums_of_all() {
        HandSums sums = sums(0.3, CURL, CURL);
        sums.add(sums(0.3, WALLS, CURL));
        double lateral = sums.deviation().lateral();

        sums.add(sums(2, CURL, CURL));

        assertThat(sums.deviation().lateral()).isCloseTo(lateral, within(ROUNDING));
        assertThat(sums.deviation().channelIndex())
                .isEqualTo(sums(0.3, WALLS, CURL).deviation().channelIndex());
    }

    private static HandSums sums(double direction, Perturbation of, Field field) {
        var sums = new HandSums();
        sums.add(new Probe(CURL, field), step -> hand(direction, PATH[step]), trial(direction, of), 0);
        return sums;
    }

    private static Trial trial(double direction, Perturbation perturbation) {
        var start = new Point(0.3, -0.2);
        var target = start.plus(0.1 * Math.cos(direction), 0.1 * Math.sin(direction));
        return new Trial(new Condition(0, "", direction), start, target, 0, 0, 5).with(perturbation);
    }

    /** A hand on the way, turned into the plane. */
    private static double[][] hand(double direction, double... along) {
        double c = Math.cos(direction);
        double s = Math.sin(direction);
        List<double[]> turned = List.of(
                new double[] {0.3 + 0.01 * (c * along[0] - s * along[1])},
                new double[] {-0.2 + 0.01 * (s * along[0] + c * along[1])},
                new double[] {c * along[2] - s * along[3]},
                new double[] {s * along[2] + c * along[3]});
        return turned.toArray(double[][]::new);
    }
}
