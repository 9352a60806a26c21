// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Point;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkspaceTest {
    private static final Arm26 ARM = Arm26.DEFAULT;

    static Stream<Arm> arms() {
        return Stream.of(Arm26.DEFAULT, ViaPointArm.DEFAULT, TorqueArm.DEFAULT, Reacher.DEFAULT);
    }

    /** By the determinant l1 l2 sin q1 the area is the shoulder's range times l1 l2 (cos low - cos high) of the elbow's. */
    @ParameterizedTest
    @MethodSource("arms")
    void an_arm_reaches_a_place_exactly_if_its_posture_leads_there(Arm arm) {
        Skeleton bones = arm.skeleton();
        double l1 = bones.upperArm().length();
        double l2 = bones.forearm().length();
        double grid = (l1 + l2) / 40;
        int reached = 0;
        for (double x = -(l1 + l2 + grid); x <= l1 + l2 + grid; x += grid) {
            for (double y = -(l1 + l2 + grid); y <= l1 + l2 + grid; y += grid) {
                var place = new Point(x, y);
                if (arm.reaches(place)) {
                    double[] joint = arm.posture(place);
                    assertThat(arm.hand(joint[0], joint[1]).distance(place)).isLessThan(1e-12); // rounding of acos
                    assertInside(bones.shoulder(), joint[0]);
                    assertInside(bones.elbow(), joint[1]);
                    reached++;
                } else {
                    assertThatThrownBy(() -> arm.posture(place)).hasMessageContaining("expected a place within");
                }
            }
        }
        Range elbow = bones.elbow();
        double area = (bones.shoulder().high() - bones.shoulder().low())
                * l1
                * l2
                * (Math.cos(elbow.low()) - Math.cos(elbow.high()));
        assertThat(reached * grid * grid).isCloseTo(area, within(0.02 * area)); // squares that the edge cuts
    }

    private static void assertInside(Range range, double angle) {
        assertThat(angle).isBetween(range.low() - 1e-7, range.high() + 1e-7); // of a nearly straight arm, as told there
    }

    @ParameterizedTest
    @MethodSource("arms")
    void every_posture_of_an_arm_is_the_one_of_its_hand(Arm arm) {
        Skeleton bones = arm.skeleton();
        for (double share0 = 0.01; share0 < 1; share0 += 0.07) {
            for (double share1 = 0.02; share1 < 1; share1 += 0.07) {
                double[] joint = {bones.shoulder().at(share0), bones.elbow().at(share1)};

                Point hand = arm.hand(joint[0], joint[1]);

                assertThat(arm.reaches(hand)).isTrue();
                assertThat(arm.posture(hand)).containsExactly(joint, within(1e-11)); // rounding of acos
            }
        }
    }

    @Test
    void postures_are_drawn_evenly_from_the_ranges_of_the_joints() {
        var random = RandomStream.of(1, "postures");
        double[] shares = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < 4000; i++) {
            double[] joint = ARM.posture(ARM.anywhere(random));
            double[] share = {joint[0] / Math.toRadians(135), joint[1] / Math.toRadians(155)};
            for (int j = 0; j < 2; j++) {
                shares[j] += share[j] / 4000;
                squares[j] += share[j] * share[j] / 4000;
            }
        }

        // mean 1/2 and mean square 1/3 of even shares, both within four deviations of the mean of 4000
        for (int j = 0; j < 2; j++) {
            assertThat(shares[j]).isCloseTo(0.5, within(0.019));
            assertThat(squares[j]).isCloseTo(1.0 / 3, within(0.019));
        }
    }

    @Test
    void a_mass_is_put_evenly_in_its_box() {
        var random = RandomStream.of(1, "places");
        double[] mean = new double[2];
        double[] square = new double[2];
        for (int i = 0; i < 4000; i++) {
            Point place = PointMass.DEFAULT.anywhere(random);
            assertThat(PointMass.DEFAULT.reaches(place)).isTrue();
            double[] coordinates = {place.x(), place.y()};
            for (int axis = 0; axis < 2; axis++) {
                mean[axis] += coordinates[axis] / 4000;
                square[axis] += coordinates[axis] * coordinates[axis] / 4000;
            }
        }

        // mean 0 and mean square 1/3 of even places from -1 to 1 m, within four of the deviations 0.577 and 0.298 /
        // sqrt(4000)
        for (int axis = 0; axis < 2; axis++) {
            assertThat(mean[axis]).isCloseTo(0, within(0.037));
            assertThat(square[axis]).isCloseTo(1.0 / 3, within(0.019));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.643, 0", "0, 0.1", "0.1, -0.5", "-0.6, -0.1", "0, 0"})
    void places_beyond_the_limits_are_out_of_reach(double x, double y) {
        assertThat(ARM.reaches(new Point(x, y))).isFalse();
    }

    @Test
    void the_ends_of_the_joints_ranges_are_within_reach() {
        for (double q0 : new double[] {0, Math.toRadians(135)}) {
            for (double q1 : new double[] {0, 1e-9, 1e-6, Math.toRadians(155)}) {
                assertThat(ARM.reaches(ARM.hand(q0, q1))).isTrue();
            }
        }
    }

    @Test
    void a_straight_arm_is_within_reach_whichever_way_its_cosine_is_rounded() {
        for (int degrees = 0; degrees <= 135; degrees++) {
            Point hand = ARM.hand(Math.toRadians(degrees), 0);

            double[] joint = ARM.posture(hand);

            // a distance that is rounded by 1e-16 bends the elbow by the root of it
            assertThat(joint).containsExactly(new double[] {Math.toRadians(degrees), 0}, within(1e-7));
            assertThat(ARM.hand(joint[0], joint[1]).distance(hand)).isLessThan(1e-15);
            assertThat(ARM.reaches(new Point(hand.x() * 1.000001, hand.y() * 1.000001)))
                    .isFalse();
        }
    }

    @Test
    void a_workspace_is_told_by_distances_and_degrees() {
        // sqrt(l1² + l2² + 2 l1 l2 cos 155 degrees) is 0.1409 m, l1 + l2 is 0.642 m
        assertThat(ARM.workspace())
                .isEqualTo("0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at 0 to 155"
                        + " degrees");
        assertThat(PointMass.DEFAULT.workspace()).isEqualTo("-1.0 to 1.0 m in x and y");
    }

    @Test
    void an_elbow_held_straight_reaches_one_distance() {
        var stiff = new Skeleton(Segment.UPPER_ARM, Segment.FOREARM, new Range(0, 2), new Range(1, 1), 0);
        var inverse = new InverseKinematics(stiff);
        Point hand = stiff.hand(0.7, 1);

        assertThat(inverse.joint(hand)).containsExactly(new double[] {0.7, 1}, within(1e-12));
        assertThat(inverse.reaches(new Point(hand.x() * 1.01, hand.y() * 1.01))).isFalse();
    }

    @Test
    void a_mass_reaches_its_square_and_says_so() {
        assertThat(PointMass.DEFAULT.reaches(new Point(1, -1))).isTrue();
        assertThat(PointMass.DEFAULT.posture(new Point(0.3, -1))).containsExactly(0.3, -1);
        assertThatThrownBy(() -> PointMass.DEFAULT.posture(new Point(1.5, 0)))
                .hasMessage("hand is 1.5, 0.0 m, expected -1.0 to 1.0 m in x and y");
    }

    @Test
    void settings_that_no_body_can_have_are_refused_with_value_and_range() {
        Relu tonic = new Relu(0.015, 0.05, 0.01);

        assertThatThrownBy(() -> mass(0, Relu.DEFAULT)).hasMessage("mass is 0.0 kg, expected a number above 0 kg");
        assertThatThrownBy(() -> mass(1, tonic))
                .hasMessage("muscle.minimumActivation is 0.01, expected 0, so that the mass can rest");
        assertThatThrownBy(() -> new Segment(0.3, 1, 0.4, 0.05))
                .hasMessage("centreOfMass is 0.4 m, expected 0.0 to 0.3 m");
        assertThatThrownBy(() -> new Relu(0.015, 0.05, 0.2))
                .hasMessage("minimumActivation is 0.2, expected 0.0 to 0.1");
        assertThatThrownBy(() -> new Posture(Double.NaN, 1))
                .hasMessage("shoulder is NaN rad, expected a finite number");
        assertThatThrownBy(() -> new Arm26(
                        Relu.DEFAULT,
                        Integrator.EULER,
                        Convention.BETZ,
                        1,
                        new Posture(-0.5, 1),
                        Skeleton.DEFAULT,
                        0,
                        Loads.NONE,
                        Loads.NONE))
                .hasMessage("posture.shoulder is -0.5 rad, expected 0.0 to 2.356194490192345 rad");
    }

    @Test
    void loads_mini_steps_and_damping_that_mean_nothing_are_refused() {
        for (var body :
                List.<Supplier<Effector>>of(() -> ARM.withMiniSteps(0), () -> PointMass.DEFAULT.withMiniSteps(0))) {
            assertThatThrownBy(body::get).hasMessage("miniSteps is 0, expected 1 to 1000");
        }
        assertThatThrownBy(() -> ARM.withLoads(-1, Loads.NONE, Loads.NONE))
                .hasMessage("damping is -1.0 N*m*s/rad, expected 0 N*m*s/rad or more");
        assertThatThrownBy(() -> PointMass.DEFAULT.withLoads(-1, Loads.NONE, Loads.NONE))
                .hasMessage("damping is -1.0 N*s/m, expected 0 N*s/m or more");
        assertThatThrownBy(() -> ARM.withLoads(0, List.of(1.0), Loads.NONE))
                .hasMessage("jointLoad is 1 number, expected 2 numbers");
        assertThatThrownBy(() -> PointMass.DEFAULT.withLoads(0, Loads.NONE, List.of(1.0, 2.0, 3.0)))
                .hasMessage("endpointLoad is 3 numbers, expected 2 numbers");
        assertThatThrownBy(() -> ARM.withLoads(0, List.of(1.0, Double.NaN), Loads.NONE))
                .hasMessage("jointLoad[1] is NaN N*m, expected a finite number");
    }

    private static PointMass mass(double mass, Relu muscle) {
        return new PointMass(
                mass,
                500,
                Anatomy.FOUR_CORNERS,
                muscle,
                Integrator.EULER,
                Convention.BETZ,
                1,
                0,
                Loads.NONE,
                Loads.NONE);
    }

    @Test
    void steps_are_measured_by_the_fastest_muscle() {
        assertThat(ARM.fastestTime()).isEqualTo(0.0075); // half of 15 ms
        assertThat(PointMass.DEFAULT.withMiniSteps(3).checkStep(0.0336)).isEmpty();
        assertThat(PointMass.DEFAULT.withMiniSteps(3).checkStep(0.034))
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith(
                                "dt is 34 ms; above 33.75 ms, 1.5 times the fastest time constant of the muscles for"
                                        + " each mini-step"));
        assertThat(PointMass.DEFAULT.checkStep(0.0112)).isEmpty(); // 1.5 times 7.5 ms are 11.25 ms
        assertThat(PointMass.DEFAULT.checkStep(0.0113))
                .hasValue("dt is 11.3 ms; above 11.25 ms, 1.5 times the fastest time constant of the muscles,"
                        + " activations overshoot");
        assertThatThrownBy(() -> ARM.checkStep(0.02))
                .hasMessage("dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the muscles");
        assertThatThrownBy(() -> ARM.checkStep(0)).hasMessage("dt is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> ARM.kernel(0, 0.01)).hasMessageStartingWith("batch is 0, expected 1 to ");
    }
}
