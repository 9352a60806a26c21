// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import betz.effector.Muscle;
import betz.scenario.Refusals.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that cannot hold still or move, for every kind of muscle. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedBodiesTest {
    private static final String BODIES = """
            effector: {kind: via-point-arm, anatomy: []}
            > x.yaml:1:42: effector.anatomy is 0 muscles, expected 1 to 1000 muscles.

            effector: {kind: point-mass, anatomy: []}
            > x.yaml:1:39: effector.anatomy is 0 muscles, expected 1 to 1000 muscles.

            effector: {kind: via-point-arm, anatomy: [{name: a, maximumForce: 1 kN, tendon: 1 cm, fibre: 9 cm}]}
            > x.yaml:1:43: effector.anatomy.0.points is missing, expected a list in brackets, each item the keys on, x and y.

            effector: {kind: via-point-arm, anatomy: [{name: a, maximumForce: 1 kN, tendon: 1 cm, fibre: 9 cm, points: []}]}
            > x.yaml:1:108: effector.anatomy.0.points is 0 points, expected 2 to 100 points.

            effector: {kind: via-point-arm, anatomy: [{name: a, maximumForce: 1 kN, tendon: 1 cm, fibre: 9 cm, points: [{on: world, x: 1 cm, y: 0 cm}]}]}
            > x.yaml:1:108: effector.anatomy.0.points is 1 point, expected 2 to 100 points.

            effector: {kind: via-point-arm, anatomy: [{name: a, maximumForce: 1 kN, tendon: 1 cm, fibre: 9 cm, points: [{on: world, x: 1 cm, y: 0 cm}, {on: world, x: 9 cm, y: 0 cm}]}]}
            > x.yaml:1:108: effector.anatomy.0.points is all on one body, expected points on two bodies at least, or the muscle moves nothing.

            effector: {posture: {shoulder: 170 deg, elbow: 90 deg}}
            > x.yaml:1:32: effector.posture.shoulder is 170 deg, expected 0 to 135 deg.

            effector: {kind: reacher}
            task: {distance: 30 cm}
            reference: minimum-jerk
            > x.yaml:2:18: task.distance is 30 cm, expected targets that the hand can reach: 0.018 to 0.210 m of the shoulder with the shoulder at -180 to 180 and the elbow at 0 to 172 degrees.

            effector: {kind: torque-arm, muscle: thelen}
            > x.yaml:1:38: effector.muscle is thelen, expected the keys activationTime, deactivationTime and minimumActivation of relu.

            effector: {muscle: mujoco-hill}
            dt: 5 ms
            task: joint-reach
            reference: minimum-jerk
            > x.yaml:3:7: task is joint-reach with a start whose posture is 124.3 and 127.9 degrees, expected starts that the muscles can hold; or other muscles.

            effector: {kind: point-mass, muscle: {minimumActivation: 0.01}}
            reference: minimum-jerk
            > x.yaml:1:58: effector.muscle.minimumActivation is 0.01, expected 0, so that the mass can rest.
            """;

    /** Flexors of the shoulder from 3 cm beside it to 8 cm along the upper arm: at 45 degrees 9.40 cm by the law of cosines. */
    private static final String FLEXOR = """
            reference: minimum-jerk
            dt: 5 ms
            effector:
              kind: via-point-arm
              muscle: %s
              anatomy:
                - {name: flexor, maximumForce: 800 N, tendon: %s, fibre: %s, points: [{on: world, x: -3 cm, y: %s}, {on: upper-arm, x: 8 cm, y: 0 cm}]}
            """;

    static Stream<Refusal> bodies() {
        return Refusals.table(BODIES);
    }

    static List<String> muscles() {
        return Kinds.names(Muscle.class);
    }

    private static String told(String muscle, String tendon, String fibre, String beside) {
        List<String> told = Refusals.told(FLEXOR.formatted(muscle, tendon, fibre, beside), List.of());
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_cannot_be_is_told_with_what_it_should_be(Refusal refusal) {
        refusal.holds();
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void a_tendon_as_long_as_its_path_is_refused_where_muscles_have_tendons(String muscle) {
        String unheld =
                "x.yaml:4:3: effector.posture is 45 and 90 degrees (the default), expected one that the muscles can hold"
                        + " against one another; or other muscles.";

        assertThat(told(muscle, "40 cm", "9 cm", "2 cm"))
                .isEqualTo(
                        muscle.equals("relu")
                                ? unheld
                                : "x.yaml:7:51: effector.anatomy.0.tendon is 40 cm, expected less than 9.39754 cm, the length of"
                                        + " its path where trials start.");
        assertThat(told(muscle, "1 cm", "8 cm", "2 cm")).isEqualTo(unheld); // nothing pulls the other way
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void fibres_that_the_start_would_tear_are_refused_where_muscles_have_fibres(String muscle) {
        String told = told(muscle, "0 cm", "4 cm", "2 cm");

        if (!muscle.equals("relu")) {
            assertThat(told)
                    .endsWith(
                            "effector.anatomy.0.fibre is 4 cm, expected at least 4.69877 cm, half of the 9.39754 cm that its"
                                    + " path leaves beside the tendon where trials start.");
        }
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void a_muscle_that_runs_through_its_joint_turns_nothing(String muscle) {
        String through = FLEXOR.replace("x: -3 cm", "x: 0 cm").formatted(muscle, "0 cm", "8 cm", "0 cm");

        assertThat(Refusals.told(through, List.of()))
                .containsExactly(
                        "x.yaml:7:78: effector.anatomy.0.points is a path through the joints, expected a path beside a"
                                + " joint, or the muscle turns none.");
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void activations_have_bounds_in_their_order_and_times_above_zero(String muscle) {
        String text = "effector: {muscle: {kind: " + muscle + ", activationTime: 0 ms, minimumActivation: 1.5}}\n";

        List<String> told = Refusals.told(text, List.of());

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).endsWith("effector.muscle.activationTime is 0 ms, expected a number above 0 s.");
        assertThat(told.get(1))
                .matches(".*effector\\.muscle\\.minimumActivation is 1\\.5, expected 0(\\.0?01)? to 0\\.1\\.");
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void the_arms_that_come_with_the_program_hold_still_with_any_muscle(String muscle) {
        for (String arm : List.of("arm26", "via-point-arm")) {
            String text = "dt: 5 ms\nreference: minimum-jerk\neffector: {kind: " + arm + ", muscle: " + muscle + "}\n";

            assertThat(Refusals.told(text, List.of())).isEmpty();
        }
    }
}
