// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arms that motors turn, and what motors weigh. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MotorArmTest {
    private static final double DT = 0.01;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_torque_of_a_joint_is_the_difference_of_its_two_motors_in_any_posture(long seed) {
        for (Arm arm : new Arm[] {TorqueArm.DEFAULT, Reacher.DEFAULT}) {
            double most = arm instanceof Reacher ? 200 : 40;
            var body = new OneBody(arm, DT, seed);
            Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
            double[][] s = body.state;

            double[] next = body.step();

            double[] torque = new ArmDynamics(arm.skeleton())
                    .torque(s[1][0], s[2][0], s[3][0], (next[2] - s[2][0]) / DT, (next[3] - s[3][0]) / DT);
            for (int joint = 0; joint < 2; joint++) {
                double motors = most * (s[4 + 2 * joint][0] - s[5 + 2 * joint][0]);
                double expected = motors - arm.jointDamping() * s[2 + joint][0];
                assertThat(torque[joint]).isCloseTo(expected, within(1e-10)); // rounding over dt, of some 100 N m
            }
        }
    }

    @Test
    void lengths_tell_the_angles_and_velocities_their_rates() {
        var body = new OneBody(TorqueArm.DEFAULT, DT, 2);
        double[] sense = body.sense();

        for (int joint = 0; joint < 2; joint++) {
            double angle = body.state[joint][0] / Math.PI;
            double rate = body.state[2 + joint][0] / (10 * Math.PI);
            assertThat(sense[4 + 2 * joint]).isCloseTo(1 - angle, within(1e-15)); // rounding
            assertThat(sense[5 + 2 * joint]).isCloseTo(1 + angle, within(1e-15));
            assertThat(sense[8 + 2 * joint]).isCloseTo(-rate, within(1e-15));
            assertThat(sense[9 + 2 * joint]).isCloseTo(rate, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_motor_at_each_joint_adds_its_inertia_to_the_acceleration_of_that_joint_alone(long seed) {
        var random = RandomStream.of(seed, "armature");
        double[] s = random.doubles(5, -1, 1).toArray();
        var without = new ArmDynamics(Skeleton.DEFAULT);
        Skeleton bones = Skeleton.DEFAULT;
        var with = new ArmDynamics(
                new Skeleton(bones.upperArm(), bones.forearm(), bones.shoulder(), bones.elbow(), bones.damping(), 0.7));

        double[] torque = with.torque(s[0], s[1], s[2], s[3], s[4]);

        double[] light = without.torque(s[0], s[1], s[2], s[3], s[4]);
        assertThat(torque).containsExactly(new double[] {light[0] + 0.7 * s[3], light[1] + 0.7 * s[4]}, within(1e-15));
        assertThat(with.energy(s[0], s[1], s[2]))
                .isCloseTo(without.energy(s[0], s[1], s[2]) + 0.35 * (s[1] * s[1] + s[2] * s[2]), within(1e-15));
        double[] acceleration = PlainArm.accelerate(with, s[0], s[1], s[2], torque);
        assertThat(acceleration).containsExactly(new double[] {s[3], s[4]}, within(1e-13)); // the inverse of it
    }

    /** A capsule is a cylinder and the two halves of a ball, whose centres of mass lie 3/8 of the radius beyond its ends. */
    @Test
    void the_links_of_the_reacher_are_capsules_of_the_density_of_water() {
        double r = 0.01;
        double l = 0.1;
        double cylinder = 1000 * Math.PI * r * r * l;
        double ball = 1000 * 4.0 / 3 * Math.PI * r * r * r;
        double mass = cylinder + ball;
        double inertia = cylinder * (3 * r * r + l * l) / 12 + ball * (0.4 * r * r + l * l / 4 + 3.0 / 8 * l * r);
        double both = mass + ball; // with the ball at the hand, 11 cm from the elbow
        double centre = (mass * 0.05 + ball * 0.11) / both;
        double outer = inertia + mass * Math.pow(centre - 0.05, 2) + ball * (0.4 * r * r + Math.pow(0.11 - centre, 2));

        same(Reacher.DEFAULT.skeleton().upperArm(), 0.1, mass, 0.05, inertia);
        same(Reacher.DEFAULT.skeleton().forearm(), 0.11, both, centre, outer);
    }

    private static void same(Segment segment, double length, double mass, double centre, double inertia) {
        double[] found = {segment.length(), segment.mass(), segment.centreOfMass(), segment.inertia()};
        double[] expected = {length, mass, centre, inertia};
        for (int i = 0; i < 4; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-7 * expected[i])); // eight digits are given
        }
    }
}
