// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * One rigid limb segment of a planar arm.
 *
 * @param length joint to joint, m
 * @param mass kg
 * @param centreOfMass distance from the proximal joint, m
 * @param inertia moment of inertia about the centre of mass, kg·m²
 */
@About("One rigid limb segment of a planar arm.")
public record Segment(
        @Unit("m") @About("Joint to joint.") double length,

        @Unit("kg") @About("Mass.") double mass,

        @Unit("m") @About("Distance of the centre of mass from the proximal joint.")
        double centreOfMass,

        @Unit("kg*m^2") @About("Moment of inertia about the centre of mass.")
        double inertia) {
    /** Human upper arm, Nijhof &amp; Kouwenhoven (2000), doi:10.1007/978-1-4612-2104-3_29. */
    public static final Segment UPPER_ARM = new Segment(0.309, 1.82, 0.135, 0.051);

    /** Human forearm and hand, Nijhof &amp; Kouwenhoven (2000), doi:10.1007/978-1-4612-2104-3_29. */
    public static final Segment FOREARM = new Segment(0.333, 1.43, 0.165, 0.057);

    public Segment {
        Require.positive("length", length, "m");
        Require.positive("mass", mass, "kg");
        Require.within("centreOfMass", centreOfMass, 0, length, "m");
        Require.positive("inertia", inertia, "kg*m^2");
    }
}
