// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;

/**
 * A Hill muscle on a tendon that does not stretch: force follows activation, length and velocity; Kistemaker, Wong
 * &amp; Gribble (2010), doi:10.1152/jn.00483.2010.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1; above zero, since the force-velocity curve has no limit there
 */
@About(
        value = "A Hill muscle on a tendon that does not stretch: force follows activation, length and velocity.",
        source = "doi:10.1152/jn.00483.2010")
public record RigidTendonHill(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.7554/eLife.88591")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.7554/eLife.88591")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final RigidTendonHill DEFAULT = new RigidTendonHill(0.015, 0.05, 0.001);

    public RigidTendonHill {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0.001);
    }

    @Override
    public Force force(MusclePath path, int batch) {
        return new HillForce(path, batch);
    }
}
