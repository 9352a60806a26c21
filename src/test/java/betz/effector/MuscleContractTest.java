// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every muscle must do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MuscleContractTest {
    /** One of each kind. */
    static final List<Muscle> ALL = List.of(
            Relu.DEFAULT, MujocoHill.DEFAULT, RigidTendonHill.DEFAULT, Thelen.DEFAULT, CompliantTendonHill.DEFAULT);

    /** Those whose fibre length follows from the joints. */
    static final List<Muscle> RIGID = ALL.subList(0, 4);

    static Stream<Muscle> muscles() {
        return ALL.stream();
    }

    static Stream<Muscle> rigid() {
        return RIGID.stream();
    }

    static Stream<Arguments> each() {
        return ALL.stream().flatMap(muscle -> Anatomy.SIX_MUSCLES.stream().map(path -> Arguments.of(muscle, path)));
    }

    @Test
    void every_kind_of_muscle_is_held_to_this() {
        assertThat(ALL.stream().map(Object::getClass)).containsExactly(Muscle.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("each")
    void derivatives_of_the_force_are_central_differences(Muscle muscle, PolynomialPath path) {
        var random = RandomStream.of(1, "derivatives");
        Force force = muscle.force(path, 1);
        double h = 1e-6;
        for (int i = 0; i < 200; i++) {
            double a = muscle.minimumActivation() + 0.01 + 0.9 * random.nextDouble();
            double l = path.tendon() + path.fibre() * (0.6 + 0.9 * random.nextDouble());
            double v = random.nextGaussian();
            force.at(a, l, v);
            double[] derivative = {force.byActivation(), force.byLength(), force.byVelocity()};

            double[] expected = {
                (force.at(a + h, l, v) - force.at(a - h, l, v)) / (2 * h),
                (force.at(a, l + h, v) - force.at(a, l - h, v)) / (2 * h),
                (force.at(a, l, v + h) - force.at(a, l, v - h)) / (2 * h)
            };

            // where a piece of a curve ends the curvature jumps by less than 1e3 Fmax/m², over 1e-6 m; 10 is 1/fibre
            double scale = path.maximumForce() * 1e-6;
            assertThat(derivative[0]).isCloseTo(expected[0], within(scale));
            assertThat(derivative[1]).isCloseTo(expected[1], within(30 * scale));
            assertThat(derivative[2]).isCloseTo(expected[2], within(10 * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void no_activation_length_or_velocity_makes_a_force_that_is_not_a_number_or_a_muscle_that_pushes(
            Muscle muscle, PolynomialPath path) {
        var random = RandomStream.of(2, "sweep");
        Force force = muscle.force(path, 1);
        for (int i = 0; i < 5000; i++) {
            double a = muscle.minimumActivation() + (1 - muscle.minimumActivation()) * random.nextDouble();
            double wide = Math.pow(10, 8 * random.nextDouble() - 4);

            double pull = force.at(a, wide * random.nextGaussian(), wide * random.nextGaussian());

            assertThat(pull).isFinite().isNotNegative();
            assertThat(force.byActivation()).isFinite();
            assertThat(force.byLength()).isFinite();
            assertThat(force.byVelocity()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void sixty_four_muscles_pull_exactly_as_each_does_alone(Muscle muscle, PolynomialPath path) {
        int batch = 64;
        var random = RandomStream.of(3, "batch");
        double[] a = random.doubles(batch, 0.01, 1).toArray();
        double[] l = random.doubles(batch, path.tendon(), path.tendon() + 2 * path.fibre())
                .toArray();
        double[] v = random.doubles(batch, -3, 3).toArray();
        Force many = muscle.force(path, batch);
        Force one = muscle.force(path, 1);

        many.differentiate(a, l, v);

        for (int i = 0; i < batch; i++) {
            assertThat(many.force[i]).isEqualTo(one.at(a[i], l[i], v[i]));
            assertThat(many.byActivation[i]).isEqualTo(one.byActivation());
            assertThat(many.byLength[i]).isEqualTo(one.byLength());
            assertThat(many.byVelocity[i]).isEqualTo(one.byVelocity());
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void a_held_muscle_is_the_stronger_the_more_it_is_active_and_never_stronger_than_its_greatest(
            Muscle muscle, PolynomialPath path) {
        Force force = muscle.force(path, 1);
        double last = -1;
        for (double a = 0.01; a <= 1; a += 0.01) {
            double pull = force.at(a, path.tendon() + path.fibre(), 0);
            assertThat(pull).isGreaterThan(last).isLessThanOrEqualTo(path.maximumForce() * (1 + 1e-12));
            last = pull;
        }
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void time_constants_and_the_smallest_activation_are_those_of_motornet(Muscle muscle) {
        double[] constants = {muscle.activationTime(), muscle.deactivationTime(), muscle.minimumActivation()};

        assertThat(constants)
                .isEqualTo(
                        switch (ALL.indexOf(muscle)) {
                            case 0 -> new double[] {0.015, 0.05, 0};
                            case 1 -> new double[] {0.01, 0.04, 0};
                            case 4 -> new double[] {0.015, 0.05, 0.01};
                            default -> new double[] {0.015, 0.05, 0.001};
                        });
        assertThat(Arm26.DEFAULT.withMuscle(muscle).fastestTime()).isEqualTo(0.5 * constants[0]);
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void sensed_velocities_are_over_the_fastest_that_the_muscle_knows(Muscle muscle) {
        for (Convention convention : Convention.values()) {
            Arm26 arm = Arm26.DEFAULT.withMuscle(muscle).with(Integrator.EULER, convention);
            var body = new OneBody(arm, 0.001, 1);
            double[] sensed = body.sense();
            double[] measured = body.muscles();

            for (int m = 0; m < 6; m++) {
                double fastest = muscle instanceof MujocoHill
                        ? 1.5
                        : 10 * muscle.paths().get(m).fibre();
                // rounding of the product
                assertThat(sensed[10 + m] * fastest)
                        .isCloseTo(measured[6 + m], within(1e-12 * (1 + Math.abs(measured[6 + m]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rigid")
    void forces_are_those_of_the_equations_written_down_once_more(Muscle muscle) {
        var random = RandomStream.of(4, "plain");
        for (int i = 0; i < 6000; i++) {
            PolynomialPath path = Anatomy.SIX_MUSCLES.get(i % 6);
            double a = muscle.minimumActivation() + 0.004 + 0.99 * random.nextDouble();
            double length = path.tendon() + path.fibre() * (0.4 + 1.2 * random.nextDouble()); // the working range
            double velocity = path.fibre() * 10 * random.nextGaussian();

            double force = muscle.force(path, 1).at(a, length, velocity);

            double expected = PlainArm.force(PlainMuscle.of(muscle), i % 6, a, length, velocity);
            assertThat(force).isCloseTo(expected, within(1e-9 * (1 + expected))); // rounding, cancelled near zero force
        }
    }

    /** Force over the greatest by length over the optimal, velocity in m/s, and the arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 1", // the optimum
        "0.5, 1, 0, 0.5",
        "1, 0.75, 0, 0.646296296296296", // half of the first bump, and 0.15 (1 - 0.5 (0.025/0.1125)²)
        "1, 0.5, 0, 0",
        "1, 0.45, 0, 0",
        "0.4, 1.3, 0, 0.525", // 0.4 times a half, and 0.325 of passive force
        "1, 1.6, 0, 1.3", // 0.325 (1 + 3)
        "0, 1.15, 0, 0.040625", // 0.325/8
        "1, 1, -0.75, 0.25", // (1 - 1/2)²
        "1, 1, -1.5, 0",
        "1, 1, -4, 0",
        "1, 1, 0.15, 1.15", // 1.2 - 0.1²/0.2
        "0.5, 1, 0.3, 0.6",
        "0.5, 1, 9, 0.6",
    })
    void mujocos_muscle_has_the_forces_computed_by_hand(double a, double length, double velocity, double expected) {
        assertForce(MujocoHill.DEFAULT, a, length, velocity, expected);
    }

    /** Force over the greatest by length and velocity in optimal lengths (per second), and the arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 1", // the optimum
        "0.3, 1, 0, 0.3",
        "1, 0.7, 0, 0.818730753077982", // exp(-0.09/0.45) = exp(-0.2)
        "0.001, 1.6, 0, 1.000449328964117", // (e⁵ - 1)/(e⁵ - 1) + 0.001 exp(-0.8)
        "1, 1, -2.5, 0.375", // 0.25 (40 - 10)/(10 + 10)
        "1, 1, -10, 0", // 40 - 40
        "1, 1, -20, 0",
        "0.5, 1, -6.25, 0", // at half activation it shortens by 6.25 lengths per second at most
        "1, 1, 0.4, 1.2", // c = 1, d v = 10*0.4 = 4: (4 + 5.6)/8
        "0.2, 1, 0.16, 0.24", // 3 a + 1 = 1.6 = d v: (1.6 + 2.24)/3.2 = 1.2
    })
    void thelens_muscle_has_the_forces_computed_by_hand(double a, double length, double velocity, double expected) {
        for (PolynomialPath path : Anatomy.SIX_MUSCLES) {
            double metres = path.tendon() + path.fibre() * length;

            double pull = Thelen.DEFAULT.force(path, 1).at(a, metres, velocity * path.fibre()) / path.maximumForce();

            assertThat(pull).isCloseTo(expected, within(1e-12)); // as above
        }
    }

    @Test
    void thelens_muscle_is_stretched_without_end_along_a_line() {
        PolynomialPath path = Anatomy.SIX_MUSCLES.get(5);
        Force force = Thelen.DEFAULT.force(path, 1);
        double three = force.at(0.001, path.tendon() + 3 * path.fibre(), 0);
        double slope = force.byLength();

        double five = force.at(0.001, path.tendon() + 5 * path.fibre(), 0);

        assertThat(five - three).isCloseTo(slope * 2 * path.fibre(), within(1e-9 * five)); // rounding
        assertThat(force.byLength()).isCloseTo(slope, within(1e-9 * slope));
    }

    @Test
    void mujocos_muscle_does_not_feel_its_length_where_it_is_slack() {
        Force force = MujocoHill.DEFAULT.force(Anatomy.SIX_MUSCLES.get(0), 1);

        force.at(0.5, 0.01, 0);

        assertThat(force.byLength()).isZero();
    }

    /** By the optimal lengths of each muscle, the velocity in m/s. */
    private static void assertForce(Muscle muscle, double a, double length, double velocity, double expected) {
        for (PolynomialPath path : Anatomy.SIX_MUSCLES) {
            double metres = path.tendon() + path.fibre() * length;

            double pull = muscle.force(path, 1).at(a, metres, velocity) / path.maximumForce();

            assertThat(pull).isCloseTo(expected, within(1e-12)); // digits given, and rounding of lengths of 0.3 m
        }
    }
}
