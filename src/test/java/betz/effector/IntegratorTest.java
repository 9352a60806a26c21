// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Integrators, mini-steps, damping and constant loads, of every body. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntegratorTest {
    private static final double DT = 0.01;
    private static final Map<String, Effector> BODIES = bodies();
    private static final List<String> KINDS = List.copyOf(BODIES.keySet());
    private static final List<Double> TORQUE = List.of(0.4, -0.2);
    private static final List<Double> FORCE = List.of(2.0, -3.0);
    private static final int FINE = 8192; // steps of a solution that first-order ones are compared with

    /** Every kind of body with every muscle. */
    private static Map<String, Effector> bodies() {
        Map<String, Effector> bodies = new LinkedHashMap<>();
        for (Effector body : EffectorContractTest.Bodies.plain()) {
            String name = body.getClass().getSimpleName() + " of "
                    + body.muscle().getClass().getSimpleName();
            bodies.putIfAbsent(name, body);
        }
        return bodies;
    }

    private static Effector body(String kind, Integrator integrator, Convention convention, int miniSteps) {
        return EffectorContractTest.Bodies.with(known(kind), integrator, convention, miniSteps)
                .withLoads(0.5, TORQUE, FORCE);
    }

    private static Effector known(String kind) {
        return Objects.requireNonNull(BODIES.get(kind));
    }

    /** Whether a body can be carried so. */
    private static boolean can(String kind, Integrator integrator) {
        return EffectorContractTest.Bodies.integrators(known(kind)).contains(integrator);
    }

    static Stream<Arguments> orders() {
        List<Arguments> all = new ArrayList<>();
        for (String kind : KINDS) {
            for (int miniSteps : new int[] {1, 4}) {
                all.add(Arguments.of(kind, Integrator.EULER, 1, 800 / miniSteps, miniSteps));
                all.add(Arguments.of(kind, Integrator.SEMI_IMPLICIT, 1, 800 / miniSteps, miniSteps));
                if (can(kind, Integrator.RK4)) {
                    all.add(Arguments.of(kind, Integrator.RK4, 4, 40 / miniSteps, miniSteps));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void halving_the_step_divides_the_error_by_two_to_the_order_of_the_integrator(
            String kind, Integrator integrator, int order, int steps, int miniSteps) {
        double[] exact = can(kind, Integrator.RK4)
                ? after(body(kind, Integrator.RK4, Convention.BETZ, 1), 2048)
                : after(body(kind, integrator, Convention.BETZ, 1), FINE);
        Effector body = body(kind, integrator, Convention.BETZ, miniSteps);

        double coarse = OneBody.distance(after(body, steps), exact);
        double fine = OneBody.distance(after(body, 2 * steps), exact);

        double measured = Math.log(coarse / fine) / Math.log(2);
        assertThat(measured).isCloseTo(order, within(0.2)); // higher orders, and the fine steps' error, still count
    }

    static Stream<String> kinds() {
        return KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void motornets_order_of_update_is_of_order_one(String kind) {
        Effector body = body(kind, Integrator.EULER, Convention.MOTORNET, 1);
        double[] exact = core(body, after(body, FINE));

        double coarse = OneBody.distance(core(body, after(body, 400)), exact);
        double fine = OneBody.distance(core(body, after(body, 800)), exact);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(1, within(0.2)); // as above
    }

    /** Joints and activations, without what is remembered of the step before, which is another time. */
    private static double[] core(Effector body, double[] state) {
        return Arrays.copyOf(state, Mechanics.ACTIVATION + body.muscles());
    }

    static Stream<Arguments> cut() {
        return KINDS.stream()
                .flatMap(kind -> Stream.of(
                                Arguments.of(kind, Integrator.EULER, Convention.BETZ),
                                Arguments.of(kind, Integrator.SEMI_IMPLICIT, Convention.BETZ),
                                Arguments.of(kind, Integrator.RK4, Convention.BETZ),
                                Arguments.of(kind, Integrator.EULER, Convention.MOTORNET))
                        .filter(way -> can(kind, (Integrator) way.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("cut")
    void a_step_of_four_mini_steps_is_four_steps_of_a_quarter_under_the_same_excitation(
            String kind, Integrator integrator, Convention convention) {
        var whole = new OneBody(body(kind, integrator, convention, 4), DT, 3);
        var parts = new OneBody(body(kind, integrator, convention, 1), DT / 4, 3);
        for (int row = 0; row < whole.state.length; row++) {
            parts.state[row][0] = whole.state[row][0]; // fibres of motornet start by a whole step
        }

        whole.advance();
        for (int part = 0; part < 4; part++) {
            parts.advance();
        }

        assertThat(whole.state).isDeepEqualTo(parts.state);
        assertThat(whole.muscles()).isEqualTo(parts.muscles());
    }

    @Test
    void a_semi_implicit_step_moves_the_position_by_the_new_velocity_only() {
        for (String kind : KINDS) {
            double[] explicit = new OneBody(body(kind, Integrator.EULER, Convention.BETZ, 1), DT, 2).step();
            var body = new OneBody(body(kind, Integrator.SEMI_IMPLICIT, Convention.BETZ, 1), DT, 2);

            double[] next = body.step();

            // fibres that have a state follow the positions
            for (int row = 2; row < Mechanics.ACTIVATION + body.command.length; row++) {
                assertThat(next[row]).isEqualTo(explicit[row]);
            }
            assertThat(next[0]).isEqualTo(body.state[0][0] + DT * next[2]);
            assertThat(next[1]).isEqualTo(body.state[1][0] + DT * next[3]);
        }
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void a_constant_load_at_the_hand_is_the_same_load_given_at_every_step(Integrator integrator) {
        for (String kind : KINDS.stream().filter(each -> can(each, integrator)).toList()) {
            Effector without = body(kind, integrator, Convention.BETZ, 1).withLoads(0, Loads.NONE, Loads.NONE);
            Effector with = without.withLoads(0, Loads.NONE, FORCE);
            var given = new OneBody(without, DT, 5);
            var constant = new OneBody(with, DT, 5);
            for (int axis = 0; axis < 2; axis++) {
                given.load[axis][0] = FORCE.get(axis);
                constant.load[axis][0] = 0;
            }

            assertThat(constant.step()).isEqualTo(given.step());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "0.8, 1.6", "1.9, 2.1"})
    void a_joint_load_is_the_torque_that_inverse_dynamics_finds(double q0, double q1) {
        Arm26 arm = Arm26.DEFAULT.withMuscle(Relu.DEFAULT).withLoads(0.5, TORQUE, Loads.NONE);
        var body = new OneBody(arm, DT, 1);
        double[][] start = {{q0}, {q1}};
        arm.kernel(1, DT).reset(start, new double[][] {{0.7}, {-1.1}}, new double[6][1], body.state);
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);

        double[] next = body.step();

        double[] torque =
                new ArmDynamics(Skeleton.DEFAULT).torque(q1, 0.7, -1.1, (next[2] - 0.7) / DT, (next[3] + 1.1) / DT);
        double[] expected = {0.4 - 0.5 * 0.7, -0.2 + 0.5 * 1.1}; // load less damping
        assertThat(torque).containsExactly(expected, within(1e-12)); // rounding over dt
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.4, -0.7", "-0.9, 0.2"})
    void a_mass_rests_under_its_loads_by_the_least_of_its_muscles(double x, double y) {
        PointMass mass = PointMass.DEFAULT.withLoads(0, List.of(30.0, -10.0), List.of(20.0, 40.0));

        double[] rest = mass.rest(x, y);

        var body = new OneBody(mass, DT, 1);
        body.reset(new double[] {x, y}, rest);
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
        double[] next = body.step();
        assertThat(next[2]).isCloseTo(0, within(1e-9)); // the tolerance of the solver, of some 1000 N
        assertThat(next[3]).isCloseTo(0, within(1e-9));
        assertThat(rest).contains(0.0); // muscles that only pull outwards have nothing to do
        assertThat(PointMass.DEFAULT.rest(x, y)).containsOnly(0.0);
    }

    private static double[] after(Effector effector, int steps) {
        var body = new OneBody(effector, 0.08 / steps, 0);
        double[] start = effector.startJoint();
        double[] activation = new double[effector.muscles()];
        Arrays.fill(activation, 0.05);
        body.reset(start, activation);
        return body.rising(steps, 0.3, 0.2, 0.25, 0.2, 0.3, 0.15);
    }
}
