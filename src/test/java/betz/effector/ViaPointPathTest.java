// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViaPointPathTest {
    private static final double UPPER_ARM = 0.309;
    private static final double H = 1e-6;

    /** Three random muscles of seven points, which go to and fro between all bodies, beside those by default. */
    static Stream<ViaPointMuscle> muscles() {
        var random = RandomStream.of(1, "paths");
        Stream<ViaPointMuscle> drawn = Stream.of("a", "b", "c").map(name -> {
            List<ViaPoint> points = new ArrayList<>();
            for (int on : new int[] {0, 0, 2, 1, 1, 2, 0}) {
                points.add(new ViaPoint(
                        Bone.values()[on], 0.3 * random.nextDouble() - 0.1, 0.2 * random.nextDouble() - 0.1));
            }
            return new ViaPointMuscle(name, 500, 0.1, 0.1, points);
        });
        return Stream.concat(drawn, Anatomy.SIX_VIA_POINT_MUSCLES.stream());
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void a_length_is_the_sum_of_the_distances_between_the_points_where_they_are(ViaPointMuscle muscle) {
        var path = new ViaPointPath(muscle, UPPER_ARM);
        for (double[] q : postures()) {
            double sum = 0;
            for (int i = 1; i < muscle.points().size(); i++) {
                double[] from = place(muscle.points().get(i - 1), q);
                double[] to = place(muscle.points().get(i), q);
                sum += Math.hypot(to[0] - from[0], to[1] - from[1]);
            }

            assertThat(path.length(q[0], q[1])).isCloseTo(sum, within(1e-13)); // squares of cm from those of dm
        }
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void moment_arms_are_derivatives_of_the_length_and_velocities_its_rate(ViaPointMuscle muscle) {
        var path = new ViaPointPath(muscle, UPPER_ARM);
        for (double[] q : postures()) {
            double byShoulder = (path.length(q[0] + H, q[1]) - path.length(q[0] - H, q[1])) / (2 * H);
            double byElbow = (path.length(q[0], q[1] + H) - path.length(q[0], q[1] - H)) / (2 * H);
            double rate = (path.length(q[0] + 2 * H, q[1] - 3 * H) - path.length(q[0] - 2 * H, q[1] + 3 * H)) / (2 * H);

            // rounding of 1e-16 m, and the third derivative where a piece is short
            assertThat(path.shoulder(q[0], q[1])).isCloseTo(byShoulder, within(1e-9));
            assertThat(path.elbow(q[0], q[1])).isCloseTo(byElbow, within(1e-9));
            assertThat(path.velocity(q[0], q[1], 2, -3)).isCloseTo(rate, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void a_muscle_is_the_same_from_either_end(ViaPointMuscle muscle) {
        List<ViaPoint> turned = new ArrayList<>(muscle.points());
        Collections.reverse(turned);
        var path = new ViaPointPath(muscle, UPPER_ARM);
        var other = new ViaPointPath(
                new ViaPointMuscle("turned", muscle.maximumForce(), muscle.tendon(), muscle.fibre(), turned),
                UPPER_ARM);

        for (double[] q : postures()) {
            assertThat(other.length(q[0], q[1])).isCloseTo(path.length(q[0], q[1]), within(1e-15)); // order of a sum
            assertThat(other.elbow(q[0], q[1])).isCloseTo(path.elbow(q[0], q[1]), within(1e-15));
        }
    }

    /** A crank of 10 cm from 20 cm before the shoulder: length² = 0.2² + 0.1² - 2 0.2 0.1 cos(q0 - 90 degrees). */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, 1.5, 2.3})
    void a_crank_has_the_length_and_the_lever_of_the_law_of_cosines(double q0) {
        List<ViaPoint> points = List.of(new ViaPoint(Bone.WORLD, 0, 0.2), new ViaPoint(Bone.UPPER_ARM, 0.1, 0));
        var path = new ViaPointPath(new ViaPointMuscle("crank", 1, 0, 0.1, points), UPPER_ARM);

        double length = Math.sqrt(0.05 - 0.04 * Math.sin(q0));
        assertThat(path.length(q0, 1)).isCloseTo(length, within(1e-15)); // rounding
        assertThat(path.shoulder(q0, 1)).isCloseTo(-0.02 * Math.cos(q0) / length, within(1e-15));
        assertThat(path.elbow(q0, 1)).isZero();
    }

    /** The lever of MotorNet's points on the forearm turns with q0' + q1' about the elbow. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void only_motornets_convention_moves_points_of_the_forearm_by_both_joints_about_the_elbow(long seed) {
        for (Convention convention : Convention.values()) {
            ViaPointArm arm = ViaPointArm.DEFAULT.with(Integrator.EULER, convention);
            var body = new OneBody(arm, 0.01, seed);
            int row = convention.lags() ? 10 : 0; // joints that lengths and velocities belong to
            double[] q = {body.state[row][0], body.state[row + 1][0]};
            double qd0 = body.state[row + 2][0];
            double qd1 = body.state[row + 3][0];

            double[] told = body.muscles();

            for (int m = 0; m < 6; m++) {
                ViaPointPath path = arm.paths().get(m);
                double turning = convention.lags() ? qd0 + qd1 : qd1;
                double expected = path.shoulder(q[0], q[1]) * qd0 + path.elbow(q[0], q[1]) * turning;
                assertThat(told[6 + m]).isCloseTo(expected, within(1e-15)); // rounding
                assertThat(told[m]).isCloseTo(path.length(q[0], q[1]) - path.tendon(), within(1e-15));
            }
        }
    }

    @Test
    void a_muscle_that_runs_through_a_joint_has_no_lever_there_and_no_number_is_lost() {
        List<ViaPoint> points = List.of(
                new ViaPoint(Bone.WORLD, 0, 0), new ViaPoint(Bone.UPPER_ARM, 0, 0), new ViaPoint(Bone.FOREARM, 0.1, 0));
        var path = new ViaPointPath(new ViaPointMuscle("through", 1, 0, 0.1, points), UPPER_ARM);

        assertThat(path.length(1, 0)).isCloseTo(UPPER_ARM + 0.1, within(1e-15)); // straight
        assertThat(path.shoulder(1, 0.5)).isZero();
        assertThat(path.elbow(1, 0.5)).isFinite().isNegative();
    }

    @Test
    void muscles_by_default_pull_as_those_of_arm26_in_every_posture() {
        for (int m = 0; m < 6; m++) {
            PolynomialPath model = Anatomy.SIX_MUSCLES.get(m);
            var path = new ViaPointPath(Anatomy.SIX_VIA_POINT_MUSCLES.get(m), UPPER_ARM);
            for (double[] q : postures()) {
                assertThat(path.shoulder(q[0], q[1]) * Math.signum(model.shoulder()))
                        .isGreaterThanOrEqualTo(model.shoulder() == 0 ? 0 : 0.01);
                assertThat(path.elbow(q[0], q[1]) * Math.signum(model.elbow()))
                        .isGreaterThanOrEqualTo(model.elbow() == 0 ? 0 : 0.005);
            }
            double fibre = path.length(Math.PI / 4, Math.PI / 2) - path.tendon();
            double expected = model.length(Math.PI / 4, Math.PI / 2) - model.tendon();
            assertThat(fibre).isCloseTo(expected, within(6e-4)); // tendons are told to the millimetre
        }
    }

    @Test
    void a_muscle_on_one_body_or_of_one_point_or_with_the_name_of_another_is_refused() {
        ViaPoint point = new ViaPoint(Bone.FOREARM, 0.1, 0);

        assertThatThrownBy(() -> new ViaPointMuscle("a", 1, 0, 0.1, List.of(point)))
                .hasMessage("points is 1 point, expected 2 to 100 points");
        assertThatThrownBy(() -> new ViaPointMuscle("a", 1, 0, 0.1, List.of(point, point)))
                .hasMessage("points is all on one body, expected points on two bodies at least, or the muscle moves"
                        + " nothing");
        List<ViaPointMuscle> twice = Collections.nCopies(2, Anatomy.SIX_VIA_POINT_MUSCLES.get(0));
        assertThatThrownBy(() -> ViaPointArm.DEFAULT.withAnatomy(twice))
                .hasMessage("anatomy[1].name is pectoralis, expected a name that no other muscle has");
    }

    private static List<double[]> postures() {
        List<double[]> postures = new ArrayList<>();
        for (double q0 = 0; q0 <= Math.toRadians(140); q0 += 0.3) {
            for (double q1 = 0; q1 <= Math.toRadians(160); q1 += 0.3) {
                postures.add(new double[] {q0, q1});
            }
        }
        return postures;
    }

    /** Where a point is in the world. */
    private static double[] place(ViaPoint point, double[] q) {
        double turn = switch (point.on()) {
            case WORLD -> 0;
            case UPPER_ARM -> q[0];
            case FOREARM -> q[0] + q[1];
        };
        double reach = point.on() == Bone.FOREARM ? UPPER_ARM : 0;
        return new double[] {
            reach * Math.cos(q[0]) + point.x() * Math.cos(turn) - point.y() * Math.sin(turn),
            reach * Math.sin(q[0]) + point.x() * Math.sin(turn) + point.y() * Math.cos(turn)
        };
    }
}
