// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.population.Activity;
import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear model of how activity goes on, on stacks of delayed samples: dynamic mode decomposition with delays.
 *
 * <p>Each row stacks x(t), x(t − d), x(t − 2d) ...; its leading left singular vectors are coordinates of equal
 * variance, in which the step from t to t + 1 is fitted by least squares, with a constant (Arbabi &amp; Mezić 2017,
 * doi:10.1137/17M1125236). Any orthogonal map of the units turns the coordinates, so that their operator A becomes C A
 * Cᵀ; with all coordinates kept, so does any invertible map.
 */
final class DelayModel {
    /** A coordinate below this share of the first is rounding. */
    private static final double ROUNDING = 1e-8;

    /** Stacks, less the mean of each unit, [row][place], and the row of each that has one after it. */
    private final List<double[]> stacks = new ArrayList<>();

    private final List<Integer> before = new ArrayList<>();
    private final Svd svd;
    private final int rank;

    /**
     * Stacks samples.
     *
     * @param activity of which each condition goes on by itself
     * @param rows its samples, [condition x time][dimension], of any space. Not modified.
     * @param delays number of samples in a stack
     * @param interval steps from one to the next
     * @throws betz.common.BadSetting if conditions are too short for a stack and a step, or nothing varies
     */
    DelayModel(Activity activity, double[][] rows, int delays, int interval) {
        int times = activity.times().length;
        int reach = (delays - 1) * interval;
        Require.that(
                times >= reach + 2,
                "samples in time",
                Integer.toString(times),
                (reach + 2) + " or more, for " + delays + " delays at intervals of " + interval + " and a step on");
        double[][] centred = Leading.centred(rows);
        for (int begin = 0; begin < centred.length; begin += times) {
            for (int t = reach; t < times; t++) {
                if (t + 1 < times) {
                    before.add(stacks.size());
                }
                stacks.add(stack(centred, begin + t, delays, interval));
            }
        }
        svd = Svd.of(stacks.toArray(double[][]::new));
        Leading.needVariation(svd.s()[0]);
        rank = (int)
                Arrays.stream(svd.s()).filter(s -> s > ROUNDING * svd.s()[0]).count();
    }

    private static double[] stack(double[][] rows, int last, int delays, int interval) {
        int width = rows[0].length;
        double[] stack = new double[delays * width];
        for (int delay = 0; delay < delays; delay++) {
            System.arraycopy(rows[last - delay * interval], 0, stack, delay * width, width);
        }
        return stack;
    }

    /** Returns how many coordinates are more than rounding. */
    int rank() {
        return rank;
    }

    /** Returns how many steps there are to fit. */
    int steps() {
        return before.size();
    }

    /**
     * Fits the step.
     *
     * @param coordinates how many are kept, the leading ones
     * @throws betz.common.BadSetting if there are too few steps for the coordinates
     */
    Step step(int coordinates) {
        Require.that(
                steps() > coordinates + 1,
                "steps in all conditions",
                Integer.toString(steps()),
                (coordinates + 2) + " or more for " + coordinates + " coordinates, or a smaller rank");
        double[][] now = new double[steps()][];
        double[][] next = new double[steps()][];
        for (int i = 0; i < now.length; i++) {
            int row = before.get(i);
            now[i] = coordinates(row, coordinates);
            next[i] = coordinates(row + 1, coordinates);
        }
        double[][] start = Matrices.centred(now, Matrices.means(now)); // which fits a constant too
        double[][] end = Matrices.centred(next, Matrices.means(next));
        double[][] turned = Svd.of(start).solve(end); // start times this is end
        double left = Matrices.squares(Matrices.sum(end, -1, Matrices.product(start, turned)));
        return new Step(Matrices.transposed(turned), 1 - left / Matrices.squares(end));
    }

    /** Returns the coordinates of all stacks, [stack][coordinate], each of mean square 1. */
    double[][] coordinates(int count) {
        double[][] coordinates = new double[stacks.size()][];
        for (int row = 0; row < coordinates.length; row++) {
            coordinates[row] = coordinates(row, count);
        }
        return coordinates;
    }

    /** Returns one row's coordinates, each of mean square 1 over all rows. */
    private double[] coordinates(int row, int count) {
        double[] coordinates = Arrays.copyOf(svd.u()[row], count);
        double unit = Math.sqrt(stacks.size());
        for (int i = 0; i < count; i++) {
            coordinates[i] *= unit;
        }
        return coordinates;
    }

    /** How coordinates go on: the operator of one step, and the share of the variance that it tells. */
    static final class Step {
        private final double[][] operator;
        private final double r2;

        Step(double[][] operator, double r2) {
            this.operator = operator;
            this.r2 = r2;
        }

        /** Returns the operator, [coordinate after][coordinate before]; not a copy. */
        double[][] operator() {
            return operator;
        }

        /** Returns the share of the variance of coordinates that their last values tell. */
        double r2() {
            return r2;
        }
    }
}
