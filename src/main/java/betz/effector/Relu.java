// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;

/**
 * A muscle whose force is its activation times its strength, whatever its length and velocity.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1
 */
@About("A muscle whose force is its activation times its strength.")
public record Relu(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.7554/eLife.88591")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.7554/eLife.88591")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final Relu DEFAULT = new Relu(0.015, 0.05, 0);

    public Relu {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0);
    }

    /** There is none: the muscle reaches from bone to bone. */
    @Override
    public double tendon(MusclePath path) {
        return 0;
    }

    @Override
    public Force force(MusclePath path, int batch) {
        double strength = path.maximumForce();
        return new Force(batch) {
            @Override
            public void differentiate(double[] activation, double[] length, double[] velocity) {
                for (int trial = 0; trial < force.length; trial++) {
                    force[trial] = activation[trial] * strength;
                    byActivation[trial] = strength;
                }
            }
        };
    }
}
