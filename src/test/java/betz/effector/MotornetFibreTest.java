// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compliant tendons in MotorNet's order of update, held to {@link PlainFibre}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MotornetFibreTest {
    private static final Arm26 ARM =
            Arm26.DEFAULT.withMuscle(CompliantTendonHill.DEFAULT).with(Integrator.EULER, Convention.MOTORNET);
    private static final double[] TENDON = {0.070, 0.070, 0.172, 0.187, 0.204, 0.217};
    private static final double[] LENGTH = {0.182, 0.2362, 0.2859, 0.2355, 0.3329, 0.2989};
    private static final double[] FIBRE = {0.134, 0.140, 0.092, 0.093, 0.137, 0.127};
    private static final double[] STRENGTH = {838, 1207, 1422, 1549, 414, 603};
    private static final double[] SHOULDER = {-0.03, 0.03, 0, 0, -0.03, 0.03};
    private static final double[] ELBOW = {0, 0, -0.014, 0.025, -0.016, 0.03};
    private static final double[] BEND = {0, 0, -0.004, -0.0022, -0.0057, -0.0032};

    /** Tells whether a body starts as MotorNet's compliant tendons do, not at rest. */
    static boolean starts(Effector effector) {
        return OneBody.compliant(effector) && effector.convention() == Convention.MOTORNET;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.002, 0.005})
    void forty_steps_of_random_excitations_are_those_of_the_equations_written_down_once_more(double dt) {
        var random = RandomStream.of(5, "fibres");
        double[] q = ARM.startJoint();
        double[] a = filled(0.01);
        var body = new OneBody(ARM, dt, 0);
        body.reset(q, a);
        PlainFibre[] fibres = reset(q, a, dt);
        double[] qd = new double[2];
        double pulled = 0;
        for (int step = 0; step < 40; step++) {
            double[] u = random.doubles(6, -0.05, 0.8).toArray();
            double[] load = {random.nextGaussian(), random.nextGaussian()};
            command(body, u, load);
            body.advance();

            double[] acceleration = acceleration(fibres, q, qd, load); // of the stored forces
            for (int m = 0; m < 6; m++) {
                fibres[m].step(length(m, q), a[m], dt); // of the joints and activation before
                a[m] = PlainMuscle.activated(a[m], u[m], dt, 0.015, 0.05, 0.01);
            }
            for (int d = 0; d < 2; d++) {
                q[d] += dt * qd[d];
                qd[d] += dt * acceleration[d];
            }
            double[] muscles = body.muscles();
            for (int m = 0; m < 6; m++) {
                assertThat(body.state[4 + m][0]).isCloseTo(a[m], within(1e-14));
                assertThat(muscles[m]).isCloseTo(fibres[m].length, within(1e-9));
                assertThat(muscles[6 + m] / FIBRE[m]).isCloseTo(10 * fibres[m].velocity, within(1e-9 * 1e3)); // of 1e3
                assertThat(muscles[12 + m] / STRENGTH[m]).isCloseTo(fibres[m].tendon, within(1e-9));
                pulled = Math.max(pulled, fibres[m].tendon);
            }
            double[] expected = {q[0], q[1], qd[0], qd[1]};
            for (int row = 0; row < 4; row++) {
                assertThat(body.state[row][0]).as("step %s row %s", step, row).isCloseTo(expected[row], within(1e-9));
            }
        }
        assertThat(pulled).isGreaterThan(0.05); // tendons were taut
    }

    @Test
    void a_start_has_slack_tendons_after_one_step_of_shortening() {
        double dt = 0.002;
        var body = new OneBody(ARM, dt, 0);
        double[] q = ARM.startJoint();

        body.reset(q, filled(0.01));

        for (int m = 0; m < 6; m++) {
            double before = (length(m, q) - TENDON[m]) / FIBRE[m];
            double share = 1 - 0.9 * 0.29 / 0.295;
            double curve = 1 - (before - 1) * (before - 1) / 0.4356;
            double rate = 5.2 * share * share * curve / (0.41 * (before < 1 ? curve : 1)); // no pull: br L/ar
            assertThat(body.muscles()[m]).isCloseTo((before - dt * rate) * FIBRE[m], within(1e-12));
            assertThat(body.muscles()[6 + m]).isCloseTo(-10 * rate * FIBRE[m], within(1e-10));
            assertThat(body.muscles()[12 + m]).isZero();
        }
    }

    @Test
    void a_stretched_muscle_starts_where_its_passive_fibre_and_tendon_balance() {
        for (PolynomialPath path : Anatomy.SIX_COMPLIANT_MUSCLES) {
            for (double beyond : new double[] {-0.5, -0.01, 0, 0.01, 0.02, 0.03}) {
                double length = path.tendon() + 1.4 * path.fibre() + beyond;
                var plain = new PlainFibre(path.fibre(), path.tendon());
                plain.reset(length, 0.5, 0);

                assertThat(new CompliantFibre(path).passiveLength(length) * path.fibre())
                        .isCloseTo(plain.length, within(1e-14));
            }
        }
    }

    @Test
    void excitations_of_a_path_cannot_be_found_and_that_is_told() {
        assertThatThrownBy(() -> new ExactInverse(ARM, 0.01))
                .hasMessageStartingWith("effector.convention is motornet, expected betz: with compliant-tendon-hill");
    }

    private static PlainFibre[] reset(double[] q, double[] a, double dt) {
        PlainFibre[] fibres = new PlainFibre[6];
        for (int m = 0; m < 6; m++) {
            fibres[m] = new PlainFibre(FIBRE[m], TENDON[m]);
            fibres[m].reset(length(m, q), a[m], dt);
        }
        return fibres;
    }

    private static double length(int m, double[] q) {
        return LENGTH[m] + SHOULDER[m] * (q[0] - Math.PI / 2) + (ELBOW[m] + BEND[m] * q[1]) * q[1];
    }

    private static double[] acceleration(PlainFibre[] fibres, double[] q, double[] qd, double[] load) {
        double ex = 0.333 * Math.cos(q[0] + q[1]);
        double ey = 0.333 * Math.sin(q[0] + q[1]);
        double x = 0.309 * Math.cos(q[0]) + ex;
        double y = 0.309 * Math.sin(q[0]) + ey;
        double[] torque = {x * load[1] - y * load[0], ex * load[1] - ey * load[0]};
        for (int m = 0; m < 6; m++) {
            torque[0] -= STRENGTH[m] * fibres[m].tendon * SHOULDER[m];
            torque[1] -= STRENGTH[m] * fibres[m].tendon * (ELBOW[m] + 2 * BEND[m] * q[1]);
        }
        return PlainArm.accelerate(new ArmDynamics(Skeleton.DEFAULT), q[1], qd[0], qd[1], torque);
    }

    private static void command(OneBody body, double[] u, double[] load) {
        for (int m = 0; m < 6; m++) {
            body.command[m][0] = u[m];
        }
        body.load[0][0] = load[0];
        body.load[1][0] = load[1];
    }

    private static double[] filled(double value) {
        double[] values = new double[6];
        Arrays.fill(values, value);
        return values;
    }
}
