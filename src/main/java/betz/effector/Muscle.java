// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import java.util.List;

/** How a muscle makes force; its path and its strength are the body's. */
@About("How a muscle makes force.")
public sealed interface Muscle permits Relu, MujocoHill, RigidTendonHill, Thelen, CompliantTendonHill {
    /** Returns the time constant of rising activation, s. */
    double activationTime();

    /** Returns the time constant of falling activation, s. */
    double deactivationTime();

    /** Returns the smallest activation, 1. */
    double minimumActivation();

    /** Returns the length of the tendon that a muscle's length is told without, m. */
    default double tendon(MusclePath path) {
        return path.tendon();
    }

    /** Returns the velocity that sensed velocities are told over, m/s: that of the fastest shortening. */
    default double fastest(MusclePath path) {
        return MusclePath.FASTEST * path.fibre();
    }

    /** Makes the function from activation, length and velocity to the force of one muscle in a batch of bodies. */
    Force force(MusclePath path, int batch);

    /** Returns the muscles of the human arm with the tendons that this kind needs, in the order of commands. */
    default List<PolynomialPath> paths() {
        return Anatomy.SIX_MUSCLES;
    }
}
