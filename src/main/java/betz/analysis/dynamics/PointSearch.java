// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.math.StepMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The different states that a network comes to rest at, or moves slowly at, near many states. */
final class PointSearch {
    private final List<RestPoint> points;
    private final int fixed;
    private final int slow;
    private final int unsettled;
    private final double least;

    private PointSearch(List<RestPoint> points, int fixed, int slow, int unsettled, double least) {
        this.points = points;
        this.fixed = fixed;
        this.slow = slow;
        this.unsettled = unsettled;
        this.least = least;
    }

    /**
     * Searches.
     *
     * @param starts [start][state]. Not modified.
     * @param tolerance greatest q of a fixed point
     * @param slow greatest q of a slow point
     * @param unique distance within which two states are one
     * @param iterations steps of each descent
     */
    static PointSearch of(
            StepMap map, double[][] starts, double tolerance, double slow, double unique, int iterations) {
        List<Descent> ends = Arrays.stream(starts)
                .map(start -> Descent.of(map, start, tolerance, slow, iterations))
                .sorted(Comparator.comparingDouble(Descent::q))
                .toList();
        List<Descent> near = ends.stream().filter(end -> end.q() <= slow).toList();
        List<Descent> different = new ArrayList<>();
        List<Integer> count = new ArrayList<>();
        for (Descent end : near) {
            int place = place(different, end, unique);
            if (place < 0) {
                different.add(end);
                count.add(1);
            } else {
                count.set(place, count.get(place) + 1);
            }
        }
        List<RestPoint> points = new ArrayList<>();
        for (int i = 0; i < different.size(); i++) {
            Descent end = different.get(i);
            points.add(new RestPoint(map, end.x(), end.q(), end.q() <= tolerance, count.get(i)));
        }
        points.sort(RestPoint.ORDER);
        int fixed = (int) near.stream().filter(end -> end.q() <= tolerance).count();
        int unsettled = (int) ends.stream().filter(end -> !end.isSettled()).count();
        return new PointSearch(
                List.copyOf(points),
                fixed,
                near.size() - fixed,
                unsettled,
                ends.get(0).q());
    }

    private static int place(List<Descent> different, Descent end, double unique) {
        for (int i = 0; i < different.size(); i++) {
            if (distance(different.get(i).x(), end.x()) < unique) {
                return i;
            }
        }
        return -1;
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    /** Returns the different points in {@link RestPoint#ORDER}. */
    List<RestPoint> points() {
        return points;
    }

    /** Returns how many starts came to a fixed point. */
    int fixed() {
        return fixed;
    }

    /** Returns how many came to a slow point. */
    int slow() {
        return slow;
    }

    /** Returns how many had not settled after all steps. */
    int unsettled() {
        return unsettled;
    }

    /** Returns the least q that was reached. */
    double least() {
        return least;
    }
}
