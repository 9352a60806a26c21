// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;

/**
 * The Hill muscle of Thelen (2003), doi:10.1115/1.1531112, on a tendon that does not stretch: the more it is active, the
 * faster it can shorten.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1
 */
@About(
        value = "Thelen's Hill muscle on a stiff tendon: the more it is active, the faster it can shorten.",
        equation = "F = Fmax (a L(l) V(v, a) + P(l))",
        source = "doi:10.1115/1.1531112")
public record Thelen(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.1115/1.1531112")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.1115/1.1531112")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final Thelen DEFAULT = new Thelen(0.015, 0.05, 0.001);

    public Thelen {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0);
    }

    @Override
    public Force force(MusclePath path, int batch) {
        return new ThelenForce(path, batch);
    }
}
