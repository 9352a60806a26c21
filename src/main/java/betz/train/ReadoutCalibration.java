// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.cortex.TunedCortex;
import betz.effector.Effector;

/**
 * How a corticospinal read-out is fitted: on which reaches, and how strongly large weights are punished.
 *
 * @param penalty gamma over the size of the pool that a unit stands for, 1: the penalty of unit i is
 *     {@code penalty * sum(r_i) / (2 smoothing)}; 1 is the exact cost of Poisson noise of single cells. Gamma 10 suits spikes, 0.001
 *     rates without noise
 * @param directions number of directions of calibration reaches
 * @param distance of the long reaches, m
 * @param shortDistance of the short ones, m
 * @param nullTrials trials without a movement
 * @param deviatedCopies how often the whole set is repeated with smooth random deviations
 * @param deviation standard deviation of the sum of the three bumps that make a deviation, if they coincided, m
 */
@About("How the read-out from the cortex to the muscles is fitted.")
public record ReadoutCalibration(
        @About("Weight of the penalty on large read-out weights, in units of the cost of Poisson noise.")
        double penalty,

        @About("Number of directions of calibration reaches.")
        int directions,

        @Unit("m") @About("Distance of the long calibration reaches.")
        double distance,

        @Unit("m") @About("Distance of the short calibration reaches.")
        double shortDistance,

        @About("Calibration trials without a movement.") int nullTrials,

        @About("Repetitions of the set with smooth random deviations.")
        int deviatedCopies,

        @Unit("m")
        @About("Standard deviation of the sum of the three bumps in time that make a deviation, if they coincided.")
        double deviation) {

    /** For deterministic rates and reaches of 10 cm. */
    public static final ReadoutCalibration DEFAULT = new ReadoutCalibration(1e-3, 16, 0.10, 0.06, 4, 2, 0.008);

    public ReadoutCalibration {
        Require.positive("penalty", penalty, "");
        Require.count("directions", directions, 2, 360);
        Require.positive("distance", distance, "m");
        Require.within("shortDistance", shortDistance, 0, distance, "m");
        Require.count("nullTrials", nullTrials, 0, 1000);
        Require.count("deviatedCopies", deviatedCopies, 0, 100);
        Require.within("deviation", deviation, 0, 0.1, "m");
    }

    /**
     * Fits the read-out of a cortex to a body at the posture that its trials start from.
     *
     * @param cortex whose output units are drawn with the seed
     * @param body to be moved
     * @param dt step of cortex and body, s
     * @param seed of the units and of the deviations
     * @throws betz.common.BadSetting if the body cannot be inverted, or cannot reach the calibration targets
     */
    public Calibration fit(TunedCortex cortex, Effector body, double dt, long seed) {
        double[] posture = body.startJoint();
        return new ReadoutFit(this, cortex, cortex.outputUnits(seed), ArmInverse.of(body, dt))
                .fit(body.hand(posture[0], posture[1]), dt, seed);
    }
}
