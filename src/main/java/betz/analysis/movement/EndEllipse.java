// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Samples;
import betz.analysis.Spread;
import betz.common.Require;
import betz.data.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How end points of reaches scatter, seen along their movements: around the mean of each condition, pooled over conditions.
 *
 * <p>People's scatter more along a reach than across it: errors of extent are greater than those of direction.
 *
 * @param along standard deviation along the movement, m
 * @param across standard deviation across it, m
 * @param ratio of the longer to the shorter axis of the ellipse; NaN if the shorter is zero
 * @param angle of the longer axis from the movement, counter-clockwise, rad, above -π/2 and at most π/2; 0 is along it
 * @see <a href="https://doi.org/10.1007/BF00241415">Gordon, Ghilardi &amp; Ghez (1994)</a>
 */
public record EndEllipse(double along, double across, double ratio, double angle) {

    /**
     * Measures deviations.
     *
     * @param along of each end point from the mean of its condition, times {@code √(n/(n - 1))}, [reach], m. Not modified.
     * @param across the same across the movement. Not modified.
     */
    public static EndEllipse of(double[] along, double[] across) {
        Spread spread = Spread.of(along, across);
        double ratio = spread.minor() > 0 ? spread.major() / spread.minor() : Double.NaN;
        return new EndEllipse(rootMeanSquare(along), rootMeanSquare(across), ratio, spread.angle());
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(Double.NaN));
    }

    /**
     * Returns the deviations of values from the mean of their conditions, times {@code √(n/(n - 1))}; those of conditions with a
     * single value are left out.
     *
     * @param conditions [value]
     * @param values [value]. Not modified.
     */
    static double[] deviations(List<Condition> conditions, double[] values) {
        Require.length("conditions", conditions.size(), values.length);
        var groups = IntStream.range(0, values.length)
                .boxed()
                .collect(Collectors.groupingBy(conditions::get, java.util.LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToDouble(i -> values[i]).toArray())
                .flatMapToDouble(EndEllipse::deviations)
                .toArray();
    }

    private static java.util.stream.DoubleStream deviations(double[] group) {
        double mean = Samples.mean(group);
        double factor = Math.sqrt(group.length / (group.length - 1.0));
        return Arrays.stream(group).map(v -> factor * (v - mean));
    }
}
