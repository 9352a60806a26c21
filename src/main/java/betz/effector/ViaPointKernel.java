// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The kernel of a {@link ViaPointPath}: velocity = shoulder's moment arm times q0' + elbow's moment arm times q1'.
 *
 * <p>Where the convention is MotorNet's (doi:10.7554/eLife.88591), points on the forearm move with q0' + q1' about the elbow on
 * top of what q0' moves them about the shoulder, as there: the elbow's moment arm is then multiplied by q0' + q1'.
 */
final class ViaPointKernel implements PathKernel {
    private final ViaPointPath path;
    private final ArmTurns[] turns;
    private final double twice; // share of q0' that the elbow's moment arm is multiplied by too
    private final PathShape shape = new PathShape();

    ViaPointKernel(ViaPointPath path, ArmTurns[] turns, boolean lags) {
        this.path = path;
        this.turns = turns;
        twice = lags ? 1 : 0;
    }

    private void measure(double[][] s, int row, int trial) {
        ArmTurns turn = turns[row == 0 ? 0 : 1];
        turn.take(trial, s[row][trial], s[row + 1][trial]);
        path.measure(turn, trial, shape);
    }

    @Override
    public double length(double[][] s, int row, int trial) {
        measure(s, row, trial);
        return shape.length;
    }

    @Override
    public void stretch(double[][] s, int row, double[] length, double[] velocity) {
        for (int trial = 0; trial < length.length; trial++) {
            measure(s, row, trial);
            double turning = s[row + 3][trial] + twice * s[row + 2][trial];
            length[trial] = shape.length;
            velocity[trial] = s[row + 2][trial] * shape.shoulder + turning * shape.elbow;
        }
    }

    @Override
    public void stretchVjp(double[][] s, int row, int trial, double byLength, double byVelocity, double[][] g) {
        measure(s, row, trial);
        double qd0 = s[row + 2][trial];
        double turning = s[row + 3][trial] + twice * qd0;
        g[row][trial] += byLength * shape.shoulder
                + byVelocity * (qd0 * shape.shoulderByShoulder + turning * shape.shoulderByElbow);
        g[row + 1][trial] +=
                byLength * shape.elbow + byVelocity * (qd0 * shape.shoulderByElbow + turning * shape.elbowByElbow);
        g[row + 2][trial] += byVelocity * (shape.shoulder + twice * shape.elbow);
        g[row + 3][trial] += byVelocity * shape.elbow;
    }

    @Override
    public void lengthVjp(double[][] s, int row, int trial, double byLength, double[][] g) {
        measure(s, row, trial);
        g[row][trial] += byLength * shape.shoulder;
        g[row + 1][trial] += byLength * shape.elbow;
    }

    @Override
    public void lever(double[][] s, double[] shoulder, double[] elbow) {
        for (int trial = 0; trial < elbow.length; trial++) {
            measure(s, 0, trial);
            shoulder[trial] = shape.shoulder;
            elbow[trial] = shape.elbow;
        }
    }

    @Override
    public void leverVjp(double[][] s, double[][] torqueGradient, double[] force, double[][] g) {
        for (int trial = 0; trial < force.length; trial++) {
            measure(s, 0, trial);
            double t0 = torqueGradient[0][trial];
            double t1 = torqueGradient[1][trial];
            g[0][trial] -= force[trial] * (t0 * shape.shoulderByShoulder + t1 * shape.shoulderByElbow);
            g[1][trial] -= force[trial] * (t0 * shape.shoulderByElbow + t1 * shape.elbowByElbow);
        }
    }
}
