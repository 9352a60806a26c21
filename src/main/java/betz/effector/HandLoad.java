// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.data.LoadRows.CENTRE;
import static betz.data.LoadRows.MASS;
import static betz.data.LoadRows.PLAIN;
import static betz.data.LoadRows.STIFFNESS;
import static betz.data.LoadRows.TORQUE;
import static betz.data.LoadRows.VISCOSITY;

/**
 * Loads that depend on where the hands of a batch are and how they move: {@code K (x - c) + B v}, beside the plain force; and back.
 * Masses that hands carry add to the inertia of their bodies.
 *
 * <p>A load of {@value betz.data.LoadRows#PLAIN} rows is a plain force; one of all rows is linear, and costs more.
 */
final class HandLoad {
    private static final int PLANE = 2;

    /** Place of the hands and their velocities, [4][trial]; then the gradient over them. */
    final double[][] hand;

    HandLoad(int batch) {
        hand = new double[2 * PLANE][batch];
    }

    /** Tells whether a load has more than a plain force. */
    static boolean isLinear(double[][] load) {
        return load.length > PLAIN;
    }

    /** Returns the masses that hands carry, [trial], kg: those of a load, or those of empty hands. */
    static double[] mass(double[][] load, double[] empty) {
        return isLinear(load) ? load[MASS] : empty;
    }

    /** Adds what the hands feel of a linear load, beside its plain force, to forces, [2][trial]. */
    static void addForce(double[][] load, double[][] hand, double[][] force) {
        for (int axis = 0; axis < PLANE; axis++) {
            for (int other = 0; other < PLANE; other++) {
                double[] k = load[STIFFNESS + PLANE * axis + other];
                double[] b = load[VISCOSITY + PLANE * axis + other];
                double[] centre = load[CENTRE + other];
                for (int i = 0; i < k.length; i++) {
                    force[axis][i] += k[i] * (hand[other][i] - centre[i]) + b[i] * hand[PLANE + other][i];
                }
            }
        }
    }

    /** Adds the torques at the joints of a linear load to torques, [2][trial]. */
    static void addTorque(double[][] load, double[][] torque) {
        for (int axis = 0; axis < PLANE; axis++) {
            for (int i = 0; i < torque[axis].length; i++) {
                torque[axis][i] += load[TORQUE + axis][i];
            }
        }
    }

    /** Adds what the gradient over the forces at the hands, one trial's x and y, means for its place and velocity. */
    static void vjp(double[][] load, int i, double gx, double gy, double[][] handGradient) {
        for (int other = 0; other < PLANE; other++) {
            handGradient[other][i] += load[STIFFNESS + other][i] * gx + load[STIFFNESS + PLANE + other][i] * gy;
            handGradient[PLANE + other][i] += load[VISCOSITY + other][i] * gx + load[VISCOSITY + PLANE + other][i] * gy;
        }
    }
}
