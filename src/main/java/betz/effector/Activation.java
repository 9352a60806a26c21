// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;

/**
 * How activation follows excitation: {@code da/dt = (u - a)/tau}, tau = tauUp k while u &gt; a, else tauDown / k, with k =
 * 0.5 + 1.5 a; both a and u are first clamped to [minimum, 1].
 *
 * <p>Thelen (2003), doi:10.1115/1.1531112. A clamp passes the gradient inside and at equality.
 *
 * @param tauUp at a = 1/3, s
 * @param tauDown at a = 1/3, s
 * @param minimum smallest activation, 1
 */
record Activation(double tauUp, double tauDown, double minimum) {
    /** k at zero activation. */
    private static final double OFFSET = 0.5;

    private static final double SLOPE = 1.5;

    /** A muscle that is never less active than this would hardly rest. */
    private static final double MOST_MINIMUM = 0.1;

    /** Throws if a muscle cannot have such times, s, or such a smallest activation, which may be no less than {@code least}. */
    static void check(double activationTime, double deactivationTime, double minimumActivation, double least) {
        Require.positive("activationTime", activationTime, "s");
        Require.positive("deactivationTime", deactivationTime, "s");
        Require.within("minimumActivation", minimumActivation, least, MOST_MINIMUM, "");
    }

    /** Returns the law of a muscle. */
    static Activation of(Muscle muscle) {
        return new Activation(muscle.activationTime(), muscle.deactivationTime(), muscle.minimumActivation());
    }

    /** Returns the fastest time constant, s: that of the rise from zero activation or of the fall from full activation. */
    double fastest() {
        return Math.min(OFFSET * tauUp, tauDown / (OFFSET + SLOPE));
    }

    /** Returns the nearest activation that a muscle can have. */
    double clamp(double a) {
        return Math.max(minimum, Math.min(1, a));
    }

    /** Writes the nearest activations that muscles can have, [trial]. */
    void clamp(double[] a, double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = clamp(a[i]);
        }
    }

    /** Tells whether a clamp passes the gradient. */
    boolean passes(double a) {
        return a >= minimum && a <= 1;
    }

    /** Returns da/dt, 1/s. */
    double rate(double activation, double excitation) {
        double a = clamp(activation);
        double u = clamp(excitation);
        return (u - a) / tau(a, u > a);
    }

    /** Returns the time constant at an activation, s. */
    double tau(double a, boolean rising) {
        double k = OFFSET + SLOPE * a;
        return rising ? tauUp * k : tauDown / k;
    }

    /** Returns the derivative of {@link #rate} by the excitation. */
    double byExcitation(double activation, double excitation) {
        double a = clamp(activation);
        return passes(excitation) ? 1 / tau(a, excitation > a) : 0;
    }

    /** Returns the derivative of {@link #rate} by the activation. */
    double byActivation(double activation, double excitation) {
        if (!passes(activation)) {
            return 0;
        }
        double a = activation;
        double u = clamp(excitation);
        double k = OFFSET + SLOPE * a;
        return u > a ? -(1 + (u - a) * SLOPE / k) / (tauUp * k) : (SLOPE * (u - a) - k) / tauDown;
    }
}
