// SPDX-License-Identifier: Apache-2.0
package betz.data;

/**
 * The rows of a linear load on a body: at the hand {@code F = f + K (x - c) + B v}, x its position and v its velocity, torques at
 * the joints, and a mass that the hand carries. Matrices are row-major; to a point mass a torque is a force along an axis.
 */
public final class LoadRows {
    /** f, x and y, N. */
    public static final int FORCE = 0;

    /** Torques at shoulder and elbow, N·m. */
    public static final int TORQUE = 2;

    /** K, N/m: a spring pulls back where it is negative. */
    public static final int STIFFNESS = 4;

    /** c, x and y, m. */
    public static final int CENTRE = 8;

    /** B, N·s/m. */
    public static final int VISCOSITY = 10;

    /** A mass in the hand, kg. */
    public static final int MASS = 14;

    /** Number of rows of a load that is a plain force. */
    public static final int PLAIN = 2;

    /** Number of rows. */
    public static final int COUNT = 15;

    private LoadRows() {}

    /** Returns a force at the hand, N, as rows. */
    static double[] force(double x, double y) {
        double[] rows = new double[COUNT];
        rows[FORCE] = x;
        rows[FORCE + 1] = y;
        return rows;
    }

    /** Returns a mass in the hand, kg, as rows. */
    static double[] mass(double mass) {
        double[] rows = new double[COUNT];
        rows[MASS] = mass;
        return rows;
    }

    /**
     * Returns a field as rows.
     *
     * @param stiffness K, [4], N/m. Not modified.
     * @param centre c, m
     * @param viscosity B, [4], N·s/m. Not modified.
     */
    static double[] field(double[] stiffness, Point centre, double[] viscosity) {
        double[] rows = new double[COUNT];
        System.arraycopy(stiffness, 0, rows, STIFFNESS, stiffness.length);
        System.arraycopy(viscosity, 0, rows, VISCOSITY, viscosity.length);
        rows[CENTRE] = centre.x();
        rows[CENTRE + 1] = centre.y();
        return rows;
    }

    /**
     * Returns two loads at once.
     *
     * @param one [{@value #COUNT}]. Not modified.
     * @param other the same, whose spring, if it has one, has the same centre. Not modified.
     */
    public static double[] sum(double[] one, double[] other) {
        double[] rows = new double[COUNT];
        for (int row = 0; row < COUNT; row++) {
            boolean centre = row == CENTRE || row == CENTRE + 1;
            rows[row] = centre ? one[row] : one[row] + other[row];
        }
        return rows;
    }
}
