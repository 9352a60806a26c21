// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * The distributions from which the units' tuning is drawn.
 *
 * <p>Output unit i: {@code r = clip(b + k [c_p.P/0.1 + c_v.M/0.3 + c_a.A-star/2.5 + s |M|/0.3 + h |M|/0.3 cos(2 theta_M - phi) +
 * d.V/0.1], 0, 100)} at its lag, with P, M, A-star and V in SI and u(.) the unit vector of an angle:
 * {@code c_v = |N(1, .4)| u(theta)}, {@code c_p = position N(1, .6) u(theta + N(0, spread))}, {@code c_a} likewise,
 * {@code s = N(speed, speed)}, {@code h = harmonic |N(0, 1)|}, {@code d = preparation N(0, 1)} per axis.
 *
 * @param features which terms the sum has
 * @param baseline b, spikes/s
 * @param gain k, spikes/s
 * @param position scale of c_p, 1
 * @param acceleration scale of c_a, 1
 * @param spread of the preferred directions of position and acceleration about that of velocity, rad
 * @param speed mean and standard deviation of s, 1
 * @param harmonic scale of h, 1
 * @param preparation scale of d, 1
 * @param bimodality c in the density {@code 1 + c cos 2(theta - axis)} of preferred directions, 1
 * @param axis of the density, rad
 * @param lag greatest lag of a unit behind the plan, s; lags are drawn from 0, 10 ms, .. up to it
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.02-11-01527.1982">Georgopoulos et al. (1982)</a>, broad tuning to direction
 * @see <a href="https://doi.org/10.1152/jn.1999.82.5.2676">Moran &amp; Schwartz (1999)</a>, tuning to speed
 * @see <a href="https://doi.org/10.1038/73964">Todorov (2000)</a>, position, velocity and acceleration together
 */
@About("The distributions from which the units' tuning is drawn.")
public record Tuning(
        @About(value = "What output units are tuned to.", source = "doi:10.1038/73964")
        Features features,

        @About("Rates at rest.") LogNormal baseline,

        @About("Rate per unit of scaled features.") LogNormal gain,

        @About("Scale of tuning to position, against 1 for velocity.")
        double position,

        @About("Scale of tuning to acceleration, against 1 for velocity.")
        double acceleration,

        @Unit("rad") @About("Spread of the preferred directions of position and acceleration about that of velocity.")
        double spread,

        @About("Mean and standard deviation of tuning to speed.")
        double speed,

        @About("Scale of the second harmonic of direction.") double harmonic,

        @About("Scale of output units' tuning in the delay period; 0 keeps them still.")
        double preparation,

        @About("Depth of the two-peaked density of preferred directions; 0 is uniform.")
        double bimodality,

        @Unit("rad")
        @About(
                value = "Axis of the two peaks.",
                source = "units of Hatsopoulos et al. (2004) in github.com/CONECT-INT/2022_CENTURI-SummerSchool")
        double axis,

        @Unit("s") @About("Greatest lag of a unit behind the plan.")
        double lag) {

    /**
     * Chosen so that the read-out can drive the arm: 88 to 91 % of the units are tuned, three quarters with R² of .7 or more.
     * The axis is that of the second moment of the preferred directions of 106 recorded units.
     */
    public static final Tuning DEFAULT = new Tuning(
            Features.FULL,
            new LogNormal(10, 0.35, 4, 40),
            new LogNormal(8, 0.8, 0.5, 60),
            0.5,
            0.6,
            1.0471975511965979, // 60 degrees, to the last bit
            0.15,
            0.5,
            0,
            0.5,
            146 * Math.PI / 180,
            0.050);

    /** Closest to recorded cells: fewer are tuned, and less sharply. */
    public static final Tuning RECORDED = new Tuning(
            DEFAULT.features,
            new LogNormal(9, 0.35, 4, 40),
            new LogNormal(5, 1, 0.5, 60),
            DEFAULT.position,
            DEFAULT.acceleration,
            DEFAULT.spread,
            DEFAULT.speed,
            0.6,
            DEFAULT.preparation,
            0.25,
            DEFAULT.axis,
            DEFAULT.lag);

    public Tuning {
        Require.within("position", position, 0, 10, "");
        Require.within("acceleration", acceleration, 0, 10, "");
        Require.within("spread", spread, 0, Math.PI, "rad");
        Require.within("speed", speed, 0, 10, "");
        Require.within("harmonic", harmonic, 0, 10, "");
        Require.within("preparation", preparation, 0, 10, "");
        Require.within("bimodality", bimodality, 0, 1, "");
        Require.within("axis", axis, -2 * Math.PI, 2 * Math.PI, "rad");
        Require.within("lag", lag, 0, 0.2, "s");
    }

    /** Returns this with other features. */
    public Tuning withFeatures(Features other) {
        return new Tuning(
                other,
                baseline,
                gain,
                position,
                acceleration,
                spread,
                speed,
                harmonic,
                preparation,
                bimodality,
                axis,
                lag);
    }
}
