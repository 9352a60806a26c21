// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** The excitations that make an arm follow a path, and what they cause. Arrays are shared, not copied. */
public final class MuscleCommands {
    private final double[][] excitation;
    private final double[][] activation;
    private final double[][] joint;
    private final double missed;

    MuscleCommands(double[][] excitation, double[][] activation, double[][] joint, double missed) {
        this.excitation = excitation;
        this.activation = activation;
        this.joint = joint;
        this.missed = missed;
    }

    /** Returns the excitations, [step][muscle], 1. */
    public double[][] excitation() {
        return excitation;
    }

    /** Returns the activations at each step, [step][muscle], 1; row 0 is the start. */
    public double[][] activation() {
        return activation;
    }

    /** Returns the joint angles, [step][2], rad. */
    public double[][] joint() {
        return joint;
    }

    /** Returns the largest torque that the muscles could not make, N·m; 0 but for rounding if the path can be followed. */
    public double missed() {
        return missed;
    }
}
