// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Point;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompliantTendonTest {
    private static final Arm26 ARM = Arm26.DEFAULT.withMuscle(CompliantTendonHill.DEFAULT);

    static Stream<PolynomialPath> paths() {
        return Anatomy.SIX_COMPLIANT_MUSCLES.stream();
    }

    /** By activation and fibre length; the tendon is 1 + 0.04 sqrt(force) slack lengths long. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "0.25, 1, 0.25",
        "0.5, 1.33, 0.375", // half the parabola's half-width away: 0.5 (1 - 1/4)
        "0.36, 0.67, 0.27",
        "0.01, 0.34, 0.0001", // the least of the curve
        "0.2, 1.5, 0.233144788389543", // 0.2 * 0.426078971533517 + (0.1/0.26)²
    })
    void a_held_muscle_is_on_the_force_length_curve_of_its_fibre(double a, double l, double expected) {
        for (PolynomialPath path : Anatomy.SIX_COMPLIANT_MUSCLES) {
            double length = l * path.fibre() + path.tendon() * (1 + 0.04 * Math.sqrt(expected));

            double force = CompliantTendonHill.DEFAULT.force(path, 1).at(a, length, 0);

            assertThat(force / path.maximumForce()).isCloseTo(expected, within(1e-11)); // digits given, stiff tendons
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0", // isometric
        "1, 1, 0.5, -2.85714285714286", // 5.2 (0.5 - 1)/(0.5 + 0.41)
        "1, 1, 0, -12.6829268292683", // 5.2/0.41
        "0.5, 0.8, 0.2, -3.42136988907251", // L = 0.908172635445363, ar = 0.41 L, f = L/2
        "0.1, 1, 0.05, -0.434193786678704", // br = 5.2 * 0.389830508474576² = 0.790232691755243; br (-0.05)/0.091
        "1, 1, 1.26091726379552, 1", // that of the rigid muscle at this velocity
    })
    void velocities_computed_by_hand_are_those_of_the_fibre(double a, double l, double pull, double expected) {
        var fibre = new CompliantFibre(Anatomy.SIX_COMPLIANT_MUSCLES.get(3));

        fibre.move(l, a, pull);

        assertThat(fibre.velocity).isCloseTo(expected, within(1e-12 * (1 + 100 * Math.abs(expected)))); // digits given
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_resting_fibre_does_not_move(PolynomialPath path) {
        var random = RandomStream.of(1, "rest");
        var solver = new FibreSolver(new CompliantFibre(path));
        for (int i = 0; i < 500; i++) {
            double a = 0.01 + 0.99 * random.nextDouble();
            double length = path.tendon() + path.fibre() * (0.4 + 1.1 * random.nextDouble());

            solver.rest(a, length);

            CompliantFibre fibre = solver.fibre;
            double l = solver.l;
            fibre.stretch(l, a, length);
            assertThat(fibre.excess).isCloseTo(0, within(1e-12)); // a rounding of l, of tendons of 1e2 per length
            fibre.move(l, a, fibre.pull);
            assertThat(fibre.velocity).isCloseTo(0, within(1e-9));
            solver.step(l, a, length, 0.01);
            assertThat(solver.l).isCloseTo(l, within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void where_muscle_and_tendon_are_shorter_than_the_tendon_alone_the_fibre_is_shortest_and_pulls_nothing(
            PolynomialPath path) {
        var solver = new FibreSolver(new CompliantFibre(path));
        for (double dt : new double[] {Double.POSITIVE_INFINITY, 0.01}) {
            for (double length : new double[] {0.9 * path.tendon(), path.tendon()}) {
                if (dt == Double.POSITIVE_INFINITY) {
                    solver.rest(0.5, length);
                } else {
                    solver.step(0.01, 0.5, length, dt);
                }

                assertThat(solver.l).isEqualTo(0.001);
                assertThat(solver.fibre.tendon).isZero();
                assertThat(new double[] {solver.byStart, solver.byActivation, solver.byLength})
                        .containsOnly(0);
            }
        }
    }

    /** Backward Euler goes to rest from one side, however stiff the fibre. */
    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "0.05, 0.01", "0.3, 0.01", "0.9, 0.01", "0.3, 0.001", "0.9, 0.015"})
    void in_steps_of_ten_milliseconds_a_fibre_goes_to_rest_without_swinging(double a, double dt) {
        for (PolynomialPath path : Anatomy.SIX_COMPLIANT_MUSCLES) {
            double length = path.tendon() + path.fibre();
            var solver = new FibreSolver(new CompliantFibre(path));
            solver.rest(a, length);
            double rest = solver.l;
            for (double start : new double[] {rest - 0.3, rest - 0.02, rest + 0.02, rest + 0.3}) {
                double l = start;
                for (int step = 0; step < 5 / dt; step++) {
                    solver.step(l, a, length, dt);
                    assertThat(Math.abs(solver.l - rest)).isLessThanOrEqualTo(Math.abs(l - rest) + 1e-12);
                    assertThat((solver.l - rest) * (start - rest)).isGreaterThanOrEqualTo(-1e-12);
                    l = solver.l;
                }
                assertThat(l).isCloseTo(rest, within(1e-6)); // the slowest rate is some 5/s
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void derivatives_of_a_step_and_of_rest_are_central_differences(PolynomialPath path) {
        var random = RandomStream.of(2, "step");
        var solver = new FibreSolver(new CompliantFibre(path));
        double h = 1e-7;
        for (int i = 0; i < 100; i++) {
            double a = 0.02 + 0.97 * random.nextDouble();
            double length = path.tendon() + path.fibre() * (0.6 + 0.7 * random.nextDouble());
            solver.rest(a, length);
            double start = solver.l + 0.02 * random.nextGaussian();
            double dt = 0.001 + 0.01 * random.nextDouble();
            solver.rest(a, length);
            double[] rest = {solver.byActivation, solver.byLength};
            solver.step(start, a, length, dt);
            double[] step = {solver.byStart, solver.byActivation, solver.byLength};

            // length over 1e-7 m; where the fibre yields its velocity curves within 1e-5
            assertThat(step[0]).isCloseTo(slope(solver, start, a, length, dt, h, 0, 0), within(1e-5));
            assertThat(step[1]).isCloseTo(slope(solver, start, a, length, dt, 0, h, 0), within(1e-5));
            assertThat(step[2]).isCloseTo(slope(solver, start, a, length, dt, 0, 0, h), within(1e-4)); // of some 10/m
            double still = Double.POSITIVE_INFINITY;
            assertThat(rest[0]).isCloseTo(slope(solver, 0, a, length, still, 0, h, 0), within(1e-6));
            assertThat(rest[1]).isCloseTo(slope(solver, 0, a, length, still, 0, 0, h), within(1e-5));
        }
    }

    private static double slope(
            FibreSolver solver, double start, double a, double length, double dt, double hl, double ha, double hm) {
        double above = after(solver, start + hl, a + ha, length + hm, dt);
        return (above - after(solver, start - hl, a - ha, length - hm, dt)) / (2 * (hl + ha + hm));
    }

    private static double after(FibreSolver solver, double start, double a, double length, double dt) {
        if (dt == Double.POSITIVE_INFINITY) {
            solver.rest(a, length);
        } else {
            solver.step(start, a, length, dt);
        }
        return solver.l;
    }

    @Test
    void halving_the_step_halves_the_error_of_the_whole_state() {
        double[] exact = after(4096);

        double coarse = OneBody.distance(after(80), exact);
        double fine = OneBody.distance(after(160), exact);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(1, within(0.2)); // higher orders still count
    }

    /** The state after 0.1 s in some steps. */
    private static double[] after(int steps) {
        var body = new OneBody(ARM, 0.1 / steps, 0);
        double[] q = ARM.startJoint();
        body.reset(q, ARM.rest(q[0], q[1]));
        return body.rising(steps, 0.3, 0.1, 0.25, 0.2, 0.3, 0.15);
    }

    @Test
    void an_arm_that_suddenly_lets_go_moves_in_steps_of_ten_milliseconds_about_as_in_those_of_one() {
        double[] coarse = letGo(0.01);
        double[] fine = letGo(0.001);

        for (int row = 0; row < 2; row++) {
            assertThat(coarse[row]).isCloseTo(fine[row], within(0.05)); // rad, of order dt
        }
        for (int m = 0; m < 6; m++) {
            assertThat(coarse[10 + m]).isCloseTo(fine[10 + m], within(0.01)); // fibres of 0.1 m
        }
    }

    /** Four times the rest excitations for 0.3 s, then none for 0.3 s: weak fibres under stretched tendons, stiffest of all. */
    private static double[] letGo(double dt) {
        var body = new OneBody(ARM, dt, 0);
        double[] q = ARM.startJoint();
        double[] rest = ARM.rest(q[0], q[1]);
        body.reset(q, rest);
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
        int steps = (int) Math.round(0.3 / dt);
        for (int step = 0; step < 2 * steps; step++) {
            for (int m = 0; m < 6; m++) {
                body.command[m][0] = step < steps ? 4 * rest[m] : 0;
            }
            body.advance();
            assertThat(Math.abs(body.state[2][0])).isLessThan(5); // rad/s
        }
        return Arrays.stream(body.state).mapToDouble(row -> row[0]).toArray();
    }

    @Test
    void the_inverse_moves_the_hand_along_a_path_as_near_as_the_torques_that_it_misses_let_it() {
        Point start = ARM.home();
        double dt = 0.01;
        double[][] path = new double[100][];
        Arrays.setAll(path, k -> {
            double t = Math.max(0, Math.min(1, (k * dt - 0.2) / 0.6));
            double share = t * t * t * (10 - 15 * t + 6 * t * t);
            return new double[] {start.x() - 0.05 * share, start.y() + 0.06 * share};
        });

        MuscleCommands commands = new ExactInverse(ARM, dt).solve(path);

        assertThat(commands.missed()).isLessThan(0.03); // N m, where fibres turn from shortening to lengthening
        var body = new OneBody(ARM, dt, 0);
        body.reset(ARM.startJoint(), commands.activation()[0]);
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
        for (int k = 0; k < path.length; k++) {
            double[] sense = body.sense();
            assertThat(sense[0]).isCloseTo(path[k][0], within(0.002)); // what such torques do to 0.2 kg m² within 0.1 s
            assertThat(sense[1]).isCloseTo(path[k][1], within(0.002));
            for (int m = 0; m < 6; m++) {
                assertThat(body.state[4 + m][0]).isCloseTo(commands.activation()[k][m], within(1e-9));
                body.command[m][0] = commands.excitation()[k][m];
            }
            body.advance();
        }
    }

    @Test
    void what_compliant_tendons_cannot_have_is_refused() {
        assertThatThrownBy(() -> ARM.with(Integrator.RK4, Convention.BETZ))
                .hasMessage("integrator is rk4, expected euler or semi-implicit, since the muscles are"
                        + " compliant-tendon-hill, whose fibres take a step of their own");
        assertThatThrownBy(() -> new CompliantTendonHill(0.015, 0.05, 0.001))
                .hasMessage("minimumActivation is 0.001, expected 0.01 to 0.1");
    }
}
