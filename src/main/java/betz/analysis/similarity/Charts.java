// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.population.Activity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What charts of this package have in common. */
final class Charts {
    private Charts() {}

    /** Returns 1 to a count. */
    static double[] places(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray();
    }

    /**
     * Returns a line over time, in ms, for each condition.
     *
     * @param activity whose conditions and times the values belong to
     * @param values [condition x time]
     */
    static List<Curve> courses(String name, Kind kind, Activity activity, double[] values) {
        double[] times = DoubleStream.of(activity.times()).map(t -> 1000 * t).toArray();
        return IntStream.range(0, activity.conditions().size())
                .mapToObj(c -> Curve.of(name, kind, times, part(values, c, times.length)))
                .toList();
    }

    /** Returns a path in a plane for each condition; x and y are [condition x time]. */
    static List<Curve> paths(String name, Kind kind, Activity activity, double[] x, double[] y) {
        int times = activity.times().length;
        return IntStream.range(0, activity.conditions().size())
                .mapToObj(c -> Curve.of(name, kind, part(x, c, times), part(y, c, times)))
                .toList();
    }

    /** Returns two groups of curves in one list. */
    static List<Curve> both(List<Curve> some, List<Curve> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static double[] part(double[] values, int condition, int times) {
        return Arrays.copyOfRange(values, condition * times, (condition + 1) * times);
    }
}
