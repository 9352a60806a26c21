// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.Arrays;
import java.util.Locale;

/**
 * Shares joint torques among muscles: the activations nearest to a slight co-contraction that make the torques, {@code min
 * 1/2 |a - 0.05|²}.
 *
 * <p>The force is linearised around the present activations (Gauss-Newton), and the problem that is left is solved exactly.
 * Around zero instead of a co-contraction, the arm would move where Hill muscles are strongly nonlinear. One thread at a
 * time.
 */
public final class StaticOptimisation {
    /** The activation that all muscles stay near, 1. */
    public static final double CO_CONTRACTION = 0.05;

    /** The smallest activation that is used, 1. */
    public static final double FLOOR = 0.005;

    private static final int ITERATIONS_AT_REST = 60;
    private static final double MISSED = 1e-6; // N m that count as not held

    private final ArmMuscles muscles;
    private final NearestInBox nearest;
    private final double floor;
    private final Arm arm;

    /** Prepares for one arm. */
    public StaticOptimisation(Arm arm) {
        this.muscles = new ArmMuscles(arm, 1);
        this.nearest = new NearestInBox(muscles.size());
        this.floor = Math.max(FLOOR, arm.minimumActivation());
        this.arm = arm;
    }

    /** Returns the smallest activation that is used, 1. */
    double floor() {
        return floor;
    }

    /**
     * Sets the joints that lengths, velocities and moment arms belong to.
     *
     * @param joint q0, q1, q0', q1' of lengths and velocities, [4], rad and rad/s. Not modified.
     * @param lever q0, q1 of the moment arms, rad. Not modified.
     */
    public void pose(double[] joint, double[] lever) {
        muscles.stretch(new double[][] {{joint[0]}, {joint[1]}, {joint[2]}, {joint[3]}}, 0);
        muscles.lever(new double[][] {{lever[0]}, {lever[1]}});
    }

    /**
     * Finds activations for the torques in the pose that was set.
     *
     * @param torque of the muscles, [2], N·m. Not modified.
     * @param low bound of each activation, [muscle]. Not modified.
     * @param high bound of each activation, [muscle]. Not modified.
     * @param iterations Gauss-Newton steps; 3 suffice from a near start
     * @param activation start, then solution, [muscle]. Modified.
     */
    public void solve(double[] torque, double[] low, double[] high, int iterations, double[] activation) {
        double[] row0 = nearest.row0();
        double[] row1 = nearest.row1();
        double[] right = nearest.right();
        for (int iteration = 0; iteration < iterations; iteration++) {
            right[0] = torque[0];
            right[1] = torque[1];
            for (int m = 0; m < activation.length; m++) {
                Force force = muscles.force[m];
                double now = force.at(activation[m], muscles.length[m][0], muscles.velocity[m][0]);
                row0[m] = -muscles.shoulder[m][0] * force.byActivation();
                row1[m] = -muscles.elbow[m][0] * force.byActivation();
                right[0] += muscles.shoulder[m][0] * now + row0[m] * activation[m];
                right[1] += muscles.elbow[m][0] * now + row1[m] * activation[m];
            }
            nearest.solve(CO_CONTRACTION, low, high, activation);
        }
    }

    /** Makes all that follows a step, s, from the fibres that {@link #keep} keeps; of muscles whose fibres have a state. */
    void over(double dt) {
        for (Force force : muscles.force) {
            force.over(dt);
        }
    }

    /** Keeps the fibres at the activations of the last {@link #torque}. */
    void keep() {
        for (Force force : muscles.force) {
            force.keep();
        }
    }

    /** Returns the multipliers of the two torques of the last solution, [2]. */
    public double[] multiplier() {
        return nearest.multiplier();
    }

    /** Returns the torques that activations make in the pose that was set, [2], N·m. */
    public double[] torque(double[] activation) {
        double[] torque = new double[2];
        for (int m = 0; m < activation.length; m++) {
            double force = muscles.force[m].at(activation[m], muscles.length[m][0], muscles.velocity[m][0]);
            torque[0] -= muscles.shoulder[m][0] * force;
            torque[1] -= muscles.elbow[m][0] * force;
        }
        return torque;
    }

    /**
     * Returns the activations that hold the arm still against its constant loads, [muscle]; the excitations are the same.
     *
     * @throws betz.common.BadSetting if the muscles cannot hold the posture
     */
    public double[] rest(double q0, double q1) {
        double[] activation = new double[muscles.size()];
        Arrays.fill(activation, CO_CONTRACTION);
        pose(new double[] {q0, q1, 0, 0}, new double[] {q0, q1});
        double[] load = arm.loadTorque(q0, q1);
        solve(new double[] {-load[0], -load[1]}, filled(floor), filled(1), ITERATIONS_AT_REST, activation);
        double[] made = torque(activation);
        double missed = Math.max(Math.abs(made[0] + load[0]), Math.abs(made[1] + load[1]));
        Require.that(
                missed <= MISSED,
                "posture",
                String.format(Locale.ROOT, "%.1f and %.1f degrees", Math.toDegrees(q0), Math.toDegrees(q1)),
                String.format(
                        Locale.ROOT,
                        "one that the %s can hold (%.2g N*m are left)",
                        arm.actuator().many(),
                        missed));
        return activation;
    }

    private double[] filled(double value) {
        double[] values = new double[muscles.size()];
        Arrays.fill(values, value);
        return values;
    }
}
