// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The equation of motion of two rigid segments in the horizontal plane: {@code M(q) q'' + C(q, q') = torque}.
 *
 * <p>With {@code h = m2 l1 c2}: {@code M = [[A + 2 h cos q1, B + h cos q1], [., B]]}, {@code C = (-h sin q1 (2 q0' + q1')
 * q1', h sin q1 q0'^2)}; e.g. Hollerbach &amp; Flash (1982), doi:10.1007/BF00353957. Damping counts as a torque; armature is
 * added to both diagonal elements of M. A mass m in the hand adds {@code m (l1² + l2²)} to A, {@code m l2²} to B and {@code m l1 l2}
 * to h.
 */
final class ArmDynamics {
    private final double whole; // A
    private final double outer; // B
    private final double last; // B and the elbow's armature
    private final double coupling; // h
    private final double wholeByMass; // what a kilogram in the hand adds to A, m²
    private final double outerByMass;
    private final double couplingByMass;

    ArmDynamics(Skeleton skeleton) {
        Segment upper = skeleton.upperArm();
        Segment fore = skeleton.forearm();
        outer = fore.mass() * fore.centreOfMass() * fore.centreOfMass() + fore.inertia();
        whole = upper.mass() * upper.centreOfMass() * upper.centreOfMass()
                + upper.inertia()
                + fore.mass() * upper.length() * upper.length()
                + outer
                + skeleton.armature();
        last = outer + skeleton.armature();
        coupling = fore.mass() * upper.length() * fore.centreOfMass();
        outerByMass = fore.length() * fore.length();
        wholeByMass = upper.length() * upper.length() + outerByMass;
        couplingByMass = upper.length() * fore.length();
    }

    /**
     * Writes the accelerations of a batch of arms under net joint torques.
     *
     * @param pose with the elbows' turns
     * @param mass in the hands, [trial], kg. Not modified.
     * @param s state, [row][trial]. Not modified.
     * @param torque [2][trial], N·m. Not modified, unless it is the result too.
     * @param result [2][trial], rad/s². Modified.
     */
    void accelerate(ArmPose pose, double[] mass, double[][] s, double[][] torque, double[][] result) {
        double[] qd0 = s[2];
        double[] qd1 = s[3];
        for (int i = 0; i < qd0.length; i++) {
            double hs = (coupling + mass[i] * couplingByMass) * pose.sin[i];
            result[0][i] = torque[0][i] + hs * (2 * qd0[i] + qd1[i]) * qd1[i];
            result[1][i] = torque[1][i] - hs * qd0[i] * qd0[i];
        }
        solve(pose.cos, mass, result);
    }

    /** Replaces right sides t, [2][trial], by the solutions of M x = t, with masses in the hands, [trial]. */
    void solve(double[] cos, double[] mass, double[][] t) {
        double[] x0 = t[0];
        double[] x1 = t[1];
        for (int i = 0; i < cos.length; i++) {
            double h = coupling + mass[i] * couplingByMass;
            double m00 = whole + mass[i] * wholeByMass + 2 * h * cos[i];
            double m01 = outer + mass[i] * outerByMass + h * cos[i];
            double m11 = last + mass[i] * outerByMass;
            double determinant = m00 * m11 - m01 * m01;
            double t0 = x0[i];
            double t1 = x1[i];
            x0[i] = (m11 * t0 - m01 * t1) / determinant;
            x1[i] = (m00 * t1 - m01 * t0) / determinant;
        }
    }

    /**
     * Adds what the torques' gradient means for the joints through M and C; not through the torques.
     *
     * @param mass in the hands, [trial], kg. Not modified.
     * @param acceleration [2][trial]. Not modified.
     * @param torqueGradient M⁻¹ times the gradient of the accelerations, [2][trial]. Not modified.
     * @param g gradient of the state, [row][trial]. Modified.
     */
    void vjp(
            ArmPose pose,
            double[] mass,
            double[][] s,
            double[][] acceleration,
            double[][] torqueGradient,
            double[][] g) {
        double[] qd0 = s[2];
        double[] qd1 = s[3];
        for (int i = 0; i < qd0.length; i++) {
            double g0 = torqueGradient[0][i];
            double g1 = torqueGradient[1][i];
            double h = coupling + mass[i] * couplingByMass;
            double hs = h * pose.sin[i];
            double hc = h * pose.cos[i];
            g[1][i] += hs * (2 * g0 * acceleration[0][i] + g0 * acceleration[1][i] + g1 * acceleration[0][i])
                    + hc * (g0 * (2 * qd0[i] + qd1[i]) * qd1[i] - g1 * qd0[i] * qd0[i]);
            g[2][i] += 2 * hs * (g0 * qd1[i] - g1 * qd0[i]);
            g[3][i] += 2 * hs * g0 * (qd0[i] + qd1[i]);
        }
    }

    /** Returns the net joint torques that a motion needs, N·m: inverse dynamics. */
    double[] torque(double q1, double qd0, double qd1, double qdd0, double qdd1) {
        double hs = coupling * StrictMath.sin(q1);
        double hc = coupling * StrictMath.cos(q1);
        return new double[] {
            (whole + 2 * hc) * qdd0 + (outer + hc) * qdd1 - hs * (2 * qd0 + qd1) * qd1,
            (outer + hc) * qdd0 + last * qdd1 + hs * qd0 * qd0
        };
    }

    /** Returns the kinetic energy, J. */
    double energy(double q1, double qd0, double qd1) {
        double hc = coupling * StrictMath.cos(q1);
        return 0.5 * (whole + 2 * hc) * qd0 * qd0 + (outer + hc) * qd0 * qd1 + 0.5 * last * qd1 * qd1;
    }
}
