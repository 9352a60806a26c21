// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Shorthand;
import betz.common.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which units of a brain are meant: those of an area, those that prefer a direction, or a share of them.
 *
 * <p>A share is drawn from unit and {@code draw} alone, so that it is the same in all trials and in training and judging; a greater
 * share of the same draw holds all units of a smaller one.
 *
 * @param area name of an area of a network, of a layer, or of a group of a cortex; {@link #ALL} for all
 * @param share of them, 1
 * @param draw which draw of a share
 * @param preferring middle of their preferred directions, rad
 * @param within greatest angle from it, rad; half a turn for all
 */
@Shorthand("area")
public record UnitChoice(
        @About(
                "Name of an area, of a layer such as Layer 1, or of a cortex's group, output or planning; all for all units.")
        String area,

        @About("Share of them, drawn by chance but the same in every trial.")
        double share,

        @About("Which draw of a share: another number takes other units.")
        int draw,

        @Unit("rad")
        @About("Middle of their preferred directions, counter-clockwise from the x axis; of a tuned cortex.")
        double preferring,

        @Unit("rad")
        @About("Greatest angle of a preferred direction from that; 180 deg takes all, whatever they prefer.")
        double within) {

    /** Stands for the units of all areas. */
    public static final String ALL = "all";

    /** All units. */
    public static final UnitChoice DEFAULT = new UnitChoice(ALL, 1, 0, 0, Math.PI);

    public UnitChoice {
        Require.that(!area.isBlank(), "area", "empty", "the name of an area, or " + ALL);
        Require.within("share", share, 0, 1, "");
        Require.count("draw", draw, 0, Integer.MAX_VALUE);
        Require.within("preferring", preferring, -2 * Math.PI, 2 * Math.PI, "rad");
        Require.within("within", within, 0, Math.PI, "rad");
    }

    /** Returns a share of all units of an area. */
    public static UnitChoice of(String area, double share) {
        return new UnitChoice(area, share, DEFAULT.draw, DEFAULT.preferring, DEFAULT.within);
    }

    /** Returns another share of the same units. */
    public UnitChoice withShare(double other) {
        return new UnitChoice(area, other, draw, preferring, within);
    }

    /** Tells whether it asks for preferred directions. */
    public boolean isDirected() {
        return within < Math.PI;
    }

    /**
     * Returns which units of a brain are meant; none where it has no such area.
     *
     * @param areas name of each unit's area or group, [unit]
     * @param preferred direction that each unit prefers, rad; NaN for none
     * @return [unit]
     */
    public boolean[] among(List<String> areas, IntToDoubleFunction preferred) {
        int[] meant = IntStream.range(0, areas.size())
                .filter(unit -> area.equals(ALL) || area.equals(areas.get(unit)))
                .filter(unit -> !isDirected() || isNear(preferred.applyAsDouble(unit)))
                .toArray();
        boolean[] chosen = new boolean[areas.size()];
        IntStream.of(meant)
                .boxed()
                .sorted(Comparator.comparingDouble(this::drawn))
                .limit(Math.round(share * meant.length))
                .forEach(unit -> chosen[unit] = true);
        return chosen;
    }

    private double drawn(int unit) {
        return RandomStream.of(draw, "touched units", unit).nextDouble();
    }

    private boolean isNear(double direction) {
        return Math.abs(Math.IEEEremainder(direction - preferring, 2 * Math.PI)) <= within;
    }
}
