// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Range;
import betz.common.Require;
import java.util.List;
import java.util.Locale;

/**
 * What is fixed about the weights of a recurrent network before it learns.
 *
 * @param connectivity which units hear which
 * @param signs whether a unit excites some units and inhibits others
 * @param initial how recurrent weights begin
 * @param gain factor of the whole drive of a unit; a range is spread over units
 * @param start the state before the first step
 * @param frozen parts that do not learn
 */
public record Structure(
        @About("Which units hear which.") Connectivity connectivity,

        @About("Whether a unit may excite some units and inhibit others.")
        Signs signs,

        @About("How the recurrent weights begin.") Initialisation initial,

        @About("Factor of a unit's whole drive; a range is spread evenly over the units on a logarithmic scale.")
        Range gain,

        @About("The state before the first step.") Start start,
        @About("Parts of the weights that do not learn.") List<Part> frozen) {
    /** All units hear one another by orthogonal weights of any sign, and begin at zero. */
    public static final Structure DEFAULT = new Structure(
            Connectivity.Dense.DEFAULT,
            Signs.Mixed.DEFAULT,
            Initialisation.Orthogonal.DEFAULT,
            new Range(1, 1),
            Start.Zero.DEFAULT,
            List.of());

    public Structure {
        frozen = List.copyOf(frozen);
        Require.positive("gain", gain.low(), "");
        if (signs instanceof Signs.Dale) {
            Require.that(
                    !(connectivity instanceof Connectivity.LowRank),
                    "signs",
                    "dale",
                    "mixed, since a product of two thin matrices has entries of either sign; or other connectivity");
            Require.that(
                    initial instanceof Initialisation.LogNormal,
                    "initial",
                    word(initial),
                    "log-normal, whose excitation and inhibition are in balance, where signs is dale");
        }
        if (connectivity instanceof Connectivity.LowRank) {
            Require.that(
                    initial.equals(Initialisation.Orthogonal.DEFAULT),
                    "initial",
                    word(initial),
                    "nothing, since matrices of low rank begin with draws of variance one; or other connectivity");
        }
        if (initial instanceof Initialisation.LogNormal) {
            Require.that(signs instanceof Signs.Dale, "initial", "log-normal", "another, or dale as signs");
        }
    }

    /** Returns the word that a kind goes by in a scenario file. */
    private static String word(Object kind) {
        String name = kind.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Throws if units that are not rates, or gates, were to keep to Dale's law. */
    void requireRates(boolean rates) {
        Require.that(
                rates || !(signs instanceof Signs.Dale),
                "structure.signs",
                "dale",
                "mixed, or units whose activity is never negative: relu, sigmoid, softplus or rectified-tanh");
    }

    /** Throws unless areas have as many units as the network. */
    void requireUnits(int units) {
        if (connectivity instanceof Connectivity.Areas several) {
            Require.that(
                    several.units() == units,
                    "units",
                    Integer.toString(units),
                    several.units() + ", as many as its areas have together");
        }
    }

    /** Returns the time constant of a unit from a range of them, s. */
    static double tau(Range range, int unit) {
        return spread(range, unit * GOLDEN);
    }

    /** Returns the gain of a unit from a range of them; fast units have no other gains than slow ones. */
    static double gain(Range range, int unit) {
        return spread(range, unit * SILVER);
    }

    private static double spread(Range range, double place) {
        if (range.low() == range.high()) {
            return range.low();
        }
        double share = place % 1;
        return range.low() * StrictMath.pow(range.high() / range.low(), share);
    }

    /** The golden section: multiples of it, less their whole part, fill the unit interval evenly, whatever part is taken. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** As {@link #GOLDEN}, but independent of it. */
    private static final double SILVER = Math.sqrt(2) - 1;
}
