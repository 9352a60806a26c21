// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Point;
import betz.data.Spline;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeastJerkTest {
    private static final Point START = new Point(-0.1, 0.4);
    private static final Point END = new Point(0.02, 0.45);

    /** Ways through one to three places. */
    static Stream<List<Point>> ways() {
        return Stream.of(
                List.of(START, new Point(-0.03, 0.48), END),
                List.of(START, new Point(-0.08, 0.48), new Point(0, 0.40), END),
                List.of(START, new Point(-0.08, 0.46), new Point(-0.04, 0.38), new Point(0, 0.47), END));
    }

    @Test
    void without_places_to_pass_it_is_the_straight_reach_of_flash_and_hogan() {
        Spline path = new LeastJerk(List.of(START, END)).path(0.8);

        for (double s = 0; s <= 1; s += 0.01) {
            double way = s * s * s * (10 - 15 * s + 6 * s * s);
            // an LU solution of three unknowns
            assertThat(path.at(0.8 * s).x()).isCloseTo(START.x() + 0.12 * way, within(1e-14));
            assertThat(path.at(0.8 * s).y()).isCloseTo(START.y() + 0.05 * way, within(1e-14));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void it_passes_all_places_in_order_and_begins_and_ends_at_rest(List<Point> places) {
        var least = new LeastJerk(places);
        double[] times = least.times();
        Spline path = least.path(1.5);

        assertThat(times).isSorted();
        for (int i = 0; i < times.length; i++) {
            assertThat(path.at(1.5 * times[i]).distance(places.get(i + 1))).isLessThan(1e-13);
        }
        assertThat(path.from()).isEqualTo(START);
        assertThat(path.to().distance(END)).isLessThan(1e-13);
        assertThat(path.velocity(0).distance(new Point(0, 0))).isZero();
        assertThat(path.velocity(1.5 - 1e-9).distance(new Point(0, 0))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void its_cost_is_the_integral_of_the_squared_jerk(List<Point> places) {
        var least = new LeastJerk(places);
        double[] times = least.times();
        Spline path = least.path(times, 1);

        // trapezoids of 1e-4 of a jerk that is continuous: relative error below 1e-6
        assertThat(least.cost(times)).isCloseTo(jerk(path, new double[0], 0), within(2e-6 * least.cost(times)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void no_other_times_of_passage_cost_less(List<Point> places) {
        var least = new LeastJerk(places);
        double[] times = least.times();
        double best = least.cost(times);
        double[] other = new double[times.length];
        for (int tried = 0; tried < 400; tried++) {
            for (int i = 0; i < other.length; i++) {
                // a lattice without pattern around the best times, up to 0.1 away
                double share = (tried * (0.618 + 0.13 * i)) % 1;
                other[i] = Math.max(0.02, Math.min(0.98, times[i] + 0.2 * (share - 0.5)));
            }
            if (isSorted(other)) {
                // times are found to 1e-5, where the cost is flat
                assertThat(least.cost(other)).isGreaterThan(best * (1 - 1e-7));
            }
        }
    }

    private static boolean isSorted(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] - values[i - 1] < 0.01) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void no_other_path_through_the_places_at_those_times_has_less_jerk(List<Point> places) {
        var least = new LeastJerk(places);
        double[] times = least.times();
        Spline path = least.path(times, 1);
        double best = least.cost(times);

        for (double size : new double[] {1e-3, -1e-3, 1e-2}) {
            double more = jerk(path, times, size);

            // a bump that keeps the ends at rest and the places passed adds its own jerk, and the cross term is zero
            double own = jerk(new Spline(START, zeros(3), List.of(), List.of(), 1), times, size);
            assertThat(more).isGreaterThan(best);
            assertThat(more - best).isCloseTo(own, within(1e-4 * own + 1e-6 * best));
        }
    }

    @Test
    void a_place_halfway_to_one_side_is_passed_at_half_the_time() {
        // at a right angle to the way from start to end: symmetry in time
        var aside = new Point((START.x() + END.x()) / 2 - 0.02, (START.y() + END.y()) / 2 + 0.048);

        assertThat(new LeastJerk(List.of(START, aside, END)).times()[0]).isCloseTo(0.5, within(1e-5));
    }

    private static List<Point> zeros(int n) {
        return Collections.nCopies(n, new Point(0, 0));
    }

    /** Integrates the squared third derivative of a path with a bump along x, both in closed form, over 10,000 trapezoids. */
    private static double jerk(Spline path, double[] times, double size) {
        int parts = 10_000;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double s = (double) i / parts;
            double x = third(path, s, true) + size * bump(times, s);
            double y = third(path, s, false);
            sum += (i == 0 || i == parts ? 0.5 : 1) * (x * x + y * y) / parts;
        }
        return sum;
    }

    private static double third(Spline path, double s, boolean isX) {
        double value = 6 * axis(path.powers().get(0), isX)
                + 24 * s * axis(path.powers().get(1), isX)
                + 60 * s * s * axis(path.powers().get(2), isX);
        for (int i = 0; i < path.knots().size(); i++) {
            double after = Math.max(0, s - path.knots().get(i));
            value += 60 * after * after * axis(path.bends().get(i), isX);
        }
        return value;
    }

    private static double axis(Point point, boolean isX) {
        return isX ? point.x() : point.y();
    }

    /** Returns the third derivative of s³ (1 − s)³ Π (s − s_i). */
    private static double bump(double[] times, double s) {
        // coefficients of the polynomial, lowest first
        double[] poly = {0, 0, 0, 1, -3, 3, -1};
        for (double time : times) {
            double[] next = new double[poly.length + 1];
            for (int k = 0; k < poly.length; k++) {
                next[k + 1] += poly[k];
                next[k] -= time * poly[k];
            }
            poly = next;
        }
        double value = 0;
        for (int k = poly.length - 1; k >= 3; k--) {
            value = value * s + k * (k - 1.0) * (k - 2.0) * poly[k];
        }
        return value;
    }
}
