// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.List;

/**
 * A planar arm of two joints that motors turn: at each joint one flexes and one extends, since commands are excitations from 0 to 1;
 * the torque is the difference of the two. Its kinds differ in their defaults.
 */
public sealed interface MotorArm extends Arm permits TorqueArm, Reacher {
    /** Returns the greatest torque of either motor at the shoulder, N·m. */
    double shoulderTorque();

    /** Returns the greatest torque of either motor at the elbow, N·m. */
    double elbowTorque();

    /** Returns this arm with all that other arms may have too, but bones, joints and posture. */
    MotorArm with(
            Integrator integrator,
            Convention convention,
            int miniSteps,
            double damping,
            List<Double> jointLoad,
            List<Double> endpointLoad);

    /** Throws unless both torques are above 0. */
    static void check(double shoulderTorque, double elbowTorque) {
        Require.positive("shoulderTorque", shoulderTorque, "N*m");
        Require.positive("elbowTorque", elbowTorque, "N*m");
    }

    @Override
    default MotorArm with(Integrator other, Convention otherConvention) {
        return with(other, otherConvention, miniSteps(), damping(), jointLoad(), endpointLoad());
    }

    @Override
    default MotorArm withMiniSteps(int other) {
        return with(integrator(), convention(), other, damping(), jointLoad(), endpointLoad());
    }

    @Override
    default MotorArm withLoads(double damping, List<Double> torque, List<Double> force) {
        return with(integrator(), convention(), miniSteps(), damping, torque, force);
    }

    @Override
    default Actuator actuator() {
        return Actuator.MOTOR;
    }

    /**
     * Returns two pairs of motors as muscles, each of a constant lever of 1 m, so that a force in N is a torque in N·m and a length in
     * m is pi more or less the joint's angle in rad; over the optimal length it is 1 at the angle zero.
     */
    @Override
    default List<PolynomialPath> paths() {
        double forward = Math.PI / 2; // where polynomials count the shoulder's angle from
        return List.of(
                new PolynomialPath("shoulder-flexor", shoulderTorque(), 0, Math.PI, Math.PI - forward, -1, 0, 0),
                new PolynomialPath("shoulder-extensor", shoulderTorque(), 0, Math.PI, Math.PI + forward, 1, 0, 0),
                new PolynomialPath("elbow-flexor", elbowTorque(), 0, Math.PI, Math.PI, 0, -1, 0),
                new PolynomialPath("elbow-extensor", elbowTorque(), 0, Math.PI, Math.PI, 0, 1, 0));
    }
}
