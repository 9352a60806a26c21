// SPDX-License-Identifier: Apache-2.0
package betz.common;

/** Times as numbers of steps. */
public final class Steps {
    /** Of a step: times are sums and products of decimal fractions. */
    private static final double ROUNDING = 1e-6;

    /** How far below a half a quotient of decimal times may land by rounding, steps. */
    private static final double SLACK = 1e-9;

    private Steps() {}

    /** Returns the number of steps nearest to a time, half up; both s. */
    public static int nearest(double time, double dt) {
        return (int) Math.floor(time / dt + 0.5 + SLACK);
    }

    /** Tells whether a time is a multiple of the step; both s. */
    public static boolean areWhole(double time, double dt) {
        double steps = time / dt;
        return Math.abs(steps - Math.rint(steps)) <= ROUNDING;
    }

    /**
     * Returns how many steps a time is.
     *
     * @param time s
     * @param dt s
     * @throws BadSetting if it is no multiple of the step
     */
    public static int of(String name, double time, double dt) {
        Require.that(areWhole(time, dt), name, time + " s", "a multiple of dt, " + dt + " s");
        return Math.toIntExact(Math.round(time / dt));
    }
}
