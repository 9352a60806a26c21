// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Recording;
import betz.math.Matrices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DsaTest {
    private static final Dsa PLAIN = dsa(1, 10);

    @Test
    void linear_dynamics_give_their_eigenvalues_whatever_the_offset() {
        Recording spiral = spirals(0.2, 0.97, Made.orthogonal(1, 4), 7);

        Finding found = PLAIN.of(Subject.of(spiral, spiral, 1));

        double[][] values = found.list("eigenvalues").rows();
        // of the faster plane, whose modulus is the largest
        assertThat(values[0][0]).isCloseTo(0.97 * Math.cos(0.2), within(1e-9));
        assertThat(Math.abs(values[0][1])).isCloseTo(0.97 * Math.sin(0.2), within(1e-9));
        assertThat(found.value("step_r2").value()).isCloseTo(1, within(1e-12));
        assertThat(found.value("coordinates").value()).isEqualTo(4);
        assertThat(found.value("angle").value()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void the_same_dynamics_in_any_linear_coordinates_are_at_no_distance(int delays) {
        Recording here = spirals(0.2, 0.97, Made.orthogonal(1, 4), 0);
        Recording there = spirals(0.2, 0.97, Made.gaussian(2, 4, 9), -3);

        Finding found = dsa(delays, 20).of(Subject.of(here, there, 1));

        assertThat(found.value("angle").value()).isLessThan(1e-5); // root of rounding, times the map's condition
        assertThat(found.value("distance").value()).isLessThan(1e-5);
    }

    @Test
    void faster_rotation_is_farther_away_and_the_same_either_way() {
        Recording slow = spirals(0.2, 0.97, Made.orthogonal(1, 4), 0);
        Recording middle = spirals(0.3, 0.97, Made.orthogonal(2, 4), 0);
        Recording fast = spirals(0.5, 0.97, Made.orthogonal(3, 4), 0);

        double near = PLAIN.of(Subject.of(slow, middle, 1)).value("angle").value();
        double far = PLAIN.of(Subject.of(slow, fast, 1)).value("angle").value();
        double back = PLAIN.of(Subject.of(fast, slow, 1)).value("angle").value();

        assertThat(near).isBetween(0.01, 0.9 * far);
        assertThat(back).isCloseTo(far, within(1e-9));
    }

    @Test
    void delays_tell_dynamics_of_which_one_dimension_is_seen() {
        double[][] first = {{1}, {0}, {0}, {0}};
        Recording seen = spirals(0.2, 0.97, first, 0);

        Finding alone = PLAIN.of(Subject.of(seen, seen, 1));
        Finding delayed = dsa(2, 10).of(Subject.of(seen, seen, 1));

        assertThat(alone.value("step_r2").value()).isLessThan(0.99);
        assertThat(delayed.value("step_r2").value()).isCloseTo(1, within(1e-9)); // a plane needs two delays
        double[] value = delayed.list("eigenvalues").rows()[0];
        assertThat(Math.hypot(value[0], value[1])).isCloseTo(0.97, within(1e-9));
    }

    @Test
    void the_same_seed_gives_the_same_numbers() {
        Subject noise = Made.two(Made.gaussian(1, 80, 6), Made.gaussian(2, 80, 6));

        double once = PLAIN.of(noise).value("angle").value();

        assertThat(PLAIN.of(noise).value("angle").value()).isEqualTo(once).isGreaterThan(0.1);
    }

    @Test
    void conditions_too_short_for_stacks_are_told() {
        Subject brief = Made.two(Made.gaussian(1, 6, 2), Made.gaussian(2, 6, 2));

        assertThatThrownBy(() -> dsa(6, 10).of(brief))
                .isInstanceOf(BadSetting.class)
                .hasMessage("samples in time is 6, expected 7 or more, for 6 delays at intervals of 1 and a step on");
        assertThatThrownBy(() -> dsa(4, 10).of(brief))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("steps in all conditions is 2, expected 5 or more for 3 coordinates");
    }

    private static Dsa dsa(int delays, int rank) {
        return new Dsa(delays, 1, rank, 10, 10, "unit.rate", "unit.rate", -9, 9, Scaling.NONE, false);
    }

    /**
     * Makes six conditions that spiral in two planes, one thrice as fast and shorter-lived, seen through a map,
     * [4][unit].
     */
    private static Recording spirals(double angle, double decay, double[][] map, double offset) {
        double[][][] courses = IntStream.range(0, 6)
                .mapToObj(c -> Made.moved(Matrices.product(spiral(angle, decay, c), map), 1, offset))
                .toArray(double[][][]::new);
        return Made.recording(Made.DT, 0, courses);
    }

    private static double[][] spiral(double angle, double decay, int condition) {
        double[] start = Made.gaussian(condition + 40, 1, 4)[0];
        double[][] course = new double[40][4];
        for (int t = 0; t < course.length; t++) {
            for (int plane = 0; plane < 2; plane++) {
                double turned = t * angle * (plane == 0 ? 1 : 3);
                double size = Math.pow(plane == 0 ? decay : 0.9 * decay, t);
                double x = start[2 * plane];
                double y = start[2 * plane + 1];
                course[t][2 * plane] = size * (x * Math.cos(turned) - y * Math.sin(turned));
                course[t][2 * plane + 1] = size * (x * Math.sin(turned) + y * Math.cos(turned));
            }
        }
        return course;
    }
}
