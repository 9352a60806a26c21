// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * What training minimises: a weighted sum of means over the trials of a batch and the steps up to each trial's end.
 *
 * @param position weight of the distance from the target hand path in {@code norm}, in units of 1 cm
 * @param velocity weight of the squared difference from the target hand velocity, in units of 10 cm/s
 * @param activity weight of the mean squared rate of the units
 * @param weights weight of the sum of squared weights
 * @param muscle weight of the mean squared activation of the muscles
 * @param joint weight of the squared difference from imitated joint angles, in units of 1 degree
 * @param excitation weight of the squared difference from imitated excitations, in units of 0.1
 * @param norm how the distance from the target hand path counts
 */
public record Loss(
        @About("Weight of the distance from the target path, counted as norm says, in units of 1 cm.")
        double position,

        @About("Weight of the squared difference from the target velocity, in units of 10 cm/s.")
        double velocity,

        @About("Weight of the mean squared rate of the units.")
        double activity,

        @About("Weight of the sum of squared weights.") double weights,

        @About("Weight of the mean squared activation of the muscles.")
        double muscle,

        @About("Weight of the squared difference from imitated joint angles, in units of 1 degree.")
        double joint,

        @About("Weight of the squared difference from imitated excitations, in units of 0.1.")
        double excitation,

        @About("How the distance from the target path counts: squared, or absolute in x plus absolute in y.")
        Norm norm) {
    /** Follows the path, and keeps activity, weights and muscles from growing without need. */
    public static final Loss DEFAULT = new Loss(1.0, 0.1, 1e-4, 1e-5, 1e-2, 1.0, 1.0, Norm.SQUARED);

    /** One unit of position error, m. */
    static final double CENTIMETRE = 0.01;

    /** One unit of velocity error, m/s. */
    static final double DECIMETRE_PER_SECOND = 0.1;

    /** One unit of joint error, rad. */
    static final double DEGREE = Math.PI / 180;

    /** One unit of excitation error. */
    static final double TENTH = 0.1;

    public Loss {
        Require.notNegative("position", position, "");
        Require.notNegative("velocity", velocity, "");
        Require.notNegative("activity", activity, "");
        Require.notNegative("weights", weights, "");
        Require.notNegative("muscle", muscle, "");
        Require.notNegative("joint", joint, "");
        Require.notNegative("excitation", excitation, "");
    }
}
