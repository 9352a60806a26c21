// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many components predict units in samples that have not been seen: rows and columns of {@code X = [A B; C D]} are held out
 * together, and the first components of D carry B and C to A, {@code Â = B D⁺ C}.
 *
 * @see <a href="https://doi.org/10.1214/08-AOAS227">Owen &amp; Perry (2009)</a>
 */
final class BiCrossValidation {
    /** A squared singular value below this share of the largest is no dimension. */
    private static final double ROUNDING = 1e-12;

    private final double[] errors;

    private BiCrossValidation(double[] errors) {
        this.errors = errors;
    }

    /**
     * Holds out each group of conditions together with each group of units.
     *
     * @param activity of one condition or more; of a single one, times in a row are held out in the place of conditions
     * @param groups number of groups of each; fewer where there are fewer conditions or units
     * @param seed of the groups of units
     */
    static BiCrossValidation of(Activity activity, int groups, long seed) {
        double[][] rows = activity.rows();
        int[] ofRow = groups(activity, groups);
        int[] ofUnit = dealt(activity.units().size(), groups, seed);
        double[] errors = new double[Math.min(rows.length, ofUnit.length) + 1];
        int most = errors.length - 1;
        for (int group = 0; group <= max(ofRow); group++) {
            int held = group;
            double[][] seen = rows(rows, row -> ofRow[row] != held);
            double[] means = Matrices.means(seen);
            double[][] known = Matrices.centred(seen, means);
            double[][] products = Matrices.product(Matrices.transposed(known), known);
            double[][] unseen = Matrices.centred(rows(rows, row -> ofRow[row] == held), means);
            for (int part = 0; part <= max(ofUnit); part++) {
                most = Math.min(most, add(errors, products, unseen, ofUnit, part));
            }
        }
        double nothing = errors[0];
        return new BiCrossValidation(Arrays.stream(errors, 0, most + 1)
                .map(error -> nothing > 0 ? error / nothing : 1)
                .toArray());
    }

    private static int max(int[] groups) {
        return Arrays.stream(groups).max().orElse(0);
    }

    /** Returns the group of each row: conditions stay whole, unless there is one alone. */
    private static int[] groups(Activity activity, int groups) {
        int times = activity.times().length;
        int conditions = activity.conditions().size();
        int blocks = conditions > 1 ? conditions : times;
        int kinds = Math.min(groups, blocks);
        return IntStream.range(0, conditions * times)
                .map(row -> conditions > 1 ? row / times % kinds : row * kinds / times)
                .toArray();
    }

    /** Returns the group of each unit, drawn. */
    private static int[] dealt(int units, int groups, long seed) {
        var random = RandomStream.of(seed, "bi-cross-validation");
        int kinds = Math.min(groups, units);
        int[] dealt = IntStream.range(0, units).map(unit -> unit % kinds).toArray();
        for (int i = units - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = dealt[i];
            dealt[i] = dealt[other];
            dealt[other] = swapped;
        }
        return dealt;
    }

    /**
     * Adds the squared errors for each number of components, from none; returns the largest number that can be tried.
     *
     * @param products of the samples seen, [unit][unit], which hold DᵀD and DᵀC: with the values λ and vectors v of DᵀD each
     *     component adds {@code B v (DᵀC)ᵀv / λ}
     */
    private static int add(double[] errors, double[][] products, double[][] unseen, int[] ofUnit, int part) {
        double[][] a = columns(unseen, unit -> ofUnit[unit] == part);
        double[][] b = columns(unseen, unit -> ofUnit[unit] != part);
        double[][] others = rows(products, unit -> ofUnit[unit] != part);
        Eigen d = Eigen.symmetric(columns(others, unit -> ofUnit[unit] != part));
        double[][] c = columns(others, unit -> ofUnit[unit] == part);
        double[][] left = Matrices.product(b, d.vectors());
        double[][] right = Matrices.product(Matrices.transposed(d.vectors()), c);
        int most = 0;
        errors[0] += Matrices.squares(a);
        while (most < Math.min(right.length, errors.length - 1) && d.real()[most] > ROUNDING * d.real()[0]) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                    a[i][j] -= left[i][most] * right[most][j] / d.real()[most];
                }
            }
            most++;
            errors[most] += Matrices.squares(a);
        }
        return most;
    }

    private static double[][] rows(double[][] rows, IntPredicate chosen) {
        return IntStream.range(0, rows.length)
                .filter(chosen)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }

    private static double[][] columns(double[][] rows, IntPredicate chosen) {
        int[] columns = IntStream.range(0, rows[0].length).filter(chosen).toArray();
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(columns).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    /** Returns squared errors of what is held out, for 0, 1, 2 ... components, as shares of those for 0; not a copy. */
    double[] errors() {
        return errors;
    }

    /** Returns the number of components whose errors are least. */
    int dimensions() {
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return best;
    }
}
