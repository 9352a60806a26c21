// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;

/**
 * The Hill muscle of MuJoCo on a tendon that does not stretch: smooth curves of length and velocity, which the activation
 * scales; Todorov, Erez &amp; Tassa (2012), doi:10.1109/IROS.2012.6386109, with the constants of MotorNet,
 * doi:10.7554/eLife.88591.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1
 */
@About(
        value = "MuJoCo's Hill muscle: activation times smooth curves of length and velocity, on a stiff tendon.",
        equation = "F = Fmax (a L(l) V(v) + P(l))",
        source = "doi:10.1109/IROS.2012.6386109")
public record MujocoHill(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.7554/eLife.88591")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.7554/eLife.88591")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final MujocoHill DEFAULT = new MujocoHill(0.01, 0.04, 0);

    public MujocoHill {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0);
    }

    /** The same of every muscle: it does not grow with the fibre. */
    @Override
    public double fastest(MusclePath path) {
        return MujocoForce.FASTEST;
    }

    @Override
    public Force force(MusclePath path, int batch) {
        return new MujocoForce(path, batch);
    }
}
