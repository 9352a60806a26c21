// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

/**
 * The scaled movement features of the last few steps, which units read at their lags; 0 before time 0.
 *
 * <p>Rows: P x, y over 0.1 m; M x, y over 0.3 m/s; A* x, y over 2.5 m/s²; |M| over 0.3 m/s, then the same times cosine and
 * sine of twice M's direction; V x, y over 0.1 m.
 */
public final class MotorFeatures {
    /** Number of features. */
    public static final int COUNT = 11;

    /** Scale of positions and of the difference vector: the reach of the standard task, m. */
    public static final double LENGTH = 0.1;

    /** Scale of velocities: about the peak speed of a 10 cm reach, m/s. */
    public static final double VELOCITY = 0.3;

    /** Scale of accelerations: about the peak of a 10 cm reach, m/s². */
    public static final double ACCELERATION = 2.5;

    private final double[][][] ring;
    private int newest;

    /** Makes a memory for lags up to {@code steps}. */
    public MotorFeatures(int steps, int batch) {
        ring = new double[steps + 1][COUNT][batch];
    }

    /**
     * Takes in the features of one step.
     *
     * @param position P, [axis][trial], m. Not modified.
     * @param velocity M, m/s. Not modified.
     * @param acceleration A*, m/s². Not modified.
     * @param difference V, m. Not modified.
     */
    public void add(double[][] position, double[][] velocity, double[][] acceleration, double[][] difference) {
        newest = (newest + 1) % ring.length;
        double[][] row = ring[newest];
        for (int axis = 0; axis < 2; axis++) {
            scale(position[axis], LENGTH, row[axis]);
            scale(velocity[axis], VELOCITY, row[2 + axis]);
            scale(acceleration[axis], ACCELERATION, row[4 + axis]);
            scale(difference[axis], LENGTH, row[9 + axis]);
        }
        for (int trial = 0; trial < row[0].length; trial++) {
            double x = row[2][trial];
            double y = row[3][trial];
            double speed = StrictMath.hypot(x, y);
            double cos = speed > 0 ? x / speed : 0;
            double sin = speed > 0 ? y / speed : 0;
            row[6][trial] = speed;
            row[7][trial] = speed * (cos * cos - sin * sin);
            row[8][trial] = speed * 2 * sin * cos;
        }
    }

    /** Returns the features so many steps ago, [feature][trial]; not a copy. */
    public double[][] ago(int steps) {
        return ring[Math.floorMod(newest - steps, ring.length)];
    }

    private static void scale(double[] from, double unit, double[] to) {
        for (int trial = 0; trial < to.length; trial++) {
            to[trial] = from[trial] / unit;
        }
    }
}
