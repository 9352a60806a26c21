// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.math.Eigen;
import betz.math.StepMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A state at which a network rests or moves slowly, with the modes in which it moves around it. */
public final class RestPoint {
    /** Fixed before slow, stable before unstable, near the origin before far, and then state by state. */
    static final Comparator<RestPoint> ORDER = Comparator.comparing((RestPoint point) -> !point.fixed)
            .thenComparing(RestPoint::unstable)
            .thenComparing(point -> Math.round(1e6 * Math.sqrt(squares(point.x))))
            .thenComparing(point -> point.x, Arrays::compare);

    /** A modulus no further above 1 counts as 1. */
    static final double MARGIN = 1e-6;

    private final double[] x;
    private final double q;
    private final boolean fixed;
    private final int starts;
    private final Eigen modes;
    private final double dt;

    /**
     * Linearises a network at a state.
     *
     * @param x [state]. Kept, not copied.
     * @param q ½|F(x) − x|²
     * @param fixed whether the network rests there
     * @param starts from how many states this one was reached
     */
    RestPoint(StepMap map, double[] x, double q, boolean fixed, int starts) {
        this.x = x;
        this.q = q;
        this.fixed = fixed;
        this.starts = starts;
        this.modes = Eigen.general(map.jacobian(x));
        this.dt = map.dt();
    }

    private static double squares(double... x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    /** Returns the state; not a copy. */
    public double[] x() {
        return x;
    }

    /** Returns ½|F(x) − x|². */
    public double q() {
        return q;
    }

    /** Tells whether the network rests there, rather than moving slowly. */
    public boolean isFixed() {
        return fixed;
    }

    /** Returns from how many states this one was reached. */
    public int starts() {
        return starts;
    }

    /** Returns the real parts of the derivative's eigenvalues, the greatest modulus first; not a copy. */
    public double[] real() {
        return modes.real();
    }

    /** Returns their imaginary parts; not a copy. */
    public double[] imaginary() {
        return modes.imaginary();
    }

    /** Returns the moduli of the eigenvalues. */
    double[] moduli() {
        return each(mode -> Math.hypot(real()[mode], imaginary()[mode]));
    }

    /** Returns the number of modes that grow: moduli above 1 by more than rounding. */
    public int unstable() {
        return (int)
                Arrays.stream(moduli()).filter(modulus -> modulus > 1 + MARGIN).count();
    }

    /** Returns the time constant of each mode, −dt / ln|λ|, s: negative where it grows, NaN where it does neither. */
    public double[] timeConstants() {
        double[] moduli = moduli();
        return each(mode -> {
            double constant = -dt / StrictMath.log(moduli[mode]);
            return Double.isInfinite(constant) ? Double.NaN : constant;
        });
    }

    /** Returns the frequency of each mode, |arg λ| / (2π dt), Hz. */
    public double[] frequencies() {
        return each(mode -> Math.abs(StrictMath.atan2(imaginary()[mode], real()[mode])) / (2 * Math.PI * dt));
    }

    private double[] each(IntToDoubleFunction figure) {
        return IntStream.range(0, x.length).mapToDouble(figure).toArray();
    }
}
