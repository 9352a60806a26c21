// SPDX-License-Identifier: Apache-2.0
package betz.data;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Where a body can put its hand: what those who ask for reaches are told of it. */
public interface Workspace {
    /** How far apart the places are that a way is tried at, m. */
    double STRIDE = 0.01;

    /** Returns where the hand is before a trial, unless the trial starts elsewhere. */
    Point home();

    /** Tells whether the hand can be put at a place. */
    boolean reaches(Point hand);

    /** Draws where the hand is in a posture, evenly from all postures. */
    Point anywhere(RandomGenerator random);

    /** Returns what {@link #reaches} means, for messages, such as "-1 to 1 m in x and y". */
    String workspace();

    /** Tells whether the hand can go straight from one place to another; tried every {@value #STRIDE} m. */
    default boolean reachesStraight(Point from, Point to) {
        int parts = Math.max(1, (int) Math.ceil(from.distance(to) / STRIDE));
        return IntStream.rangeClosed(0, parts).allMatch(part -> {
            double share = (double) part / parts;
            return reaches(from.plus(share * (to.x() - from.x()), share * (to.y() - from.y())));
        });
    }

    /**
     * Tells whether the hand can be put at all of some places spaced evenly on a circle around home, the first to its right.
     *
     * @param distance radius of the circle, m
     * @param places number of places
     */
    default boolean reachesAround(double distance, int places) {
        return IntStream.range(0, places)
                .mapToDouble(i -> 2 * Math.PI * i / places)
                .allMatch(angle ->
                        reaches(home().plus(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle))));
    }
}
