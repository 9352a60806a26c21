// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds kernels to {@link PlainArm}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MotornetOrderTest {
    private static final double DT = 0.01;
    private static final Arm26 ARM = Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_second_of_random_excitations_and_loads_follows_the_published_order_of_update(long seed) {
        var random = RandomStream.of(seed, "order");
        double[] start = ARM.startJoint();
        double[] activation = drawn(random, 0.05, 0.3);
        var plain = new PlainArm(start[0], start[1], activation);
        var body = new OneBody(ARM, DT, 0);
        body.reset(start, activation);
        double fastest = 0;

        for (int step = 0; step < 100; step++) {
            double[] u = drawn(random, -0.05, 0.4); // at times below the smallest activation
            double fx = 2 * random.nextGaussian();
            double fy = 2 * random.nextGaussian();
            command(body, u, fx, fy);
            body.advance();
            plain.step(u, fx, fy, DT);

            double[] expected = {plain.q[0], plain.q[1], plain.qd[0], plain.qd[1]};
            for (int row = 0; row < 4; row++) {
                // sums in another order; a moving arm doubles a difference in some tens of ms
                assertThat(body.state[row][0]).as("step %s row %s", step, row).isCloseTo(expected[row], within(1e-8));
            }
            for (int m = 0; m < 6; m++) {
                assertThat(body.state[4 + m][0]).isCloseTo(plain.a[m], within(1e-14));
            }
            fastest = Math.max(fastest, Math.abs(plain.qd[0]));
        }
        assertThat(fastest).isGreaterThan(0.5); // the arm did move
    }

    static Stream<Muscle> muscles() {
        return PlainMuscle.OF.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void every_muscle_follows_the_published_order_of_update_for_forty_steps(Muscle muscle) {
        Arm26 arm = ARM.withMuscle(muscle);
        double dt = 0.005;
        var random = RandomStream.of(9, "forty steps");
        double[] start = arm.startJoint();
        double[] activation = new double[6];
        Arrays.fill(activation, muscle.minimumActivation());
        var plain = new PlainArm(PlainMuscle.of(muscle), start[0], start[1], activation);
        var body = new OneBody(arm, dt, 0);
        body.reset(start, activation);
        for (int step = 0; step < 40; step++) {
            double[] u = drawn(random, -0.05, 0.8);
            double fx = 2 * random.nextGaussian();
            double fy = 2 * random.nextGaussian();
            command(body, u, fx, fy);
            body.advance();
            plain.step(u, fx, fy, dt);

            double[] expected = {plain.q[0], plain.q[1], plain.qd[0], plain.qd[1]};
            for (int row = 0; row < 4; row++) {
                assertThat(body.state[row][0]).as("step %s row %s", step, row).isCloseTo(expected[row], within(1e-9));
            }
            for (int m = 0; m < 6; m++) {
                assertThat(body.state[4 + m][0]).isCloseTo(plain.a[m], within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 3", "0, 4"})
    void joints_driven_into_their_limits_stop_there_as_published(int first, int second) {
        double[] start = ARM.startJoint();
        double[] u = new double[6];
        u[first] = 1;
        u[second] = 1;
        var plain = new PlainArm(start[0], start[1], new double[] {0.001, 0.001, 0.001, 0.001, 0.001, 0.001});
        var body = new OneBody(ARM, DT, 0);
        body.reset(start, new double[6]); // raised to the smallest activation
        command(body, u, 0, 0);
        boolean stopped = false;

        for (int step = 0; step < 60; step++) {
            body.advance();
            plain.step(u, 0, 0, DT);

            assertThat(body.state[0][0]).isCloseTo(plain.q[0], within(1e-9)); // as above
            assertThat(body.state[1][0]).isCloseTo(plain.q[1], within(1e-9));
            stopped |= plain.q[0] == 0 || plain.q[1] == 0 || plain.q[0] > 2.356 || plain.q[1] > 2.705;
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void hill_muscles_have_the_published_force_in_their_whole_working_range() {
        var random = RandomStream.of(1, "hill range");
        for (int i = 0; i < 6000; i++) {
            int m = i % 6;
            PolynomialPath path = Anatomy.SIX_MUSCLES.get(m);
            double a = 0.005 + 0.995 * random.nextDouble();
            double length = path.tendon() + path.fibre() * (0.4 + 1.2 * random.nextDouble());
            double velocity = path.fibre() * 10 * random.nextGaussian();

            double force = new HillForce(path, 1).at(a, length, velocity);

            double expected = PlainArm.force(m, a, length, velocity);
            assertThat(force).isCloseTo(expected, within(1e-9 * (1 + expected))); // rounding, cancelled near zero force
        }
    }

    /**
     * The arithmetic, with L = 1 - (l - 1)²/0.4356, ar = 0.41 (times L for l above 1), br = 5.2 (1 - 0.9 (a - 0.3)/(-0.295))²
     * for a below 0.3, and f = L a.
     */
    @ParameterizedTest
    @CsvSource({
        // l = 1, v = -0.5, a = 1: (-0.5*0.41 + 5.2)/5.7 = 4.995/5.7
        "1, 1, -0.5, 0.876315789473684",
        // l = 1.3, v = 0, a = 0.5: 0.5 (1 - 0.09/0.4356) = 0.5*0.793388429752066
        "0.5, 1.3, 0, 0.396694214876033",
        // l = 1.3, v = -1, a = 0.5: ar = 0.325289256198347; (-0.5*0.325289256198347 + 0.396694214876033*5.2)/6.2
        "0.5, 1.3, -1, 0.306478272460677",
        // l = 0.7, v = -2, a = 1: ar stays 0.41: (-0.82 + 0.793388429752066*5.2)/7.2
        "1, 0.7, -2, 0.459113865932048",
        // a = 0.1, l = 1, v = -0.2: share 1 - 0.9*0.2/0.295 = 0.389830508474576, br 0.790232691755243
        // (-0.2*0.1*0.41 + 0.1*0.790232691755243)/0.990232691755243
        "0.1, 1, -0.2, 0.0715218450826806",
        // l = 1.5: L = 1 - 0.25/0.4356 = 0.426078971533517, passive (0.1/0.26)² = 0.147928994082840, a = 0.2, v = 0
        "0.2, 1.5, 0, 0.233144788389543",
        // a = 1, l = 1, v = 1: d0 = 1.41/5.2, w = 0.001 - 2 d0 = -0.541307692307692, p1 = 0.923689072047748,
        // p2 = -0.461844536023874, p3 = -1.5; (1.385533608071621 + 0.000923689072048 - 0.461844536023874 + 1.5 + 0.001)
        // / 1.923689072047748
        "1, 1, 1, 1.26091726379552",
    })
    void forces_computed_by_hand_are_those_of_the_muscle(double a, double length, double velocity, double expected) {
        for (int m = 0; m < 6; m++) {
            PolynomialPath path = Anatomy.SIX_MUSCLES.get(m);
            double metres = path.tendon() + path.fibre() * length;

            double force = new HillForce(path, 1).at(a, metres, velocity * 10 * path.fibre());

            assertThat(force / path.maximumForce()).isCloseTo(expected, within(1e-13)); // the digits given
        }
    }

    private static void command(OneBody body, double[] u, double fx, double fy) {
        for (int m = 0; m < 6; m++) {
            body.command[m][0] = u[m];
        }
        body.load[0][0] = fx;
        body.load[1][0] = fy;
    }

    private static double[] drawn(RandomStream random, double from, double to) {
        double[] values = new double[6];
        Arrays.setAll(values, m -> from + (to - from) * random.nextDouble());
        return values;
    }
}
