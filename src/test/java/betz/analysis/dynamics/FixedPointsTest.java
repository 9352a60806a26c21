// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.StepMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FixedPointsTest {
    @Test
    void one_unit_that_drives_itself_rests_at_0_and_at_plus_and_minus_the_root_of_its_equation() {
        double root = root(2);

        var found = find(TanhNetwork.of(new double[][] {{2}}, 0.01));

        assertThat(found.name()).isEqualTo("fixed_points");
        assertThat(found.value("fixed_points").value()).isEqualTo(3);
        assertThat(found.value("stable_fixed_points").value()).isEqualTo(2);
        assertThat(column(found, "points")).containsExactly(new double[] {-root, root, 0}, within(1e-9));
        // slopes: 2 (1 − tanh²) at the roots, 2 at 0
        double slope = 2 * (1 - root * root);
        assertThat(column(found, "eigenvalues_real")).containsExactly(new double[] {slope, slope, 2}, within(1e-8));
        assertThat(column(found, "time_constants_s"))
                .containsExactly(
                        new double[] {-0.01 / Math.log(slope), -0.01 / Math.log(slope), -0.01 / Math.log(2)},
                        within(1e-9));
        assertThat(found.list("unstable_modes").numbers()).containsExactly(0, 0, 1);
        assertThat(Arrays.stream(found.list("reached_from").numbers()).sum()).isEqualTo(256);
        assertThat(Arrays.stream(found.list("q").numbers()).max().orElseThrow()).isLessThanOrEqualTo(1e-20);
    }

    @Test
    void input_held_still_moves_the_points() {
        double[] still = {1.5};
        var network = TanhNetwork.of(new double[][] {{0.5}}, new double[][] {{1}}, still, new double[] {0.1}, 1);

        double h = find(network).list("points").rows()[0][0];

        assertThat(h).isCloseTo(Math.tanh(0.5 * h + 1.6), within(1e-9));
    }

    @Test
    void two_units_apart_have_the_nine_points_of_both_and_their_saddles() {
        var found = find(TanhNetwork.of(new double[][] {{2, 0}, {0, 2}}, 1));

        assertThat(found.value("fixed_points").value()).isEqualTo(9);
        assertThat(found.value("stable_fixed_points").value()).isEqualTo(4);
        assertThat(found.list("unstable_modes").numbers()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2);
        assertThat(found.value("most_unstable_modes").value()).isEqualTo(2);
    }

    @Test
    void a_stored_pattern_is_found_with_the_amplitude_and_the_slope_of_its_closed_form() {
        int units = 20;
        double[][] w = new double[units][units];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                w[i][j] = 1.5 / units * (i % 3 == 0 ? 1 : -1) * (j % 3 == 0 ? 1 : -1);
            }
        }
        double amplitude = root(1.5);

        var found = find(TanhNetwork.of(w, 1));

        assertThat(found.value("fixed_points").value()).isEqualTo(3);
        for (int point = 0; point < 2; point++) {
            double[] x = found.list("points").rows()[point];
            for (int i = 0; i < units; i++) {
                assertThat(x[i] * (i % 3 == 0 ? 1 : -1) * Math.signum(x[0])).isCloseTo(amplitude, within(1e-9));
            }
            double[] real = found.list("eigenvalues_real").rows()[point];
            assertThat(real[0]).isCloseTo(1.5 * (1 - amplitude * amplitude), within(1e-8));
            assertThat(real[1]).isCloseTo(0, within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.95, 0.3", "0.8, 1.2", "0.99, 2.5"})
    void a_damped_rotation_has_its_frequency_and_its_decay(double gain, double angle) {
        double c = gain * Math.cos(angle);
        double s = gain * Math.sin(angle);
        double dt = 0.01;

        var found = find(TanhNetwork.of(new double[][] {{c, -s}, {s, c}}, dt));

        assertThat(found.value("fixed_points").value()).isEqualTo(1);
        assertThat(found.list("points").numbers()).containsExactly(new double[] {0, 0}, within(1e-8));
        assertThat(found.value("frequency_of_leading_modes").value())
                .isCloseTo(angle / (2 * Math.PI * dt), within(1e-6));
        assertThat(found.value("longest_time_constant").value()).isCloseTo(-dt / Math.log(gain), within(1e-6));
        assertThat(found.list("eigenvalues_imaginary").numbers()).containsExactly(new double[] {s, -s}, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void random_pairs_of_units_have_all_the_points_that_a_grid_shows(long seed) {
        var random = RandomStream.of(seed, "pairs");
        double[][] w = new double[2][2];
        for (double[] row : w) {
            Arrays.setAll(row, j -> 2.5 * random.nextGaussian());
        }
        double[] bias = {0.3 * random.nextGaussian(), 0.3 * random.nextGaussian()};
        List<double[]> grid = onGrid(w, bias);

        var found = find(TanhNetwork.of(w, new double[2][0], new double[0], bias, 1));

        double[][] points = found.list("points").rows();
        double[] fixed = found.list("fixed").numbers();
        List<double[]> resting = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (fixed[i] == 1) {
                resting.add(points[i]);
            }
        }
        assertThat(resting).hasSameSizeAs(grid);
        for (double[] one : grid) {
            assertThat(resting).anyMatch(point -> Math.hypot(point[0] - one[0], point[1] - one[1]) < 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void points_of_a_large_odd_network_rest_when_stepped_and_hold_the_origin_with_its_weights_eigenvalues(long seed) {
        var random = RandomStream.of(seed, "large");
        int units = 30;
        double[][] w = new double[units][units];
        for (double[] row : w) {
            Arrays.setAll(row, j -> 1.5 / Math.sqrt(units) * random.nextGaussian());
        }
        var network = TanhNetwork.of(w, 0.01);

        var found = new FixedPoints("", 128, 0, 1e-20, 1e-6, 1e-3, 500).of(subject(network, null, seed));

        double[] next = new double[units];
        double[] fixed = found.list("fixed").numbers();
        double[][] points = found.list("points").rows();
        int origin = -1;
        for (int i = 0; i < points.length; i++) {
            network.step(points[i], next);
            assertThat(next).containsExactly(points[i], within(fixed[i] == 1 ? 1.5e-10 : 1.5e-3)); // √(2q)
            origin = Math.abs(points[i][0]) < 1e-6 && fixed[i] == 1 ? i : origin;
        }
        double[] real = found.list("eigenvalues_real").rows()[origin];
        double trace = 0;
        for (int i = 0; i < units; i++) {
            trace += w[i][i];
        }
        assertThat(Arrays.stream(real).sum()).isCloseTo(trace, within(1e-6)); // the derivative at 0 is W
    }

    @Test
    void every_point_of_a_line_attractor_rests_and_neither_grows_nor_decays_along_it() {
        var found = find(new Linear(new double[][] {{0.75, 0.25}, {0.25, 0.75}})); // along (1, 1) nothing changes

        double[][] points = found.list("points").rows();
        assertThat(points.length).isGreaterThan(200); // 256 starts over a length of 2.8, apart by 0.001
        assertThat(Arrays.stream(points)).allMatch(x -> Math.abs(x[0] - x[1]) < 1e-9);
        assertThat(found.value("most_unstable_modes").value()).isZero();
        assertThat(found.value("greatest_modulus").value()).isCloseTo(1, within(1e-9));
        assertThat(found.list("eigenvalues_real").rows()[0][1]).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4})
    void the_ghost_of_a_pair_of_points_is_a_slow_point(double gap) {
        var found = find(new Ghost(gap));

        assertThat(found.value("fixed_points").value()).isZero();
        assertThat(found.value("slow_points").value()).isEqualTo(1);
        assertThat(found.list("points").numbers()[0]).isCloseTo(0, within(1e-4));
        assertThat(found.list("q").numbers()[0]).isCloseTo(gap * gap / 2, within(1e-6 * gap * gap));
    }

    @Test
    void a_network_that_rests_nowhere_is_told_in_a_sentence() {
        assertThatThrownBy(() -> find(new Ghost(0.1)))
                .hasMessageStartingWith("fixed and slow points is none from 256 starts, where the least q is 0.005")
                .hasMessageContaining("expected a q of 1.0E-6 or less");
    }

    @Test
    void starts_that_came_to_nothing_are_told() {
        var few = new FixedPoints("unit.rate", 20, 0, 1e-20, 1e-20, 1e-3, 3);

        var found = few.of(subject(TanhNetwork.of(new double[][] {{2, 0}, {0, 2}}, 1), null, 1));

        assertThat(found.conventions())
                .anyMatch(line -> line.contains("to neither; ") && line.contains("had not settled"));
    }

    @Test
    void recorded_states_are_started_from_and_noise_spreads_them() {
        var network = TanhNetwork.of(new double[][] {{2, 0}, {0, 2}}, 1);
        var near = new FixedPoints("unit.rate", 50, 0.01, 1e-20, 1e-6, 1e-3, 500);

        var found = near.of(subject(network, recording(0.9, 2), 1));

        assertThat(found.value("fixed_points").value()).isEqualTo(1);
        assertThat(found.list("points").numbers()).containsExactly(new double[] {root(2), root(2)}, within(1e-9));
        assertThat(found.conventions().get(1)).startsWith("Starts: 50 states of unit.rate");
        assertThat(found.plots().get(1).curves().get(0).name()).isEqualTo("starts");
        var wide = FixedPoints.DEFAULT.of(subject(network, recording(0.9, 2), 1));
        assertThat(wide.value("fixed_points").value()).isGreaterThan(1);
        assertThatThrownBy(() -> near.of(subject(network, recording(0.9, 3), 1)))
                .hasMessage("units of unit.rate is 3, expected 2, as many as the network has");
        assertThatThrownBy(() -> near.of(subject(network, recording(Double.NaN, 2), 1)))
                .hasMessageStartingWith("unit.rate is NaN");
    }

    @Test
    void the_same_seed_finds_the_same_numbers_and_another_the_same_points() {
        var network = TanhNetwork.of(new double[][] {{2, -1}, {1, 2}}, 1);

        var once = FixedPoints.DEFAULT.of(subject(network, null, 1));
        var again = FixedPoints.DEFAULT.of(subject(network, null, 1));
        var other = FixedPoints.DEFAULT.of(subject(network, null, 2));

        assertThat(again.list("points").rows())
                .isDeepEqualTo(once.list("points").rows());
        assertThat(other.list("reached_from").numbers())
                .isNotEqualTo(once.list("reached_from").numbers());
        assertThat(other.value("fixed_points")).isEqualTo(once.value("fixed_points"));
    }

    @Test
    void charts_hold_the_unit_circle_and_every_eigenvalue() {
        var found = find(TanhNetwork.of(new double[][] {{2, 0}, {0, 2}}, 1));

        var plot = found.plots().get(0);
        assertThat(plot.curves())
                .extracting(curve -> curve.name())
                .containsExactly("unit circle", "stable", "unstable");
        double[] x = plot.curves().get(0).x();
        double[] y = plot.curves().get(0).y();
        for (int i = 0; i < x.length; i++) {
            assertThat(Math.hypot(x[i], y[i])).isCloseTo(1, within(1e-15));
        }
        assertThat(plot.curves().get(1).x().length + plot.curves().get(2).x().length)
                .isEqualTo(18);
        assertThat(find(TanhNetwork.of(new double[][] {{2}}, 1)).plots()).hasSize(1); // one unit has no plane
    }

    @Test
    void settings_beyond_their_ranges_and_a_missing_network_are_told() {
        assertThatThrownBy(() -> new FixedPoints("", 10, 0, 1e-10, 1e-12, 1e-3, 5))
                .hasMessage("slow is 1.0E-12, expected no less than tolerance, 1.0E-10");
        assertThatThrownBy(() -> new FixedPoints("", 0, 0, 1e-10, 1e-9, 1e-3, 5))
                .hasMessageStartingWith("starts is 0");
        assertThatThrownBy(() -> FixedPoints.DEFAULT.of(new Subject(null, null, null, null, 1)))
                .hasMessageEndingWith("data is without a network, expected its weights W, U and b");
    }

    /** Returns the h above 0 of h = tanh(gain h). */
    private static double root(double gain) {
        double h = 1;
        for (int i = 0; i < 500; i++) {
            h = Math.tanh(gain * h);
        }
        return h;
    }

    /**
     * Returns where two units rest: h₂ follows from the first equation, h₂ = (artanh h₁ − w₁₁ h₁ − b₁) / w₁₂, and the second
     * changes its sign along h₁.
     */
    private static List<double[]> onGrid(double[][] w, double... bias) {
        List<double[]> points = new ArrayList<>();
        int cells = 400_000;
        double last = Double.NaN;
        for (int i = 1; i < cells; i++) {
            double x = Math.tanh(12.0 * (2.0 * i / cells - 1)); // dense near −1 and 1, where artanh is steep
            double now = second(w, bias, x);
            if (last * now < 0) {
                double low = Math.tanh(12.0 * (2.0 * (i - 1) / cells - 1));
                double high = x;
                for (int half = 0; half < 80; half++) {
                    double middle = (low + high) / 2;
                    boolean same = second(w, bias, middle) * last > 0;
                    low = same ? middle : low;
                    high = same ? high : middle;
                }
                points.add(new double[] {low, first(w, bias, low)});
            }
            last = now;
        }
        return points;
    }

    private static double first(double[][] w, double[] bias, double x) {
        return (0.5 * Math.log((1 + x) / (1 - x)) - w[0][0] * x - bias[0]) / w[0][1];
    }

    private static double second(double[][] w, double[] bias, double x) {
        double y = first(w, bias, x);
        return Math.tanh(w[1][0] * x + w[1][1] * y + bias[1]) - y;
    }

    private static Finding find(StepMap map) {
        return FixedPoints.DEFAULT.of(subject(map, null, 1));
    }

    private static Subject subject(StepMap map, @Nullable Recording states, long seed) {
        return new Subject(states, null, null, map, seed);
    }

    private static double[] column(Finding found, String name) {
        return Arrays.stream(found.list(name).rows()).mapToDouble(row -> row[0]).toArray();
    }

    private static Recording recording(double level, int units) {
        double[] values = new double[5 * units];
        Arrays.fill(values, level);
        var names = IntStream.range(0, units).mapToObj(i -> "u" + i).toList();
        var trial = new Trial(new Condition(0, "right", 0), new Point(0, 0), new Point(1, 0), 0, 0, 5);
        return new Recording(
                new TrialBatch(0.01, 5, List.of(trial)), List.of(new Signal("unit.rate", "1", 1, 5, names, values)));
    }

    /** x → A x. */
    private static final class Linear implements StepMap {
        private final double[][] a;

        Linear(double[][] a) {
            this.a = a;
        }

        @Override
        public int size() {
            return a.length;
        }

        @Override
        public double dt() {
            return 1;
        }

        @Override
        public void step(double[] x, double[] next) {
            for (int i = 0; i < a.length; i++) {
                next[i] = a[i][0] * x[0] + a[i][1] * x[1];
            }
        }

        @Override
        public double[][] jacobian(double[] x) {
            return new double[][] {a[0].clone(), a[1].clone()};
        }
    }

    /** x → x + gap + x², which moves least at 0, by the gap. */
    private record Ghost(double gap) implements StepMap {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public double dt() {
            return 1;
        }

        @Override
        public void step(double[] x, double[] next) {
            next[0] = x[0] + gap + x[0] * x[0];
        }

        @Override
        public double[][] jacobian(double[] x) {
            return new double[][] {{1 + 2 * x[0]}};
        }
    }
}
