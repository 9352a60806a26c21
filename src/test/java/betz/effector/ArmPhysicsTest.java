// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArmPhysicsTest {
    private static final double DT = 0.01;

    /** A skeleton that never meets its limits, with muscles that pull nothing: free of forces. */
    private static final Arm26 FREE = new Arm26(
            Relu.DEFAULT,
            Integrator.EULER,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            new Skeleton(Segment.UPPER_ARM, Segment.FOREARM, new Range(-50, 50), new Range(0, Math.PI), 0),
            0,
            Loads.NONE,
            Loads.NONE);

    @ParameterizedTest
    @CsvSource({"EULER, 1, 400", "SEMI_IMPLICIT, 1, 400", "RK4, 4, 16"})
    void halving_the_step_divides_the_error_by_two_to_the_order(Integrator integrator, int order, int steps) {
        Arm26 arm = Arm26.DEFAULT.with(integrator, Convention.BETZ);
        double[] exact = after(arm.with(Integrator.RK4, Convention.BETZ), 0.1, 1024);

        double coarse = OneBody.distance(after(arm, 0.1, steps), exact);
        double fine = OneBody.distance(after(arm, 0.1, 2 * steps), exact);

        double measured = Math.log(coarse / fine) / Math.log(2);
        assertThat(measured).isCloseTo(order, within(0.3)); // higher orders still count at these steps
    }

    /** The same with other muscles that pull nothing. */
    private static final ViaPointArm FREE_OF_PATHS = new ViaPointArm(
            Relu.DEFAULT,
            Anatomy.SIX_VIA_POINT_MUSCLES,
            Integrator.EULER,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            FREE.skeleton(),
            0,
            Loads.NONE,
            Loads.NONE);

    @ParameterizedTest
    @CsvSource({"EULER, 1, false", "SEMI_IMPLICIT, 1, false", "RK4, 4, false", "RK4, 4, true"})
    void a_free_arm_keeps_its_energy_to_the_order_of_the_integrator(Integrator integrator, int order, boolean paths) {
        Arm arm = (paths ? FREE_OF_PATHS : FREE).with(integrator, Convention.BETZ);

        double coarse = energyError(arm, 16);
        double fine = energyError(arm, 32);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isGreaterThan(order - 0.4);
        assertThat(fine).isLessThan(order == 1 ? 0.05 : 1e-6);
    }

    @Test
    void damping_takes_the_energy_that_its_power_says() {
        var damped = new ArmDynamics(FREE.skeleton());
        var arm = FREE.with(Integrator.RK4, Convention.BETZ).withLoads(0.5, Loads.NONE, Loads.NONE);
        var body = spinning(arm, 1e-5);
        double before = damped.energy(body.state[1][0], 1, -0.5);

        body.advance();

        double after = damped.energy(body.state[1][0], body.state[2][0], body.state[3][0]);
        assertThat((before - after) / 1e-5).isCloseTo(0.5 * (1 + 0.25), within(1e-4)); // power b q'^2, to first order
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void inverse_dynamics_undoes_forward_dynamics(long seed) {
        var random = RandomStream.of(seed, "dynamics");
        var dynamics = new ArmDynamics(Skeleton.DEFAULT);
        double q1 = random.nextDouble();
        double qd0 = random.nextGaussian();
        double qd1 = random.nextGaussian();
        double[] torque = {random.nextGaussian(), random.nextGaussian()};

        double[] acceleration = PlainArm.accelerate(dynamics, q1, qd0, qd1, torque);

        assertThat(dynamics.torque(q1, qd0, qd1, acceleration[0], acceleration[1]))
                .containsExactly(torque, within(1e-13)); // rounding
    }

    @Test
    void a_force_at_the_hand_does_the_work_of_its_torques() {
        var body = spinning(FREE, 1e-6);
        body.load[0][0] = 3;
        body.load[1][0] = -2;
        double[] hand = body.sense();
        var dynamics = new ArmDynamics(FREE.skeleton());
        double before = dynamics.energy(body.state[1][0], 1, -0.5);

        body.advance();

        double after = dynamics.energy(body.state[1][0], body.state[2][0], body.state[3][0]);
        assertThat((after - before) / 1e-6).isCloseTo(3 * hand[2] - 2 * hand[3], within(1e-4)); // to first order
    }

    @Test
    void velocities_are_rates_and_moment_arms_gradients_of_length() {
        double h = 1e-6;
        for (PolynomialPath path : Anatomy.SIX_MUSCLES) {
            double byShoulder = (path.length(0.7 + h, 1.4) - path.length(0.7 - h, 1.4)) / (2 * h);
            double byElbow = (path.length(0.7, 1.4 + h) - path.length(0.7, 1.4 - h)) / (2 * h);
            double rate = (path.length(0.7 + 2 * h, 1.4 - 3 * h) - path.length(0.7 - 2 * h, 1.4 + 3 * h)) / (2 * h);

            assertThat(path.shoulder()).isCloseTo(byShoulder, within(1e-9)); // a quadratic: rounding only
            assertThat(path.elbow(1.4)).isCloseTo(byElbow, within(1e-9));
            assertThat(path.velocity(0.7, 1.4, 2, -3)).isCloseTo(rate, within(1e-9));
        }
    }

    @Test
    void motornet_takes_the_force_of_a_step_from_the_geometry_before() {
        Arm26 arm = Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET);
        var body = new OneBody(arm, DT, 4);
        body.reset(
                arm.startJoint(),
                arm.rest(arm.posture().shoulder(), arm.posture().elbow()));
        body.command[0][0] = 1;
        for (int step = 0; step < 5; step++) {
            body.advance();
        }
        double q0 = body.state[0][0];
        double q1 = body.state[1][0];
        PolynomialPath pectoralis = arm.paths().get(0);

        body.advance();

        assertThat(body.muscles()[0]).isEqualTo(pectoralis.length(q0, q1) - pectoralis.tendon());
    }

    @Test
    void a_step_beyond_the_stable_one_is_refused_and_a_doubtful_one_warned_of() {
        assertThat(Arm26.DEFAULT.checkStep(0.010)).isEmpty();
        assertThat(Arm26.DEFAULT.checkStep(0.012))
                .hasValueSatisfying(text -> assertThat(text).contains("12 ms"));
        assertThatThrownBy(() -> Arm26.DEFAULT.kernel(1, 0.016))
                .hasMessageContaining("dt is 16 ms, expected at most 15 ms");
        assertThat(Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET).checkStep(0.02))
                .isPresent();
    }

    private static double[] after(Arm26 arm, double time, int steps) {
        var body = new OneBody(arm, time / steps, 0);
        body.reset(
                arm.startJoint(),
                arm.rest(arm.posture().shoulder(), arm.posture().elbow()));
        return body.rising(steps, 0.3, 0.1, 0.25, 0.2, 0.3, 0.15);
    }

    private static OneBody spinning(Arm arm, double dt) {
        var body = new OneBody(arm, dt, 0);
        body.reset(arm.startJoint(), new double[6]);
        body.state[2][0] = 1;
        body.state[3][0] = -0.5;
        body.load[0][0] = 0;
        body.load[1][0] = 0;
        for (double[] command : body.command) {
            command[0] = 0;
        }
        return body;
    }

    private static double energyError(Arm arm, int steps) {
        var body = spinning(arm, 0.2 / steps);
        var dynamics = new ArmDynamics(arm.skeleton());
        double before = dynamics.energy(body.state[1][0], 1, -0.5);
        for (int step = 0; step < steps; step++) {
            body.advance();
        }
        return Math.abs(dynamics.energy(body.state[1][0], body.state[2][0], body.state[3][0]) - before);
    }
}
