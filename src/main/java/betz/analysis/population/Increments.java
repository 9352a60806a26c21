// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * States and by how much each changes to the next of its condition: the forward difference, not divided by the step.
 *
 * <p>Maps are read as {@code change = M state}, M [dimension][dimension].
 */
final class Increments {
    private final double[][] states;
    private final double[][] changes;

    private Increments(double[][] states, double[][] changes) {
        this.states = states;
        this.changes = changes;
    }

    /** Takes the increments of some of the conditions. */
    static Increments of(Activity activity, IntPredicate conditions) {
        List<double[]> states = new ArrayList<>();
        List<double[]> changes = new ArrayList<>();
        for (int c = 0; c < activity.conditions().size(); c++) {
            double[][] course = activity.condition(c);
            for (int t = 0; conditions.test(c) && t < course.length - 1; t++) {
                states.add(course[t]);
                changes.add(less(course[t + 1], course[t]));
            }
        }
        return new Increments(states.toArray(double[][]::new), changes.toArray(double[][]::new));
    }

    /** Takes the increments of all conditions, of which one at least must not be zero. */
    static Increments of(Activity activity) {
        var all = of(activity, condition -> true);
        Require.that(Matrices.squares(all.changes) > 0, "activity", "the same at all times", "activity that changes");
        return all;
    }

    private static double[] less(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < b.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    /** Returns all states but the last of each condition, [sample][dimension]; not a copy. */
    double[][] states() {
        return states;
    }

    /** Returns the changes, [sample][dimension]; not a copy. */
    double[][] changes() {
        return changes;
    }

    /** Returns the map of least squares; of several, the one of least norm. */
    double[][] map() {
        return Matrices.transposed(Svd.of(states).solve(changes));
    }

    /** Returns what a map leaves of the changes, [sample][dimension]. */
    double[][] errors(double[][] map) {
        return Matrices.sum(changes, -1, Matrices.product(states, Matrices.transposed(map)));
    }

    /** Returns 1 less the errors' share of the changes' squares; no mean is taken away. */
    double r2(double[][] map) {
        return 1 - Matrices.squares(errors(map)) / Matrices.squares(changes);
    }

    /** Returns the same within a space, whose axes are columns, [dimension][axis]. */
    double r2(double[][] map, double[][] axes) {
        return 1
                - Matrices.squares(Matrices.product(errors(map), axes))
                        / Matrices.squares(Matrices.product(changes, axes));
    }
}
