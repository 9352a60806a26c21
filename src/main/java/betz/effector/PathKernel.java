// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The lengths, velocities and moment arms of one muscle in a batch of arms; one thread at a time.
 *
 * <p>Joints are rows of angles and then of their velocities, [4][trial] from a row on. A vector-Jacobian product <em>adds</em>.
 */
interface PathKernel {
    /**
     * Makes that of a path.
     *
     * @param turns of the present joints, and of joints that are remembered, [2]; shared by all muscles
     * @param lags whether velocities are those of MotorNet
     */
    static PathKernel of(MusclePath path, ArmTurns[] turns, boolean lags) {
        return path instanceof ViaPointPath bent
                ? new ViaPointKernel(bent, turns, lags)
                : new PolynomialKernel((PolynomialPath) path);
    }

    /** Returns one trial's length, m, at the joints that begin at a row. */
    double length(double[][] s, int row, int trial);

    /** Writes lengths, m, and velocities, m/s, [trial], at the joints that begin at a row. */
    void stretch(double[][] s, int row, double[] length, double[] velocity);

    /** Adds what the gradients of one trial's length and velocity mean for the joints that begin at a row. */
    void stretchVjp(double[][] s, int row, int trial, double byLength, double byVelocity, double[][] g);

    /** Adds what the gradient of one trial's length means for the joints that begin at a row. */
    void lengthVjp(double[][] s, int row, int trial, double byLength, double[][] g);

    /** Writes moment arms about shoulder and elbow, m, [trial], at the joints of the first rows. */
    void lever(double[][] s, double[] shoulder, double[] elbow);

    /** Adds what the moment arms under forces, [trial], N, carry of the torques' gradient, [2][trial], to the first rows. */
    void leverVjp(double[][] s, double[][] torqueGradient, double[] force, double[][] g);
}
