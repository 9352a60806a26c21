// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The force of {@link RigidTendonHill}: {@code F = Fmax (active + passive)}.
 *
 * <p>With l the fibre length over the optimal one, v the velocity over 10 optimal lengths per second, L(l) the
 * force-length parabola and f = L a:
 *
 * <ul>
 *   <li>passive = ((l - 1.4)+ / 0.26)²
 *   <li>shortening: active = (v a ar + f br) / (br - v), Hill's hyperbola, with ar = 0.41 (times L beyond the optimal
 *       length) and br = 5.2, less at low activation
 *   <li>lengthening: a hyperbola through the same isometric point, towards 1.5 f, of slope 0.001 at high speed
 * </ul>
 */
final class HillForce extends Force {
    private static final double FASTEST = 10; // optimal lengths per second
    private static final double WIDTH = 0.66; // of the force-length parabola
    private static final double LEAST = 0.01; // of the force-length curve
    private static final double SLACK = 1.4; // l where the passive force begins
    private static final double PASSIVE =
            1 / ((1 + WIDTH - SLACK) * (1 + WIDTH - SLACK)); // 1 at the end of the parabola
    private static final double AR = 0.41;
    private static final double BR = 5.2;
    private static final double LOW = 0.3; // activation below which br falls
    private static final double LOWEST = 0.005; // activation at which br is a hundredth
    private static final double FALL = 0.9;
    private static final double SLOPE = 0.001; // s, of the lengthening branch at high speed
    private static final double ECCENTRIC = 1.5; // force of fast lengthening over the isometric

    private final double strength;
    private final double tendon;
    private final double fibre;

    // the curves at the last activation and length; x1 is dx/d(activation), x2 is dx/dl
    private double passive;
    private double passive2;
    private double curve; // L
    private double curve2;
    private double ar;
    private double ar2;
    private double br;
    private double br1;
    private double active;
    private double active1;
    private double active2;
    private double activeV;

    HillForce(MusclePath path) {
        strength = path.maximumForce();
        tendon = path.tendon();
        fibre = path.fibre();
    }

    @Override
    public double at(double activation, double length, double velocity) {
        return differentiate(activation, length, velocity);
    }

    @Override
    public double differentiate(double activation, double length, double velocity) {
        double slack = length - tendon;
        double v = velocity / (FASTEST * fibre);
        curves(activation, Math.max(slack, 0) / fibre);
        if (v < 0) {
            shorten(activation, v);
        } else {
            lengthen(activation, v);
        }
        if (active < 0) {
            active = 0;
            active1 = 0;
            active2 = 0;
            activeV = 0;
        }
        byActivation = strength * active1;
        byLength = slack >= 0 ? strength * (active2 + passive2) / fibre : 0;
        byVelocity = strength * activeV / (FASTEST * fibre);
        return strength * (active + passive);
    }

    private void curves(double a, double l) {
        double stretch = Math.max(l - SLACK, 0);
        passive = PASSIVE * stretch * stretch;
        passive2 = 2 * PASSIVE * stretch;

        double parabola = 1 - (l - 1) * (l - 1) / (WIDTH * WIDTH);
        curve = Math.max(parabola, LEAST);
        curve2 = parabola >= LEAST ? -2 * (l - 1) / (WIDTH * WIDTH) : 0;
        ar = l > 1 ? AR * curve : AR;
        ar2 = l > 1 ? AR * curve2 : 0;

        double share = a < LOW ? 1 - FALL * (a - LOW) / (LOWEST - LOW) : 1;
        br = BR * share * share;
        br1 = a < LOW ? -2 * BR * share * FALL / (LOWEST - LOW) : 0;
    }

    private void shorten(double a, double v) {
        double force = curve * a;
        double below = br - v;
        active = (v * a * ar + force * br) / below;
        active1 = (v * ar + curve * br + force * br1 - active * br1) / below;
        active2 = (v * a * ar2 + curve2 * a * br) / below;
        activeV = (a * ar + active) / below;
    }

    /** active = (-p1 p3 + p1 s v + p2 - p3 v + s v²) / (p1 + v), p1 = -f/(2 w), p2 = f²/(4 w), p3 = -1.5 f, w = s - 2 d0. */
    private void lengthen(double a, double v) {
        double f = curve * a;
        double f2 = curve2 * a;
        double d0 = a * (curve + ar) / br;

        // w is -0.001 or below in the muscle's working range; held there beyond it, where it would pass through zero
        double raw = SLOPE - 2 * d0;
        boolean held = raw > -SLOPE;
        double w = held ? -SLOPE : raw;
        double w1 = held ? 0 : -2 * ((curve + ar) / br - d0 * br1 / br);
        double w2 = held ? 0 : -2 * a * (curve2 + ar2) / br;

        double p1 = -0.5 * f / w;
        double p2 = 0.25 * f * f / w;
        double p3 = -ECCENTRIC * f;
        double below = p1 + v;
        active = (-p1 * p3 + p1 * SLOPE * v + p2 - p3 * v + SLOPE * v * v) / below;

        // along any x: d(above) - active d(below), over below
        double byP1 = (-p3 + SLOPE * v - active) / below;
        double byP2 = 1 / below;
        double p1ByF = -0.5 / w;
        double p2ByF = 0.5 * f / w;
        double byF = byP1 * p1ByF + byP2 * p2ByF + ECCENTRIC;
        double byW = -(byP1 * p1 + byP2 * p2) / w;
        active1 = byF * curve + byW * w1;
        active2 = byF * f2 + byW * w2;
        activeV = (p1 * SLOPE - p3 + 2 * SLOPE * v - active) / below;
    }
}
