// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PointMassTest {
    private static final double DT = 0.01;
    private static final PointMass HEAVY = new PointMass(
            2.5,
            80,
            Anatomy.FOUR_CORNERS,
            Relu.DEFAULT,
            Integrator.EULER,
            Convention.BETZ,
            1,
            0,
            Loads.NONE,
            Loads.NONE);

    /** Three muscles of different strengths, the last of which pulls alone to the left. */
    static final List<Anchor> THREE =
            List.of(new Anchor("a", 1.5, 1, 1), new Anchor("b", 1.2, -2, 0.5), new Anchor("c", -3, 0.1, 2));

    private static final double[][] ANCHORS = {{2, 2}, {-2, 2}, {2, -2}, {-2, -2}};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anywhere_the_mass_is_accelerated_by_its_muscles_along_the_lines_to_their_anchors(long seed) {
        var random = RandomStream.of(seed, "mass");
        var body = new OneBody(HEAVY, DT, seed);
        body.state[0][0] = 1.8 * random.nextDouble() - 0.9;
        body.state[1][0] = 1.8 * random.nextDouble() - 0.9;
        double[] force = {body.load[0][0], body.load[1][0]};
        for (int m = 0; m < 4; m++) {
            double dx = ANCHORS[m][0] - body.state[0][0];
            double dy = ANCHORS[m][1] - body.state[1][0];
            double pull = 80 * body.state[4 + m][0] / Math.hypot(dx, dy);
            force[0] += pull * dx;
            force[1] += pull * dy;
        }

        double[] next = body.step();

        for (int axis = 0; axis < 2; axis++) {
            double expected = body.state[2 + axis][0] + DT * force[axis] / 2.5;
            assertThat(next[2 + axis]).isCloseTo(expected, within(1e-13)); // rounding
            assertThat(next[axis]).isCloseTo(body.state[axis][0] + DT * body.state[2 + axis][0], within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lengths_are_distances_to_the_anchors_and_velocities_their_rates(long seed) {
        var body = new OneBody(PointMass.DEFAULT, DT, seed);
        double[] sense = body.sense();
        double[] muscle = body.muscles();

        for (int m = 0; m < 4; m++) {
            double now = distance(body, m, 0);
            double rate = (distance(body, m, 1e-6) - distance(body, m, -1e-6)) / 2e-6;
            assertThat(muscle[m]).isCloseTo(now, within(1e-15));
            assertThat(sense[4 + m]).isCloseTo(now / Math.sqrt(8), within(1e-15)); // 1 at the origin
            assertThat(muscle[4 + m]).isCloseTo(rate, within(1e-9)); // central differences
            assertThat(sense[8 + m]).isEqualTo(muscle[4 + m]);
            assertThat(muscle[8 + m]).isCloseTo(500 * body.state[4 + m][0], within(1e-12));
        }
    }

    @Test
    void opposite_muscles_hold_the_mass_in_the_middle_and_push_it_back_from_a_little_beside_it() {
        var body = new OneBody(PointMass.DEFAULT, DT, 1);
        body.reset(new double[] {0, 0}, new double[] {0.4, 0.4, 0.4, 0.4});
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);

        assertThat(body.step()[2]).isCloseTo(0, within(1e-13)); // four pulls of 200 N

        // of muscles of constant force F at distance d each pair stiffens the line across it: 4 F/d (1 - 1/2) per m
        body.state[0][0] = 1e-4;
        assertThat(body.step()[2] / DT).isCloseTo(-1e-4 * 4 * 200 / Math.sqrt(8) / 2, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 0, 3, 0, 1, 0, 0, 0",
        "-0.995, 0.2, -1, 0.5, -1, 0.205, 0, 0.5",
        "0, -1, 1, -2, 0.01, -1, 1, 0",
        "1, 0, -1, 0, 0.99, 0, -1, 0",
        "0, 0, 2000, 0, 1, 0, 0, 0",
        "0.999, 0.999, 1, 1, 1, 1, 0, 0"
    })
    void at_the_edges_of_its_square_the_mass_loses_the_outward_velocity_only(
            double x, double y, double vx, double vy, double nextX, double nextY, double nextVx, double nextVy) {
        var body = new OneBody(PointMass.DEFAULT, DT, 1);
        body.reset(new double[] {0, 0}, new double[4]);
        double[] state = {x, y, vx, vy};
        for (int row = 0; row < 4; row++) {
            body.state[row][0] = state[row];
        }
        Arrays.stream(body.command).forEach(row -> row[0] = 0);
        Arrays.stream(body.load).forEach(row -> row[0] = 0);

        double[] next = body.step();

        assertThat(Arrays.copyOf(next, 4))
                .containsExactly(new double[] {nextX, nextY, nextVx, nextVy}, within(1e-15)); // rounding
    }

    /** At the origin the muscles pull by a_m Fmax strength_m along their anchors' directions. */
    @Test
    void muscles_of_your_own_pull_towards_their_places_by_their_strengths() {
        PointMass mass = PointMass.DEFAULT.withAnatomy(THREE);
        var body = new OneBody(mass, DT, 1);
        body.reset(new double[] {0, 0}, new double[] {0.3, 0.2, 0.1});
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
        double[] force = new double[2];
        for (int m = 0; m < 3; m++) {
            Anchor anchor = THREE.get(m);
            double pull = new double[] {150, 50, 100}[m] / Math.hypot(anchor.x(), anchor.y());
            force[0] += pull * anchor.x();
            force[1] += pull * anchor.y();
        }

        double[] next = body.step();

        assertThat(mass.muscleNames()).containsExactly("a", "b", "c");
        assertThat(Arrays.copyOfRange(body.sense(), 4, 7)).containsExactly(new double[] {1, 1, 1}, within(1e-15));
        assertThat(next[2]).isCloseTo(DT * force[0], within(1e-13)); // of 1 kg; rounding
        assertThat(next[3]).isCloseTo(DT * force[1], within(1e-13));
        double[] rest = mass.withLoads(0, List.of(20.0, -5.0), Loads.NONE).rest(0.2, 0.1);
        assertThat(rest[2]).isPositive(); // the only muscle that pulls to the left
    }

    @Test
    void a_place_that_the_mass_could_reach_and_a_name_given_twice_are_refused() {
        List<Anchor> inside = List.of(new Anchor("a", 0.5, 1, 1));
        assertThatThrownBy(() -> PointMass.DEFAULT.withAnatomy(inside))
                .hasMessage(
                        "anatomy[0] is 0.5, 1.0 m, expected a place that the mass cannot get to, outside -1.0 to 1.0 m in"
                                + " x and y");
        assertThatThrownBy(() -> PointMass.DEFAULT.withAnatomy(Collections.nCopies(2, THREE.get(0))))
                .hasMessage("anatomy[1].name is a, expected a name that no other muscle has");
    }

    private static double distance(OneBody body, int m, double time) {
        return Math.hypot(
                body.state[0][0] + time * body.state[2][0] - ANCHORS[m][0],
                body.state[1][0] + time * body.state[3][0] - ANCHORS[m][1]);
    }
}
