// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactInverseTest {
    private static final double DT = 0.01;
    private static final int STEPS = 220;
    private static final Arm26 MOTORNET = Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET);
    private static final double[][] GOLDEN = golden();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void recorded_excitations_move_the_hand_as_recorded(int target) {
        double[][] rows = rows(target);

        double[][] hand = replay(MOTORNET, columns(rows, 6, 6), Arrays.copyOfRange(rows[0], 12, 18));

        for (int k = 0; k < STEPS; k++) {
            assertThat(hand[k][0]).isCloseTo(rows[k][18], within(1e-6)); // the vectors' stated tolerance
            assertThat(hand[k][1]).isCloseTo(rows[k][19], within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void the_inverse_of_the_planned_path_has_the_recorded_activations_and_excitations(int target) {
        double[][] rows = rows(target);
        Point start = MOTORNET.hand(Math.toRadians(45), Math.toRadians(90));
        double[][] path = new double[STEPS][];
        Arrays.setAll(path, k -> new double[] {start.x() + rows[k][2], start.y() + rows[k][3]});

        var commands = new ExactInverse(MOTORNET, DT).solve(path);

        // both let the joints go on evenly after the path; 1e-7 and 8e-7 are measured, of paths with 12 digits
        for (int k = 0; k < STEPS; k++) {
            for (int m = 0; m < 6; m++) {
                assertThat(commands.excitation()[k][m]).isCloseTo(rows[k][6 + m], within(2e-6));
                if (k < STEPS - 1) { // the reference has no activation for the last step
                    assertThat(commands.activation()[k][m]).isCloseTo(rows[k][12 + m], within(3e-7));
                }
            }
        }
    }

    /** Every arm with every muscle, but for fibres that have a state. */
    static Stream<Arm> inConventions() {
        return EffectorContractTest.Bodies.arms().stream()
                .filter(arm -> !arm.compliant())
                .flatMap(arm -> Arrays.stream(Convention.values()).map(each -> arm.with(Integrator.EULER, each)));
    }

    @ParameterizedTest
    @MethodSource("inConventions")
    void a_replay_of_the_inverse_follows_the_path_without_drift(Arm arm) {
        follows(arm);
        follows(arm.withLoads(0.5, EffectorContractTest.Bodies.TORQUE, EffectorContractTest.Bodies.FORCE));
    }

    private static void follows(Arm arm) {
        double share = arm.skeleton().upperArm().length() / 0.309; // of the path for a human arm
        double[][] path = minimumJerk(arm, 0.08 * share, -0.05 * share);

        var commands = new ExactInverse(arm, DT).solve(path);
        double[][] hand = replay(arm, commands.excitation(), commands.activation()[0]);

        for (int k = 0; k < path.length; k++) {
            // three Gauss-Newton steps leave this much in the torques, and nothing pulls the arm back
            assertThat(hand[k][0]).isCloseTo(path[k][0], within(1e-7));
            assertThat(hand[k][1]).isCloseTo(path[k][1], within(1e-7));
        }
        assertThat(commands.missed()).isLessThan(1e-6);
    }

    @Test
    void rest_at_45_and_90_degrees_has_the_published_activations() {
        var sharing = new StaticOptimisation(Arm26.DEFAULT);

        double[] rest = sharing.rest(Math.toRadians(45), Math.toRadians(90));

        double[] expected = {.0593395706, .0365546691, .0387800309, .0582940033, .0503082143, .0473248263};
        assertThat(rest).containsExactly(expected, within(1e-9)); // the published ones leave 4e-8 N m
        assertThat(sharing.torque(rest)).containsExactly(new double[2], within(1e-12)); // rounding of some 10 N m
    }

    @Test
    void a_path_out_of_reach_is_refused_with_the_place() {
        var inverse = new ExactInverse(Arm26.DEFAULT, DT);

        assertThatThrownBy(() -> inverse.solve(new double[][] {{0, 0.45}, {0.7, 0.1}}))
                .hasMessageContaining("(0.7000, 0.1000) m")
                .hasMessageContaining("of the shoulder");
    }

    @Test
    void the_posture_of_every_hand_is_the_one_it_came_from() {
        for (double q0 = 0; q0 <= 135; q0 += 15) {
            for (double q1 = 5; q1 <= 155; q1 += 15) {
                double shoulder = Math.toRadians(q0);
                double elbow = Math.toRadians(q1);

                double[] joint = Arm26.DEFAULT.posture(Arm26.DEFAULT.hand(shoulder, elbow));

                assertThat(joint).containsExactly(new double[] {shoulder, elbow}, within(1e-12)); // rounding of acos
            }
        }
    }

    /** A reach of half a second after 0.3 s of rest, held to the end. */
    private static double[][] minimumJerk(Arm arm, double dx, double dy) {
        Point start = arm.hand(arm.posture().shoulder(), arm.posture().elbow());
        double[][] path = new double[STEPS][];
        Arrays.setAll(path, k -> {
            double t = Math.max(0, Math.min(1, (k * DT - 0.3) / 0.5));
            double share = t * t * t * (10 - 15 * t + 6 * t * t);
            return new double[] {start.x() + dx * share, start.y() + dy * share};
        });
        return path;
    }

    private static double[][] replay(Arm arm, double[][] excitation, double[] activation) {
        var body = new OneBody(arm, DT, 0);
        body.reset(arm.startJoint(), activation);
        body.load[0][0] = 0;
        body.load[1][0] = 0;
        double[][] hand = new double[excitation.length][];
        for (int k = 0; k < hand.length; k++) {
            hand[k] = Arrays.copyOf(body.sense(), 2);
            for (int m = 0; m < arm.muscles(); m++) {
                body.command[m][0] = excitation[k][m];
            }
            body.advance();
        }
        return hand;
    }

    private static double[][] rows(int target) {
        return Arrays.stream(GOLDEN).filter(row -> row[1] == target).toArray(double[][]::new);
    }

    private static double[][] columns(double[][] rows, int first, int count) {
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, first, first + count))
                .toArray(double[][]::new);
    }

    private static double[][] golden() {
        try (var in = ExactInverseTest.class.getResourceAsStream("/golden/inverse/golden_vite_inverse.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ExactInverseTest::numbers)
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }
}
