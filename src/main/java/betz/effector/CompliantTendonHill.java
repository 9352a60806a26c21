// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;
import java.util.List;

/**
 * A Hill muscle on a tendon that stretches, so that the length of its fibres is a state of its own; Kistemaker, Wong &amp;
 * Gribble (2010), doi:10.1152/jn.00483.2010.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1; above zero, since the fibre's velocity has no limit there
 */
@About(
        value = "A Hill muscle on a tendon that stretches: the length of its fibres is a state of its own.",
        equation = "F = Fmax tendon(length - l); dl/dt = v(l, a, F)",
        source = "doi:10.1152/jn.00483.2010")
public record CompliantTendonHill(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.7554/eLife.88591")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.7554/eLife.88591")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final CompliantTendonHill DEFAULT = new CompliantTendonHill(0.015, 0.05, 0.01);

    public CompliantTendonHill {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0.01);
    }

    @Override
    public Force force(MusclePath path, int batch) {
        return new CompliantForce(path, batch);
    }

    @Override
    public List<MusclePath> paths() {
        return Anatomy.SIX_COMPLIANT_MUSCLES;
    }
}
