// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Holds a gradient to central differences of its function, along some directions; for tests.
 *
 * <p>A slope is right if the difference over one of several steps bears it out. If none does, it is wrong where the function is smooth, so
 * that half the shortest step gives the same difference; elsewhere a kink is nearby, and the direction is left out.
 */
final class GradientCheck {
    /** The usual step, then shorter ones for where a kink is near, and longer ones for where rounding is large. */
    private static final double[] STEPS = {1e-4, 1e-5, 1e-6, 3e-4, 1e-3};

    /** Axes of a block that are looked at one by one. */
    private static final int FEW = 2;

    /** Of the greatest difference in a block: what is smaller is measured by this. */
    private static final double SHARE = 0.01;

    /** A move that changes a function by less than its rounding. */
    private static final double TINY = 1e-15;

    private static final int TINY_MOVES = 8;

    /** By how much rounding may be greater than it was found to be. */
    private static final double SAFETY = 4;

    /** Of the value of a function: a step at which rounding could hide slopes greater than that is of no use. */
    private static final double HIDDEN = 0.1;

    private final ToDoubleFunction<double[]> function;
    private final double[] place;
    private final double rounding;
    private final double[] steps;
    private final double tolerance;

    private int compared;
    private int leftOut;
    private double worst;
    private String where = "nowhere";

    /**
     * Prepares a check.
     *
     * @param place where the gradient is taken. Not modified.
     * @param tolerance of a slope, relative
     */
    GradientCheck(ToDoubleFunction<double[]> function, double[] place, double tolerance) {
        this.function = function;
        this.place = place.clone();
        this.tolerance = tolerance;
        double value = function.applyAsDouble(place);
        rounding = SAFETY * rounding(value);
        steps = DoubleStream.of(STEPS)
                .filter(step -> roundingOfSlope(step) <= HIDDEN * Math.abs(value))
                .toArray();
    }

    /** Returns how much a value changes where it should not. */
    private double rounding(double value) {
        double[] all = slanted(IntStream.range(0, place.length).toArray());
        return IntStream.rangeClosed(1, TINY_MOVES)
                .mapToDouble(i -> Math.abs(at(all, i * TINY) - value))
                .max()
                .orElseThrow();
    }

    /** Returns the size of slopes that a difference tells to the tolerance in spite of rounding. */
    private double roundingOfSlope(double step) {
        return rounding / (step * tolerance);
    }

    /** Compares a gradient along some axes, all if they are few, and along one direction that has a part of all of them. */
    void compare(String name, int[] axes, double[] gradient) {
        List<double[]> directions = directions(axes);
        double[] coarse = directions.stream()
                .mapToDouble(direction -> difference(direction, steps[0]))
                .toArray();
        double greatest = Arrays.stream(coarse).map(Math::abs).max().orElse(0);
        for (int i = 0; i < coarse.length; i++) {
            compare(name, directions.get(i), coarse[i], SHARE * greatest, dot(gradient, directions.get(i)));
        }
    }

    private List<double[]> directions(int[] axes) {
        List<double[]> directions = new ArrayList<>();
        int some = Math.min(FEW, axes.length);
        for (int i = 0; i < some; i++) {
            double[] direction = new double[place.length];
            direction[axes[i * (axes.length - 1) / Math.max(1, some - 1)]] = 1;
            directions.add(direction);
        }
        if (axes.length > some) {
            directions.add(slanted(axes));
        }
        return directions;
    }

    /** Returns a direction of length one with a part of every axis. */
    private double[] slanted(int[] axes) {
        double[] slanted = new double[place.length];
        var random = RandomStream.of(axes.length, "direction");
        for (int axis : axes) {
            slanted[axis] = random.nextGaussian();
        }
        double length = Math.sqrt(dot(slanted, slanted));
        return Arrays.stream(slanted).map(part -> part / length).toArray();
    }

    private void compare(String name, double[] direction, double first, double least, double slope) {
        double last = Double.POSITIVE_INFINITY;
        for (double step : steps) {
            double difference = step == steps[0] ? first : difference(direction, step);
            last = Math.abs(slope - difference) / size(step, difference, least);
            if (last <= tolerance) {
                break;
            }
        }
        if (last <= tolerance || isSmooth(direction, least)) {
            keep(name, last);
        } else {
            leftOut++;
        }
    }

    /** Tells whether the difference over half the shortest step is that over the whole, four times better than to the tolerance. */
    private boolean isSmooth(double[] direction, double least) {
        double step = DoubleStream.of(steps).min().orElseThrow();
        double difference = difference(direction, step);
        double half = difference(direction, step / 2);
        return Math.abs(difference - half) <= tolerance / 4 * size(step, difference, least);
    }

    private double size(double step, double difference, double least) {
        return Math.max(Math.abs(difference), Math.max(least, roundingOfSlope(step)));
    }

    private void keep(String name, double error) {
        compared++;
        if (error > worst) {
            worst = error;
            where = name;
        }
    }

    private double difference(double[] direction, double step) {
        return (at(direction, step) - at(direction, -step)) / (2 * step);
    }

    private double at(double[] direction, double step) {
        double[] moved = place.clone();
        Arrays.setAll(moved, i -> place[i] + step * direction[i]);
        return function.applyAsDouble(moved);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /**
     * Returns the greatest error: relative to the difference, or to a share of the greatest of its block or to what rounding makes of a
     * difference, whichever is more.
     */
    double worst() {
        return worst;
    }

    /** Returns the name given to where that is. */
    String where() {
        return where;
    }

    /** Returns the number of directions that were compared. */
    int compared() {
        return compared;
    }

    /** Returns the number of directions that were left out. */
    int leftOut() {
        return leftOut;
    }
}
