// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The equation of motion of two rigid segments in the horizontal plane: {@code M(q) q'' + C(q, q') = torque}.
 *
 * <p>With {@code h = m2 l1 c2}: {@code M = [[A + 2 h cos q1, B + h cos q1], [., B]]}, {@code C = (-h sin q1 (2 q0' + q1')
 * q1', h sin q1 q0'^2)}; e.g. Hollerbach &amp; Flash (1982), doi:10.1007/BF00353957. Damping counts as a torque.
 */
final class ArmDynamics {
    private final double whole; // A
    private final double outer; // B
    private final double coupling; // h

    ArmDynamics(Skeleton skeleton) {
        Segment upper = skeleton.upperArm();
        Segment fore = skeleton.forearm();
        outer = fore.mass() * fore.centreOfMass() * fore.centreOfMass() + fore.inertia();
        whole = upper.mass() * upper.centreOfMass() * upper.centreOfMass()
                + upper.inertia()
                + fore.mass() * upper.length() * upper.length()
                + outer;
        coupling = fore.mass() * upper.length() * fore.centreOfMass();
    }

    /** Writes the accelerations under net joint torques, [2]; {@code result} may be {@code torque}. */
    void accelerate(double cos, double sin, double qd0, double qd1, double[] torque, double[] result) {
        double hs = coupling * sin;
        solve(cos, torque[0] + hs * (2 * qd0 + qd1) * qd1, torque[1] - hs * qd0 * qd0, result);
    }

    /** Solves M x = (t0, t1). */
    void solve(double cos, double t0, double t1, double[] x) {
        double m00 = whole + 2 * coupling * cos;
        double m01 = outer + coupling * cos;
        double determinant = m00 * outer - m01 * m01;
        x[0] = (outer * t0 - m01 * t1) / determinant;
        x[1] = (m00 * t1 - m01 * t0) / determinant;
    }

    /**
     * Adds what the torques' gradient means for the joints through M and C; not through the torques.
     *
     * @param torqueGradient M⁻¹ times the gradient of the accelerations, [2]
     */
    void vjp(
            double cos,
            double sin,
            double qd0,
            double qd1,
            double[] acceleration,
            double[] torqueGradient,
            double[] stateGradient) {
        double g0 = torqueGradient[0];
        double g1 = torqueGradient[1];
        double hs = coupling * sin;
        double hc = coupling * cos;
        stateGradient[1] += hs * (2 * g0 * acceleration[0] + g0 * acceleration[1] + g1 * acceleration[0])
                + hc * (g0 * (2 * qd0 + qd1) * qd1 - g1 * qd0 * qd0);
        stateGradient[2] += 2 * hs * (g0 * qd1 - g1 * qd0);
        stateGradient[3] += 2 * hs * g0 * (qd0 + qd1);
    }

    /** Returns the net joint torques that a motion needs, N·m: inverse dynamics. */
    double[] torque(double q1, double qd0, double qd1, double qdd0, double qdd1) {
        double hs = coupling * StrictMath.sin(q1);
        double hc = coupling * StrictMath.cos(q1);
        return new double[] {
            (whole + 2 * hc) * qdd0 + (outer + hc) * qdd1 - hs * (2 * qd0 + qd1) * qd1,
            (outer + hc) * qdd0 + outer * qdd1 + hs * qd0 * qd0
        };
    }

    /** Returns the kinetic energy, J. */
    double energy(double q1, double qd0, double qd1) {
        double hc = coupling * StrictMath.cos(q1);
        return 0.5 * (whole + 2 * hc) * qd0 * qd0 + (outer + hc) * qd0 * qd1 + 0.5 * outer * qd1 * qd1;
    }
}
