// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import betz.data.Point;
import java.util.Arrays;

/**
 * The exact discrete inverse of the Euler-stepped arm: hand path to joints, to torques, to activations, to excitations.
 *
 * <p>The equations are the step's own, solved backwards, so a replay does not drift as that of a continuous inverse would:
 * {@code qd_k = (q_{k+1} - q_k)/dt}, {@code qdd_k = (qd_{k+1} - qd_k)/dt}, {@code torque_k = M(q_k) qdd_k + C(q_k, qd_k)};
 * {@link StaticOptimisation} finds a_k, within what activation can reach from a_{k-1} in one step; {@code u_k = a_k +
 * (a_{k+1} - a_k) tau/dt}. With other integrators, or mini-steps, the inverse is approximate.
 *
 * <p>On compliant tendons the force of a step is that of the fibres after it, which their own implicit step gives: the same
 * equations hold, with fibres that are carried along.
 */
public final class ExactInverse {
    private static final int GAUSS_NEWTON = 3;
    private static final int HALF_STEPS = 40; // each halves what is missed
    private static final double MISSED = 1e-8; // N m that count as made
    private static final int AHEAD = 3; // steps of the path beyond its end that the last excitation needs

    private final Arm arm;
    private final double dt;
    private final Activation law;
    private final ArmDynamics dynamics;
    private final StaticOptimisation sharing;
    private final InverseKinematics kinematics;
    private final double[] low;
    private final double[] high;
    private final double[] before;

    /** Prepares for one arm and step, s. */
    public ExactInverse(Arm arm, double dt) {
        Require.positive("dt", dt, "s");
        Require.that(
                !arm.compliant() || arm.convention() == Convention.BETZ,
                "effector.convention",
                "motornet",
                "betz: with compliant-tendon-hill a force of motornet does not depend on the excitations of the last steps,"
                        + " so that those of a path cannot be found");
        this.arm = arm;
        this.dt = dt;
        this.law = Activation.of(arm.muscle());
        this.dynamics = new ArmDynamics(arm.skeleton());
        this.sharing = new StaticOptimisation(arm);
        this.kinematics = new InverseKinematics(arm.skeleton());
        this.low = new double[arm.muscles()];
        this.high = new double[arm.muscles()];
        this.before = new double[arm.muscles()];
    }

    /**
     * Returns the commands that follow a path from rest; beyond its end the joints go on as they move there.
     *
     * @param hand path, [step][x, y], m; the first two places are the same if the replay is to be exact. Not modified.
     * @throws betz.common.BadSetting if a place is out of reach
     */
    public MuscleCommands solve(double[][] hand) {
        int steps = hand.length;
        Require.count("steps of the path", steps, 2, Integer.MAX_VALUE);
        double[][] q = joints(hand);
        double[][] excitation = new double[steps][];
        double[][] activation = new double[steps][];
        sharing.over(Double.POSITIVE_INFINITY);
        activation[0] = sharing.rest(q[0][0], q[0][1]);
        sharing.keep();
        sharing.over(dt);
        double missed = 0;
        for (int k = 0; k < steps; k++) {
            double[] next = activation[k].clone();
            missed = Math.max(missed, advance(q, k, next));
            excitation[k] = excitation(activation[k], next);
            if (k + 1 < steps) {
                activation[k + 1] = next;
            }
        }
        return new MuscleCommands(excitation, activation, Arrays.copyOf(q, steps), missed);
    }

    /** Joint angles of the path and of three steps beyond, [step + 3][2], rad. */
    private double[][] joints(double[][] hand) {
        double[][] q = new double[hand.length + AHEAD][2];
        for (int k = 0; k < q.length; k++) {
            q[k] = k < hand.length
                    ? kinematics.joint(new Point(hand[k][0], hand[k][1]))
                    : new double[] {2 * q[k - 1][0] - q[k - 2][0], 2 * q[k - 1][1] - q[k - 2][1]};
        }
        return q;
    }

    /** Turns the activations of step k into those of step k + 1, and returns the torque that they miss, N·m. */
    private double advance(double[][] q, int k, double[] activation) {
        double[] now = q[k + 1];
        double qd0 = rate(q, k + 1, 0);
        double qd1 = rate(q, k + 1, 1);
        double qdd0 = (rate(q, k + 2, 0) - qd0) / dt;
        double qdd1 = (rate(q, k + 2, 1) - qd1) / dt;
        double[] torque = dynamics.torque(now[1], qd0, qd1, qdd0, qdd1);
        double[] load = arm.loadTorque(now[0], now[1]);
        torque[0] += arm.jointDamping() * qd0 - load[0];
        torque[1] += arm.jointDamping() * qd1 - load[1];
        if (arm.convention().lags()) {
            sharing.pose(new double[] {q[k][0], q[k][1], rate(q, k, 0), rate(q, k, 1)}, now);
        } else {
            sharing.pose(new double[] {now[0], now[1], qd0, qd1}, now);
        }
        bound(activation);
        sharing.solve(torque, low, high, GAUSS_NEWTON, activation);
        double missed = missed(torque, activation);
        for (int i = 0; arm.compliant() && missed > MISSED && i < HALF_STEPS; i++) {
            missed = halfStep(torque, activation);
        }
        sharing.keep();
        return missed;
    }

    /**
     * Goes half of a Gauss-Newton step. Whole ones may jump to and fro across the kink between a compliant fibre's shortening and
     * lengthening.
     */
    private double halfStep(double[] torque, double[] activation) {
        System.arraycopy(activation, 0, before, 0, before.length);
        sharing.solve(torque, low, high, 1, activation);
        for (int m = 0; m < before.length; m++) {
            activation[m] = 0.5 * (before[m] + activation[m]);
        }
        return missed(torque, activation);
    }

    private double missed(double[] torque, double[] activation) {
        double[] made = sharing.torque(activation);
        return Math.max(Math.abs(made[0] - torque[0]), Math.abs(made[1] - torque[1]));
    }

    private double rate(double[][] q, int k, int axis) {
        return (q[k + 1][axis] - q[k][axis]) / dt;
    }

    /** Sets what activation can reach in one step. */
    private void bound(double[] activation) {
        for (int m = 0; m < activation.length; m++) {
            double a = activation[m];
            low[m] = Math.max(sharing.floor(), a + dt * (law.minimum() - a) / law.tau(a, false));
            high[m] = Math.min(1, a + dt * (1 - a) / law.tau(a, true));
        }
    }

    private double[] excitation(double[] a, double[] next) {
        double[] u = new double[a.length];
        for (int m = 0; m < u.length; m++) {
            double change = next[m] - a[m];
            u[m] = law.clamp(a[m] + change * law.tau(a[m], change > 0) / dt);
        }
        return u;
    }
}
