// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every body must do, whatever its muscles, integrator and convention. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EffectorContractTest {
    private static final double DT = 0.01;
    private static final int CASES = 20;
    private static final double STEP = 1e-6; // of differences

    static Stream<Effector> effectors() {
        return Bodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void the_gradient_of_a_step_is_its_central_difference(Effector effector) {
        for (int seed = 0; seed < CASES; seed++) {
            var one = new OneBody(effector, DT, seed);
            double[] weight = one.random(effector.states());
            double[][] gradient = one.stepGradient(weight);

            double[] byState = one.differences(one.state, steps(effector), gradient[0], () -> dot(weight, one.step()));
            double[] byCommand = one.differences(one.command, row -> STEP, gradient[1], () -> dot(weight, one.step()));

            assertAgree(effector, gradient[0], byState);
            assertAgree(effector, gradient[1], byCommand);
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void the_gradient_of_what_is_sensed_is_its_central_difference(Effector effector) {
        for (int seed = 0; seed < CASES; seed++) {
            var one = new OneBody(effector, DT, seed);
            double[] weight = one.random(4 + 2 * effector.muscles());
            double[] gradient = one.senseGradient(weight);

            double[] expected = one.difference(one.state, steps(effector), () -> dot(weight, one.sense()));

            assertAgree(effector, gradient, expected);
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void the_gradient_of_the_muscles_forces_is_their_central_difference(Effector effector) {
        for (int seed = 0; seed < CASES; seed++) {
            var one = new OneBody(effector, DT, seed);
            double[] weight = one.random(effector.muscles());
            double[] gradient = one.forceGradient(weight);

            double[] expected = one.difference(one.state, steps(effector), () -> dot(weight, one.forces()));

            assertAgree(effector, gradient, expected);
        }
    }

    /** After a clipped mini-step the next one may move on. */
    static Stream<Effector> wholeSteps() {
        return effectors().filter(effector -> effector.miniSteps() == 1);
    }

    @ParameterizedTest
    @MethodSource("wholeSteps")
    void a_clipped_velocity_or_position_passes_no_gradient(Effector effector) {
        var one = new OneBody(effector, DT, 1);
        one.state[0][0] = effector.limits().get(0).high() + 0.1; // and moving out
        one.state[2][0] = 30;

        double[][] gradient = one.stepGradient(new double[] {1, 0, 1, 0}, 4);

        assertThat(gradient[0]).containsOnly(0.0);
        assertThat(gradient[1]).containsOnly(0.0);
        assertThat(one.step()[2]).isZero();
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void gradients_are_added_to_what_is_there(Effector effector) {
        var one = new OneBody(effector, DT, 3);
        double[] weight = one.random(effector.states());
        double[][] once = one.stepGradient(weight);

        double[][] twice = one.stepGradientTwice(weight);

        for (int i = 0; i < once[0].length; i++) {
            // rounding of sums in another order, of terms that may cancel
            assertThat(twice[0][i]).isCloseTo(2 * once[0][i], within(1e-10 * Math.max(1, Math.abs(once[0][i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void a_trial_does_not_depend_on_its_batch(Effector effector) {
        int batch = 64;
        var many = new OneBody(effector, DT, 5, batch);
        double[][] next = many.stepAll();

        for (int trial : new int[] {0, 17, batch - 1}) {
            var alone = many.only(trial);
            double[] expected = alone.step();
            for (int i = 0; i < expected.length; i++) {
                assertThat(next[i][trial]).isEqualTo(expected[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void activations_and_postures_keep_their_bounds_and_nothing_is_ever_not_a_number(Effector effector) {
        var random = RandomStream.of(7, "wild");
        var one = new OneBody(effector, DT, 7);
        for (int step = 0; step < 2000; step++) {
            one.command[step % effector.muscles()][0] = 4 * random.nextGaussian();
            one.load[step % 2][0] = 100 * random.nextGaussian();

            double[][] gradient = one.stepGradient(one.random(effector.states()));
            one.advance();

            assertThat(gradient[0]).satisfies(EffectorContractTest::isFinite);
            assertThat(one.sense()).satisfies(EffectorContractTest::isFinite);
            for (int axis = 0; axis < 2; axis++) {
                Range limit = effector.limits().get(axis);
                assertThat(one.state[axis][0]).isBetween(limit.low(), limit.high());
            }
            for (int m = 0; m < effector.muscles(); m++) {
                assertThat(one.state[4 + m][0]).isBetween(effector.minimumActivation(), 1.0);
            }
        }
    }

    static Stream<Effector> resting() {
        return effectors().filter(effector -> !MotornetFibreTest.starts(effector));
    }

    @ParameterizedTest
    @MethodSource("resting")
    void the_start_is_at_rest_under_its_rest_excitations(Effector effector) {
        double[] start = effector.startJoint();
        double[] rest = effector.rest(start[0], start[1]);
        var one = new OneBody(effector, DT, 0);
        one.reset(start, rest);
        for (int m = 0; m < rest.length; m++) {
            one.command[m][0] = rest[m];
        }
        Arrays.stream(one.load).forEach(axis -> axis[0] = 0);

        for (int step = 0; step < 50; step++) {
            one.advance();
        }

        assertThat(one.state[0][0])
                .isCloseTo(start[0], within(1e-9)); // an equilibrium of the Newton solver's tolerance
        assertThat(one.state[1][0]).isCloseTo(start[1], within(1e-9));
    }

    @Test
    void every_kind_of_body_is_held_to_this() {
        assertThat(effectors().map(Object::getClass).distinct())
                .hasSameElementsAs(kinds(Effector.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        return family.isInterface()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EffectorContractTest::kinds)
                : Stream.of(family);
    }

    private static void isFinite(double[] values) {
        assertThat(Arrays.stream(values).allMatch(Double::isFinite)).isTrue();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Returns the steps of differences by the rows of a state. Within a micrometre the velocity of a compliant fibre curves; as
     * less far does rounding of forces of 1 kN, where stored, so that only the fibre's length is moved by less.
     */
    static IntToDoubleFunction steps(Effector effector) {
        if (!OneBody.compliant(effector)) {
            return row -> STEP;
        }
        int first = 4 + effector.muscles();
        return MotornetFibreTest.starts(effector)
                ? row -> row >= first && row < first + effector.muscles() ? 1e-7 : STEP
                : row -> 3e-8;
    }

    /** Central differences hold to 1e-6, with compliant tendons 1e-5, relative to the largest component. */
    static void assertAgree(Effector effector, double[] actual, double[] expected) {
        double tolerance = OneBody.compliant(effector) ? 1e-5 : 1e-6;
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]);
            assertThat(error)
                    .as("component %s: %s, by differences %s", i, actual[i], expected[i])
                    .isLessThan(tolerance * Math.max(Math.abs(expected[i]), Math.max(1e-3 * scale, 1e-3)));
        }
    }

    /** The bodies under test: every kind with every muscle, integrator and convention, as it is and loaded in four mini-steps. */
    static final class Bodies {
        static final List<Double> TORQUE = List.of(0.4, -0.2);
        static final List<Double> FORCE = List.of(2.0, -3.0);
        private static final double DAMPING = 0.5;
        private static final int MINI_STEPS = 4;

        private Bodies() {}

        static List<Effector> all() {
            var bodies = new ArrayList<Effector>();
            for (Effector body : plain()) {
                for (Integrator integrator : integrators(body)) {
                    addBoth(body, integrator, Convention.BETZ, bodies);
                }
                addBoth(body, Integrator.EULER, Convention.MOTORNET, bodies);
            }
            return bodies;
        }

        /** Every kind with every muscle, without loads, in Euler steps and in the convention of Betz. */
        static List<Effector> plain() {
            var bodies = new ArrayList<Effector>(arms());
            bodies.add(PointMass.DEFAULT);
            bodies.add(new PointMass(
                    0.7,
                    300,
                    PointMassTest.THREE,
                    new Relu(0.02, 0.06, 0),
                    Integrator.EULER,
                    Convention.BETZ,
                    1,
                    0,
                    Loads.NONE,
                    Loads.NONE));
            return bodies;
        }

        static List<Arm> arms() {
            var arms = new ArrayList<Arm>(List.of(TorqueArm.DEFAULT, Reacher.DEFAULT));
            for (Muscle muscle : MuscleContractTest.ALL) {
                arms.add(Arm26.DEFAULT.withMuscle(muscle));
                arms.add(ViaPointArm.DEFAULT.withMuscle(muscle));
            }
            return arms;
        }

        static List<Integrator> integrators(Effector body) {
            return OneBody.compliant(body)
                    ? List.of(Integrator.EULER, Integrator.SEMI_IMPLICIT)
                    : List.of(Integrator.values());
        }

        private static void addBoth(
                Effector body, Integrator integrator, Convention convention, List<Effector> bodies) {
            bodies.add(with(body, integrator, convention, 1));
            bodies.add(with(body, integrator, convention, MINI_STEPS).withLoads(DAMPING, TORQUE, FORCE));
        }

        static Effector with(Effector body, Integrator integrator, Convention convention, int miniSteps) {
            return body instanceof Arm arm
                    ? arm.with(integrator, convention).withMiniSteps(miniSteps)
                    : ((PointMass) body).with(integrator, convention).withMiniSteps(miniSteps);
        }
    }
}
