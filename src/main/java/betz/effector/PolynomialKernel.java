// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/** The kernel of a {@link PolynomialPath}. */
final class PolynomialKernel implements PathKernel {
    private final PolynomialPath path;
    private final double slope; // d(elbow moment arm)/d(elbow), m/rad

    PolynomialKernel(PolynomialPath path) {
        this.path = path;
        slope = 2 * path.elbowSlope();
    }

    @Override
    public double length(double[][] s, int row, int trial) {
        return path.length(s[row][trial], s[row + 1][trial]);
    }

    @Override
    public void stretch(double[][] s, int row, double[] length, double[] velocity) {
        double[] q0 = s[row];
        double[] q1 = s[row + 1];
        double[] qd0 = s[row + 2];
        double[] qd1 = s[row + 3];
        for (int trial = 0; trial < length.length; trial++) {
            length[trial] = path.length(q0[trial], q1[trial]);
            velocity[trial] = qd0[trial] * path.shoulder() + qd1[trial] * path.elbow(q1[trial]);
        }
    }

    @Override
    public void stretchVjp(double[][] s, int row, int trial, double byLength, double byVelocity, double[][] g) {
        double lever = path.elbow(s[row + 1][trial]);
        g[row][trial] += byLength * path.shoulder();
        g[row + 1][trial] += byLength * lever + byVelocity * s[row + 3][trial] * slope;
        g[row + 2][trial] += byVelocity * path.shoulder();
        g[row + 3][trial] += byVelocity * lever;
    }

    @Override
    public void lengthVjp(double[][] s, int row, int trial, double byLength, double[][] g) {
        g[row][trial] += byLength * path.shoulder();
        g[row + 1][trial] += byLength * path.elbow(s[row + 1][trial]);
    }

    @Override
    public void lever(double[][] s, double[] shoulder, double[] elbow) {
        Arrays.fill(shoulder, path.shoulder());
        double[] q1 = s[1];
        for (int trial = 0; trial < elbow.length; trial++) {
            elbow[trial] = path.elbow(q1[trial]);
        }
    }

    @Override
    public void leverVjp(double[][] s, double[][] torqueGradient, double[] force, double[][] g) {
        double[] t1 = torqueGradient[1];
        double[] byElbow = g[1];
        for (int trial = 0; trial < byElbow.length; trial++) {
            byElbow[trial] -= t1[trial] * force[trial] * slope;
        }
    }
}
