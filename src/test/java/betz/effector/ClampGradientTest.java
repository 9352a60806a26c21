// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients on either side of every clamp and branch are those of that side. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClampGradientTest {
    private static final double DT = 0.01;
    private static final double H = 1e-6;

    /** A body, a row of its state or command, and a value on one side of a clamp. */
    record Case(Effector effector, String what, int row, double value) {}

    static Stream<Case> cases() {
        return EffectorContractTest.Bodies.all().stream().flatMap(ClampGradientTest::cases);
    }

    /** Nothing that is sensed depends on a command. */
    static Stream<Case> states() {
        return cases().filter(one -> !one.what().equals("command"));
    }

    private static Stream<Case> cases(Effector effector) {
        double high = effector.limits().get(0).high();
        return List.of(
                new Case(effector, "velocity", 2, 990),
                new Case(effector, "velocity", 2, 1500),
                new Case(effector, "velocity", 2, -1500),
                new Case(effector, "position", 0, high + 0.01),
                new Case(effector, "position", 0, high - 0.01),
                new Case(effector, "position", 0, -1.5),
                new Case(effector, "activation", 4, -0.02),
                new Case(effector, "activation", 4, 1.02),
                new Case(effector, "activation", 4, 0.998),
                new Case(effector, "command", 0, -0.3),
                new Case(effector, "command", 0, 1.3),
                new Case(effector, "command", 0, 0.02),
                new Case(effector, "command", 0, 0.99))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void beside_a_clamp_the_gradient_of_a_step_is_its_central_difference(Case one) {
        for (long seed = 0; seed < 3; seed++) {
            var body = new OneBody(one.effector(), DT, seed);
            double[][] rows = one.what().equals("command") ? body.command : body.state;
            rows[one.row()][0] = one.value();
            double[] weight = body.random(one.effector().states());
            double[][] gradient = body.stepGradient(weight);

            double[] byState = body.differences(body.state, row -> H, gradient[0], () -> dot(weight, body.step()));
            double[] byCommand = body.differences(body.command, row -> H, gradient[1], () -> dot(weight, body.step()));

            assertAgree(gradient[0], byState);
            assertAgree(gradient[1], byCommand);
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void what_is_sensed_beside_a_clamp_has_its_central_difference(Case one) {
        var body = new OneBody(one.effector(), DT, 1);
        body.state[one.row()][0] = one.value();
        double[] weight = body.random(4 + 2 * one.effector().muscles());

        assertAgree(body.senseGradient(weight), body.difference(body.state, H, () -> dot(weight, body.sense())));
    }

    @Test
    void an_activation_at_the_very_bound_still_passes_its_gradient() {
        var law = new Activation(0.015, 0.05, 0.001);

        assertThat(law.passes(0.001)).isTrue();
        assertThat(law.passes(1)).isTrue();
        assertThat(law.passes(Math.nextDown(0.001))).isFalse();
        assertThat(law.passes(Math.nextUp(1.0))).isFalse();
        assertThat(law.byExcitation(0.5, 1)).isCloseTo(1 / (0.015 * 1.25), within(1e-12)); // k = 0.5 + 1.5/2
        assertThat(law.byExcitation(0.5, 0.001)).isCloseTo(1.25 / 0.05, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "shortening beyond Hill's end, 0.5, 1, -20",
        "shortening, 0.5, 0.8, -0.5",
        "shortening longer than best, 0.5, 1.2, -0.5",
        "lengthening, 0.5, 0.8, 0.5",
        "lengthening longer than best, 0.5, 1.2, 0.5",
        "low activation shortening, 0.1, 1.2, -0.05",
        "low activation lengthening, 0.1, 0.9, 0.05",
        "just below low activation, 0.2999, 1.1, 0.3",
        "just above low activation, 0.3001, 1.1, -0.3",
        "on the least of the curve, 0.6, 0.25, 0.2",
        "beside the least of the curve, 0.6, 0.36, 0.2",
        "long on the least of the curve, 0.6, 1.7, -0.2",
        "passive, 0.6, 1.45, 0.1",
        "below passive, 0.6, 1.39, 0.1",
        "slack, 0.6, -0.1, 0.1",
        "smallest activation held, 0.0012, 1, 0.4",
        "smallest activation shortening, 0.0012, 1, -0.001",
        "full activation, 0.999, 1.1, 1.5",
    })
    void on_every_branch_of_the_hill_muscle_derivatives_are_central_differences(
            String branch, double a, double length, double velocity) {
        for (PolynomialPath path : Anatomy.SIX_MUSCLES) {
            var force = new HillForce(path, 1);
            double l = path.tendon() + length * path.fibre();
            double v = velocity * 10 * path.fibre();
            double h = 1e-8; // m and m/s: small beside a fibre of 0.1 m
            force.at(a, l, v);
            double[] found = {force.byActivation(), force.byLength(), force.byVelocity()};

            double[] expected = {
                (force.at(a + H, l, v) - force.at(a - H, l, v)) / (2 * H),
                (force.at(a, l + h, v) - force.at(a, l - h, v)) / (2 * h),
                (force.at(a, l, v + h) - force.at(a, l, v - h)) / (2 * h)
            };
            for (int i = 0; i < 3; i++) {
                // forces of 1 kN round to 1e-13 N, over 2e-8; the rest is curvature
                assertThat(found[i]).as(branch).isCloseTo(expected[i], within(1e-5 * (10 + Math.abs(expected[i]))));
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void assertAgree(double[] found, double[] expected) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            // velocities of 1,000 rad/s round to 1e-10 in q'', over 2e-6
            assertThat(found[i]).as("row %s", i).isCloseTo(expected[i], within(1e-5 * scale + 2e-4));
        }
    }
}
